/** What staff do on the page of a case and nowhere else: letters rewritten, cases linked and split, notes, files. */
import type { Refusal } from '../case/command.ts';
import type { RequestKind } from '../case/kind.ts';
import { draftChanged, kindTaken } from '../case/refusal.ts';
import { kindsOfMessage, loadCase } from '../store/cases.ts';
import { type Attachment, loadLetter } from '../store/letters.ts';
import { insertNote } from '../store/notes.ts';
import { carryOut, recordDraft } from './carry-out.ts';
import type { Context } from './context.ts';
import { writeCaseLetter } from './customer-letters.ts';
import { noInput } from './letter-input.ts';
import { openCases } from './open-cases.ts';
import { settleByHand } from './settle-by-hand.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';
import { addLoaded } from './work.ts';

/** A draft as a colleague rewrote it. */
export interface Rewritten {
  /** The draft they saw. */
  readonly hash: string;
  readonly body: string;
  /** Which of its files stay, from 0. */
  readonly keep: readonly number[];
  readonly added: readonly Attachment[];
}

/**
 * Rewrites the editable part and the files of the draft that waits; its approvals are gone, and the editor counts as one of
 * the people it needs. Refused when the draft is no longer the one they saw: nobody's words are overwritten unseen.
 */
export function rewriteDraft(context: Context, reference: string, by: string, wish: Rewritten): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state, person }) => {
    if (state.status !== 'awaiting-approval' || state.draft.hash !== wish.hash) return draftChanged();
    const { letterId, letterKind } = state.draft;
    const stored = await loadLetter(context.db.query, context.subKeys, letterId);
    if (stored === null) return draftChanged();
    const kept = stored.content.attachments.filter((_, index) => wish.keep.includes(index));
    const making = { input: { ...noInput, ...stored.content.input, body: wish.body }, attachments: [...kept, ...wish.added] };
    const written = await writeCaseLetter(context, state, person, letterKind, making);
    return written === null ? draftChanged() : recordDraft(context, work, state.id, letterKind, written, by);
  });
}

/** A note that comes with no command. False: no such case. */
export async function writeNote(context: Context, reference: string, by: string, text: string): Promise<boolean> {
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded === null) return false;
  await context.db.transaction((tx) => insertNote(tx, context.subKeys, loaded.state.id, by, text));
  return true;
}

/** Links two cases, or takes the link away again, at both ends at once. */
export function linkCases(
  context: Context,
  reference: string,
  by: string,
  other: string,
  how: 'link-case' | 'unlink-case',
): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state }) => {
    const found = other === reference ? null : await loadCase(context.db.query, context.subKeys, other);
    if (found === null) return noSuchReference;
    addLoaded(work, found);
    const refusal = await carryOut(context, work, state.id, { type: how, caseId: found.state.id, by });
    if (refusal !== null) return refusal;
    // The other end may know of it already: a case that a later one continues.
    await carryOut(context, work, found.state.id, { type: how, caseId: state.id, by });
    return null;
  });
}

const noSuchReference: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Er is geen ander dossier met dat kenmerk. Kijk het na; het staat boven elk dossier.',
    en: 'There is no other case of that reference. Check it; it stands at the top of every case.',
  },
};

/**
 * One more request that the same message holds: a case of its own, linked, with the same requester and the time at which the
 * message reached us. It is not acknowledged again: the message was.
 */
export function splitCase(context: Context, reference: string, by: string, kind: RequestKind): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state, person, requesterIndex }) => {
    const taken = await kindsOfMessage(context.db.query, state.openingMessageId, '');
    if (taken.includes(kind)) return kindTaken();
    const before = new Set(work.cases.keys());
    await openCases(
      context,
      work,
      null,
      {
        disposition: 'request',
        requests: [],
        language: state.language,
        person: true,
        acknowledge: false,
        reasons: [],
        entities: person.entities,
      },
      {
        messageId: state.openingMessageId,
        receivedAt: Temporal.Instant.from(state.receivedAt),
        kinds: [kind],
        attention: [],
        continues: [state.id],
        requesterIndex,
        acknowledgement: 'none',
        channel: state.channel,
        intakeConfirmed: state.intakeConfirmed,
        openedBy: by,
      },
    );
    for (const [id, one] of work.cases) if (!before.has(id)) work.cases.set(id, { ...one, person });
    return null;
  });
}

/** Somebody looked and says whether a letter left. False: no letter of this case waits for that answer. */
export async function sayWhetherItLeft(context: Context, reference: string, by: string, left: boolean): Promise<boolean> {
  const status = await settleByHand(context, reference, left);
  if (status === null) return false;
  await writeNote(
    context,
    reference,
    by,
    left ? 'De brief is vertrokken. / The letter left.' : 'De brief is niet vertrokken. / The letter did not leave.',
  );
  return true;
}

export type { Attachment };
