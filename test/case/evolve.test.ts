import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { evolve, evolveAll, replay } from '../../src/case/evolve.ts';
import { open } from '../../src/case/open.ts';
import { react } from '../../src/case/react.ts';
import {
  approve,
  at,
  attempt,
  carry,
  carryAt,
  holidays,
  opened,
  opening,
  policy,
  present,
  ready,
  record,
  released,
  request,
  sent,
  settle,
  tick,
} from './fixtures.ts';

const [first] = open(opening(['copy']), policy, holidays)[0] ?? [];

/** A case as it was, but for the event that counts. */
function unmoved(current: Case, event: CaseEvent): void {
  expect(evolve(current, event)).toEqual({ ...current, version: current.version + 1 });
}

describe('evolve', () => {
  const drafted = carry(ready(opened('copy')), record('letter-1', 'hash-1'));
  const closed = carry(opened('copy'), { type: 'withdraw', by: 'anna' });

  it('takes a case-opened first, and only there', () => {
    if (first === undefined) throw new Error('nothing opened');
    expect(() => evolve(present(replay([first])), first)).toThrow('a case was opened twice');
    expect(() => replay([{ type: 'message-joined', messageId: 'm' }])).toThrow('a case began with message-joined');
    expect(replay([])).toBeNull();
    expect(evolveAll(drafted, [])).toBe(drafted);
  });

  it('lets nothing happen to a letter by what speaks of another one', () => {
    const leaving = released(ready(opened('copy')), 'completion-notice');
    for (const letterId of ['letter-2', 'letter-3']) {
      for (const current of [drafted, leaving]) {
        unmoved(current, { type: 'draft-voided', letterId, because: 'edited', by: null });
        unmoved(current, { type: 'draft-rejected', letterId, by: 'anna' });
        unmoved(current, { type: 'letter-accepted', letterId, letterKind: 'extension', at: at('2026-11-20') });
      }
    }
    expect(evolve(leaving, { type: 'letter-refused', letterId: 'letter-2', letterKind: 'extension' })).toMatchObject({
      status: 'in-progress',
      leaving: { letterId: 'letter-1' },
    });
    unmoved(drafted, { type: 'draft-approved', letterId: 'letter-1', hash: 'hash-2', by: 'anna' });
    unmoved(drafted, { type: 'letter-released', letterId: 'letter-1', hash: 'hash-2' });
    for (const current of [leaving, opened('copy'), closed]) {
      unmoved(current, { type: 'draft-approved', letterId: 'letter-1', hash: 'hash-1', by: 'anna' });
      unmoved(current, { type: 'letter-released', letterId: 'letter-1', hash: 'hash-1' });
    }
  });

  it('keeps everybody who approved a letter, each once', () => {
    expect(released(ready(opened('copy')), 'completion-notice')).toMatchObject({ leaving: { approvals: ['anna', 'bram'] } });
    const twice: CaseEvent = { type: 'draft-approved', letterId: 'letter-1', hash: 'hash-1', by: 'anna' };
    expect(evolveAll(drafted, [twice, twice])).toMatchObject({ draft: { approvals: ['anna'] } });
  });

  it('leaves a closed case closed', () => {
    const kind = attempt(opened('copy'), { type: 'determine-kind', kind: 'refund', by: 'anna', taken: [] }).events[0];
    if (kind === undefined || first === undefined) throw new Error('nothing happened');
    unmoved(closed, kind);
    unmoved(closed, {
      type: 'draft-prepared',
      letterId: 'l',
      letterKind: 'refusal',
      hash: 'h',
      approvalsNeeded: 2,
      codeDigest: null,
      editedBy: null,
    });
    unmoved(closed, { type: 'clarification-answered', messageId: 'm' });
    unmoved(closed, { type: 'draft-requested', letterKind: 'refusal', by: 'anna' });
  });

  it('counts a wrong code only while one is open, and never below none', () => {
    unmoved(opened('copy'), { type: 'identity-code-wrong' });
    const asked = sent(opened('copy'), 'identity-request');
    const four = evolveAll(
      asked,
      Array.from({ length: 4 }, () => ({ type: 'identity-code-wrong' }) as const),
    );
    expect(four.identity.challenge?.triesLeft).toBe(0);
  });

  it('links a case once, and names a mark once', () => {
    const linked: CaseEvent = { type: 'case-linked', caseId: 'case-2', by: null };
    expect(evolveAll(opened('copy'), [linked, linked]).linked).toEqual(['case-2']);
    const lost: CaseEvent = { type: 'requester-unreachable', messageId: 'b' };
    expect(evolveAll(opened('copy'), [lost, lost]).attention).toEqual(['requester-unreachable']);
  });

  it('unticks one task, and leaves the others and who was verified', () => {
    const undone = carry(ready(opened('deletion')), { type: 'untick-task', task: 'data-erased', by: 'anna' });
    expect(undone.tasks.map(({ id, ticked }) => [id, ticked !== null])).toEqual([
      ['identity-verified', true],
      ['data-erased', false],
      ['numbers-released', false],
      ['tax-duty-noted', false],
      ['recipients-told', true],
    ]);
    expect(undone).toMatchObject({ status: 'in-progress', identity: { verified: { by: 'anna' } } });
    expect(undone.tasks[1]?.title).toEqual({ nl: 'Account en gegevens verwijderd', en: 'Account and data erased' });
  });

  it('keeps the tasks of a case when somebody else acts for the requester', () => {
    const note = (representative: 'lawyer' | 'parent'): CaseCommand => ({ type: 'note-representative', representative, by: 'anna' });
    const twice = carry(opened('copy'), note('lawyer'), note('parent'));
    expect(twice).toMatchObject({ representative: 'parent', status: 'awaiting-identity' });
    expect(twice.tasks.map(({ id }) => id)).toEqual(['identity-verified', 'copy-collected', 'authorisation-checked']);
  });

  it('keeps the manager who accepted a pause first', () => {
    const paused = carry(opened('copy'), { type: 'pause', because: 'identity-doubt', by: 'anna' }, { type: 'accept-pause', by: 'mia' });
    expect(evolve(paused, { type: 'pause-accepted', by: 'noor' }).pauses).toMatchObject([{ acceptedBy: 'mia' }]);
  });
});

