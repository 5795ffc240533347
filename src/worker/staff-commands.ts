/** What staff can do to a case from the command line (and, later, the console): the same commands a mail reply gives. */

import type { Case } from '../case/case.ts';
import type { CaseCommand, Refusal } from '../case/command.ts';
import type { RequestKind } from '../case/kind.ts';
import { loadCase } from '../store/cases.ts';
import { isConflict } from '../store/db.ts';
import { carryOut, type Extras } from './carry-out.ts';
import type { Context } from './context.ts';
import { addLoaded, beginWork, commitWork, isOvertaken, type Work } from './work.ts';

/** What came of it: the case as it now stands and what was written, or why not. */
export type StaffOutcome =
  | {
      readonly done: true;
      readonly case: Case;
      readonly released: boolean;
      readonly drafted: boolean /** A draft was asked for, but no requester is known. */;
      readonly addressless: boolean;
    }
  | { readonly done: false; readonly refusal: Refusal }
  | { readonly done: false; readonly refusal: null };

const noSuchCase: StaffOutcome = { done: false, refusal: null };

/** Loads the case, carries the command out and commits; starts over when somebody was quicker. */
export async function commandCase(
  context: Context,
  reference: string,
  makeCommand: (current: Case) => CaseCommand | Refusal,
  extras: Extras & { readonly note?: { readonly by: string; readonly text: string } } = {},
): Promise<StaffOutcome> {
  for (let attempt = 1; ; attempt++) {
    const loaded = await loadCase(context.db.query, context.subKeys, reference);
    if (loaded === null) return noSuchCase;
    const command = makeCommand(loaded.state);
    if ('code' in command) return { done: false, refusal: command };
    const work = beginWork();
    addLoaded(work, loaded);
    const refusal = await carryOut(context, work, loaded.state.id, command, extras);
    if (refusal !== null) return { done: false, refusal };
    if (extras.note !== undefined) work.notes.push({ caseId: loaded.state.id, ...extras.note });
    try {
      await commitWork(context.db, work, context.subKeys);
      return outcomeOf(work, loaded.state.id);
    } catch (error) {
      if (attempt >= 5 || !(isOvertaken(error) || isConflict(error))) throw error;
    }
  }
}

function outcomeOf(work: Work, caseId: string): StaffOutcome {
  const state = work.cases.get(caseId)?.state;
  if (state === undefined) throw new Error('the case is not in its own work');
  const released =
    work.releases.length > 0 || work.letters.some((letter) => letter.kind === 'completion-notice' && letter.status === 'queued');
  const drafted = work.letters.some((letter) => letter.kind === 'completion-notice');
  const asked = work.cases.get(caseId)?.events.some((event) => event.type === 'draft-requested') ?? false;
  return { done: true, case: state, released, drafted, addressless: asked && !drafted };
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
  return commandCase(context, reference, () => ({ type: 'tick-task', task, by, at: context.clock.now().toString() }));
}

/** A person read the message and says what it is; `none`: no request after all. */
export function determine(context: Context, reference: string, kind: RequestKind | 'none', by: string): Promise<StaffOutcome> {
  const at = context.clock.now().toString();
  return commandCase(context, reference, () =>
    kind === 'none' ? { type: 'close-as-no-request', by, at } : { type: 'determine-kind', kind, by },
  );
}

/** Asks for the completion notice, with staff's own words and files. */
export function complete(
  context: Context,
  reference: string,
  by: string,
  completion: NonNullable<Extras['completion']>,
): Promise<StaffOutcome> {
  return commandCase(context, reference, () => ({ type: 'request-completion', by }), { completion });
}
