import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import { replay } from '../../src/case/evolve.ts';
import { open } from '../../src/case/open.ts';
import { react } from '../../src/case/react.ts';
import {
  at,
  attempt,
  carry,
  carryAt,
  determine,
  holidays,
  now,
  opened,
  opening,
  policy,
  policyWith,
  present,
  ready,
  record,
  released,
  sent,
  settle,
  tick,
} from './fixtures.ts';

const by = 'anna';

function types(current: Case, command: CaseCommand): string[] {
  return attempt(current, command).events.map(({ type }) => type);
}

function effects(current: Case, command: CaseCommand) {
  const { events, after } = attempt(current, command);
  return react(events, [after]);
}

describe('a kind taken wrongly', () => {
  it('is put right by name: the first receipt stays, terms and tasks are those of the kind', () => {
    const { events, after } = attempt(opened('refund'), determine('deletion'));
    expect(events).toMatchObject([{ type: 'kind-determined', kind: 'deletion', from: 'refund', by, on: '2026-11-20' }]);
    expect(after).toMatchObject({
      kind: 'deletion',
      status: 'awaiting-identity',
      receivedAt: '2026-11-02T09:00:00Z',
      dates: { dueOn: '2026-12-02' },
    });
    expect(carry(after, determine('refund'))).toMatchObject({
      identity: { needed: false },
      dates: { dueOn: '2026-11-16' },
    });
  });

  it('puts ahead again what was said about a date that has moved', () => {
    const overdue = carryAt(at('2026-11-17'), opened('refund'), { type: 'begin-day', on: '2026-11-17' });
    expect(overdue.alarms.overdue).toBe(true);
    const deletion = carryAt(at('2026-11-17'), overdue, determine('deletion'));
    expect(deletion.alarms).toEqual({ warned: false, escalated: false, overdue: false, promisePassed: false });
    expect(types(deletion, { type: 'begin-day', on: '2026-12-03' })).toEqual(['due-passed', 'promise-passed']);
    const late = carryAt(at('2026-12-05'), deletion, { type: 'begin-day', on: '2026-12-05' }, determine('change'));
    expect(late.alarms).toEqual({ warned: true, escalated: true, overdue: true, promisePassed: true });
    expect(carryAt(at('2026-12-05'), late, determine('copy')).alarms.promisePassed).toBe(false);
  });

  it('keeps an extension where the law knows one', () => {
    const extended = sent(opened('copy'), 'extension');
    expect(carry(extended, determine('objection'))).toMatchObject({ extended: true, dates: { dueOn: '2027-02-02' } });
    expect(carry(extended, determine('refund'))).toMatchObject({ extended: false, dates: { dueOn: '2026-11-16' } });
  });

  it('is read by whoever says so: marks of what nobody had read go, others stay', () => {
    const unread = opened('undetermined', policy, { attention: ['unreadable', 'too-large', 'sender-doubtful'] });
    expect(unread.attention).toEqual(['undetermined', 'unreadable', 'too-large', 'sender-doubtful']);
    expect(carry(unread, determine('copy')).attention).toEqual(['sender-doubtful']);
    expect(carry(opened('authority'), determine('copy')).attention).toEqual([]);
  });

  it('leaves a deletion waiting for the request that comes first, and nothing else', () => {
    const waiting: Case = { ...opened('deletion'), waitsFor: ['case-refund'] };
    expect(carry(waiting, determine('copy')).waitsFor).toEqual([]);
    const undetermined: Case = { ...opened('undetermined'), waitsFor: ['case-refund'] };
    expect(carry(undetermined, determine('deletion')).waitsFor).toEqual(['case-refund']);
  });
});

describe('the request that comes first', () => {
  const cases = open(opening(['deletion', 'copy', 'refund', 'change']), policy, holidays).map((events) => present(replay(events)));
  const deletion = cases.find(({ kind }) => kind === 'deletion');
  const ended = (caseId: string): CaseCommand => ({ type: 'note-earlier-ended', caseId });

  it('is a refund or a copy of the same message, before the deletion of what they need', () => {
    expect(cases.map(({ kind, waitsFor }) => [kind, waitsFor])).toEqual([
      ['refund', []],
      ['copy', []],
      ['change', []],
      ['deletion', ['case-refund', 'case-copy']],
    ]);
  });

  it('lets the deletion go on once all of them ended', () => {
    const done = ready(present(deletion ?? null));
    expect(types(done, ended('case-change'))).toEqual([]);
    expect(types(done, ended('case-copy'))).toEqual(['earlier-case-ended']);
    const last = carry(done, ended('case-copy'));
    expect(last.waitsFor).toEqual(['case-refund']);
    expect(attempt(last, ended('case-refund')).events).toEqual([
      { type: 'earlier-case-ended', caseId: 'case-refund' },
      { type: 'draft-requested', letterKind: 'completion-notice', by: null },
    ]);
    expect(types(present(deletion ?? null), ended('case-refund'))).toEqual(['earlier-case-ended']);
  });

  it('lets it go on when the two are unlinked', () => {
    const unlink = (caseId: string): CaseCommand => ({ type: 'unlink-case', caseId, by });
    const last = carry(ready(present(deletion ?? null)), unlink('case-copy'));
    expect(last).toMatchObject({ waitsFor: ['case-refund'], linked: ['case-refund', 'case-change'] });
    expect(types(last, unlink('case-change'))).toEqual(['case-unlinked']);
    expect(types(last, unlink('case-refund'))).toEqual(['case-unlinked', 'draft-requested']);
  });
});