describe('the reason of an event', () => {
  it('is one of those the audit knows', () => {
    const paused = carryAt(at('2026-11-10'), opened('copy'), { type: 'pause', because: 'identity-doubt', by: 'anna' });
    const reason = (current: Case, command: CaseCommand, on = '2026-11-20') =>
      attempt(current, command, { now: at(on) }).events.flatMap((event) => ('because' in event ? [event.because] : []));
    expect(reason(paused, { type: 'accept-pause', by: 'mia' })).toEqual(['pause']);
    expect(reason(paused, { type: 'resume', by: 'anna' })).toEqual(['pause']);
    expect(reason(paused, { type: 'begin-day', on: '2026-11-20' })).toEqual(['pause']);
    expect(reason(paused, tick('identity-verified'))).toEqual(['pause']);
    const drafted = carry(ready(opened('deletion')), record('letter-1', 'h'));
    const hold: CaseCommand = { type: 'place-hold', reviewOn: '2027-01-04', letterOnItsWay: false, by: 'anna' };
    expect(attempt(drafted, hold).events[1]).toEqual({ type: 'draft-voided', letterId: 'letter-1', because: 'case-changed', by: 'anna' });
    expect(attempt(drafted, { type: 'untick-task', task: 'data-erased', by: 'bram' }).events[1]).toEqual({
      type: 'draft-voided',
      letterId: 'letter-1',
      because: 'case-changed',
      by: 'bram',
    });
    const held = carry(released(ready(opened('deletion')), 'completion-notice'), { ...hold, letterOnItsWay: true } as CaseCommand);
    expect(reason(held, { type: 'retry-letter', letterId: 'letter-1' })).toEqual(['case-changed']);
    expect(reason(drafted, { type: 'join-message', messageId: 'm', letterOnItsWay: false })).toEqual(['new-message']);
    const asked = sent(opened('copy'), 'identity-request');
    expect(reason(asked, { type: 'answer-code', digest: 'code-1' }, '2026-12-05')).toEqual(['expired']);
    expect(reason(asked, { type: 'report-unreachable', messageId: 'b', letterKind: 'identity-request' })).toEqual(['expired']);
  });
});

