/** What staff can do to a case, from the command line and from the console: the same commands a mail reply gives. */
import type { Case } from '../case/case.ts';
import type { CaseCommand, Refusal } from '../case/command.ts';
import { type CaseLetterKind, type DeterminedKind, determinedKinds, isCaseLetter } from '../case/kind.ts';
import { kindsOfMessage, type LoadedCase, loadCase } from '../store/cases.ts';
import { isConflict } from '../store/db.ts';
import { carryOut, type Extras } from './carry-out.ts';
import type { Context } from './context.ts';
import { isOnItsWay } from './follow-up.ts';
import { addLoaded, beginWork, commitWork, isOvertaken, type Work } from './work.ts';

/** What came of it: the case as it now stands and what was written, or why not. */
export type StaffOutcome =
  | {
      readonly done: true;
      readonly case: Case;
      readonly released: boolean;
      readonly drafted: boolean;
      /** A draft was asked for, but there is nobody to write to. */
      readonly addressless: boolean;
    }
  | { readonly done: false; readonly refusal: Refusal }
  /** There is no such case. */
  | { readonly done: false; readonly refusal: null };

const noSuchCase: StaffOutcome = { done: false, refusal: null };

/** What a command may depend on besides the case itself. */
export interface Situation {
  /** An approved letter is being sent and can no longer be stopped. */
  readonly letterOnItsWay: boolean;
}

export interface StaffExtras extends Extras {
  readonly note?: { readonly by: string; readonly text: string };
}

/** Loads the case, carries the command out and commits; starts over when somebody was quicker. */
export function commandCase(
  context: Context,
  reference: string,
  makeCommand: (current: Case, situation: Situation) => CaseCommand | Refusal,
  extras: StaffExtras = {},
): Promise<StaffOutcome> {
  return changeCase(context, reference, extras.note ?? null, async (work, { state }) => {
    const command = makeCommand(state, { letterOnItsWay: await isOnItsWay(context, state) });
    return 'code' in command ? command : carryOut(context, work, state.id, command, extras);
  });
}

/** Gathers a change of one case (and of others it touches) and commits it; starts over when somebody was quicker. */
export async function changeCase(
  context: Context,
  reference: string,
  note: StaffExtras['note'] | null,
  change: (work: Work, loaded: LoadedCase) => Promise<Refusal | null>,
): Promise<StaffOutcome> {
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadCase(context.db.query, context.subKeys, reference);
    if (loaded === null) return noSuchCase;
    const work = beginWork();
    addLoaded(work, loaded);
    const refusal = await change(work, loaded);
    if (refusal !== null) return { done: false, refusal };
    if (note != null) work.notes.push({ caseId: loaded.state.id, ...note });
    try {
      await commitWork(context.db, work, context.subKeys);
      return outcomeOf(work, loaded.state.id);
    } catch (error) {
      if (attempt >= 5 || !(isOvertaken(error) || isConflict(error))) throw error;
    }
  }
}

function outcomeOf(work: Work, caseId: string): StaffOutcome {
  const changed = work.cases.get(caseId);
  if (changed === undefined) throw new Error('the case is not in its own work');
  const drafted = work.letters.some((letter) => isCaseLetter(letter.kind));
  const released = changed.events.some((event) => event.type === 'letter-released' || event.type === 'acknowledgement-released');
  const asked = changed.events.some((event) => event.type === 'draft-requested');
  return { done: true, case: changed.state, released, drafted, addressless: asked && !drafted };
}

const noDraft: Refusal = {
  code: 'no-draft',
  text: {
    nl: 'Er ligt geen concept dat op akkoord wacht. Rond eerst de taken af of vraag een concept aan.',
    en: 'There is no draft waiting for approval. Finish the tasks first, or ask for a draft.',
  },
};

/** Approves the draft as it stands at this moment. */
export function approve(context: Context, reference: string, by: string): Promise<StaffOutcome> {
  return commandCase(context, reference, (current) =>
    current.status === 'awaiting-approval' ? { type: 'approve', letterId: current.draft.letterId, hash: current.draft.hash, by } : noDraft,
  );
}

export function reject(context: Context, reference: string, by: string, reason: string): Promise<StaffOutcome> {
  return commandCase(
    context,
    reference,
    (current) => (current.status === 'awaiting-approval' ? { type: 'reject', letterId: current.draft.letterId, by } : noDraft),
    { note: { by, text: reason } },
  );
}

export function tickTask(context: Context, reference: string, task: string, by: string): Promise<StaffOutcome> {
  return commandCase(context, reference, () => ({ type: 'tick-task', task, by }));
}

/** A person read the message and says what it is; `none`: no request after all. */
export async function determine(context: Context, reference: string, kind: DeterminedKind | 'none', by: string): Promise<StaffOutcome> {
  if (kind === 'none') return commandCase(context, reference, () => ({ type: 'close-as-no-request', by }));
  return changeCase(context, reference, null, async (work, { state }) => {
    const taken = await kindsOfMessage(context.db.query, state.openingMessageId, state.id);
    const known = determinedKinds.filter((one) => taken.includes(one));
    return carryOut(context, work, state.id, { type: 'determine-kind', kind, by, taken: known });
  });
}

/** Asks for a letter, with staff's own words and files. */
export function requestLetter(
  context: Context,
  reference: string,
  letterKind: CaseLetterKind,
  by: string,
  extras: StaffExtras = {},
): Promise<StaffOutcome> {
  return commandCase(context, reference, () => ({ type: 'request-letter', letterKind, by }), extras);
}
