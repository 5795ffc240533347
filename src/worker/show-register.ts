/**
 * The register of requests that a supervisory authority asks for (GDPR art. 5(2), 58(1)(a)): what was asked when, by which date
 * it had to be answered, and whether it was. References, kinds and dates: nothing in it says who asked or what they wrote.
 */
import type { Case, Channel } from '../case/case.ts';
import { daysOf } from '../case/dates-of.ts';
import type { CaseKind } from '../case/kind.ts';
import { withheldCount, withheldParts } from '../case/withheld-count.ts';
import { type RegisteredCase, requestsIn } from '../store/register.ts';
import { type Context, dayOf } from './context.ts';
import { spanOf } from './overview-facts.ts';

/** One request. Days are local; `null`: there is none. */
export interface RegisterRow {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly receivedOn: string;
  readonly channel: Channel;
  /** What our own policy promised. */
  readonly promisedOn: string | null;
  readonly legalOn: string;
  readonly dueOn: string;
  /** Once, by GDPR art. 12(3). */
  readonly extended: boolean;
  /** Days the clock stood still with a manager's consent. */
  readonly pausedDays: number;
  /** How the requester's identity was verified; `not-needed`, or null: it was not. */
  readonly verified: 'staff' | 'code' | 'address-on-file' | 'not-needed' | null;
  /** The status; `open` while it is. */
  readonly outcome: 'open' | Case['status'];
  readonly endedOn: string | null;
  /** Null: open and not late, or promised nothing. */
  readonly inTimeByLaw: boolean | null;
  readonly inTimeByPromise: boolean | null;
}

/** @param to the last day, included */
export async function registerOf(context: Context, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<readonly RegisterRow[]> {
  const span = spanOf(context, from, to.add({ days: 1 }));
  return (await requestsIn(context.db.query, span.from, span.to)).map((one) => rowOf(context, one));
}

function rowOf(context: Context, { state, closedAt }: RegisteredCase): RegisterRow {
  const { dates, identity } = state;
  const today = dayOf(context, context.clock.now());
  const endedOn = closedAt === null ? null : dayOf(context, Temporal.Instant.from(closedAt)).toString();
  return {
    reference: state.reference,
    kind: state.kind,
    receivedOn: dayOf(context, Temporal.Instant.from(state.receivedAt)).toString(),
    channel: state.channel,
    promisedOn: dates.policyOn,
    legalOn: dates.legalOn,
    dueOn: dates.dueOn,
    extended: state.extended,
    pausedDays: daysOf(
      state.pauses.filter(({ acceptedBy }) => acceptedBy !== null),
      today,
    ),
    verified: identity.verified?.method ?? (identity.needed ? null : 'not-needed'),
    outcome: endedOn === null ? 'open' : state.status,
    endedOn,
    inTimeByLaw: inTime(dates.legalOn, endedOn, today.toString()),
    inTimeByPromise: dates.policyOn === null ? null : inTime(dates.policyOn, endedOn, today.toString()),
  };
}

/** On the day itself is in time; what is open and late is not, whenever it will be answered. */
function inTime(day: string, endedOn: string | null, today: string): boolean | null {
  if (endedOn !== null) return endedOn <= day;
  return today > day ? false : null;
}

/** How many requests of a kind had an outcome; null: withheld, since so few people may be recognised (policy §3). */
export interface RegisterCount {
  readonly kind: CaseKind;
  readonly outcome: RegisterRow['outcome'];
  readonly count: number | null;
}

/** Counts that may leave the company. The total is one of them, and gives none of the withheld ones away. */
export function statisticsOf(rows: readonly RegisterRow[]): { readonly total: number | null; readonly counts: readonly RegisterCount[] } {
  const groups = Map.groupBy(rows, ({ kind, outcome }) => `${kind} ${outcome}`);
  const found = [...groups.values()].flatMap((all) => (all[0] === undefined ? [] : [{ ...all[0], count: all.length }]));
  found.sort((one, other) => one.kind.localeCompare(other.kind) || one.outcome.localeCompare(other.outcome));
  const parts = withheldParts(found.map(({ count }) => count));
  const counts = found.map(({ kind, outcome }, at) => ({ kind, outcome, count: parts[at] ?? null }));
  return { total: withheldCount(rows.length), counts };
}
