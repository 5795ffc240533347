import { insertNew } from '../store/insert-new.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Context } from './context.ts';
import { writeSignInCode } from './staff-letters.ts';

/** Queues the mail with somebody's code for the console. It leaves like any letter, and nobody but that person can read it. */
export async function sendSignInCode(context: Context, member: StaffMember, code: string, minutes: number): Promise<void> {
  const letter = await writeSignInCode(context, member, code, minutes);
  await insertNew(context.db.query, { triage: null, cases: [], letters: [letter] });
}
