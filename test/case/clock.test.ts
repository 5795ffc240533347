import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/case/case.ts';
import type { CaseCommand } from '../../src/case/command.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import type { Day } from '../../src/case/policy.ts';
import { react } from '../../src/case/react.ts';
import {
  at,
  attempt,
  carry,
  carryAt,
  determine,
  holidays,
  joined,
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
import { expectedDates } from './independent-dates.ts';

function begin(on: Day): CaseCommand {
  return { type: 'begin-day', on };
}

function said(current: Case, on: Day): readonly CaseEvent[] {
  return attempt(current, begin(on), { now: at(on) }).events;
}

function types(current: Case, command: CaseCommand, on: Day): string[] {
  return attempt(current, command, { now: at(on) }).events.map(({ type }) => type);
}

/** The days begin one after the other, up to and including that one. */
function live(current: Case, from: Day, to: Day): Case {
  let after = current;
  for (let day = Temporal.PlainDate.from(from); day.toString() <= to; day = day.add({ days: 1 }))
    after = carryAt(at(day.toString()), after, begin(day.toString()));
  return after;
}

const pause: CaseCommand = { type: 'pause', because: 'identity-doubt', by: 'anna' };
const accept: CaseCommand = { type: 'accept-pause', by: 'mia' };
const resume: CaseCommand = { type: 'resume', by: 'anna' };

describe('a day that begins', () => {
  // Received 2 November 2026: warn 23 November, escalate 30 November, due and promised 2 December.
  it('warns, escalates and says overdue, each on its day and not the day before', () => {
    const current = opened('deletion');
    expect(said(current, '2026-11-22')).toEqual([]);
    expect(said(current, '2026-11-23')).toEqual([{ type: 'due-warned', on: '2026-11-23' }]);
    expect(said(current, '2026-11-29')).toEqual([{ type: 'due-warned', on: '2026-11-29' }]);
    expect(said(current, '2026-11-30')).toEqual([{ type: 'due-escalated', on: '2026-11-30' }]);
    expect(said(current, '2026-12-02')).toEqual([{ type: 'due-escalated', on: '2026-12-02' }]);
    expect(said(current, '2026-12-03')).toEqual([
      { type: 'due-passed', on: '2026-12-03' },
      { type: 'promise-passed', on: '2026-12-03' },
    ]);
  });

  it('says each thing once, and a louder one makes the softer needless', () => {
    const loud = live(opened('deletion'), '2026-11-23', '2026-12-03');
    expect(loud.alarms).toEqual({ warned: true, escalated: true, overdue: true, promisePassed: true });
    expect(said(loud, '2026-12-04')).toEqual([]);
    expect(said(carryAt(at('2026-11-23'), opened('deletion'), begin('2026-11-23')), '2026-11-24')).toEqual([]);
    expect(said(carryAt(at('2026-11-30'), opened('deletion'), begin('2026-11-30')), '2026-12-01')).toEqual([]);
    expect(carryAt(at('2026-11-30'), opened('deletion'), begin('2026-11-30')).alarms).toMatchObject({
      warned: true,
      escalated: true,
      overdue: false,
    });
    expect(carryAt(at('2026-11-23'), opened('deletion'), begin('2026-11-23')).alarms).toMatchObject({ warned: true, escalated: false });
    expect(carryAt(at('2026-12-03'), opened('deletion'), begin('2026-12-03')).alarms).toMatchObject({ warned: true, escalated: true });
  });

  it('asks the shell to say it aloud', () => {
    const level = (on: Day) => {
      const { events, after } = attempt(opened('deletion'), begin(on), { now: at(on) });
      return react(events, [after]);
    };
    expect(level('2026-11-23')).toEqual([{ type: 'alert', caseId: 'case-deletion', level: 'warn' }]);
    expect(level('2026-11-30')).toEqual([{ type: 'alert', caseId: 'case-deletion', level: 'escalate' }]);
    expect(level('2026-12-03')).toEqual([{ type: 'alert', caseId: 'case-deletion', level: 'overdue' }]);
  });

  it('without a promise speaks of the law alone', () => {
    expect(said(opened('refund'), '2026-11-17')).toEqual([{ type: 'due-passed', on: '2026-11-17' }]);
  });

  it('voids a draft for which it has become too late', () => {
    const waiting = carry(opened('copy'), record('letter-1', 'h', null, 'extension'));
    expect(types(waiting, begin('2026-12-02'), '2026-12-02')).toEqual(['due-escalated']);
    expect(types(waiting, begin('2026-12-03'), '2026-12-03')).toEqual(['due-passed', 'draft-voided']);
  });
});

describe('an extension', () => {
  it('gives three months from receipt once its letter is accepted, on the last day of the first term too', () => {
    for (const on of ['2026-11-10', '2026-12-02']) {
      const extended = sent(opened('deletion'), 'extension', at(on));
      expect(extended, on).toMatchObject({ extended: true, dates: { policyOn: '2026-12-02', legalOn: '2027-02-02', dueOn: '2027-02-02' } });
      expect(extended.status).toBe('awaiting-identity');
    }
  });

  it('that is accepted a day late extends nothing and says so', () => {
    const late = released(opened('deletion'), 'extension', at('2026-12-02'));
    const { events, after } = attempt(late, settle('letter-1', 'accepted', 'extension'), { now: at('2026-12-03') });
    expect(events.map(({ type }) => type)).toEqual(['letter-accepted', 'extension-too-late']);
    expect(after).toMatchObject({ extended: false, dates: { dueOn: '2026-12-02' }, attention: ['extension-too-late'] });
  });

  it('puts the alarms ahead again, leaves the promise to pass, and a manager takes that on', () => {
    const warned = carryAt(at('2026-11-30'), opened('deletion'), begin('2026-11-30'));
    const extended = sent(warned, 'extension', at('2026-12-01'));
    expect(extended.alarms).toEqual({ warned: false, escalated: false, overdue: false, promisePassed: false });
    expect(said(extended, '2026-12-02')).toEqual([]);
    expect(said(extended, '2026-12-03')).toEqual([{ type: 'promise-passed', on: '2026-12-03' }]);
    expect(said(extended, '2027-02-03').map(({ type }) => type)).toEqual(['due-passed', 'promise-passed']);
    expect(carry(extended, { type: 'accept-breach', by: 'mia' }).breachAcceptedBy).toBe('mia');
  });

  it('lets what was ready go on to its completion', () => {
    const waiting = carry(ready(opened('copy')), request('extension'), record('letter-1', 'h', null, 'extension'));
    const leaving = carry(waiting, { type: 'approve', letterId: 'letter-1', hash: 'h', by: 'anna' });
    expect(types(leaving, settle('letter-1', 'accepted', 'extension'), '2026-11-20')).toEqual([
      'letter-accepted',
      'term-extended',
      'draft-requested',
    ]);
    expect(types(leaving, settle('letter-1', 'accepted', 'extension'), '2026-12-03')).toEqual([
      'letter-accepted',
      'extension-too-late',
      'draft-requested',
    ]);
  });
});

describe('a pause', () => {
  const paused = carryAt(at('2026-11-10'), opened('deletion'), pause);

  it('moves nothing until a manager accepts it; both dates are seen each day', () => {
    expect(paused).toMatchObject({
      pauses: [{ because: 'identity-doubt', sinceOn: '2026-11-10', untilOn: null, acceptedBy: null }],
      dates: { dueOn: '2026-12-02', pausedDueOn: null },
    });
    const later = carryAt(at('2026-11-14'), paused, begin('2026-11-14'));
    expect(later.dates).toMatchObject({ dueOn: '2026-12-02', pausedDueOn: '2026-12-06' });
    expect(said(later, '2026-11-14')).toEqual([]);
  });

  it('of no day, one day and nine days moves the date by as many, once accepted', () => {
    for (const [until, days] of [
      ['2026-11-10', 0],
      ['2026-11-11', 1],
      ['2026-11-19', 9],
    ] as const) {
      const { why: _, refundWindowEndsOn: _window, ...dates } = carryAt(at(until), paused, accept, resume).dates;
      expect(dates, until).toEqual(expectedDates('deletion', '2026-11-02', { paused: days, accepted: days }));
      const { why: _why, refundWindowEndsOn: _end, ...unaccepted } = carryAt(at(until), paused, resume).dates;
      expect(unaccepted, until).toEqual(expectedDates('deletion', '2026-11-02', { paused: days, accepted: 0 }));
    }
  });

  it('accepted afterwards counts as well, and two add up', () => {
    const two = carryAt(at('2026-11-20'), carryAt(at('2026-11-12'), paused, resume), pause);
    const both = carryAt(at('2026-11-25'), two, resume, accept);
    expect(both.dates.dueOn).toBe('2026-12-09');
    expect(both.pauses.map(({ acceptedBy }) => acceptedBy)).toEqual(['mia', 'mia']);
    expect(carryAt(at('2026-11-25'), carryAt(at('2026-11-12'), two, accept), resume).pauses.map(({ acceptedBy }) => acceptedBy)).toEqual([
      'mia',
      'mia',
    ]);
  });

  it('that lasts moves the date day by day, and says nothing twice', () => {
    const lasting = carryAt(at('2026-11-24'), live(opened('deletion'), '2026-11-20', '2026-11-24'), pause, accept);
    expect(lasting.alarms.warned).toBe(true);
    const events = ['2026-11-25', '2026-11-26', '2026-11-27'].map((on) => said(live(lasting, '2026-11-25', on), on));
    expect(events).toEqual([[], [], []]);
    const week = live(lasting, '2026-11-25', '2026-12-01');
    expect(week).toMatchObject({ dates: { dueOn: '2026-12-09' }, alarms: { overdue: false } });
    expect(said(carryAt(at('2026-12-01'), week, resume), '2026-12-10').map(({ type }) => type)).toEqual(['due-passed', 'promise-passed']);
  });

  it('for a clarification is of a copy, once we asked, and ends with the answer', () => {
    const asked = sent(opened('copy'), 'clarification', at('2026-11-05'));
    expect(asked).toMatchObject({ status: 'awaiting-clarification', askedOn: '2026-11-05' });
    const lasting = carryAt(at('2026-11-05'), asked, { type: 'pause', because: 'clarification', by: 'anna' }, accept);
    expect(types(lasting, joined(), '2026-11-09')).toEqual(['message-joined', 'clarification-answered', 'pause-ended', 'dates-changed']);
    expect(carryAt(at('2026-11-09'), lasting, joined())).toMatchObject({
      status: 'awaiting-identity',
      askedOn: null,
      dates: { dueOn: '2026-12-06' },
    });
    const doubted = carryAt(at('2026-11-05'), asked, pause);
    expect(types(doubted, joined(), '2026-11-09')).toEqual(['message-joined', 'clarification-answered']);
  });

  it('counts for nothing once the case turns out to be one that knows none', () => {
    const accepted = carryAt(at('2026-11-15'), paused, accept, resume);
    expect(accepted.dates.dueOn).toBe('2026-12-07');
    expect(carryAt(at('2026-11-15'), accepted, determine('refund')).dates).toMatchObject({ dueOn: '2026-11-16', pausedDueOn: null });
    expect(carryAt(at('2026-11-15'), accepted, determine('copy')).dates.dueOn).toBe('2026-12-07');
    const clarified = carryAt(at('2026-11-05'), sent(opened('copy'), 'clarification', at('2026-11-05')), {
      type: 'pause',
      because: 'clarification',
      by: 'anna',
    });
    const asDeletion = carryAt(at('2026-11-15'), clarified, accept, resume, determine('deletion'));
    expect(asDeletion.dates).toMatchObject({ dueOn: '2026-12-02', pausedDueOn: null });
  });

  it('ends with its case, so that a reopened one is as late as it is', () => {
    const accepted = carryAt(at('2026-11-10'), paused, accept);
    const closed = carryAt(at('2026-11-15'), accepted, { type: 'withdraw', by: 'anna' });
    expect(closed).toMatchObject({ status: 'withdrawn', pauses: [{ untilOn: '2026-11-15' }], dates: { dueOn: '2026-12-07' } });
    const reopened = carryAt(at('2027-01-10'), closed, { type: 'reopen', by: 'anna' }, begin('2027-01-10'));
    expect(reopened).toMatchObject({ dates: { dueOn: '2026-12-07' }, alarms: { overdue: true } });
    const byLetter = carryAt(at('2026-11-12'), sent(carryAt(at('2026-11-10'), opened('deletion'), pause), 'refusal', at('2026-11-12')));
    expect(byLetter).toMatchObject({ status: 'refused', pauses: [{ untilOn: '2026-11-12' }] });
  });
});

describe('a changed holiday', () => {
  const row = { on: '2026-12-02', name: { nl: 'vrij', en: 'off' }, ours: true };

  it('moves the dates of an open case, once, and says why', () => {
    const changed = attempt(opened('copy'), { type: 'recompute-dates' }, { holidays: [...holidays, row] });
    expect(changed.events).toMatchObject([
      { type: 'dates-changed', because: 'holidays', on: '2026-11-20', dates: { dueOn: '2026-12-03' } },
    ]);
    expect(attempt(changed.after, { type: 'recompute-dates' }, { holidays: [...holidays, row] }).events).toEqual([]);
    expect(attempt(opened('copy'), { type: 'recompute-dates' }).events).toEqual([]);
  });

  it('keeps what was said about a date that lies behind, and will say again what lies ahead', () => {
    const overdue = live(opened('copy'), '2026-11-23', '2026-12-03');
    const moved = attempt(overdue, { type: 'recompute-dates' }, { holidays: [...holidays, row], now: at('2026-12-03') }).after;
    expect(moved.alarms).toEqual({ warned: true, escalated: true, overdue: false, promisePassed: false });
    expect(said(moved, '2026-12-03')).toEqual([]);
    const later = attempt(overdue, { type: 'recompute-dates' }, { holidays: [...holidays, row], now: at('2026-12-04') }).after;
    expect(later.alarms.overdue).toBe(true);
  });

  it('on the very day of a warning or an escalation leaves them said', () => {
    const dates = { ...opened('copy').dates, warnOn: '2026-11-20', escalateOn: '2026-11-20' };
    const early: Case = { ...opened('copy'), dates, alarms: { warned: true, escalated: true, overdue: false, promisePassed: false } };
    const on = (day: Day) => attempt(early, { type: 'recompute-dates' }, { now: at(day) }).after.alarms;
    expect(on('2026-11-22')).toMatchObject({ warned: false, escalated: false });
    expect(on('2026-11-23')).toMatchObject({ warned: true, escalated: false });
    expect(on('2026-11-30')).toMatchObject({ warned: true, escalated: true });
  });
});

describe('a legal hold', () => {
  const hold: CaseCommand = { type: 'place-hold', reviewOn: '2027-01-04', letterOnItsWay: false, by: 'anna' };
  const onItsWay: CaseCommand = { ...hold, letterOnItsWay: true } as CaseCommand;
  const lift: CaseCommand = { type: 'lift-hold', by: 'anna' };

  it('has a reason’s owner and a day of review, which is said once, on that day', () => {
    const held = carry(opened('copy'), hold);
    expect(held.hold).toEqual({ by: 'anna', placedOn: '2026-11-20', reviewOn: '2027-01-04' });
    const late = live(held, '2026-12-03', '2026-12-03');
    expect(said(late, '2027-01-03')).toEqual([]);
    expect(said(late, '2027-01-04')).toEqual([{ type: 'hold-review-due' }]);
    const due = carryAt(at('2027-01-04'), late, begin('2027-01-04'));
    expect(due.attention).toEqual(['hold-review-due']);
    expect(said(due, '2027-01-05')).toEqual([]);
    expect(carry(due, lift)).toMatchObject({ hold: null, attention: [] });
  });

  it('voids the notice of a deletion that waits or has not left, and nothing of another kind', () => {
    const drafted = carry(ready(opened('deletion')), record('letter-1', 'h'));
    expect(types(drafted, hold, '2026-11-20')).toEqual(['hold-placed', 'draft-voided']);
    expect(types(drafted, onItsWay, '2026-11-20')).toEqual(['hold-placed', 'draft-voided']);
    expect(types(released(ready(opened('deletion')), 'completion-notice'), hold, '2026-11-20')).toEqual(['hold-placed', 'draft-voided']);
    expect(types(released(ready(opened('deletion')), 'partial-completion'), hold, '2026-11-20')).toEqual(['hold-placed', 'draft-voided']);
    expect(types(released(ready(opened('deletion')), 'refusal'), hold, '2026-11-20')).toEqual(['hold-placed']);
    expect(types(released(ready(opened('copy')), 'completion-notice'), hold, '2026-11-20')).toEqual(['hold-placed']);
    expect(types(carry(opened('deletion'), record('letter-1', 'h', null, 'clarification')), hold, '2026-11-20')).toEqual(['hold-placed']);
  });

  it('that crosses a letter on its way: the letter is recorded, the case stays open', () => {
    const crossed = carry(released(ready(opened('deletion')), 'completion-notice'), onItsWay);
    expect(crossed).toMatchObject({ status: 'in-progress', leaving: { letterId: 'letter-1' } });
    expect(types(crossed, settle('letter-1', 'accepted'), '2026-11-20')).toEqual(['letter-accepted']);
    expect(carry(crossed, settle('letter-1', 'accepted'))).toMatchObject({ status: 'in-progress', leaving: null });
    expect(types(crossed, { type: 'retry-letter', letterId: 'letter-1' }, '2026-11-20')).toEqual(['draft-voided']);
  });

  it('rests on a closed case as well: it stays closed, is told of its review once, and is lifted there', () => {
    const closed = sent(ready(opened('deletion')), 'completion-notice');
    const held = carry(closed, hold);
    expect(held).toEqual({ ...closed, version: closed.version + 1, hold: { by: 'anna', placedOn: '2026-11-20', reviewOn: '2027-01-04' } });
    expect(said(closed, '2027-01-04')).toEqual([]);
    expect(said(held, '2027-01-03')).toEqual([]);
    expect(said(held, '2027-01-04')).toEqual([{ type: 'hold-review-due' }]);
    const due = carryAt(at('2027-01-04'), held, begin('2027-01-04'));
    expect(due).toMatchObject({ status: 'completed', attention: ['hold-review-due'] });
    expect(said(due, '2027-01-05')).toEqual([]);
    expect(carry(due, lift)).toEqual({ ...closed, version: due.version + 1 });
    expect(carry(held, { type: 'reopen', by: 'anna' })).toMatchObject({ status: 'in-progress', hold: { reviewOn: '2027-01-04' } });
  });

  it('lifted lets what was ready go on, and only that', () => {
    expect(types(carry(ready(opened('deletion')), hold), lift, '2026-11-20')).toEqual(['hold-lifted', 'draft-requested']);
    expect(types(carry(opened('deletion'), hold), lift, '2026-11-20')).toEqual(['hold-lifted']);
    expect(types(carry(ready(opened('copy')), hold), lift, '2026-11-20')).toEqual(['hold-lifted']);
  });

  it('lets identity be verified and a tick be taken back', () => {
    const held = carry(opened('deletion'), tick('data-erased'), hold, tick('identity-verified'));
    expect(attempt(held, { type: 'untick-task', task: 'data-erased', by: 'anna' }).code).toBeNull();
    expect(policy.kinds.deletion.identity).toBe('required');
  });
});
