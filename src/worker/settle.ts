import type { CaseCommand } from '../case/command.ts';
import { type CustomerLetterKind, isInternal, type LetterKind } from '../responders/letter.ts';
import { headsByLetter, loadCases } from '../store/cases.ts';
import type { Settlement } from '../store/outgoing.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { addLoaded, type Work } from './work.ts';

/**
 * Notes what became of a letter, and tells its cases where it matters to them: a letter staff approved always, one that
 * left by itself only when it failed or nobody knows.
 */
export async function settle(
  context: Context,
  work: Work,
  letter: { readonly id: string; readonly kind: LetterKind },
  settlement: Settlement,
): Promise<void> {
  work.settlements.push(settlement);
  if (settlement.status === 'void') return;
  // While we can still find out by looking, an unknown outcome is nobody's worry.
  if (settlement.status === 'unknown' && settlement.code !== 'asked-a-person') return;
  const { kind } = letter;
  if (isInternal(kind)) return;
  const byItself = kind === 'acknowledgement' || kind === 'download-code';
  if (byItself && !['refused', 'unknown'].includes(settlement.status)) return;
  const heads = await headsByLetter(context.db.query, [letter.id]);
  for (const loaded of await loadCases(
    context.db.query,
    context.subKeys,
    heads.map((head) => head.id),
  )) {
    addLoaded(work, loaded);
    await carryOut(context, work, loaded.state.id, commandFor(letter.id, kind, settlement.status));
  }
  if (settlement.status !== 'queued' || !work.voids.some((one) => one.letterId === letter.id)) return;
  // The case no longer wants it to leave: it is not queued again but void, in the state it is in now.
  const { id, by } = settlement;
  work.settlements.splice(work.settlements.indexOf(settlement), 1, { id, by, status: 'void', code: 'new-message' });
}

/** A letter to be tried again is still what was approved only if no message came in meanwhile. */
function commandFor(letterId: string, letterKind: CustomerLetterKind, status: 'accepted' | 'refused' | 'unknown' | 'queued'): CaseCommand {
  if (status === 'queued') return { type: 'retry-letter', letterId };
  return { type: 'settle-letter', letterId, letterKind, outcome: status };
}
