import { and, eq, sql } from 'drizzle-orm';
import type { Case } from '../case/case.ts';
import { cases } from '../schema/case.ts';
import { digests, type LetterStatus, letters } from '../schema/letter.ts';
import { type Db, rows, type Tx } from './db.ts';
import { insertNew } from './insert-new.ts';
import type { NewLetter } from './letters.ts';

/** A letter of which everybody gets one a day, or one a week or month: then the day is the first of that span. */
export type DailyKind = 'digest' | 'morning' | 'week' | 'month';

/** Writes one daily letter with its row for the day; false when that person has one of this kind already, whoever made it. */
export async function insertDaily(db: Db, on: string, kind: DailyKind, letter: NewLetter & { readonly staffId: string }): Promise<boolean> {
  return db
    .transaction(async (tx) => {
      const taken = await rows(tx, sql`select 1 from digests where "on" = ${on} and kind = ${kind} and staff_id = ${letter.staffId}`);
      if (taken.length > 0) return false;
      await insertNew(tx, { triage: null, cases: [], letters: [letter] });
      const won = await tx
        .insert(digests)
        .values({ on, kind, staffId: letter.staffId, letterId: letter.id })
        .onConflictDoNothing()
        .returning({ on: digests.on });
      if (won.length === 0) throw new DailyTaken();
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof DailyTaken) return false;
      throw error;
    });
}

class DailyTaken extends Error {}

/** Ids of those who have their letter of this kind and day. */
export async function dailyOn(db: Db, on: string, kind: DailyKind): Promise<ReadonlySet<string>> {
  const found = await db.query
    .select({ staffId: digests.staffId })
    .from(digests)
    .where(and(eq(digests.on, on), eq(digests.kind, kind)));
  return new Set(found.map((row) => row.staffId));
}

/** The last day before `on` that had a digest; null: none had. */
export async function lastDigestBefore(tx: Tx, on: string): Promise<string | null> {
  const [found] = await tx
    .select({ on: sql<string | null>`max(${digests.on})::text` })
    .from(digests)
    .where(sql`${digests.on} < ${on} and ${digests.kind} = 'digest'`);
  return found?.on ?? null;
}

/** What became of the letters of a kind and day, and when each was written, by the database's clock. */
export async function lettersOfDay(
  tx: Tx,
  on: string,
  kind: DailyKind,
): Promise<readonly { readonly status: LetterStatus; readonly writtenAt: string }[]> {
  return tx
    .select({
      status: letters.status,
      writtenAt: sql<string>`to_char(${digests.writtenAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    })
    .from(digests)
    .innerJoin(letters, eq(letters.id, digests.letterId))
    .where(and(eq(digests.on, on), eq(digests.kind, kind)));
}

/** Closed cases under a legal hold. */
export async function closedOnHold(tx: Tx): Promise<readonly Case[]> {
  const found = await tx
    .select({ state: cases.state })
    .from(cases)
    .where(sql`${cases.closedAt} is not null and jsonb_typeof(${cases.state}->'hold') = 'object'`)
    .orderBy(cases.reference);
  return found.map((row) => row.state);
}

/** Every open case, the most urgent first. */
export async function openCases(tx: Tx): Promise<readonly Case[]> {
  const found = await tx
    .select({ state: cases.state })
    .from(cases)
    .where(sql`${cases.closedAt} is null`)
    .orderBy(cases.actByOn, cases.dueOn, cases.reference);
  return found.map((row) => row.state);
}

/** Cases closed since an instant. */
export async function closedSince(tx: Tx, since: string): Promise<readonly Case[]> {
  const found = await tx.select({ state: cases.state }).from(cases).where(sql`${cases.closedAt} >= ${since}`).orderBy(cases.reference);
  return found.map((row) => row.state);
}

/** Numbers of the span `[from, to)`, instants. */
export async function numbersBetween(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ received: number; opened: number; acknowledged: number; completed: number }> {
  const [row] = await rows<Record<'received' | 'opened' | 'acknowledged' | 'completed', string | number>>(
    tx,
    sql`select
      (select count(*) from messages where received_at >= ${from} and received_at < ${to} and folder_role <> 'sent') as received,
      (select count(*) from cases where received_at >= ${from} and received_at < ${to}) as opened,
      (select count(*) from letters where kind = 'acknowledgement' and sent_at >= ${from} and sent_at < ${to}) as acknowledged,
      (select count(*) from cases where status in ('completed', 'partly-completed') and closed_at >= ${from} and closed_at < ${to}) as completed`,
  );
  return {
    received: Number(row?.received),
    opened: Number(row?.opened),
    acknowledged: Number(row?.acknowledged),
    completed: Number(row?.completed),
  };
}
