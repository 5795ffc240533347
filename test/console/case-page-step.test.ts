import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseStatuses } from '../../src/case/case.ts';
import { caseKinds } from '../../src/case/kind.ts';
import { nextStep, type StepFacts } from '../../src/console/case-page/next-step.ts';
import { type CaseWish, caseOf, draft, task, taskDone } from './case-fixtures.ts';

const staff = { staff: true, approver: true, manager: false };
const manager = { staff: false, approver: false, manager: true };
const auditor = { staff: false, approver: false, manager: false };

function stepOf(wish: CaseWish, more: Partial<Omit<StepFacts, 'state'>> = {}) {
  return nextStep({ state: caseOf(wish), memberId: 'anna', roles: staff, today: '2026-01-14', undoUntil: null, ...more });
}

const unverified = { needed: true, verified: null, challenge: null, codesSent: 0 };
const allDone = [task('identity-verified', { ticked: taskDone }), task('data-erased', { ticked: taskDone })];
const hold = { by: 'berend', placedOn: '2026-01-13', reviewOn: '2026-03-02' };
const pause = { because: 'identity-doubt', sinceOn: '2026-01-13', untilOn: null, acceptedBy: null } as const;

const table: readonly (readonly [what: string, wish: CaseWish, code: string, whose: string, on: string | null])[] = [
  [
    'a forward nobody confirmed',
    { intakeConfirmed: false, kind: 'undetermined', status: 'needs-a-person' },
    'confirm-intake',
    'you',
    'confirm-intake',
  ],
  ['an unclear message', { kind: 'undetermined', status: 'needs-a-person' }, 'determine', 'you', 'determine'],
  [
    'an unreadable message',
    { kind: 'undetermined', status: 'needs-a-person', attention: ['unreadable'] },
    'determine-unreadable',
    'you',
    'determine',
  ],
  [
    'a demand by an authority',
    { kind: 'authority', status: 'needs-a-person', identity: { ...unverified, needed: false }, tasks: [task('demand-assessed')] },
    'task',
    'you',
    'tick',
  ],
  ['identity unknown', { status: 'awaiting-identity', identity: unverified }, 'identity', 'you', 'identity'],
  [
    'a code that waits',
    {
      status: 'awaiting-identity',
      identity: { ...unverified, codesSent: 1, challenge: { digest: 'd', untilOn: '2026-01-26', triesLeft: 3 } },
    },
    'code-sent',
    'customer',
    null,
  ],
  ['a code that lapsed', { status: 'awaiting-identity', identity: { ...unverified, codesSent: 1 } }, 'identity-again', 'you', 'identity'],
  [
    'three wrong codes',
    { status: 'awaiting-identity', identity: { ...unverified, codesSent: 1 }, attention: ['identity-code-failed'] },
    'identity-failed',
    'you',
    'identity',
  ],
  ['a question just asked', { status: 'awaiting-clarification', askedOn: '2026-01-14' }, 'asked', 'customer', null],
  ['a question of six days ago', { status: 'awaiting-clarification', askedOn: '2026-01-08' }, 'asked', 'customer', null],
  ['a question of seven days ago', { status: 'awaiting-clarification', askedOn: '2026-01-07' }, 'remind', 'you', 'remind'],
  ['a required task', {}, 'task', 'you', 'tick'],
  ['everything done', { tasks: allDone }, 'complete', 'you', 'complete'],
  ['a draft', { status: 'awaiting-approval' }, 'approve', 'you', 'approve'],
  [
    'a draft this person wrote, one needed',
    { status: 'awaiting-approval', draft: draft({ editedBy: 'anna' }) },
    'approve',
    'you',
    'approve',
  ],
  [
    'a draft this person wrote, two needed',
    { status: 'awaiting-approval', draft: draft({ editedBy: 'anna', approvalsNeeded: 2 }) },
    'second-approval',
    'colleague',
    null,
  ],
  [
    'a draft this person approved',
    { status: 'awaiting-approval', draft: draft({ approvals: ['anna'], approvalsNeeded: 2 }) },
    'second-approval',
    'colleague',
    null,
  ],
  [
    'a draft a colleague approved',
    { status: 'awaiting-approval', draft: draft({ approvals: ['berend'], approvalsNeeded: 2 }) },
    'approve',
    'you',
    'approve',
  ],
  ['a letter on its way', { leaving: draft() }, 'leaving', 'machine', null],
  ['a letter of which nobody knows', { leaving: draft(), attention: ['letter-outcome-unknown'] }, 'settle', 'you', 'settle'],
  ['an answer from outside', { outsideMessageId: 'message-9' }, 'outside', 'you', 'outside'],
  ['mail that came back, while there is work', { attention: ['requester-unreachable'] }, 'task', 'you', 'tick'],
  [
    'mail that came back, when it must be told',
    { attention: ['requester-unreachable'], tasks: allDone },
    'unreachable',
    'you',
    'unreachable',
  ],
  ['a new message', { attention: ['new-message'] }, 'new-message', 'you', 'new-message'],
  ['a refund that goes first', { waitsFor: ['case-2'] }, 'earlier', 'colleague', null],
  ['a hold on a deletion', { hold }, 'on-hold', 'nobody', null],
  ['a hold on a copy', { hold, kind: 'copy' }, 'task', 'you', 'tick'],
  ['a hold to review', { hold, attention: ['hold-review-due'] }, 'review-hold', 'you', 'review-hold'],
  ['completed', { status: 'completed' }, 'closed', 'nobody', null],
  ['refused', { status: 'refused' }, 'closed', 'nobody', null],
  ['partly completed', { status: 'partly-completed' }, 'closed', 'nobody', null],
  ['withdrawn', { status: 'withdrawn' }, 'closed', 'nobody', null],
  ['not a request', { status: 'not-a-request' }, 'closed', 'nobody', null],
  ['closed, and then the mail came back', { status: 'withdrawn', attention: ['requester-unreachable'] }, 'reopen', 'you', 'reopen'],
];

