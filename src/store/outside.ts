import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { caseMessages, cases } from '../schema/case.ts';
import { messages } from '../schema/intake.ts';
import { letterCases, letters } from '../schema/letter.ts';
import type { Tx } from './db.ts';

/** What a mail that left from elsewhere says about whom and what it answers. */
export interface OutsideQuestion {
  /** Blind indexes of everybody it went to. */
  readonly recipients: readonly Uint8Array[];
  /** Message-IDs it answers, as they are and as blind indexes. */
  readonly answered: readonly { readonly id: string; readonly index: Uint8Array }[];
  /** When it left: what came in later cannot have been answered by it. */
  readonly at: string;
}

/** Ids of the open cases a mail answers by its thread; where the thread names none, those of its recipients. */
export async function casesAnswered(tx: Tx, { recipients, answered, at }: OutsideQuestion): Promise<readonly string[]> {
  const open = and(isNull(cases.closedAt), lte(cases.receivedAt, at));
  if (answered.length > 0) {
    const indexes = answered.map(({ index }) => index);
    const byMessage = await tx
      .selectDistinct({ id: cases.id })
      .from(cases)
      .innerJoin(caseMessages, eq(caseMessages.caseId, cases.id))
      .innerJoin(messages, eq(messages.id, caseMessages.messageId))
      .where(and(open, inArray(messages.messageIdIndex, indexes)));
    const ids = answered.map(({ id }) => id);
    const byLetter = await tx
      .selectDistinct({ id: cases.id })
      .from(cases)
      .innerJoin(letterCases, eq(letterCases.caseId, cases.id))
      .innerJoin(letters, eq(letters.id, letterCases.letterId))
      .where(and(open, eq(letters.audience, 'customer'), inArray(letters.messageId, ids)));
    const found = [...new Set([...byMessage, ...byLetter].map(({ id }) => id))];
    if (found.length > 0) return found;
  }
  if (recipients.length === 0) return [];
  const byRequester = await tx
    .select({ id: cases.id })
    .from(cases)
    .where(and(open, inArray(cases.requesterIndex, [...recipients])));
  return byRequester.map(({ id }) => id);
}
