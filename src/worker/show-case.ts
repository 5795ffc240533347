import type { Case } from '../case/case.ts';
import { type CaseFilter, listCaseMessages, listCases, listEvents, loadCase, referencesOf } from '../store/cases.ts';
import { listLetters } from '../store/letters.ts';
import { loadSummaries, type MessageSummary } from '../store/messages.ts';
import { listNotes } from '../store/notes.ts';
import { findTombstone, type Tombstone } from '../store/tombstones.ts';
import { type Context, dayOf } from './context.ts';

/** One line of `tijdig cases --json` (docs/cli.md). */
export interface CaseLine {
  readonly reference: string;
  readonly kind: Case['kind'];
  readonly status: Case['status'];
  readonly requester: string | null;
  readonly language: string;
  readonly receivedAt: string;
  readonly dueOn: string;
  readonly actByOn: string;
  /** Message-IDs of the case's messages; a message without one is named by our own id. */
  readonly messageIds: readonly string[];
  /** References of linked cases. */
  readonly linked: readonly string[];
}

/** Cases, the most urgent first. */
export async function caseLines(context: Context, filter: CaseFilter): Promise<readonly CaseLine[]> {
  const { query } = context.db;
  const rows = await listCases(query, context.subKeys, filter);
  const [names, summaries] = await Promise.all([
    referencesOf(query, [...new Set(rows.flatMap((row) => row.state.linked))]),
    loadSummaries(query, context.subKeys, [...new Set(rows.flatMap((row) => row.messageIds))]),
  ]);
  return rows.map((row) => lineOf(row.state, row.requester, row.messageIds, names, summaries));
}

function lineOf(
  state: Case,
  requester: string | null,
  messageIds: readonly string[],
  names: ReadonlyMap<string, string>,
  summaries: ReadonlyMap<string, MessageSummary>,
): CaseLine {
  return {
    reference: state.reference,
    kind: state.kind,
    status: state.status,
    requester,
    language: state.language,
    receivedAt: state.receivedAt,
    dueOn: state.dates.dueOn,
    actByOn: state.dates.actByOn,
    messageIds: messageIds.map((id) => summaries.get(id)?.messageId ?? id),
    linked: state.linked.flatMap((id) => names.get(id) ?? []),
  };
}

/** Everything about one case; null when there is none of that reference. */
export async function showCase(context: Context, reference: string) {
  const { query } = context.db;
  const loaded = await loadCase(query, context.subKeys, reference);
  if (loaded === null) return null;
  const { state, person } = loaded;
  const [messageRows, events, letters, notes, names, tombstone] = await Promise.all([
    listCaseMessages(query, state.id),
    listEvents(query, state.id),
    listLetters(query, context.subKeys, [state.id]),
    listNotes(query, context.subKeys, state.id),
    referencesOf(query, state.linked),
    findTombstone(query, 'case', state.id),
  ]);
  const summaries = await loadSummaries(
    query,
    context.subKeys,
    messageRows.map((row) => row.messageId),
  );
  const letterNames = await referencesOf(query, [...new Set(letters.flatMap((letter) => letter.caseIds))]);
  return {
    ...lineOf(
      state,
      person.requester?.address ?? null,
      messageRows.map((row) => row.messageId),
      names,
      summaries,
    ),
    dates: state.dates,
    identity: state.identity,
    tasks: state.tasks,
    channel: state.channel,
    intakeConfirmed: state.intakeConfirmed,
    assignedTo: state.assignedTo,
    representative: state.representative,
    hold: state.hold,
    ...(state.demand === undefined ? {} : { demand: state.demand }),
    pauses: state.pauses,
    extended: state.extended,
    outsideMessageId: state.outsideMessageId,
    attention: state.attention,
    policyHash: state.policyHash,
    erased: tombstone === null ? null : erasureOf(context, tombstone),
    draft: state.status === 'awaiting-approval' ? state.draft : null,
    quotes: person.quotes,
    entities: person.entities,
    evidence: person.evidence,
    payout: person.payout,
    messages: messageRows.map((row) => ({ id: row.messageId, role: row.role, ...summaries.get(row.messageId) })),
    letters: letters.map(({ id, caseIds, ...letter }) => ({ id, cases: caseIds.flatMap((one) => letterNames.get(one) ?? []), ...letter })),
    notes,
    events: events.map((event) => ({
      version: event.version,
      at: Temporal.Instant.from(event.at.replace(' ', 'T')).toString(),
      ...event.data,
    })),
  };
}

export type ShownCase = NonNullable<Awaited<ReturnType<typeof showCase>>>;

/** That the content of a case was erased: on which day, by which rule of the policy, or because the person asked for it. */
export interface ShownErasure {
  readonly on: string;
  readonly rule: string;
  readonly because: Tombstone['because'];
}

export function erasureOf(context: Context, { at, rule, because }: Tombstone): ShownErasure {
  return { on: dayOf(context, Temporal.Instant.from(at)).toString(), rule, because };
}
