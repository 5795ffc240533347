import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/event.ts';
import { isConfidential } from '../case/kind.ts';
import type { Instant } from '../case/policy.ts';
import { type CaseLetter, loadCaseLetters } from '../store/case-letters.ts';
import { type CasePerson, listCaseMessages, listCases, listEvents, loadCase, loadCases } from '../store/cases.ts';
import { listNotes, type Note } from '../store/notes.ts';
import { findTombstone } from '../store/tombstones.ts';
import type { Context } from './context.ts';
import { filesOf } from './prepare-download.ts';
import { erasureOf, type ShownErasure } from './show-case.ts';
import { type ShownDraft, showDraft } from './show-draft.ts';
import { cleanFilename, loadOriginal, type ShownMessage, showMessages } from './show-message.ts';

/** Another case, in a line. */
export interface NamedCase {
  readonly id: string;
  readonly reference: string;
  readonly kind: Case['kind'];
  readonly status: Case['status'];
  readonly receivedAt: Instant;
  readonly dueOn: string;
}

/** Everything the page of a case shows. */
export interface CaseView {
  readonly state: Case;
  readonly person: CasePerson;
  readonly messages: readonly ShownMessage[];
  /** To the customer, oldest first. */
  readonly letters: readonly CaseLetter[];
  /** The letter that waits for approval; null: none. */
  readonly draft: ShownDraft | null;
  readonly notes: readonly Note[];
  /** Oldest first. */
  readonly events: readonly { readonly at: Instant; readonly data: CaseEvent }[];
  readonly linked: readonly NamedCase[];
  /** Other cases of the same person that are not linked, newest first. */
  readonly others: readonly NamedCase[];
  /** Null: its content was not erased. */
  readonly erased: ShownErasure | null;
  /** Until then the last approval may be taken back; null: it may not. */
  readonly undoUntil: Instant | null;
}

/** Null when there is no case of that reference. */
export async function showCaseView(context: Context, reference: string): Promise<CaseView | null> {
  const { query } = context.db;
  const loaded = await loadCase(query, context.subKeys, reference);
  if (loaded === null) return null;
  const { state, person, requesterIndex } = loaded;
  const [roles, events, letters, notes, linked, same, tombstone] = await Promise.all([
    listCaseMessages(query, state.id),
    listEvents(query, state.id),
    loadCaseLetters(query, context.subKeys, state.id),
    listNotes(query, context.subKeys, state.id),
    loadCases(query, context.subKeys, state.linked),
    requesterIndex === null ? [] : listCases(query, context.subKeys, { requesterIndex }),
    findTombstone(query, 'case', state.id),
  ]);
  const draftId = state.status === 'awaiting-approval' ? state.draft.letterId : null;
  const waiting = letters.find((letter) => letter.id === draftId);
  return {
    state,
    person,
    messages: await showMessages(context, roles),
    letters: letters.filter((letter) => letter.audience === 'customer').map(timed),
    draft: waiting === undefined ? null : await showDraft(context, state, person, timed(waiting)),
    notes: notes.map((note) => ({ ...note, at: instantOf(note.at) })),
    events: events.map(({ at, data }) => ({ at: instantOf(at), data })),
    linked: linked.filter((one) => isToldBeside(state, one.state)).map((one) => named(one.state)),
    others: same
      .filter((one) => one.state.id !== state.id && !state.linked.includes(one.state.id) && isToldBeside(state, one.state))
      .map((one) => named(one.state))
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1)),
    erased: tombstone === null ? null : erasureOf(context, tombstone),
    undoUntil: undoUntil(context, state, letters),
  };
}

/** Nothing of a demand stands on the page of a case that others read. */
function isToldBeside(state: Case, other: Case): boolean {
  return !isConfidential(other.kind) || isConfidential(state.kind);
}

function timed(letter: CaseLetter): CaseLetter {
  const at = (written: string | null) => (written === null ? null : instantOf(written));
  return { ...letter, writtenAt: instantOf(letter.writtenAt), sentAt: at(letter.sentAt), nextAttemptAt: at(letter.nextAttemptAt) };
}

