// What one message opened: its cases, and the one letter that acknowledges them.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { cases } from '../schema/case.ts';
import { letters } from '../schema/letter.ts';
import type { Tx } from './db.ts';

/** Ids of the other cases that the same message opened. */
export async function siblingsOf(tx: Tx, caseId: string): Promise<readonly string[]> {
  const opening = tx.select({ id: cases.openingMessageId }).from(cases).where(eq(cases.id, caseId));
  const found = await tx.select({ id: cases.id }).from(cases).where(inArray(cases.openingMessageId, opening));
  return found.map(({ id }) => id).filter((id) => id !== caseId);
}

/** Ids of the open cases that the same message opened and whose requester staff have not confirmed. */
export async function draftsOfMessage(tx: Tx, openingMessageId: string): Promise<readonly string[]> {
  const found = await tx
    .select({ id: cases.id, state: cases.state })
    .from(cases)
    .where(and(eq(cases.openingMessageId, openingMessageId), isNull(cases.closedAt)));
  return found.filter(({ state }) => !state.intakeConfirmed).map(({ id }) => id);
}

/** The acknowledgement of a message, whatever became of it. */
export async function acknowledgementOf(
  tx: Tx,
  openingMessageId: string,
): Promise<{ readonly id: string; readonly withheld: boolean } | null> {
  const [row] = await tx
    .select({ id: letters.id, withheld: letters.withheld })
    .from(letters)
    .where(and(eq(letters.openingMessageId, openingMessageId), eq(letters.kind, 'acknowledgement')));
  return row ?? null;
}
