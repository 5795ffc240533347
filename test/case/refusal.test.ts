import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand, Refusal } from '../../src/case/command.ts';
import { decide } from '../../src/case/decide.ts';
import {
  approve,
  at,
  carry,
  carryAt,
  determine,
  holidays,
  now,
  opened,
  policy,
  policyWith,
  ready,
  record,
  released,
  request,
  sent,
  settle,
  tick,
} from './fixtures.ts';

/** Said by the shell, which knows what the core does not: words that are missing, files, mails. */
type OfTheShell = 'words-missing' | 'not-possible-now';

const by = 'anna';
const noRequest: CaseCommand = { type: 'close-as-no-request', by };
const hold: CaseCommand = { type: 'place-hold', reviewOn: '2027-01-04', letterOnItsWay: false, by };
const disclosed = { type: 'record-disclosure', ground: 'tax', what: ['numbers'], on: '2026-11-20', by } as const;
const nothingDisclosed = { ...disclosed, ground: null, what: [] } as const;
const pause: CaseCommand = { type: 'pause', because: 'identity-doubt', by };
/** A draft of the time when one approval was enough, under a policy that wants two. */
const outdated = { ...carry(ready(opened('deletion', policyWith('approval'))), record('letter-1', 'hash-1')), policyHash: policy.hash };
const drafted = carry(ready(opened('deletion')), record('letter-1', 'hash-1'));
const leaving = released(opened('deletion'), 'clarification');
const asked = sent(opened('copy'), 'clarification');
const closed = carry(opened('copy'), noRequest);