function named(state: Case): NamedCase {
  const { id, reference, kind, status, receivedAt, dates } = state;
  return { id, reference, kind, status, receivedAt, dueOn: dates.dueOn };
}

/** An approved letter that has not been tried yet and waits out the time in which people change their minds. */
function undoUntil(context: Context, state: Case, letters: readonly CaseLetter[]): Instant | null {
  if (state.status !== 'in-progress' || state.leaving === null) return null;
  const letter = letters.find(({ id }) => id === state.leaving?.letterId);
  if (letter?.status !== 'queued' || letter.attempts > 0 || letter.nextAttemptAt === null) return null;
  const until = instantOf(letter.nextAttemptAt);
  return Temporal.Instant.compare(Temporal.Instant.from(until), context.clock.now()) > 0 ? until : null;
}

/** ISO 8601, from a column that may be written the database's way. */
function instantOf(written: string): Instant {
  return Temporal.Instant.from(written.replace(' ', 'T')).toString();
}

/** How far the case has moved on; null: no such case. */
export async function caseVersion(context: Context, reference: string): Promise<number | null> {
  return (await loadCase(context.db.query, context.subKeys, reference))?.state.version ?? null;
}

/** A message of this case, byte for byte as it is kept: as it came, but for payment data. */
export async function showOriginal(context: Context, reference: string, messageId: string): Promise<Uint8Array | null> {
  return loadOriginal(context, await messagesOf(context, reference), messageId);
}

/** What became of asking for a part: the part, nothing of the kind, or a message that cannot be opened. */
export type ShownPart<Part> = { readonly part: Part } | { readonly part: null; readonly because: 'missing' | 'unreadable' };

/** The HTML of a message, made harmless. */
export async function showHtml(context: Context, reference: string, messageId: string): Promise<ShownPart<string>> {
  const raw = await showOriginal(context, reference, messageId);
  if (raw === null) return { part: null, because: 'missing' };
  const answer = await context.parsePart(raw, { type: 'html' });
  if (answer.status === 'strike') return { part: null, because: 'unreadable' };
  return answer.part?.type === 'html' ? { part: answer.part.html } : { part: null, because: 'missing' };
}

/** A file that came with a message, under a name that is safe to save. */
export async function showAttachment(
  context: Context,
  reference: string,
  messageId: string,
  index: number,
): Promise<ShownPart<{ readonly name: string; readonly content: Uint8Array }>> {
  const raw = await showOriginal(context, reference, messageId);
  if (raw === null) return { part: null, because: 'missing' };
  const answer = await context.parsePart(raw, { type: 'attachment', index });
  if (answer.status === 'strike') return { part: null, because: 'unreadable' };
  if (answer.part?.type !== 'attachment') return { part: null, because: 'missing' };
  return { part: { name: cleanFilename(answer.part.filename ?? 'file'), content: answer.part.content } };
}

/** A file that goes, or went, with a letter of this case. */
export async function showLetterFile(
  context: Context,
  reference: string,
  letterId: string,
  index: number,
): Promise<{ readonly name: string; readonly content: Uint8Array } | null> {
  const { query } = context.db;
  const loaded = await loadCase(query, context.subKeys, reference);
  const letters = loaded === null ? [] : await loadCaseLetters(query, context.subKeys, loaded.state.id);
  const letter = letters.find(({ id, audience }) => id === letterId && audience === 'customer');
  const file = (await filesOf(context, letterId, letter?.content?.attachments ?? []))[index];
  // What waited on a page that has ended is gone here too.
  return file === undefined || file.waits !== undefined
    ? null
    : { name: cleanFilename(file.filename), content: Buffer.from(file.content, 'base64') };
}

async function messagesOf(context: Context, reference: string): Promise<readonly string[]> {
  const { query } = context.db;
  const loaded = await loadCase(query, context.subKeys, reference);
  if (loaded === null) return [];
  return (await listCaseMessages(query, loaded.state.id)).map(({ messageId }) => messageId);
}

export type { CaseLetter, ShownDraft, ShownMessage };
export { cleanFilename };
