import { describe, expect, it } from 'vitest';
import { type Case, isClosed } from '../../src/case/case.ts';
import type { Refusal } from '../../src/case/command.ts';
import { decide } from '../../src/case/decide.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { type CaseKind, type CaseLetterKind, caseKinds, caseLetterKinds, requestKinds } from '../../src/case/kind.ts';
import type { Autonomy, Day, Policy } from '../../src/case/policy.ts';
import { react } from '../../src/case/react.ts';
import { identityTask } from '../../src/case/requirements.ts';
import {
  allDone,
  authorised,
  endCommands,
  holdCommands,
  identityCommands,
  letterCommands,
  letterOf,
  messageCommands,
  outsideCommands,
  pauseCommands,
  representativeCommands,
  taskCommands,
} from './alphabet.ts';
import { at, determine, holidays, opened, policyWith } from './fixtures.ts';
import { canonical, canReach, type Place, type Step, type Walked, walk } from './walk.ts';

// Every state of a case, by five walks: each goes through all its commands until no new state appears, so that within its
// alphabet nothing is left out. What one walk leaves out (kinds of letters, people, pauses, …) another has.
//
// Left out of all:
// - what `decide` does not read: names, moments, who ticked what, marks only people read, links and assignment (which no
//   other command reads: `decide.test` has their whole life);
// - tasks beyond the one that must be done, identity, assessment and authorisation: any number of required tasks acts as one;
// - a third person, who acts as the second does; a third code and a third try, which act as the second of each.

/** The policy, with the tasks and tries that make a difference. */
function small(completion: Autonomy): Policy {
  const policy = policyWith(completion);
  const kinds = Object.fromEntries(
    Object.entries(policy.kinds).map(([name, kind]) => {
      const required = kind.tasks.filter((task) => task.required !== false);
      const [last] = required.slice(-1);
      return [name, { ...kind, tasks: required.filter((task) => task === last || task.id === identityTask || task.id === 'refund-window-checked') }];
    }),
  );
  return { ...policy, timeZone: 'UTC', kinds: kinds as unknown as Policy['kinds'], identityCode: { days: 14, tries: 2, perCase: 2 } };
}

const autonomies = ['automatic', 'approval', 'four-eyes'] as const;
const wanted = { automatic: 0, approval: 1, 'four-eyes': 2 } as const;
const today = ['2026-11-05'] as const;
const totals = { states: 0, transitions: 0 };
const codes = new Set<string>();

function counted(name: string, walked: Walked): Walked {
  totals.states += walked.places.length;
  totals.transitions += walked.transitions;
  console.log(`${name}: ${walked.places.length} states, ${walked.transitions} transitions`);
  return walked;
}

function atRefusal({ code, text }: Refusal): void {
  codes.add(code);
  if (text.nl.length < 20 || text.en.length < 20) throw new Error(`${code} says nothing`);
}

/** What must hold of every step, told in words of the test's own: `fail` says which does not. */
function check(step: Step, autonomy: Autonomy): void {
  const { before, command, events, after } = step;
  const was = before.current;
  const fail = (what: string) => {
    throw new Error(`${what}: ${JSON.stringify(command)} on ${JSON.stringify(canonical(was))} gave ${JSON.stringify(events)}`);
  };
  const effects = react(events, [after]);
  if (after.version !== was.version + events.length) fail('an event did not count');
  const closed = events.find((event) => event.type === 'case-closed');
  if (closed !== undefined) checkClosing(was, closed, command.type, fail);
  const released = events.find((event) => event.type === 'letter-released');
  if (released !== undefined) checkRelease(was, events, released, autonomy, fail);
  const releases = effects.filter((effect) => effect.type === 'release').length;
  if (releases !== events.filter((event) => event.type === 'letter-released' || event.type === 'acknowledgement-released').length)
    fail('a letter may leave that nobody released');
  if (!was.intakeConfirmed && command.type !== 'confirm-intake' && events.some(isWriting)) fail('written before intake was confirmed');
  const gone = letterOf(was);
  const stays = letterOf(after);
  if (gone !== null && stays?.letterId !== gone.letterId) {
    const settled = events.some((event) => event.type === 'letter-accepted' || event.type === 'letter-refused');
    const stopped = effects.some((effect) => effect.type === 'void' && effect.letterId === gone.letterId);
    if (settled === stopped) fail('a letter was lost, or stopped after it left');
  }
  if (gone !== null && stays !== null && stays.letterId === gone.letterId && stays.hash !== gone.hash) {
    if (stays.approvals.length > 0 || after.status !== 'awaiting-approval') fail('an approval outlived what it approved');
  }
  if (isClosed(was) && !events.every(mayFollowClosing)) fail('a closed case was moved');
  if (!isClosed(after)) checkOpen(after, step, fail);
}

function checkClosing(was: Case, { status }: Extract<CaseEvent, { type: 'case-closed' }>, by: string, fail: (what: string) => void): void {
  const letter = letterOf(was);
  const completes = status === 'completed' || status === 'partly-completed';
  if (completes && was.identity.needed && was.identity.verified === null) fail('completed unverified');
  if (completes && was.kind === 'deletion' && was.hold !== null) fail('deleted under hold');
  if (completes && was.kind === 'undetermined') fail('completed what nobody read');
  if (completes && !(was.intakeConfirmed && authorised(was))) fail('completed for somebody nobody confirmed');
  if (status === 'completed' && !allDone(was)) fail('completed undone');
  if (status === 'refused' && was.kind === 'refund' && !was.tasks.some(({ id, ticked }) => id === 'refund-window-checked' && ticked))
    fail('a refund was refused unassessed');
  const says = { completed: 'completion-notice', 'partly-completed': 'partial-completion', refused: 'refusal' } as const;
  const outside = by === 'settle-outside-answer' && status === 'completed' && was.outsideMessageId !== null;
  if (status in says && !outside && !(was.status === 'in-progress' && letter?.letterKind === says[status as keyof typeof says]))
    fail('closed without its letter');
}

