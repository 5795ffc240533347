import { isInternal } from '../responders/letter.ts';
import { headsByLetter, loadCases } from '../store/cases.ts';
import { headsByMessageId, loadLetter } from '../store/letters.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { noteAnswer } from './note-outside-answer.ts';
import type { Read } from './read.ts';
import { settle } from './settle.ts';
import { addLoaded, type Work } from './work.ts';

/** A delivery report is tied to the letter it is about; a failed one marks its cases. It opens nothing. */
export async function noteReport(context: Context, work: Work, { claimed, message, thread }: Read): Promise<void> {
  const { report } = message;
  if (report?.kind !== 'failed') return;
  const returned = await headsByMessageId(context.db.query, report.originalMessageIds.slice(0, 20));
  const letters = [...returned, ...thread.letters].filter((letter) => letter.audience === 'customer');
  const joined = new Set<string>();
  for (const letter of new Map(letters.map((one) => [one.id, one])).values()) {
    const { kind } = letter;
    if (isInternal(kind)) continue;
    const heads = await headsByLetter(context.db.query, [letter.id]);
    for (const loaded of await loadCases(
      context.db.query,
      context.subKeys,
      heads.map((head) => head.id),
    )) {
      addLoaded(work, loaded);
      await carryOut(context, work, loaded.state.id, { type: 'report-unreachable', messageId: claimed.id, letterKind: kind });
      if (!joined.has(loaded.state.id)) work.joins.push({ caseId: loaded.state.id, messageId: claimed.id, role: 'report' });
      joined.add(loaded.state.id);
    }
  }
}

/**
 * Our own letter seen in the mailbox: proof that it was accepted, if that was still open. One that left after the backup that
 * was put back is no longer known as sent: the open case it went to shows it like an answer from outside. True: one does.
 */
export async function noteOwnCopy(context: Context, work: Work, read: Read, letterId: string): Promise<boolean> {
  const letter = await loadLetter(context.db.query, context.subKeys, letterId);
  const status = letter?.row.status ?? 'void';
  if (letter !== null && (status === 'unknown' || status === 'sending'))
    await settle(context, work, letter.row, { id: letterId, status: 'accepted', at: context.clock.now().toString() });
  const isLost = context.restoredAt !== null && (status === 'draft' || status === 'void');
  return isLost && isApproved(read) && (await noteAnswer(context, work, read));
}

/** What staff approved says that it was generated, an acknowledgement that it replies (RFC 3834 §5). */
function isApproved({ message }: Read): boolean {
  return message.headers.some(({ name, value }) => name === 'auto-submitted' && value.trim().toLowerCase().startsWith('auto-generated'));
}