/** A case and what it refuses, for every code, each way there is to it. */
const ways: Readonly<Record<Exclude<Refusal['code'], OfTheShell>, readonly (readonly [Case, CaseCommand])[]>> = {
  'case-closed': [
    [closed, tick('copy-collected')],
    [closed, { type: 'recompute-dates' }],
    [sent(ready(opened('deletion')), 'completion-notice'), settle('letter-1', 'accepted')],
  ],
  'case-open': [[opened('copy'), { type: 'reopen', by }]],
  'identity-not-verified': [
    [opened('deletion'), request('completion-notice')],
    [opened('copy'), request('partial-completion')],
    [opened('deletion'), record('letter-1', 'hash-1')],
  ],
  'identity-not-needed': [
    [opened('refund'), request('identity-request')],
    [opened('refund'), { type: 'recognise-address' }],
    [carry(opened('copy'), tick('identity-verified')), request('identity-request')],
    [carry(opened('copy'), tick('identity-verified')), { type: 'recognise-address' }],
    [carry(opened('copy'), { type: 'note-representative', representative: 'lawyer', by }), { type: 'recognise-address' }],
  ],
  'code-pending': [[sent(opened('copy'), 'identity-request'), request('identity-request')]],
  'codes-used-up': [[codesSent(3), request('identity-request')]],
  'no-code-asked': [[opened('copy'), { type: 'answer-code', digest: 'code-1' }]],
  'tasks-open': [
    [carry(opened('deletion'), tick('identity-verified')), request('completion-notice')],
    [represented(), request('partial-completion')],
  ],
  'earlier-request-open': [[{ ...ready(opened('deletion')), waitsFor: ['case-refund'] }, request('completion-notice')]],
  'no-such-task': [
    [opened('deletion'), tick('copy-collected')],
    [opened('deletion'), { type: 'untick-task', task: 'copy-collected', by }],
  ],
  'already-ticked': [[carry(opened('deletion'), tick('data-erased')), tick('data-erased')]],
  'not-ticked': [[opened('deletion'), { type: 'untick-task', task: 'data-erased', by }]],
  'no-draft': [
    [opened('deletion'), approve('letter-1', 'hash-1', by)],
    [opened('deletion'), { type: 'reject', letterId: 'letter-1', by }],
    [opened('deletion'), { type: 'send-back', letterId: 'letter-1', by }],
    [drafted, { type: 'undo-approval', letterOnItsWay: false, by }],
    [drafted, settle('letter-1', 'accepted')],
    [drafted, { type: 'retry-letter', letterId: 'letter-1' }],
    [leaving, { type: 'retry-letter', letterId: 'letter-2' }],
    [leaving, settle('letter-2', 'accepted', 'clarification')],
  ],
  'draft-outdated': [[outdated, approve('letter-1', 'hash-1', by)]],
  'draft-changed': [
    [drafted, approve('letter-1', 'hash-0', by)],
    [drafted, approve('letter-0', 'hash-1', by)],
    [drafted, { type: 'reject', letterId: 'letter-0', by }],
    [drafted, { type: 'send-back', letterId: 'letter-0', by }],
  ],
  'already-approved': [
    [carry(drafted, approve('letter-1', 'hash-1', by)), approve('letter-1', 'hash-1', by)],
    [carry(drafted, record('letter-1', 'hash-2', by)), approve('letter-1', 'hash-2', by)],
  ],
  'kind-already-known': [[opened('copy'), determine('copy')]],
  'kind-taken': [[opened('copy'), determine('deletion', ['refund', 'deletion'])]],
  'kind-undetermined': [
    [ready(opened('undetermined')), request('completion-notice')],
    [opened('undetermined'), request('partial-completion')],
    [opened('undetermined'), request('refusal')],
    [opened('authority'), request('refusal')],
    [opened('undetermined'), request('correction')],
  ],
  'letter-on-its-way': [
    [leaving, request('correction')],
    [leaving, record('letter-2', 'hash-2', null, 'correction')],
    [leaving, approve('letter-1', 'hash-1', by)],
    [leaving, { type: 'reject', letterId: 'letter-1', by }],
    [leaving, { type: 'send-back', letterId: 'letter-1', by }],
    [leaving, { type: 'undo-approval', letterOnItsWay: true, by }],
    [leaving, determine('refund')],
    [leaving, noRequest],
    [leaving, { type: 'withdraw', by }],
    [leaving, { type: 'note-representative', representative: 'parent', by }],
    [released(carry(opened('refund'), tick('paid-back')), 'clarification'), { type: 'untick-task', task: 'paid-back', by }],
    [
      carry(released(ready(opened('refund')), 'completion-notice'), { type: 'note-outside-answer', messageId: 'sent-1' }),
      { type: 'settle-outside-answer', finished: true, by },
    ],
  ],
  'letter-not-for-kind': [
    [opened('copy'), request('refund-window')],
    [opened('refund'), request('fee-notice')],
    [opened('refund'), request('extension')],
    [opened('authority'), request('extension')],
  ],
  'intake-unconfirmed': [
    [opened('authority', policy, { intakeConfirmed: false, channel: 'forward' }), nothingDisclosed],
    [forwarded(), request('clarification')],
    [forwarded(), { type: 'send-acknowledgement', letterId: 'ack', by }],
    [
      carry(ready(forwarded()), { type: 'note-outside-answer', messageId: 'sent-1' }),
      { type: 'settle-outside-answer', finished: true, by },
    ],
  ],
  'intake-confirmed': [[opened('copy'), { type: 'confirm-intake', receivedAt: now, by }]],
  'receipt-in-future': [[forwarded(), { type: 'confirm-intake', receivedAt: '2026-11-20T10:00:01Z', by }]],
  'refund-not-assessed': [[opened('refund'), request('refusal')]],
  'already-asked': [[asked, request('clarification')]],
  'nothing-asked': [[opened('copy'), request('reminder')]],
  'already-extended': [[sent(opened('copy'), 'extension'), request('extension')]],
  'extension-too-late': [[opened('copy', policy, { receivedAt: '2026-10-19T10:00:00Z' }), request('extension')]],
  'pause-not-allowed': [
    [opened('refund'), pause],
    [carry(opened('copy'), tick('identity-verified')), pause],
    [opened('copy'), { type: 'pause', because: 'clarification', by }],
    [sent(opened('deletion'), 'clarification'), { type: 'pause', because: 'clarification', by }],
  ],
  'already-paused': [[carry(opened('copy'), pause), pause]],
  'not-paused': [
    [opened('copy'), { type: 'resume', by }],
    [opened('copy'), { type: 'accept-pause', by }],
    [carry(opened('copy'), pause, { type: 'accept-pause', by }), { type: 'accept-pause', by }],
  ],
  'no-breach': [
    [opened('deletion'), { type: 'accept-breach', by }],
    [sent(opened('copy'), 'extension'), { type: 'accept-breach', by }],
    [carry(sent(opened('deletion'), 'extension'), { type: 'accept-breach', by }), { type: 'accept-breach', by }],
  ],
  'on-hold': [
    [carry(opened('deletion'), hold), tick('data-erased')],
    [carry(ready(opened('deletion')), hold), request('completion-notice')],
    [carry(ready(opened('deletion')), hold), request('partial-completion')],
  ],
  'not-on-hold': [
    [opened('deletion'), { type: 'lift-hold', by }],
    [closed, { type: 'lift-hold', by }],
  ],
  'review-in-past': [
    [opened('deletion'), { ...hold, reviewOn: '2026-11-20' }],
    [opened('deletion'), { ...hold, reviewOn: '2026-11-19' }],
    [closed, { ...hold, reviewOn: '2026-11-20' }],
  ],
  'not-a-demand': [
    [opened('copy'), { type: 'set-term', dueOn: '2026-12-01', by }],
    [opened('undetermined'), nothingDisclosed],
  ],
  'term-before-receipt': [[opened('authority'), { type: 'set-term', dueOn: '2026-11-01', by }]],
  'origin-unverified': [
    [opened('authority'), tick('demand-assessed')],
    [opened('authority'), disclosed],
  ],
  'demand-not-assessed': [[carry(opened('authority'), tick('origin-verified')), disclosed]],
  'disclosure-missing': [
    [opened('authority'), tick('demand-answered')],
    [{ ...opened('authority'), tasks: [] }, request('completion-notice')],
  ],
  'disclosure-incomplete': [
    [opened('authority'), { ...disclosed, what: [] }],
    [opened('authority'), { ...disclosed, ground: null }],
  ],
  'disclosure-day-wrong': [
    [opened('authority'), { ...nothingDisclosed, on: '2026-11-01' }],
    [opened('authority'), { ...nothingDisclosed, on: '2026-11-21' }],
  ],
  'never-acknowledged': [[opened('authority'), { type: 'send-acknowledgement', letterId: 'ack', by }]],
  'not-linked': [[opened('copy'), { type: 'unlink-case', caseId: 'case-refund', by }]],
  'no-outside-answer': [[opened('copy'), { type: 'settle-outside-answer', finished: false, by }]],
  'nothing-withheld': [[opened('copy'), { type: 'send-acknowledgement', letterId: 'ack', by }]],
  'already-noted': [
    [carry(opened('authority'), { type: 'set-term', dueOn: '2026-12-01', by }), { type: 'set-term', dueOn: '2026-12-01', by }],
    [carry(closed, hold), hold],
    [carry(opened('deletion'), hold), hold],
    [represented(), { type: 'note-representative', representative: 'lawyer', by }],
    [
      { ...opened('copy'), linked: ['case-refund'] },
      { type: 'link-case', caseId: 'case-refund', by },
    ],
    [opened('copy'), { type: 'assign', to: null, by }],
    [carry(opened('copy'), { type: 'assign', to: 'bram', by }), { type: 'assign', to: 'bram', by }],
  ],
};

