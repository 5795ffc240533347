import { describe, expect, it } from 'vitest';
import { type Case, caseStatuses, isClosed } from '../../src/case/case.ts';
import type { CaseCommand, Refusal } from '../../src/case/command.ts';
import { decide } from '../../src/case/decide.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { evolve } from '../../src/case/evolve.ts';
import { caseKinds, caseLetterKinds, requestKinds } from '../../src/case/kind.ts';
import type { Autonomy, Day, Policy } from '../../src/case/policy.ts';
import { react } from '../../src/case/react.ts';
import { identityTask } from '../../src/case/requirements.ts';
import {
  allDone,
  authorised,
  demandCommands,
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
import { refusals } from './words.ts';

// Every state of a case, by walks: each goes through all its commands until no new state appears, so that within its
// alphabet nothing is left out. Five walks, because all at once would be the product of things that do not touch each other:
//
// - letters: all ten kinds of letters, identity, tasks, messages, outside answers and endings, for every kind of case, with
//   and without identity, completion automatic, by one person and by two; on one day;
// - holds: legal hold, somebody who acts for another, a request that comes first; on two days;
// - days: pauses, extension, promises, reopening, on each day that matters, and with days on which the clock did not run;
// - intake: draft cases by every kind, confirmed early, late or not, and kinds taken wrongly;
// - dates: kinds taken wrongly while a term stands still or was extended.
//
// Left out of all:
// - what `decide` does not read: names, moments, who ticked what, marks that only people read, links and assignment. That it
//   does not read them is tried as well: `walk` takes steps again under other names and must come to the same state;
// - more than one required task beside identity, assessment and authorisation: any number of them acts as one;
// - a third person, who acts as the second does; a third code and a third try, which act as the second of each.

/** The policy, with the tasks and tries that make a difference. */
function small(completion: Autonomy): Policy {
  const policy = policyWith(completion);
  const kinds = Object.fromEntries(
    Object.entries(policy.kinds).map(([name, kind]) => {
      const required = kind.tasks.filter((task) => task.required !== false);
      const [last] = required.slice(-1);
      return [
        name,
        { ...kind, tasks: required.filter((task) => task === last || task.id === identityTask || task.id === 'refund-window-checked') },
      ];
    }),
  );
  return { ...policy, timeZone: 'UTC', kinds: kinds as unknown as Policy['kinds'], identityCode: { days: 14, tries: 2, perCase: 2 } };
}

const autonomies = ['automatic', 'approval', 'four-eyes'] as const;
const wanted = { automatic: 0, approval: 1, 'four-eyes': 2 } as const;
const today = ['2026-11-05'] as const;
const totals = { states: 0, transitions: 0 };
/** One event of every type that was met. */
const met = new Map<string, CaseEvent>();
const codes = new Set<string>();
/** Links are not walked: `subject.test` has their whole life. Nor is a policy that changes under a draft: `refusal.test`. */
const notWalked = ['draft-outdated', 'not-linked'];

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
  for (const event of events) met.set(event.type, event);
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
  if (!isClosed(after)) checkOpen(after, fail);
}