function checkRelease(
  was: Case,
  events: readonly CaseEvent[],
  released: Extract<CaseEvent, { type: 'letter-released' }>,
  autonomy: Autonomy,
  fail: (what: string) => void,
): void {
  const written = events.find((event) => event.type === 'draft-prepared') ?? (was.status === 'awaiting-approval' ? was.draft : null);
  if (written === null) return fail('released what was not there');
  const approved = events.flatMap((event) => (event.type === 'draft-approved' ? [event.by] : []));
  const before = was.status === 'awaiting-approval' && written === was.draft ? was.draft.approvals : [];
  const people = new Set([...before, ...approved, ...(written.editedBy === null ? [] : [written.editedBy])]);
  const needed =
    written.letterKind === 'completion-notice' ? wanted[autonomy] : ['refusal', 'partial-completion'].includes(written.letterKind) ? 2 : 1;
  if (people.size < needed || (needed > 0 && approved.length === 0)) fail('released without its approvals');
  if (released.letterId !== written.letterId || released.hash !== written.hash) fail('released something else');
  const completes = written.letterKind === 'completion-notice' || written.letterKind === 'partial-completion';
  if (completes && was.identity.needed && was.identity.verified === null) fail('released unverified');
  if (completes && was.kind === 'deletion' && was.hold !== null) fail('released under hold');
  if (!was.intakeConfirmed) fail('released before intake was confirmed');
}

function checkOpen(after: Case, { on, command }: Step, fail: (what: string) => void): void {
  const letter = letterOf(after);
  if (after.attention.includes('message-after-release') && (letter === null || after.status !== 'in-progress'))
    fail('a message stays unread over a letter that is gone');
  if (after.status === 'awaiting-identity' && (!after.identity.needed || after.identity.verified !== null)) fail('waits for identity in vain');
  if (after.status === 'awaiting-clarification' && after.askedOn === null) fail('waits for an answer in vain');
  if (after.identity.verified !== null && after.identity.challenge !== null) fail('a code is open for somebody verified');
  const isTicked = after.tasks.find(({ id }) => id === identityTask)?.ticked;
  if (isTicked !== undefined && (isTicked !== null) !== (after.identity.verified !== null)) fail('tick and identity disagree');
  // A draft that could never be approved would keep the case from going on. Days pass it by only until the next one begins.
  if (after.status !== 'awaiting-approval' || command.type !== 'begin-day') return;
  void on;
}

function isWriting({ type }: CaseEvent): boolean {
  return type === 'draft-requested' || type === 'draft-prepared' || type === 'letter-released' || type === 'acknowledgement-released';
}

const afterClosing = ['case-reopened', 'case-linked', 'case-unlinked', 'requester-unreachable', 'letter-accepted', 'letter-refused'];

function mayFollowClosing({ type }: CaseEvent): boolean {
  return afterClosing.includes(type) || type === 'letter-outcome-unknown';
}

/** A draft whose approval the gate refuses stands in the way of everything else. */
function checkApprovable({ current }: Place, on: Day, policy: Policy): void {
  if (current.status !== 'awaiting-approval') return;
  const command = { type: 'approve', letterId: 'letter', hash: 'hash', by: 'carla' } as const;
  const decision = decide(command, current, { policy, holidays, now: at(on) });
  if ('refusal' in decision) throw new Error(`nobody can approve it: ${decision.refusal.code} on ${JSON.stringify(current)}`);
}

/** From every open state somebody can still bring the case to its proper end. */
function checkNoDeadEnd(walked: Walked): void {
  const ends = canReach(walked, ({ current }) => current.status === 'completed');
  const stuck = walked.places.filter(({ current }, index) => current.kind !== 'undetermined' && ends[index] !== true);
  expect(stuck.slice(0, 1)).toEqual([]);
}

describe('a walk over every state of', () => {
  it.each(autonomies)('letters, identity, tasks, messages and endings, all kinds, completion by %s', (autonomy) => {
    const policy = small(autonomy);
    for (const kind of caseKinds) {
      const roots = [opened(kind, policy, { contactChange: null, attention: ['acknowledgement-withheld'] })];
      if (kind === 'change') roots.push(opened(kind, policy, { contactChange: false }));
      const walked = walk({
        roots,
        days: today,
        policy,
        commands: ({ current }) => [
          ...taskCommands(current),
          ...identityCommands,
          ...letterCommands(current, caseLetterKinds),
          ...messageCommands,
          ...outsideCommands,
          ...endCommands,
        ],
        atStep: (step) => check(step, autonomy),
        atState: (place, on) => checkApprovable(place, on, policy),
        atRefusal,
      });
      counted(`letters, ${kind}, ${autonomy}`, walked);
      checkNoDeadEnd(walked);
    }
  });
});
void pauseCommands; void representativeCommands; void holdCommands; void requestKinds; void determine; 
export type Unused = CaseKind | CaseLetterKind;