function forwarded(): Case {
  return opened('refund', policy, { intakeConfirmed: false, channel: 'forward' });
}

function represented(): Case {
  return carry(opened('copy'), tick('identity-verified'), { type: 'note-representative', representative: 'lawyer', by });
}

/** So many codes sent, each in vain. */
function codesSent(count: number): Case {
  let current = opened('copy');
  for (let sentOnes = 0; sentOnes < count; sentOnes += 1) {
    current = carry(sent(current, 'identity-request'), { type: 'report-unreachable', messageId: 'bounce', letterKind: 'identity-request' });
  }
  return current;
}

describe('a refusal', () => {
  it.each(Object.entries(ways))('%s is what is said, and nothing happens', (code, cases) => {
    for (const [current, command] of cases) {
      const decision = decide(command, current, { policy, holidays, now });
      expect('refusal' in decision ? decision.refusal.code : decision.events, JSON.stringify(command)).toBe(code);
    }
  });

  it('names the case it is about: its kind, tasks, days and letters', () => {
    const said = ([current, command]: readonly [Case, CaseCommand]) => {
      const decision = decide(command, current, { policy, holidays, now });
      return 'refusal' in decision ? decision.refusal.text.en : '';
    };
    expect(ways['tasks-open'].map(said)[0]).toMatch(/open: data-erased \(Account and data erased\), recipients-told \(/);
    expect(ways['tasks-open'].map(said)[1]).toMatch(/open: authorisation-checked \(Representative's authorisation checked\)\./);
    expect(ways['on-hold'].map(said)[0]).toContain('2027-01-04');
    expect(ways['code-pending'].map(said)[0]).toContain('2026-12-04');
    expect(ways['extension-too-late'].map(said)[0]).toContain('2026-11-19');
    expect(ways['letter-not-for-kind'].map(said).map((text) => text.includes('refund'))).toEqual([true, false, false, false]);
    expect(ways['pause-not-allowed'].map(said).map((text) => text.includes('recital 63'))).toEqual([false, false, true, true]);
    expect(ways['letter-on-its-way'].map(said).filter((text) => text.includes('cannot be taken back'))).toHaveLength(1);
    expect(ways['already-noted'].map(said).filter((text) => text.includes('legal hold'))).toHaveLength(2);
  });

  it('is not said on the day before: the last day of a term, of a code, and the day after a review day', () => {
    const lastDay = opened('copy', policy, { receivedAt: '2026-10-20T10:00:00Z' });
    expect(decide(request('extension'), lastDay, { policy, holidays, now })).toHaveProperty('events');
    expect(decide({ ...hold, reviewOn: '2026-11-21' } as CaseCommand, opened('deletion'), { policy, holidays, now })).toHaveProperty(
      'events',
    );
    expect(decide({ type: 'confirm-intake', receivedAt: now, by }, forwarded(), { policy, holidays, now })).toHaveProperty('events');
    expect(decide(request('identity-request'), codesSent(2), { policy, holidays, now })).toHaveProperty('events');
    const asDeletion = carryAt(at('2026-11-05'), opened('undetermined', policyWith('approval')), determine('deletion'));
    expect(asDeletion.kind).toBe('deletion');
  });
});
