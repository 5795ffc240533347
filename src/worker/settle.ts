import type { LetterKind } from '../responders/letter.ts';
import { headsByLetter, loadCases } from '../store/cases.ts';
import type { Settlement } from '../store/letters.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { addLoaded, type Work } from './work.ts';

/**
 * Notes what became of a letter, and tells its cases where it matters to them: a completion notice always, an
 * acknowledgement only when it failed or nobody knows.
 */
export async function settle(
  context: Context,
  work: Work,
  letter: { readonly id: string; readonly kind: LetterKind },
  settlement: Settlement,
): Promise<void> {
  work.settlements.push(settlement);
  if (settlement.status === 'queued' || settlement.status === 'void') return;
  // While we can still find out by looking, an unknown outcome is nobody's worry.
  if (settlement.status === 'unknown' && settlement.code !== 'asked-a-person') return;
  if (letter.kind !== 'completion-notice' && !(letter.kind === 'acknowledgement' && settlement.status !== 'accepted')) return;
  const heads = await headsByLetter(context.db.query, [letter.id]);
  for (const loaded of await loadCases(
    context.db.query,
    context.subKeys,
    heads.map((head) => head.id),
  )) {
    addLoaded(work, loaded);
    await carryOut(context, work, loaded.state.id, {
      type: 'settle-letter',
      letterId: letter.id,
      letterKind: letter.kind,
      outcome: settlement.status,
      at: context.clock.now().toString(),
    });
  }
}
