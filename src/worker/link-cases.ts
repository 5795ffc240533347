import { alreadyNoted } from '../case/refusal.ts';
import { loadCase } from '../store/cases.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';
import { addLoaded } from './work.ts';

/** Ties two cases to one another, or unties them: both sides together. Null in `refusal`: one of them does not exist. */
export async function linkCases(
  context: Context,
  type: 'link-case' | 'unlink-case',
  reference: string,
  other: string,
  by: string,
): Promise<StaffOutcome> {
  const known = await loadCase(context.db.query, context.subKeys, other);
  if (known === null) return { done: false, refusal: null };
  return changeCase(context, reference, null, async (work, { state }) => {
    if (state.id === known.state.id) return alreadyNoted();
    const second = await loadCase(context.db.query, context.subKeys, other);
    if (second === null) throw new Error('the case to be linked is gone');
    addLoaded(work, second);
    const refusals = [
      await carryOut(context, work, state.id, { type, caseId: second.state.id, by }),
      await carryOut(context, work, second.state.id, { type, caseId: state.id, by }),
    ];
    // Where only one side knew, the other now does as well.
    return refusals.includes(null) ? null : (refusals[0] ?? null);
  });
}
