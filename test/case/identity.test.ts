import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import {
  approve,
  at,
  attempt,
  carry,
  carryAt,
  now,
  opened,
  policy,
  ready,
  record,
  released,
  request,
  sent,
  settle,
  tick,
} from './fixtures.ts';

const recognise: CaseCommand = { type: 'recognise-address' };
const doubt: CaseCommand = { type: 'pause', because: 'identity-doubt', by: 'anna' };

function answer(digest: string): CaseCommand {
  return { type: 'answer-code', digest };
}

/** A copy whose code was sent on 20 November: taken up to and including 4 December. */
function asked(): Case {
  return sent(opened('copy'), 'identity-request');
}

function types(current: Case, command: CaseCommand, on = now): string[] {
  return attempt(current, command, { now: on }).events.map(({ type }) => type);
}

describe('an address on file', () => {
  it('verifies, by nobody, and ticks the task', () => {
    const current = carry(opened('deletion'), recognise);
    expect(current).toMatchObject({ status: 'in-progress', identity: { verified: { by: null, method: 'address-on-file', at: now } } });
    expect(current.tasks.find(({ id }) => id === 'identity-verified')?.ticked).toEqual({ by: null, at: now });
  });
});

describe('a code', () => {
  it('is open once its letter was accepted, from that day, with the tries of the policy', () => {
    expect(released(opened('copy'), 'identity-request').identity).toMatchObject({ challenge: null, codesSent: 0 });
    expect(asked()).toMatchObject({
      status: 'awaiting-identity',
      identity: { challenge: { digest: 'code-1', untilOn: '2026-12-04', triesLeft: 3 }, codesSent: 1, verified: null },
    });
  });

  it('that comes back verifies, on its last day too, and on the day after it has lapsed', () => {
    const right = answer('code-1');
    expect(carryAt(at('2026-12-04'), asked(), right)).toMatchObject({
      status: 'in-progress',
      identity: { verified: { by: null, method: 'code', at: at('2026-12-04') }, challenge: null },
    });
    expect(types(asked(), right, at('2026-12-05'))).toEqual(['identity-code-ended']);
    expect(carryAt(at('2026-12-05'), asked(), right)).toMatchObject({
      status: 'awaiting-identity',
      identity: { verified: null, challenge: null },
      attention: ['identity-code-failed'],
    });
  });

  it('stands three wrong answers less one', () => {
    const twice = carry(asked(), answer('wrong'), answer('wrong'));
    expect(twice.identity.challenge?.triesLeft).toBe(1);
    expect(carry(twice, answer('code-1')).identity.verified?.method).toBe('code');
    expect(types(twice, answer('wrong'))).toEqual(['identity-code-wrong', 'identity-code-ended']);
    expect(attempt(twice, answer('wrong')).events[1]).toEqual({ type: 'identity-code-ended', because: 'tries' });
    expect(attempt(carry(twice, answer('wrong')), answer('code-1')).code).toBe('no-code-asked');
  });

  it('ends by the clock on the day after its last, and its mark goes with the next code', () => {
    const begin = (on: string): CaseCommand => ({ type: 'begin-day', on });
    expect(types(asked(), begin('2026-12-04'), at('2026-12-04'))).not.toContain('identity-code-ended');
    expect(attempt(asked(), begin('2026-12-05'), { now: at('2026-12-05') }).events).toContainEqual({
      type: 'identity-code-ended',
      because: 'expired',
    });
    const ended = carryAt(at('2026-12-05'), asked(), begin('2026-12-05'));
    expect(ended.attention).toContain('identity-code-failed');
    expect(sent(ended, 'identity-request', at('2026-12-07'))).toMatchObject({ attention: [], identity: { codesSent: 2 } });
    expect(carry(ended, tick('identity-verified')).attention).toEqual([]);
  });

  it('is lost when its letter comes back, and only when that one does', () => {
    const bounced = (letterKind: 'identity-request' | 'clarification'): CaseCommand => ({
      type: 'report-unreachable',
      messageId: 'b',
      letterKind,
    });
    expect(types(asked(), bounced('identity-request'))).toEqual(['requester-unreachable', 'identity-code-ended']);
    expect(types(asked(), bounced('clarification'))).toEqual(['requester-unreachable']);
    expect(types(opened('copy'), bounced('identity-request'))).toEqual(['requester-unreachable']);
  });

  it('is not opened for somebody verified while its letter was on its way', () => {
    const verified = carry(released(opened('copy'), 'identity-request'), tick('identity-verified'));
    expect(types(verified, settle('letter-1', 'accepted', 'identity-request'))).toEqual(['letter-accepted']);
    const done = carry(verified, tick('copy-collected'));
    expect(types(done, settle('letter-1', 'accepted', 'identity-request'))).toEqual(['letter-accepted', 'draft-requested']);
    expect(types(done, { type: 'retry-letter', letterId: 'letter-1' })).toEqual(['draft-voided', 'draft-requested']);
  });

  it('without a digest is none', () => {
    const draft: CaseCommand = {
      type: 'record-draft',
      letterId: 'letter-1',
      letterKind: 'identity-request',
      hash: 'h',
      codeDigest: null,
      editedBy: null,
    };
    const current = carry(opened('copy'), draft, approve('letter-1', 'h', 'anna'), settle('letter-1', 'accepted', 'identity-request'));
    expect(current.identity).toMatchObject({ challenge: null, codesSent: 0 });
  });
});

