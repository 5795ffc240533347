import { isConfidential } from '../case/kind.ts';
import { acknowledgementOf } from '../store/siblings.ts';
import type { Context } from './context.ts';
import { writeAcknowledgement } from './customer-letters.ts';
import type { Work } from './work.ts';

/**
 * The acknowledgement of what staff have confirmed: once, when every case that the message opened is confirmed in this work.
 * None where one was written before (a case split from an acknowledged one), and none to a public body.
 */
export async function acknowledgeConfirmed(context: Context, work: Work, caseId: string): Promise<void> {
  const current = work.cases.get(caseId);
  if (current === undefined) return;
  const { openingMessageId } = current.state;
  const all = [...work.cases.values()].map((one) => one.state).filter((one) => one.openingMessageId === openingMessageId);
  if (all.some((one) => !one.intakeConfirmed) || all.some((one) => isConfidential(one.kind))) return;
  if ((await acknowledgementOf(context.db.query, openingMessageId)) !== null) return;
  const letter = await writeAcknowledgement(context, all, current.person, false);
  if (letter !== null) work.letters.push(letter);
}
