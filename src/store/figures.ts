/** Numbers for the manager's page, counted by the database; without demands of public bodies. Reads only. */
import { sql } from 'drizzle-orm';
import type { CaseKind } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { rows, type Tx } from './db.ts';
import { known } from './queue.ts';

/** Open cases of one kind: what is late, what is to be done within seven days, and the rest. */
export interface OpenOfKind {
  readonly kind: CaseKind;
  readonly late: number;
  readonly soon: number;
  readonly calm: number;
  readonly unassigned: number;
  /** Past our own promise, within the law. */
  readonly promisePassed: number;
  /** Past the legal term. */
  readonly legalPassed: number;
}

/** Answered cases of one kind in one week. */
export interface AnsweredInWeek {
  /** Its Monday. */
  readonly week: Day;
  readonly kind: CaseKind;
  readonly count: number;
  /** Days from receipt to the end of the case: the middle one, and the longest. */
  readonly median: number;
  readonly longest: number;
  /** Answered after our own promise, within the law. */
  readonly promiseMissed: number;
  /** Answered after the legal term. */
  readonly legalMissed: number;
}

type Numbers<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]: string | number };

export async function openByKind(tx: Tx, today: Day): Promise<readonly OpenOfKind[]> {
  const found = await rows<Numbers<OpenOfKind, Exclude<keyof OpenOfKind, 'kind'>>>(
    tx,
    sql`select kind,
      count(*) filter (where due_on < ${today}::date) as late,
      count(*) filter (where due_on >= ${today}::date and act_by_on <= ${today}::date + 7) as soon,
      count(*) filter (where due_on >= ${today}::date and act_by_on > ${today}::date + 7) as calm,
      count(*) filter (where state->>'assignedTo' is null) as unassigned,
      count(*) filter (where policy_on < ${today}::date and legal_on >= ${today}::date) as "promisePassed",
      count(*) filter (where legal_on < ${today}::date) as "legalPassed"
      from cases where closed_at is null and ${known({ demands: false })} group by kind order by count(*) desc, kind`,
  );
  return found.map((row) => ({
    kind: row.kind,
    late: Number(row.late),
    soon: Number(row.soon),
    calm: Number(row.calm),
    unassigned: Number(row.unassigned),
    promisePassed: Number(row.promisePassed),
    legalPassed: Number(row.legalPassed),
  }));
}

/** Cases that were answered since a day, by the week in which they ended; withdrawn ones and those that were none are left out. */
export async function answeredByWeek(tx: Tx, since: Day, timeZone: string): Promise<readonly AnsweredInWeek[]> {
  const found = await rows<Numbers<AnsweredInWeek, Exclude<keyof AnsweredInWeek, 'kind' | 'week'>>>(
    tx,
    sql`select to_char(date_trunc('week', ended), 'YYYY-MM-DD') as week, kind, count(*) as count,
      percentile_cont(0.5) within group (order by days) as median, max(days) as longest,
      count(*) filter (where policy_on < ended::date and legal_on >= ended::date) as "promiseMissed",
      count(*) filter (where legal_on < ended::date) as "legalMissed"
      from (
        select kind, policy_on, legal_on, closed_at at time zone ${timeZone} as ended,
          (closed_at at time zone ${timeZone})::date - (received_at at time zone ${timeZone})::date as days
        from cases where ${known({ demands: false })} and status in ('completed', 'partly-completed', 'refused')
          and closed_at >= (${since}::date)::timestamp at time zone ${timeZone}
      ) answered group by 1, 2 order by 1, 2`,
  );
  return found.map((row) => ({
    week: row.week,
    kind: row.kind,
    count: Number(row.count),
    median: Number(row.median),
    longest: Number(row.longest),
    promiseMissed: Number(row.promiseMissed),
    legalMissed: Number(row.legalMissed),
  }));
}
