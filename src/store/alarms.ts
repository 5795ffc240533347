/**
 * Troubles the second channel is told of: one row for each while it lasts, so that ten workers tell it once. A row is
 * told when it begins and once more when it is over. Instants are the worker's clock's.
 */
import { sql } from 'drizzle-orm';
import type { Case } from '../case/case.ts';
import { type Db, rows, type Tx } from './db.ts';

/** What may be wrong. `authority`: a demand by a public body came in; `authority-waiting`: nobody has taken it for an hour. */
export type AlarmCode =
  | 'mailbox-away'
  | 'mailbox-silent'
  | 'mailbox-emptied'
  | 'digest-missing'
  | 'authority'
  | 'authority-waiting'
  | 'audit-cut';

/**
 * Says that something is wrong; once for as long as it lasts.
 * @param about which one, where there are several of a code: a reference or a day, never anything personal; it is told
 * @returns whether this began it
 */
export async function raiseAlarm(tx: Tx, code: AlarmCode, about: string, at: string): Promise<boolean> {
  const raised = await rows(
    tx,
    sql`insert into alarms (id, code, about, since) values (gen_random_uuid(), ${code}, ${about}, ${at}::timestamptz)
        on conflict (code, about) where ended_at is null do nothing returning id`,
  );
  return raised.length === 1;
}

/** Says that it is over. @returns whether it lasted until now */
export async function endAlarm(tx: Tx, code: AlarmCode, about: string, at: string): Promise<boolean> {
  const ended = await rows(
    tx,
    // Later than it was told: what ends in the instant of the telling is told to be over as well.
    sql`update alarms set ended_at = greatest(${at}::timestamptz, told_at + interval '1 millisecond'), attempts = 0, next_attempt_at = null
        where code = ${code} and about = ${about} and ended_at is null returning id`,
  );
  return ended.length === 1;
}

/** Open demands of public bodies that were told of at `since` or before, once and not again. */
export async function demandsToldOnce(tx: Tx, since: string): Promise<readonly Case[]> {
  const found = await rows<{ state: Case }>(
    tx,
    sql`select c.state from alarms a join cases c on c.reference = a.about
        where a.code = 'authority' and a.ended_at is null and a.since <= ${since}::timestamptz and c.closed_at is null
          and not exists (select from alarms b where b.code = 'authority-waiting' and b.about = a.about)`,
  );
  return found.map(({ state }) => state);
}

/** Something the second channel does not know yet. */
export interface UntoldAlarm {
  readonly id: string;
  readonly code: AlarmCode;
  readonly about: string;
  readonly since: string;
  /** Null: it lasts. */
  readonly endedAt: string | null;
  readonly attempts: number;
}

/** Seconds until an attempt that came to nothing is made again: 30, 60, 120 … 900, longer than an attempt may take. */
const firstWait = 30;
const longestWait = 900;

/**
 * Takes what is to be told now. The time of the next attempt is written with the claim, so that a worker that dies, or is
 * not heard, leaves it to whoever comes after that. What began and ended without being told is told for a day.
 */
export async function claimUntold(db: Db, now: string, most = 20): Promise<readonly UntoldAlarm[]> {
  const claimed = await rows<Omit<UntoldAlarm, 'attempts'> & { attempts: number | string }>(
    db.query,
    sql`update alarms a set attempts = a.attempts + 1,
          next_attempt_at = ${now}::timestamptz + make_interval(secs => least(${longestWait}, ${firstWait} * power(2, least(a.attempts, 10))))
        from (select id from alarms
              where ((told_at is null and (ended_at is null or ended_at > ${now}::timestamptz - interval '1 day')) or told_at < ended_at)
                and (next_attempt_at is null or next_attempt_at <= ${now}::timestamptz)
              order by since limit ${most} for update skip locked) chosen
        where a.id = chosen.id
        returning a.id, a.code, a.about, ${utc('a.since')} as since, ${utc('a.ended_at')} as "endedAt", a.attempts`,
  );
  return claimed.map((row) => ({ ...row, attempts: Number(row.attempts) }));
}

function utc(column: string) {
  return sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
}

/** The second channel took it. An end that came meanwhile is still to be told. */
export async function noteTold(db: Db, { id, endedAt }: Pick<UntoldAlarm, 'id' | 'endedAt'>, at: string): Promise<void> {
  const told =
    endedAt === null
      ? sql`least(${at}::timestamptz, ended_at - interval '1 millisecond')`
      : sql`greatest(${at}::timestamptz, ended_at + interval '1 millisecond')`;
  await db.query.execute(sql`update alarms set told_at = ${told}, attempts = 0, next_attempt_at = null where id = ${id}`);
}

/** A trouble as it stands in an overview. */
export interface ToldAlarm {
  readonly code: AlarmCode;
  readonly at: string;
  /** Null: it lasts. */
  readonly endedAt: string | null;
}

/** What began in a span, was over in it, or lasts; oldest first. Demands of public bodies are not among them. */
export async function alarmsIn(tx: Tx, { from, to }: { readonly from: string; readonly to: string }): Promise<readonly ToldAlarm[]> {
  return rows<ToldAlarm>(
    tx,
    sql`select code, ${utc('since')} as at, ${utc('ended_at')} as "endedAt" from alarms
        where code not in ('authority', 'authority-waiting') and since < ${to}::timestamptz and (ended_at is null or ended_at >= ${from}::timestamptz) order by since, code`,
  );
}