describe('a draft case', () => {
  const draft = opened('refund', policy, { intakeConfirmed: false, channel: 'forward', attention: ['intake-to-confirm'] });
  const confirm = (receivedAt: string): CaseCommand => ({ type: 'confirm-intake', receivedAt, by });

  it('waits for a person, and nothing is sent, not even an acknowledgement', () => {
    expect(draft).toMatchObject({ status: 'needs-a-person', channel: 'forward', intakeConfirmed: false });
    const [events] = open(opening(['refund'], { intakeConfirmed: false }), policy, holidays);
    expect(react(events ?? [], [draft])).toEqual([{ type: 'ask-staff', caseId: 'case-refund', question: 'confirm-intake' }]);
    expect(events).toMatchObject([{ acknowledge: false }]);
    expect(types(carry(draft, tick('refund-window-checked')), tick('paid-back'))).toEqual(['task-ticked']);
  });

  it('confirmed has the dates of its true receipt, and is acknowledged', () => {
    const { events, after } = attempt(draft, confirm('2026-11-10T09:00:00Z'));
    expect(events).toMatchObject([{ type: 'intake-confirmed', receivedAt: '2026-11-10T09:00:00Z', on: '2026-11-20', by }]);
    expect(after).toMatchObject({
      status: 'in-progress',
      intakeConfirmed: true,
      receivedAt: '2026-11-10T09:00:00Z',
      dates: { dueOn: '2026-11-24' },
      attention: [],
    });
    expect(react(events, [after])).toEqual([{ type: 'acknowledge', caseIds: ['case-refund'], openingMessageId: 'message-1' }]);
  });

  it('that was done already goes on at once', () => {
    expect(types(ready(draft), confirm(now))).toEqual(['intake-confirmed', 'draft-requested']);
  });

  it('whose term was thought to have passed will pass again, aloud', () => {
    const late = carryAt(at('2026-11-17'), draft, { type: 'begin-day', on: '2026-11-17' });
    expect(late.alarms.overdue).toBe(true);
    expect(carryAt(at('2026-11-17'), late, confirm('2026-11-05T09:00:00Z')).alarms.overdue).toBe(false);
    expect(carryAt(at('2026-11-17'), late, confirm('2026-11-02T09:00:00Z')).alarms.overdue).toBe(true);
  });
});

describe('a case', () => {
  it('is linked and unlinked, open or closed, and each only once', () => {
    const link: CaseCommand = { type: 'link-case', caseId: 'case-2', by: null };
    for (const current of [opened('copy'), carry(opened('copy'), { type: 'withdraw', by })]) {
      const linked = carry(current, link, { type: 'link-case', caseId: 'case-3', by });
      expect(linked.linked).toEqual(['case-2', 'case-3']);
      expect(carry(linked, { type: 'unlink-case', caseId: 'case-2', by }).linked).toEqual(['case-3']);
      expect(linked.status).toBe(current.status);
    }
    expect(attempt(opened('copy'), link).events).toEqual([{ type: 'case-linked', caseId: 'case-2', by: null }]);
  });

  it('is given to somebody, to somebody else, and to nobody', () => {
    const to = (name: string | null): CaseCommand => ({ type: 'assign', to: name, by: 'mia' });
    const given = carry(opened('copy'), to('bram'));
    expect(given.assignedTo).toBe('bram');
    expect(carry(given, to('anna')).assignedTo).toBe('anna');
    expect(attempt(given, to(null)).events).toEqual([{ type: 'case-assigned', to: null, by: 'mia' }]);
  });
});

