/** Numbers of a span for the digest and the summaries, counted by the database. Reads only. Demands of public bodies are in none. */
import { sql } from 'drizzle-orm';
import { type CaseKind, caseKinds, isConfidential } from '../case/kind.ts';
import type { ErasedSubject } from '../schema/site.ts';
import { rows, type Tx } from './db.ts';

/** A span of instants, its end not in it, and the time zone in which days are counted. */
export interface Span {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

const confidential = sql.raw(
  caseKinds
    .filter(isConfidential)
    .map((kind) => `'${kind}'`)
    .join(', '),
);

/** Answered cases of one kind, or of all (`kind` null), and how they stood to their dates. Days are calendar days. */
export interface Answered {
  readonly kind: CaseKind | null;
  readonly count: number;
  readonly median: number;
  readonly longest: number;
  readonly promiseMissed: number;
  readonly legalMissed: number;
}

/** Cases that were answered in the span, by kind and together; withdrawn ones and those that were none are left out. */
export async function answeredIn(tx: Tx, { from, to, timeZone }: Span): Promise<readonly Answered[]> {
  const found = await rows<Record<keyof Answered, string | number> & { kind: CaseKind | null }>(
    tx,
    sql`select kind, count(*) as count, percentile_cont(0.5) within group (order by days) as median, max(days) as longest,
        count(*) filter (where policy_on < ended and legal_on >= ended) as "promiseMissed",
        count(*) filter (where legal_on < ended) as "legalMissed"
        from (select kind, policy_on, legal_on, (closed_at at time zone ${timeZone})::date as ended,
            (closed_at at time zone ${timeZone})::date - (received_at at time zone ${timeZone})::date as days
          from cases where status in ('completed', 'partly-completed', 'refused') and kind not in (${confidential})
            and closed_at >= ${from}::timestamptz and closed_at < ${to}::timestamptz) answered
        group by grouping sets ((kind), ()) having count(*) > 0 order by kind nulls last`,
  );
  return found.map((row) => ({
    kind: row.kind,
    count: Number(row.count),
    median: Number(row.median),
    longest: Number(row.longest),
    promiseMissed: Number(row.promiseMissed),
    legalMissed: Number(row.legalMissed),
  }));
}

/** Cases received in the span, by kind. */
export async function openedIn(tx: Tx, { from, to }: Span): Promise<readonly { readonly kind: CaseKind; readonly count: number }[]> {
  const found = await rows<{ kind: CaseKind; count: string | number }>(
    tx,
    sql`select kind, count(*) as count from cases where kind not in (${confidential})
        and received_at >= ${from}::timestamptz and received_at < ${to}::timestamptz group by kind order by kind`,
  );
  return found.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

/** Cases open at an instant, and those of them past the date they are due by now. */
export async function openAt(tx: Tx, at: string, timeZone: string): Promise<{ readonly open: number; readonly overdue: number }> {
  const [row] = await rows<Record<'open' | 'overdue', string | number>>(
    tx,
    sql`select count(*) as open, count(*) filter (where due_on < (${at}::timestamptz at time zone ${timeZone})::date) as overdue
        from cases where kind not in (${confidential})
        and received_at < ${at}::timestamptz and (closed_at is null or closed_at >= ${at}::timestamptz)`,
  );
  return { open: Number(row?.open), overdue: Number(row?.overdue) };
}

/**
 * What the classifier read in the span: messages of people, how many of them it handed to a person because it was not sure,
 * and how many requests turned out to be in them, as staff have them now.
 */
export async function classifiedIn(
  tx: Tx,
  { from, to }: Span,
): Promise<{ readonly read: number; readonly toPeople: number; readonly requests: number }> {
  const [row] = await rows<Record<'read' | 'toPeople' | 'requests', string | number>>(
    tx,
    sql`select count(*) as read,
        count(*) filter (where exists (select from cases c join case_events e on e.case_id = c.id and e.type = 'case-opened'
          where c.opening_message_id = m.id and e.data->>'kind' = 'undetermined')) as "toPeople",
        count(*) filter (where exists (select from cases c where c.opening_message_id = m.id
          and c.kind not in ('undetermined', ${confidential}) and c.status <> 'not-a-request')) as requests
        from messages m where m.disposition in ('request', 'follow_up', 'none')
        and m.received_at >= ${from}::timestamptz and m.received_at < ${to}::timestamptz`,
  );
  return { read: Number(row?.read), toPeople: Number(row?.toPeople), requests: Number(row?.requests) };
}

/** What was erased in the span, by what it was. */
export async function erasedIn(tx: Tx, { from, to }: Span): Promise<Readonly<Record<ErasedSubject, number>>> {
  const found = await rows<{ subject: ErasedSubject; count: string | number }>(
    tx,
    sql`select subject, count(*) as count from erasures where at >= ${from}::timestamptz and at < ${to}::timestamptz group by subject`,
  );
  const of = (subject: ErasedSubject) => Number(found.find((row) => row.subject === subject)?.count ?? 0);
  return { message: of('message'), letter: of('letter'), case: of('case') };
}