describe('the one next step', () => {
  test.each(table)('of %s', (_what, wish, code, whose, on) => {
    const step = stepOf(wish);
    expect({ code: step.code, whose: step.whose, on: step.action?.on ?? null }).toEqual({ code, whose, on });
  });

  test('every status is in the table', () => {
    const told = new Set(table.map(([, wish]) => wish.status ?? 'in-progress'));
    expect([...told].sort()).toEqual([...caseStatuses].sort());
  });

  test('names the task to do, not the identity or a voluntary one', () => {
    const step = stepOf({
      tasks: [task('identity-verified', { ticked: taskDone }), task('noted', { required: false }), task('data-erased')],
    });
    expect(step.action).toEqual({ on: 'tick', task: 'data-erased' });
    expect(step.what.en).toContain('task data-erased');
  });

  test('an approval can be taken back while it can', () => {
    const step = stepOf({ leaving: draft() }, { undoUntil: '2026-01-14T09:01:00Z' });
    expect({ code: step.code, whose: step.whose, on: step.action?.on }).toEqual({ code: 'undo', whose: 'machine', on: 'undo' });
  });

  test('a second approval is named as such', () => {
    const needed = draft({ approvals: ['berend'], approvalsNeeded: 2 });
    expect(stepOf({ status: 'awaiting-approval', draft: needed }).why.en).toContain('the second');
  });

  test('after a new message the work goes on', () => {
    expect(stepOf({ attention: ['new-message'] }).next?.action).toEqual({ on: 'tick', task: 'data-erased' });
  });

  test('the day it closed stands in it', () => {
    expect(stepOf({ status: 'completed', closedAt: '2026-01-20T09:00:00Z' }).what.en).toBe('Nothing: closed on Tue 20 January 2026');
  });
});