describe('verifying', () => {
  it('voids a code that waits to be sent, and a reminder of one', () => {
    const waiting = carry(opened('copy'), record('letter-1', 'h', null, 'identity-request'));
    expect(types(waiting, tick('identity-verified'))).toEqual(['identity-verified', 'draft-voided']);
    const reminding = carry(asked(), record('letter-2', 'h', null, 'reminder'));
    expect(types(reminding, answer('code-1'))).toEqual(['identity-verified', 'draft-voided']);
    const tried = carry(reminding, answer('wrong'), answer('wrong'));
    expect(types(tried, answer('wrong'))).toEqual(['identity-code-wrong', 'identity-code-ended', 'draft-voided']);
    expect(types(reminding, answer('code-1'), at('2026-12-05'))).toEqual(['identity-code-ended', 'draft-voided']);
    expect(types(carry(opened('copy'), record('letter-1', 'h', null, 'clarification')), recognise)).toEqual(['identity-verified']);
  });

  it('ends a pause for doubt, and no other, and the dates follow', () => {
    const doubted = carryAt(at('2026-11-10'), opened('copy'), doubt, { type: 'accept-pause', by: 'mia' });
    expect(types(doubted, tick('identity-verified'), at('2026-11-14'))).toEqual(['identity-verified', 'pause-ended', 'dates-changed']);
    const verified = carryAt(at('2026-11-14'), doubted, tick('identity-verified'));
    expect(verified).toMatchObject({ pauses: [{ sinceOn: '2026-11-10', untilOn: '2026-11-14' }], dates: { dueOn: '2026-12-06' } });
    const other = carryAt(at('2026-11-10'), sent(opened('copy'), 'clarification', at('2026-11-10')), {
      type: 'pause',
      because: 'clarification',
      by: 'anna',
    });
    expect(types(other, tick('identity-verified'), at('2026-11-14'))).toEqual(['identity-verified']);
  });

  it('last asks for the completion notice, in the name of who verified', () => {
    const current = carry(opened('copy'), tick('copy-collected'));
    expect(attempt(current, tick('identity-verified')).events.at(-1)).toEqual({
      type: 'draft-requested',
      letterKind: 'completion-notice',
      by: 'anna',
    });
    expect(attempt(current, recognise).events.at(-1)).toEqual({ type: 'draft-requested', letterKind: 'completion-notice', by: null });
  });

  it('taken back makes the case wait again, and voids what needed it', () => {
    const untick: CaseCommand = { type: 'untick-task', task: 'identity-verified', by: 'anna' };
    const drafted = carry(ready(opened('copy')), record('letter-1', 'h'));
    expect(types(drafted, untick)).toEqual(['task-unticked', 'draft-voided']);
    expect(carry(drafted, untick)).toMatchObject({ status: 'awaiting-identity', identity: { verified: null } });
    expect(types(carry(ready(opened('copy')), record('letter-1', 'h', null, 'extension')), untick)).toEqual(['task-unticked']);
    const refusing = carry(ready(opened('copy')), record('letter-1', 'h', null, 'refusal'));
    expect(types(refusing, untick)).toEqual(['task-unticked']);
  });
});

describe('somebody who acts for another', () => {
  const lawyer: CaseCommand = { type: 'note-representative', representative: 'lawyer', by: 'anna' };
  const parent: CaseCommand = { type: 'note-representative', representative: 'parent', by: 'anna' };

  it('adds a task that a completion needs, whole or in part', () => {
    const current = carry(ready(opened('copy')), lawyer);
    expect(current.representative).toBe('lawyer');
    expect(current.tasks.at(-1)).toMatchObject({ id: 'authorisation-checked', required: true, ticked: null });
    expect(types(current, tick('authorisation-checked'))).toEqual(['task-ticked', 'draft-requested']);
    expect(attempt(carry(current, tick('authorisation-checked')), request('partial-completion')).code).toBeNull();
  });

  it('voids the notice that waits, and not another letter', () => {
    for (const kind of ['completion-notice', 'partial-completion'] as const)
      expect(types(carry(ready(opened('copy')), record('letter-1', 'h', null, kind)), lawyer)).toEqual([
        'representative-noted',
        'draft-voided',
      ]);
    expect(types(carry(ready(opened('copy')), record('letter-1', 'h', null, 'extension')), lawyer)).toEqual(['representative-noted']);
  });

  it('shows an authorisation of their own, whoever came before, and keeps it when the kind changes', () => {
    const checked = carry(opened('copy'), lawyer, tick('authorisation-checked'));
    expect(carry(checked, parent).tasks.filter(({ id }) => id === 'authorisation-checked')).toMatchObject([{ ticked: null }]);
    const moved = carry(checked, { type: 'determine-kind', kind: 'refund', by: 'anna', taken: [] });
    expect(moved.tasks.map(({ id, ticked }) => [id, ticked !== null])).toEqual([
      ['refund-window-checked', false],
      ['paid-back', false],
      ['authorisation-checked', true],
    ]);
  });

  it('of an authority waits for a person again', () => {
    expect(carry(ready(opened('authority')), lawyer).status).toBe('needs-a-person');
  });
});

describe('codes in a case', () => {
  it('are three, as the policy says, whatever became of each', () => {
    expect(policy.identityCode).toEqual({ days: 14, tries: 3, perCase: 3 });
    let current = opened('copy');
    for (let round = 1; round <= 3; round += 1) {
      current = carry(sent(current, 'identity-request'), answer('wrong'), answer('wrong'), answer('wrong'));
      expect(current.identity.codesSent).toBe(round);
    }
    expect(attempt(current, request('identity-request')).code).toBe('codes-used-up');
    expect(carry(current, tick('identity-verified')).status).toBe('in-progress');
  });
});
