/** Which cases are demands of public bodies, and who may know of them: asked before anything of one is shown. */
import { isConfidential } from '../case/kind.ts';
import { kindOf } from '../store/cases.ts';
import { listStaff, type StaffMember } from '../store/staff.ts';
import type { Context } from './context.ts';
import { mayKnow, namedForDemands } from './people.ts';

/** Whether there is a demand of that reference, as `normaliseReference` writes it. */
export async function isDemand(context: Context, reference: string): Promise<boolean> {
  const kind = await kindOf(context.db.query, reference);
  return kind !== null && isConfidential(kind);
}

/** Whether somebody may know of demands; asked of the table, so that a role that is gone is gone at once. */
export async function knowsDemands({ db, subKeys, indexKey }: Context, staffId: string): Promise<boolean> {
  return mayKnow(await listStaff(db.query, subKeys, indexKey), staffId, 'authority');
}

/** To whom a case of that sort can be given. */
export function handsFor({ people }: Context, confidential: boolean): readonly StaffMember[] {
  return confidential ? namedForDemands(people) : people.filter((one) => one.isStaff);
}