describe('whose step it is', () => {
  test('a manager accepts a pause that nobody accepted; staff wait for the customer', () => {
    const waits: CaseWish = { status: 'awaiting-clarification', askedOn: '2026-01-13', pauses: [pause] };
    expect(stepOf(waits, { roles: manager }).action).toEqual({ on: 'accept-pause' });
    expect(stepOf(waits).code).toBe('asked');
    expect(stepOf({ ...waits, pauses: [{ ...pause, acceptedBy: 'marit' }] }, { roles: manager }).code).toBe('asked');
    expect(stepOf({ ...waits, pauses: [{ ...pause, untilOn: '2026-01-14' }] }, { roles: manager }).code).toBe('asked');
  });

  test('a manager who is staff too does the work first', () => {
    expect(stepOf({ pauses: [pause] }, { roles: { ...staff, manager: true } }).code).toBe('task');
  });

  test('a manager accepts a promise that was not kept, once', () => {
    const alarms = { warned: true, escalated: true, overdue: false, promisePassed: true };
    const { dates } = caseOf();
    const extended = { alarms, extended: true, dates: { ...dates, dueOn: '2026-04-13' } };
    expect(stepOf(extended, { roles: manager }).code).toBe('accept-breach');
    expect(stepOf({ ...extended, breachAcceptedBy: 'marit' }, { roles: manager }).code).toBe('task');
    expect(stepOf({ alarms }, { roles: manager }).code).toBe('task');
  });

  test('staff who may not approve wait for somebody who may', () => {
    const step = stepOf({ status: 'awaiting-approval' }, { roles: { ...staff, approver: false } });
    expect({ code: step.code, whose: step.whose, action: step.action }).toEqual({ code: 'approve', whose: 'colleague', action: null });
  });
});

describe('any case at all', () => {
  const anyDraft = fc.record({
    approvals: fc.subarray(['anna', 'berend']),
    editedBy: fc.constantFrom(null, 'anna', 'berend'),
    approvalsNeeded: fc.constantFrom(1, 2),
  });
  const anyCase = fc
    .record({
      status: fc.constantFrom(...caseStatuses),
      kind: fc.constantFrom(...caseKinds),
      intakeConfirmed: fc.boolean(),
      attention: fc.subarray(['unreadable', 'new-message', 'requester-unreachable', 'letter-outcome-unknown', 'hold-review-due'] as const),
      hold: fc.constantFrom(null, hold),
      askedOn: fc.constantFrom(null, '2026-01-02', '2026-01-14'),
      pauses: fc.constantFrom([], [pause]),
      outsideMessageId: fc.constantFrom(null, 'message-9'),
      verified: fc.boolean(),
      done: fc.boolean(),
      wish: anyDraft,
      leaves: fc.boolean(),
    })
    .map(({ verified, done, wish, leaves, ...facts }) =>
      caseOf({
        ...facts,
        ...(facts.status === 'awaiting-approval' ? { draft: draft(wish) } : {}),
        ...(facts.status === 'in-progress' ? { leaving: leaves ? draft(wish) : null } : {}),
        identity: { ...unverified, verified: verified ? { by: 'anna', method: 'staff', at: taskDone.at } : null },
        tasks: done ? allDone : [task('data-erased')],
      }),
    );
  const anyRoles = fc.record({ staff: fc.boolean(), approver: fc.boolean(), manager: fc.boolean() });

  test('has exactly one step, in both languages, that the person who looks may do or sees as somebody else’s', () => {
    fc.assert(
      fc.property(anyCase, anyRoles, (state, roles) => {
        const step = nextStep({ state, memberId: 'anna', roles, today: '2026-01-14', undoUntil: null });
        for (const words of [step.what.nl, step.what.en, step.why.nl, step.why.en]) expect(words).toMatch(/\p{L}/u);
        expect(step.action !== null).toBe(step.whose === 'you');
        if (!roles.staff && !roles.approver && !roles.manager) expect(step.action).toBeNull();
        if (step.whose === 'nobody' && step.code === 'closed') expect('closedAt' in state).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('an auditor never has anything to do', () => {
    fc.assert(
      fc.property(anyCase, (state) => {
        expect(nextStep({ state, memberId: 'carla', roles: auditor, today: '2026-01-14', undoUntil: null }).action).toBeNull();
      }),
    );
  });
});
