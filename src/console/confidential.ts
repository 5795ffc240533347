import { normaliseReference } from '../case/reference.ts';
import * as shown from '../worker/show-demands.ts';
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
export function isDemand(c: Request, given: string): Promise<boolean> {
  return shown.isDemand(c.var.context, normaliseReference(given) ?? given);
}

/** Whether the person who looks may know of demands. */
export function knowsDemands(c: Request): Promise<boolean> {
  return shown.knowsDemands(c.var.context, c.var.viewer.member.id);
}