describe('an answer from outside', () => {
  const noted = carry(opened('refund'), { type: 'note-outside-answer', messageId: 'sent-1' });
  const finished = (yes: boolean): CaseCommand => ({ type: 'settle-outside-answer', finished: yes, by });

  it('is asked about', () => {
    expect(noted).toMatchObject({ outsideMessageId: 'sent-1', attention: ['answered-outside'], status: 'in-progress' });
    expect(effects(opened('refund'), { type: 'note-outside-answer', messageId: 'sent-1' })).toEqual([
      { type: 'ask-staff', caseId: 'case-refund', question: 'answered-outside' },
    ]);
  });

  it('that did not finish the case leaves it open; one that did completes it, if it could be completed here', () => {
    expect(carry(noted, finished(false))).toMatchObject({ status: 'in-progress', outsideMessageId: null, attention: [] });
    expect(attempt(noted, finished(true)).code).toBe('tasks-open');
    expect(attempt(carry(opened('deletion'), { type: 'note-outside-answer', messageId: 's' }), finished(true)).code).toBe(
      'identity-not-verified',
    );
    const done = carry(ready(noted), record('letter-1', 'h'));
    expect(attempt(done, finished(true)).events).toEqual([
      { type: 'draft-voided', letterId: 'letter-1', because: 'case-changed', by: null },
      { type: 'outside-answer-settled', messageId: 'sent-1', finished: true, by },
      { type: 'case-closed', status: 'completed', by, at: now },
    ]);
    expect(carry(done, finished(true))).toMatchObject({ status: 'completed', outsideMessageId: null, closedAt: now });
    const leaving = carry(released(ready(opened('refund')), 'completion-notice'), { type: 'note-outside-answer', messageId: 'sent-1' });
    expect(types(leaving, finished(false))).toEqual(['outside-answer-settled']);
  });

  it('ends a pause of the case it finishes', () => {
    const doubted = carry(opened('copy'), { type: 'pause', because: 'identity-doubt', by });
    const held: Case = { ...ready(carry(opened('copy'), { type: 'note-outside-answer', messageId: 'sent-1' })), pauses: doubted.pauses };
    expect(types(held, finished(true))).toEqual(['outside-answer-settled', 'pause-ended', 'case-closed']);
  });
});

describe('a closed case', () => {
  const withdrawn = carry(opened('copy'), { type: 'withdraw', by });

  it('says who closed it, how and when', () => {
    expect(attempt(opened('copy'), { type: 'withdraw', by }).events).toEqual([{ type: 'case-closed', status: 'withdrawn', by, at: now }]);
    expect(withdrawn).toMatchObject({ status: 'withdrawn', closedAt: now });
    expect(carry(opened('copy'), { type: 'close-as-no-request', by }).status).toBe('not-a-request');
  });

  it('is reopened by name, where it stood, with the dates it had', () => {
    expect(attempt(withdrawn, { type: 'reopen', by }).events).toEqual([{ type: 'case-reopened', because: 'answered-wrongly', by }]);
    const again = carry(withdrawn, { type: 'reopen', by });
    expect(again).toMatchObject({ status: 'awaiting-identity', dates: withdrawn.dates });
    expect('closedAt' in again).toBe(false);
    expect(carry(sent(opened('copy'), 'clarification'), { type: 'withdraw', by }, { type: 'reopen', by })).toMatchObject({
      status: 'awaiting-identity',
      askedOn: null,
    });
  });

  it('is open again when the letter that closed it comes back, and when no other does', () => {
    const bounced = (letterKind: 'completion-notice' | 'refusal' | 'partial-completion' | 'acknowledgement'): CaseCommand => ({
      type: 'report-unreachable',
      messageId: 'b',
      letterKind,
    });
    for (const kind of ['completion-notice', 'partial-completion', 'refusal'] as const) {
      const closed = sent(ready(opened('copy')), kind);
      expect(attempt(closed, bounced(kind)).events, kind).toEqual([
        { type: 'requester-unreachable', messageId: 'b' },
        { type: 'case-reopened', because: 'bounce', by: null },
      ]);
      expect(types(closed, bounced('acknowledgement')), kind).toEqual(['requester-unreachable']);
      expect(types(withdrawn, bounced(kind))).toEqual(['requester-unreachable']);
      expect(carry(closed, bounced(kind))).toMatchObject({ status: 'in-progress', leaving: null, attention: ['requester-unreachable'] });
    }
    expect(types(sent(ready(opened('copy')), 'refusal'), bounced('completion-notice'))).toEqual(['requester-unreachable']);
  });

  it('can be answered once more, rightly', () => {
    const refused = sent(ready(opened('copy', policyWith('approval'))), 'refusal');
    const again = carry(refused, { type: 'reopen', by });
    expect(sent(again, 'correction').status).toBe('in-progress');
    expect(carry(released(again, 'completion-notice'), settle('letter-1', 'accepted')).status).toBe('completed');
  });
});