function checkClosing(was: Case, { status }: Extract<CaseEvent, { type: 'case-closed' }>, by: string, fail: (what: string) => void): void {
  const letter = letterOf(was);
  const completes = status === 'completed' || status === 'partly-completed';
  if (completes && was.identity.needed && was.identity.verified === null) fail('completed unverified');
  if (completes && was.kind === 'deletion' && was.hold !== null) fail('deleted under hold');
  if (completes && was.kind === 'undetermined') fail('completed what nobody read');
  if (completes && !(was.intakeConfirmed && authorised(was))) fail('completed for somebody nobody confirmed');
  if (status === 'completed' && !allDone(was)) fail('completed undone');
  if (completes && was.kind === 'authority' && status === 'completed' && (was.demand?.disclosures ?? []).length === 0)
    fail('a demand was completed without a record of what was disclosed');
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
  if (written === null) {
    fail('released what was not there');
    return;
  }
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

function checkOpen(after: Case, fail: (what: string) => void): void {
  const letter = letterOf(after);
  if (after.attention.includes('message-after-release') && (letter === null || after.status !== 'in-progress'))
    fail('a message stays unread over a letter that is gone');
  if (after.status === 'awaiting-identity' && (!after.identity.needed || after.identity.verified !== null))
    fail('waits for identity in vain');
  if (after.status === 'awaiting-clarification' && after.askedOn === null) fail('waits for an answer in vain');
  if (after.identity.verified !== null && after.identity.challenge !== null) fail('a code is open for somebody verified');
  const isTicked = after.tasks.find(({ id }) => id === identityTask)?.ticked;
  if (isTicked !== undefined && (isTicked !== null) !== (after.identity.verified !== null)) fail('tick and identity disagree');
}

/** Nothing goes to whom nobody called back, and no demand counts as answered before it is on record what it got. */
function checkDemand({ before: { current }, command, events }: Step): void {
  const fail = (what: string) => {
    throw new Error(`${what}: ${JSON.stringify(command)} of ${JSON.stringify(current)} gave ${JSON.stringify(events)}`);
  };
  const done = (task: string) => current.tasks.some(({ id, ticked }) => id === task && ticked !== null);
  const recorded = current.demand?.disclosures ?? [];
  for (const event of events) {
    if (event.type === 'task-ticked' && event.task === 'demand-assessed' && !done('origin-verified')) fail('assessed what nobody verified');
    if (event.type === 'task-ticked' && event.task === 'demand-answered' && recorded.length === 0) fail('answered without a record');
    if (event.type === 'disclosure-recorded' && event.what.length > 0 && !(done('origin-verified') && done('demand-assessed')))
      fail('disclosed to nobody knows whom');
    if (event.type === 'acknowledgement-released' && current.kind === 'authority') fail('a demand was acknowledged');
    if (event.type === 'term-set' && event.dates.dueOn !== event.dueOn) fail('the term of the order is not the date');
  }
}

function isWriting({ type }: CaseEvent): boolean {
  return type === 'draft-requested' || type === 'draft-prepared' || type === 'letter-released' || type === 'acknowledgement-released';
}

const afterClosing = [
  'hold-placed',
  'hold-lifted',
  'hold-review-due',
  'case-reopened',
  'case-linked',
  'case-unlinked',
  'requester-unreachable',
  'letter-accepted',
  'letter-refused',
];

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

/** Every event means something in every state, also one that could not happen there. */
function checkTotal({ places }: Walked): void {
  for (const { current } of places) {
    for (const event of met.values()) {
      const after = evolve(current, event);
      if (after.version !== current.version + 1 || !caseStatuses.includes(after.status)) throw new Error(`${event.type} means nothing`);
    }
  }
}

/** From every open state somebody can still bring the case to its proper end. */
function checkNoDeadEnd(walked: Walked): void {
  const ends = canReach(walked, ({ current }) => current.status === 'completed');
  const stuck = walked.places.filter(({ current }, index) => current.kind !== 'undetermined' && ends[index] !== true);
  expect(stuck.slice(0, 1)).toEqual([]);
}

/** One person's approval is enough here: who edits and who asks makes no difference. */
function simple(command: CaseCommand): boolean {
  if (command.type === 'record-draft') return command.letterId === 'other' && command.editedBy === null;
  if (command.type === 'approve') return command.letterId === 'letter' && command.hash === 'hash' && command.by === 'anna';
  return command.type !== 'settle-letter' || command.letterId === 'letter';
}

function next(day: Day): Day {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** A date that has passed is said aloud once, on the first day that begins after it, whatever happened before. */
function checkDay({ before: { current }, command, events, after, on }: Step): void {
  const fail = (what: string) => {
    throw new Error(`${what}: ${JSON.stringify(command)} on ${on} of ${JSON.stringify(current)} gave ${JSON.stringify(events)}`);
  };
  const said = (type: CaseEvent['type']) => events.filter((event) => event.type === type).length;
  if (after.kind === 'refund' && after.dates.dueOn !== dayAfter(after.receivedAt, 14)) fail('the term of a refund moved');
  if (isClosed(after)) return;
  // What is marked as said lies behind us; what lies ahead will be said.
  if (after.alarms.overdue && after.dates.dueOn >= on) fail('a due date that lies ahead will pass in silence');
  if (after.alarms.promisePassed && (after.dates.policyOn ?? '9') >= on) fail('a promise that lies ahead will pass in silence');
  if (command.type !== 'begin-day') return;
  const past = on > after.dates.dueOn;
  if (said('due-passed') !== (past && !current.alarms.overdue ? 1 : 0)) fail('the due date passed in silence, or was told twice');
  if (past !== after.alarms.overdue) fail('overdue and nobody knows');
  if (!past && on >= after.dates.escalateOn && !after.alarms.escalated) fail('no escalation');
  if (!past && on >= after.dates.warnOn && !after.alarms.warned) fail('no warning');
  if (said('due-warned') + said('due-escalated') + said('due-passed') > 1) fail('several alarms at once');
  if ((after.dates.policyOn ?? '9') < on && !after.alarms.promisePassed) fail('a promise passed in silence');
}

function dayAfter(instant: string, days: number): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('UTC').toPlainDate().add({ days }).toString();
}

describe('a walk over every state of', { timeout: 600_000 }, () => {
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
          ...(kind === 'authority' ? demandCommands('2026-11-05').slice(-1) : []),
        ],
        atStep: (step) => check(step, autonomy),
        atState: (place, on) => checkApprovable(place, on, policy),
        atRefusal,
      });
      counted(`letters, ${kind}, ${autonomy}`, walked);
      checkNoDeadEnd(walked);
    }
  });

  it('a hold, somebody who acts for another, and a refund that must come first', () => {
    for (const kind of ['deletion', 'copy', 'refund'] as const) {
      const policy = small('four-eyes');
      const first = opened(kind, policy);
      const walked = walk({
        roots: [first, { ...first, linked: ['case-refund'], waitsFor: kind === 'deletion' ? ['case-refund'] : [] }],
        days: ['2026-11-05', '2027-01-04'],
        policy,
        commands: ({ current }, on) => [
          ...taskCommands(current),
          ...identityCommands,
          ...letterCommands(current, ['completion-notice', 'partial-completion', 'identity-request']),
          ...messageCommands,
          ...outsideCommands,
          ...endCommands,
          ...holdCommands('2027-01-04'),
          ...representativeCommands,
          { type: 'note-earlier-ended', caseId: 'case-refund' },
          { type: 'begin-day', on },
        ],
        atStep: (step) => check(step, 'four-eyes'),
        atState: (place, on) => checkApprovable(place, on, policy),
        atRefusal,
      });
      counted(`hold and representative, ${kind}`, walked);
      checkNoDeadEnd(walked);
      checkTotal(walked);
    }
  });

  it('days, pauses, extension and promises', () => {
    const policy = small('approval');
    for (const kind of ['deletion', 'copy', 'refund'] as const) {
      const first = opened(kind, policy);
      const { warnOn, dueOn } = first.dates;
      const walked = walk({
        roots: [first],
        days: kind === 'copy' ? ['2026-11-05', dueOn, next(dueOn)] : ['2026-11-05', warnOn, dueOn, next(dueOn), '2027-02-03'],
        policy,
        commands: ({ current }, on) => [
          { type: 'recognise-address' },
          ...letterCommands(current, [kind === 'copy' ? 'clarification' : 'extension']).filter(simple),
          ...pauseCommands,
          ...(kind === 'copy' ? messageCommands.slice(0, 1) : endCommands.slice(1)),
          { type: 'begin-day', on },
        ],
        atStep: (step) => {
          check(step, 'approval');
          checkDay(step);
        },
        atRefusal,
      });
      counted(`days, ${kind}`, walked);
      checkTotal(walked);
    }
  });

  it('intake to be confirmed, and kinds taken wrongly', () => {
    const policy = small('approval');
    const walked = walk({
      roots: caseKinds.map((kind) => opened(kind, policy, { intakeConfirmed: false, channel: 'forward' })),
      days: ['2026-11-05', '2026-12-03'],
      policy,
      commands: ({ current }, on) => [
        ...taskCommands(current),
        ...requestKinds.map((kind) => determine(kind)),
        determine('authority'),
        determine('refund', ['refund']),
        ...letterCommands(current, ['completion-notice']).filter(simple),
        { type: 'confirm-intake', receivedAt: '2026-10-28T09:00:00Z', by: 'anna' },
        { type: 'confirm-intake', receivedAt: at(on), by: 'anna' },
        { type: 'confirm-intake', receivedAt: '2027-03-01T09:00:00Z', by: 'anna' },
        { type: 'begin-day', on },
      ],
      atStep: (step) => {
        check(step, 'approval');
        checkDay(step);
      },
      atRefusal,
    });
    counted('intake and kinds', walked);
    checkNoDeadEnd(walked);
  });

  it('kinds taken wrongly while a term stands still or was extended', () => {
    const policy = small('approval');
    const walked = walk({
      roots: [opened('undetermined', policy)],
      days: ['2026-11-05', '2026-11-17', '2026-12-03'],
      policy,
      commands: ({ current }, on) => [
        ...(['deletion', 'copy', 'refund'] as const).map((kind) => determine(kind)),
        ...letterCommands(current, ['extension']).filter(simple),
        ...pauseCommands,
        { type: 'begin-day', on },
      ],
      atStep: (step) => {
        check(step, 'approval');
        checkDay(step);
      },
      atRefusal,
    });
    counted('kinds and dates', walked);
  });

  it('a demand by a public body: origin, term and disclosure, in every order', () => {
    const policy = { ...policyWith('approval'), timeZone: 'UTC' };
    const walked = walk({
      roots: [opened('authority', policy), opened('authority', policy, { intakeConfirmed: false, channel: 'forward' })],
      days: ['2026-11-02', '2026-11-05', '2026-12-02'],
      policy,
      commands: ({ current }, on) => [
        ...taskCommands(current),
        ...demandCommands(on),
        ...letterCommands(current, ['completion-notice']).filter(simple),
        ...endCommands,
        determine('copy'),
        determine('authority'),
        { type: 'send-acknowledgement', letterId: 'acknowledgement', by: 'anna' },
        { type: 'confirm-intake', receivedAt: '2026-10-28T09:00:00Z', by: 'anna' },
        { type: 'begin-day', on },
      ],
      atStep: (step) => {
        check(step, 'approval');
        checkDay(step);
        checkDemand(step);
      },
      atRefusal,
    });
    counted('a demand', walked);
    checkTotal(walked);
  });

  it('comes to every refusal, and is counted', () => {
    console.log(`${totals.states} states, ${totals.transitions} transitions; refusals: ${[...codes].sort().join(', ')}`);
    expect(totals.states).toBeGreaterThan(100_000);
    const every = new Set(refusals().map(({ code }) => code as string));
    expect([...every].filter((code) => !codes.has(code))).toEqual(notWalked);
  });
});