describe('what holds when things cross', () => {
  it('an extension drafted on the last day cannot be approved on the day after, though no day began', () => {
    const waiting = carry(opened('copy'), record('letter-1', 'h', null, 'extension'));
    expect(attempt(waiting, approve('letter-1', 'h', 'anna'), { now: at('2026-12-02') }).code).toBeNull();
    expect(attempt(waiting, approve('letter-1', 'h', 'anna'), { now: at('2026-12-03') }).code).toBe('extension-too-late');
  });

  it('a reminder that leaves asks for no completion while we wait for the answer', () => {
    const asked = ready(sent(opened('copy'), 'clarification'));
    expect(asked.status).toBe('awaiting-clarification');
    const leaving = released(asked, 'reminder');
    expect(attempt(leaving, settle('letter-1', 'accepted', 'reminder')).events.map(({ type }) => type)).toEqual(['letter-accepted']);
  });

  it('dates read back from the database, in whatever order, are the same dates', () => {
    const current = opened('copy');
    const dates = Object.fromEntries(Object.entries(current.dates).reverse()) as unknown as Case['dates'];
    expect(attempt({ ...current, dates }, { type: 'recompute-dates' }).events).toEqual([]);
  });
});

describe('a promise', () => {
  it('that passes tomorrow is not past today, and one that was none is none', () => {
    const { dates } = opened('deletion');
    const said = { warned: true, escalated: true, overdue: true, promisePassed: true };
    const moved = (current: Case, policyOn: string | null, on: string) =>
      evolve(current, { type: 'dates-changed', because: 'holidays', dates: { ...dates, policyOn }, on });
    const current: Case = { ...opened('deletion'), alarms: said };
    expect(moved(current, '2026-12-02', '2026-12-02').alarms).toMatchObject({ overdue: false, promisePassed: false });
    expect(moved(current, '2026-12-02', '2026-12-03').alarms).toMatchObject({ overdue: true, promisePassed: true });
    expect(moved(current, null, '2026-12-03').alarms.promisePassed).toBe(false);
    const unsaid: Case = { ...current, alarms: { warned: false, escalated: false, overdue: false, promisePassed: false } };
    expect(moved(unsaid, '2026-12-02', '2026-12-05').alarms).toEqual(unsaid.alarms);
  });
});

describe('a letter that waits or leaves', () => {
  it('stays what it is when an answer comes or intake is confirmed', () => {
    const drafted = carry(sent(opened('copy'), 'clarification'), record('letter-2', 'h', null, 'extension'));
    expect(evolve(drafted, { type: 'clarification-answered', messageId: 'm' })).toMatchObject({
      status: 'awaiting-approval',
      askedOn: null,
    });
    const leaving = carry(drafted, approve('letter-2', 'h', 'anna'));
    expect(evolve(leaving, { type: 'clarification-answered', messageId: 'm' })).toMatchObject({
      leaving: { letterId: 'letter-2' },
      askedOn: null,
    });
    expect(evolve(leaving, { type: 'message-joined', messageId: 'm' }).attention).toEqual(['message-after-release']);
  });

  it('of a refund is refused only once both rights were assessed, whatever else was ticked', () => {
    expect(attempt(carry(opened('refund'), tick('paid-back')), request('refusal')).code).toBe('refund-not-assessed');
    expect(attempt(carry(opened('refund'), tick('refund-window-checked')), request('refusal')).code).toBeNull();
    expect(attempt(opened('copy'), request('refusal')).code).toBeNull();
  });
});

describe('react', () => {
  it('is told one case with the events of one', () => {
    const event: CaseEvent = { type: 'due-warned', on: '2026-11-23' };
    expect(() => react([event], [])).toThrow('events of one case came with 0 cases');
    expect(() => react([event], [opened('copy'), opened('refund')])).toThrow('events of one case came with 2 cases');
  });
});
