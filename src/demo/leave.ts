/** Cases of different states that are left for the visitor to look at, each made by the commands everybody gives. */
import type { Case } from '../case/case.ts';
import { dayOf } from '../worker/context.ts';
import { openByHand } from '../worker/open-by-hand.ts';
import { approve, commandCase, requestLetter, tickTask } from '../worker/staff-commands.ts';
import { anna, bilal, type Colleague, karin } from './colleagues.ts';
import { parts } from './messages/samples.ts';
import type { Outcome } from './outcome.ts';
import { caseOf, memberOf, must, stateOf } from './read-stage.ts';
import type { Stage } from './stage.ts';

/** One case for the visitor. */
export interface Left {
  readonly state: Case;
  /** Whose it is, and what is to be seen in it. */
  readonly who: string;
  readonly what: string;
  readonly met: boolean;
}

/** Somebody who telephoned. */
const caller = { name: 'Margaret Holloway', address: 'margaret.holloway@quickpost.example' } as const;

/** Addresses outside that get a letter by what is done here. */
export function addressesOfLeft(outcomes: readonly Outcome[]): readonly string[] {
  return [caller.address, partOf(outcomes, 'codeOutstanding').sample.from.address];
}

export function partOf(outcomes: readonly Outcome[], part: keyof typeof parts): Outcome {
  const found = outcomes.find(({ sample }) => sample.name === parts[part]);
  if (found === undefined) throw new Error(`the demo has no message for ${part}`);
  return found;
}

/** The first case a message of the story opened. */
export function referenceOf(outcomes: readonly Outcome[], part: keyof typeof parts): string {
  const reference = partOf(outcomes, part).opened[0]?.reference;
  if (reference === undefined) throw new Error(`no case was opened for ${part}`);
  return reference;
}

function todayOf({ context }: Stage): Temporal.PlainDate {
  return dayOf(context, context.clock.now());
}

/** Brings cases that are there into their states, and opens one by telephone. */
export async function leaveCases(stage: Stage, outcomes: readonly Outcome[]): Promise<readonly Left[]> {
  const [called] = await Promise.all([
    takeCall(stage),
    askForCode(stage, outcomes),
    approveOnce(stage, referenceOf(outcomes, 'secondApproval')),
    placeHold(stage, referenceOf(outcomes, 'onHold')),
    assign(stage, referenceOf(outcomes, 'dueSoon'), karin),
    assign(stage, referenceOf(outcomes, 'freshAndSimple'), karin),
    assign(stage, referenceOf(outcomes, 'toConfirm'), bilal),
  ]);
  return lookAt(stage, outcomes, called);
}

async function approveOnce(stage: Stage, reference: string): Promise<void> {
  const by = memberOf(stage, anna).id;
  const { tasks } = await stateOf(stage, reference);
  for (const task of tasks.filter(({ required }) => required)) must(await tickTask(stage.context, reference, task.id, by));
  must(await approve(stage.context, reference, by));
}

/** A code to the address on file; it is asked for once its letter has left. */
async function askForCode(stage: Stage, outcomes: readonly Outcome[]): Promise<void> {
  const [reference, by] = [referenceOf(outcomes, 'codeOutstanding'), memberOf(stage, bilal).id];
  const to = partOf(outcomes, 'codeOutstanding').sample.from.address;
  must(await requestLetter(stage.context, reference, 'identity-request', by, { input: { to } }));
  must(await approve(stage.context, reference, by));
  await stage.until('the code to be on its way', async () => (await stateOf(stage, reference)).identity.challenge);
}

const holdReason = {
  nl: 'Geschil over de laatste factuur: niets verwijderen voordat dat is afgedaan.',
  en: 'The last invoice is in dispute: nothing is deleted before that is settled.',
} as const;

async function placeHold(stage: Stage, reference: string): Promise<void> {
  const by = memberOf(stage, bilal).id;
  const reviewOn = todayOf(stage).add({ days: 60 }).toString();
  const note = { by, text: holdReason[stage.context.policy.languages.staff] };
  must(
    await commandCase(stage.context, reference, (_state, { letterOnItsWay }) => ({ type: 'place-hold', reviewOn, letterOnItsWay, by }), {
      note,
    }),
  );
}

async function assign(stage: Stage, reference: string, who: Colleague): Promise<void> {
  const to = memberOf(stage, who).id;
  must(await commandCase(stage.context, reference, () => ({ type: 'assign', to, by: to })));
}

/** A refund asked for by telephone, weeks after the service was provided. */
async function takeCall(stage: Stage): Promise<string> {
  const { context } = stage;
  const day = todayOf(stage).subtract({ days: 24 }).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const opened = await openByHand(context, {
    kinds: ['refund'],
    requester: caller,
    receivedAt: context.clock.now().subtract({ minutes: 20 }),
    channel: 'telephone',
    words: `I would like to cancel my order and have my money back. The service was provided on ${day}, and I never used the number.`,
    orderNumber: 'HL-20311',
    phoneNumbers: [],
    language: 'en',
    acknowledge: true,
    by: memberOf(stage, anna).id,
  });
  if (!opened.done) throw new Error(`a call of the demo was refused: ${opened.refusal.code}`);
  const reference = opened.cases[0]?.reference ?? '';
  await stage.until('the acknowledgement of the call', () => stage.letters.find(({ to }) => to === caller.address) ?? null);
  return reference;
}

/** Each as it now stands, and whether that is as it should be. */
async function lookAt(stage: Stage, outcomes: readonly Outcome[], called: string): Promise<readonly Left[]> {
  const today = todayOf(stage).toString();
  const look = async (reference: string, what: string, isSo: (state: Case) => boolean): Promise<Left> => {
    const { state, person } = await caseOf(stage, reference);
    return { state, who: person.requester?.name ?? '', what, met: isSo(state) };
  };
  const of = (part: keyof typeof parts) => referenceOf(outcomes, part);
  return Promise.all([
    look(of('secondApproval'), 'one of two approvals is given: yours is the second', hasOneApproval),
    look(of('dueSoon'), 'came 26 days before Tijdig did: due within days', ({ dates }) => isBetween(dates.warnOn, today, dates.dueOn)),
    look(of('codeOutstanding'), 'a code was mailed to the address on file', ({ identity }) => identity.challenge !== null),
    look(of('onHold'), 'a legal hold stops the deletion', ({ hold }) => hold !== null),
    look(of('toConfirm'), 'passed on by a colleague: who asks, since when?', ({ intakeConfirmed }) => !intakeConfirmed),
    look(called, 'by telephone, outside the window of our policy', ({ dates }) => isBefore(dates.refundWindowEndsOn, today)),
    look(of('freshAndSimple'), 'new: tick its tasks and see what happens', ({ status }) => status === 'in-progress'),
  ]);
}

function hasOneApproval(state: Case): boolean {
  return state.status === 'awaiting-approval' && state.draft.approvals.length === 1 && state.draft.approvalsNeeded === 2;
}

function isBefore(day: string | null, other: string): boolean {
  return day !== null && day < other;
}

function isBetween(first: string, day: string, last: string): boolean {
  return first <= day && day <= last;
}
