/** What the console's queue shows: open cases by act-by date, a page at a time. Reads only. */
import { and, count, eq, isNull, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Attention, CaseStatus } from '../case/case.ts';
import { type CaseKind, confidentialKinds } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { openKey, type SubKeys, unsealJson } from '../privacy/seal.ts';
import { cases } from '../schema/case.ts';
import { dataKeys } from '../schema/site.ts';
import type { CasePerson } from './cases.ts';
import { rows, type Tx } from './db.ts';

/** A case as lists show it. */
export interface ListedCase {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly receivedAt: string;
  readonly dueOn: Day;
  readonly actByOn: Day;
  /** Null: it is open. */
  readonly closedAt: string | null;
  readonly attention: readonly Attention[];
  /** Staff id. */
  readonly assignedTo: string | null;
  /** Null: nobody could be named, or the person was erased. */
  readonly requester: { readonly address: string; readonly name: string } | null;
}

export const queueViews = ['all', 'mine', 'unassigned', 'overdue', 'approval'] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueFilter {
  readonly view: QueueView;
  readonly kind: CaseKind | null;
  readonly status: CaseStatus | null;
  /** Who looks: a staff id. */
  readonly viewer: string;
  /** The day it is, for what is overdue. */
  readonly today: Day;
  /** Whether the viewer may know of demands of public bodies. */
  readonly demands: boolean;
}

const listed = { state: cases.state, person: cases.person, wrapped: dataKeys.wrapped };
type Row = { state: typeof cases.$inferSelect.state; person: Uint8Array | null; wrapped: Uint8Array | null };

/** One page of the queue, from 0, and how many cases there are in all of it. */
export async function queuePage(
  tx: Tx,
  subKeys: SubKeys,
  filter: QueueFilter,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly cases: readonly ListedCase[]; readonly total: number }> {
  const wanted = and(isNull(cases.closedAt), known(filter), within(filter), ...exactly(filter));
  const [found, [counted]] = await Promise.all([
    tx
      .select(listed)
      .from(cases)
      .leftJoin(dataKeys, eq(dataKeys.id, cases.keyId))
      .where(wanted)
      .orderBy(cases.actByOn, cases.dueOn, cases.reference)
      .limit(size)
      .offset(page * size),
    tx.select({ total: count() }).from(cases).where(wanted),
  ]);
  return { cases: found.map((row) => toListed(row, subKeys)), total: counted?.total ?? 0 };
}

/** How many open cases each view holds. */
export async function queueCounts(
  tx: Tx,
  filter: Pick<QueueFilter, 'viewer' | 'today' | 'demands'>,
): Promise<Readonly<Record<QueueView, number>>> {
  const each = queueViews.map(
    (view) => sql`count(*) filter (where ${within({ ...filter, view }) ?? sql`true`}) as ${sql.identifier(view)}`,
  );
  const [row] = await rows<Record<QueueView, string | number>>(
    tx,
    sql`select ${sql.join(each, sql`, `)} from ${cases} where ${and(isNull(cases.closedAt), known(filter))}`,
  );
  return Object.fromEntries(queueViews.map((view) => [view, Number(row?.[view] ?? 0)])) as Record<QueueView, number>;
}

/** What the viewer may know of. */
export function known({ demands }: Pick<QueueFilter, 'demands'>): SQL | undefined {
  return demands ? undefined : notInArray(cases.kind, [...confidentialKinds]);
}

function within({ view, viewer, today }: Pick<QueueFilter, 'view' | 'viewer' | 'today'>): SQL | undefined {
  const assigned = sql`${cases.state}->>'assignedTo'`;
  switch (view) {
    case 'all':
      return undefined;
    case 'mine':
      return sql`${assigned} = ${viewer}`;
    case 'unassigned':
      return sql`${assigned} is null`;
    case 'overdue':
      return sql`${cases.dueOn} < ${today}`;
    case 'approval':
      return sql`${cases.status} = 'awaiting-approval' and not ${cases.state}->'draft'->'approvals' @> to_jsonb(${viewer}::text)`;
    default:
      return view satisfies never;
  }
}

function exactly({ kind, status }: QueueFilter): readonly (SQL | undefined)[] {
  return [kind === null ? undefined : eq(cases.kind, kind), status === null ? undefined : eq(cases.status, status)];
}

/** A row as it is listed; the same for every list. */
export function toListed({ state, person, wrapped }: Row, subKeys: SubKeys): ListedCase {
  const opened = person === null || wrapped === null ? null : unsealJson<CasePerson>(person, openKey(subKeys, wrapped));
  const { reference, kind, status, receivedAt, dates, attention } = state;
  return {
    reference,
    kind,
    status,
    receivedAt,
    dueOn: dates.dueOn,
    actByOn: dates.actByOn,
    closedAt: 'closedAt' in state ? state.closedAt : null,
    attention,
    assignedTo: state.assignedTo,
    requester: opened?.requester ?? null,
  };
}
