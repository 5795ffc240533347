import { isConfidential } from '../case/kind.ts';
import { normaliseReference } from '../case/reference.ts';
import { kindOf } from '../store/cases.ts';
import { listStaff } from '../store/staff.ts';
import { mayKnow } from '../worker/people.ts';
import type { Middleware, Request } from './page.ts';
import { problem } from './problem.ts';

/**
 * Stands before everything about one case: to whoever is not named for demands of public bodies, one is as a case that does
 * not exist. Whoever is named works on it, whatever else they do here.
 */
export function guardDemands(): Middleware {
  return async (c, next) => {
    if (!(await isDemand(c, c.req.param('reference') ?? ''))) return next();
    if (!(await knowsDemands(c))) return problem(c, 'notFound');
    c.set('viewer', { ...c.var.viewer, roles: new Set([...c.var.viewer.roles, 'staff']) });
    return next();
  };
}

/** Whether there is a demand of that reference. */
export async function isDemand(c: Request, given: string): Promise<boolean> {
  const kind = await kindOf(c.var.context.db.query, normaliseReference(given) ?? given);
  return kind !== null && isConfidential(kind);
}

/** Whether the person who looks may know of demands; asked of the table, so that a role that is gone is gone at once. */
export async function knowsDemands(c: Request): Promise<boolean> {
  const { db, subKeys, indexKey } = c.var.context;
  return mayKnow(await listStaff(db.query, subKeys, indexKey), c.var.viewer.member.id, 'authority');
}
