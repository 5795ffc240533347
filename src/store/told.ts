// What our own people were told already, so that ten workers tell it once.
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Case, CaseDates } from '../case/case.ts';
import { caseMessages, cases } from '../schema/case.ts';
import { messages } from '../schema/intake.ts';
import { reviews } from '../schema/letter.ts';
import { type Db, rows, type Tx } from './db.ts';
import { insertNew } from './insert-new.ts';
import type { NewLetter } from './letters.ts';

/** A customer's reply that nobody was told of. */
export interface UntoldReply {
  readonly caseId: string;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly state: Case;
}

/** Oldest first. */
export async function untoldReplies(tx: Tx): Promise<readonly UntoldReply[]> {
  return tx
    .select({ caseId: caseMessages.caseId, messageId: caseMessages.messageId, receivedAt: messages.receivedAt, state: cases.state })
    .from(caseMessages)
    .innerJoin(messages, eq(messages.id, caseMessages.messageId))
    .innerJoin(cases, eq(cases.id, caseMessages.caseId))
    .where(and(eq(caseMessages.role, 'follow-up'), isNull(caseMessages.toldAt)))
    .orderBy(messages.receivedAt);
}

/** Writes the letters that tell of these replies; false, and nothing is written: another worker told one of them. */
export async function insertReplyNotices(
  db: Db,
  replies: readonly UntoldReply[],
  letters: readonly NewLetter[],
  at: string,
): Promise<boolean> {
  return once(db, async (tx) => {
    for (const { caseId, messageId } of replies) {
      const told = await tx
        .update(caseMessages)
        .set({ toldAt: at })
        .where(and(eq(caseMessages.caseId, caseId), eq(caseMessages.messageId, messageId), isNull(caseMessages.toldAt)))
        .returning({ caseId: caseMessages.caseId });
      if (told.length === 0) throw new TakenByAnother();
    }
    await insertNew(tx, { triage: null, cases: [], letters });
  });
}

/** Those of these letters for which a review mail was written, to whomever. */
export async function reviewedAmong(tx: Tx, letterIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (letterIds.length === 0) return new Set();
  const found = await tx
    .selectDistinct({ letterId: reviews.letterId })
    .from(reviews)
    .where(inArray(reviews.letterId, [...letterIds]));
  return new Set(found.map((row) => row.letterId));
}

/** Writes the first review mails of a draft; false, and nothing is written: there are some already. */
export async function insertFirstReviews(db: Db, letterId: string, letters: readonly NewLetter[]): Promise<boolean> {
  return once(db, async (tx) => {
    // Whoever else writes them waits here, and then sees ours.
    await tx.execute(sql`select id from letters where id = ${letterId} for update`);
    if ((await reviewedAmong(tx, [letterId])).size > 0) throw new TakenByAnother();
    await insertNew(tx, { triage: null, cases: [], letters });
  });
}

class TakenByAnother extends Error {}

function once(db: Db, work: (tx: Tx) => Promise<void>): Promise<boolean> {
  return db.transaction(work).then(
    () => true,
    (error: unknown) => {
      if (error instanceof TakenByAnother) return false;
      throw error;
    },
  );
}

/** The dates of a case before and after a changed table of holidays moved any of them. */
export interface MovedDate {
  readonly reference: string;
  readonly from: CaseDates;
  readonly to: CaseDates;
}

/** The dates of cases still open that changed holidays moved since an instant. */
export async function movedByHolidays(tx: Tx, since: string): Promise<readonly MovedDate[]> {
  return rows<MovedDate>(
    tx,
    sql`select c.reference, e.data->'dates' as "to", (
          select b.data->'dates' from case_events b
          where b.case_id = e.case_id and b.version < e.version and b.data ? 'dates' order by b.version desc limit 1) as "from"
        from case_events e join cases c on c.id = e.case_id
        where e.type = 'dates-changed' and e.data->>'because' = 'holidays' and e.at >= ${since} and c.closed_at is null
        order by c.reference, e.version`,
  );
}
