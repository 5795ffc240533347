import { describe, expect, it } from 'vitest';
import type { CaseDates } from '../../src/case/case.ts';
import { computeDates } from '../../src/case/due-date.ts';
import type { CaseKind } from '../../src/case/kind.ts';
import type { Day, Instant } from '../../src/case/policy.ts';
import { holidays, policy } from './fixtures.ts';
import { dayNumber, dayText, expectedDates, expectedWindow, kinds } from './independent-dates.ts';

function dates(kind: CaseKind, receivedAt: Instant, more: { serviceDate?: Day; sentAt?: Instant } = {}): CaseDates {
  return computeDates({ kind, receivedAt, serviceDate: more.serviceDate ?? null, sentAt: more.sentAt ?? null }, policy, holidays);
}

/** Dates of a deletion received at noon in Amsterdam, whatever the season. */
function deletion(on: Day): CaseDates {
  return dates('deletion', `${on}T11:00:00Z`);
}

const everyDay = Array.from({ length: dayNumber('2028-12-31') - dayNumber('2026-01-01') + 1 }, (_, index) =>
  dayText(dayNumber('2026-01-01') + index),
);

describe('every receipt day of 2026, 2027 and 2028', () => {
  it.each(kinds)('agrees with the independent calculation: %s', (kind) => {
    expect(everyDay).toHaveLength(1096);
    for (const on of everyDay) {
      const { why: _why, refundWindowEndsOn: _window, ...computed } = dates(kind, `${on}T11:00:00Z`);
      expect(computed, on).toEqual(expectedDates(kind, on));
    }
  });

  it('as a day of service, agrees on the end of the refund window', () => {
    for (const on of everyDay) {
      expect(dates('refund', `${on}T11:00:00Z`, { serviceDate: on }).refundWindowEndsOn, on).toBe(expectedWindow(on));
    }
  });

  it('has a derivation that names the due date, in both languages, and never promises what it does not say', () => {
    for (const on of everyDay) {
      const { dueOn, why } = deletion(on);
      const due = why.find((step) => step.rule === 'due')?.text;
      const [year, , day] = dueOn.split('-').map(Number);
      expect(due?.nl, on).toMatch(new RegExp(` ${day} [a-z]+ ${year}\\.$`));
      expect(due?.en, on).toMatch(new RegExp(` ${day} [A-Z][a-z]+ ${year}\\.$`));
    }
  });
});

describe('every receipt day, extended', () => {
  const monthly = kinds.filter((kind) => kind !== 'refund' && kind !== 'authority');

  it.each(monthly)('ends three months from receipt, rolled over once and never from a rolled date: %s', (kind) => {
    for (const on of everyDay) {
      const facts = { kind, receivedAt: `${on}T11:00:00Z`, serviceDate: null, sentAt: null, extended: true } as const;
      const { why: _why, refundWindowEndsOn: _window, ...computed } = computeDates(facts, policy, holidays);
      expect(computed, on).toEqual(expectedDates(kind, on, { extended: true }));
    }
  });

  it('counts from receipt and not from the end of a month that rolled', () => {
    // From 31 January 2026 the month ends on 2 March; three months end on 30 April, and not on 2 June.
    const facts = { kind: 'copy', receivedAt: '2026-01-31T11:00:00Z', serviceDate: null, sentAt: null } as const;
    expect(computeDates(facts, policy, holidays).legalOn).toBe('2026-03-02');
    expect(computeDates({ ...facts, extended: true }, policy, holidays).legalOn).toBe('2026-04-30');
  });
});

describe('every receipt day, paused', () => {
  it.each(kinds)('moves the due date by the days a manager accepted, and shows where all would bring it: %s', (kind) => {
    for (const [index, on] of everyDay.entries()) {
      const [days, acceptedDays] = [index % 23, (index % 23) % 7];
      const extended = index % 2 === 0 && kind !== 'refund' && kind !== 'authority';
      const facts = {
        kind,
        receivedAt: `${on}T11:00:00Z`,
        serviceDate: null,
        sentAt: null,
        extended,
        paused: { days, acceptedDays },
      } as const;
      const { why: _why, refundWindowEndsOn: _window, ...computed } = computeDates(facts, policy, holidays);
      expect(computed, on).toEqual(expectedDates(kind, on, { extended, paused: days, accepted: acceptedDays }));
    }
  });
});

describe('the two dates', () => {
  it('in 2026 differ to the law’s side on 24 receipt days, all from 1 to 27 February', () => {
    const early = everyDay
      .filter((on) => on < '2027')
      .filter((on) => {
        const { policyOn, legalOn } = deletion(on);
        return legalOn < (policyOn ?? '');
      });
    expect(early).toHaveLength(24);
    expect(early.at(0)).toBe('2026-02-01');
    expect(early.at(-1)).toBe('2026-02-27');
  });

  it('are equal on 31 January, 7, 14, 21 and 28 February', () => {
    for (const on of ['2026-01-31', '2026-02-07', '2026-02-14', '2026-02-21', '2026-02-28']) {
      const { policyOn, legalOn, dueOn } = deletion(on);
      expect([policyOn, dueOn], on).toEqual([legalOn, legalOn]);
    }
  });

  it('on 30 January: the promise, 1 March, before the law, 2 March', () => {
    expect(deletion('2026-01-30')).toMatchObject({
      policyOn: '2026-03-01',
      legalOn: '2026-03-02',
      dueOn: '2026-03-01',
      actByOn: '2026-02-27',
    });
  });
});

describe('one month', () => {
  it('ends on the same date: 5 March → 5 April', () => {
    expect(dates('copy', '2027-03-05T11:00:00Z').legalOn).toBe('2027-04-05');
  });

  it('in 2026 that 5 April is Easter Sunday, and rolls over Easter Monday', () => {
    expect(dates('copy', '2026-03-05T11:00:00Z')).toMatchObject({ legalOn: '2026-04-07', dueOn: '2026-04-07', policyOn: null });
  });

  it('ends on the last day of a shorter month: 31 August → 30 September', () => {
    expect(dates('copy', '2026-08-31T10:00:00Z').legalOn).toBe('2026-09-30');
  });

  it('ends on a leap day, from 29, 30 and 31 January 2028, and runs from one', () => {
    for (const on of ['29', '30', '31']) expect(dates('copy', `2028-01-${on}T11:00:00Z`).legalOn).toBe('2028-02-29');
    expect(dates('copy', '2028-02-29T11:00:00Z').legalOn).toBe('2028-03-29');
    expect(dates('copy', '2027-01-29T11:00:00Z').legalOn).toBe('2027-03-01');
  });

  it('that ends on a Saturday before a Monday holiday runs to Tuesday, and is acted upon on Friday', () => {
    // 23 May 2026 is the Saturday before Whit Sunday and Whit Monday.
    expect(dates('copy', '2026-04-23T10:00:00Z')).toMatchObject({ legalOn: '2026-05-26', dueOn: '2026-05-26', actByOn: '2026-05-26' });
    expect(dates('deletion', '2026-04-23T10:00:00Z')).toMatchObject({ dueOn: '2026-05-23', actByOn: '2026-05-22' });
  });

  it('that ends on a working day stays there, on the very day before a holiday', () => {
    expect(dates('copy', '2026-03-03T11:00:00Z').legalOn).toBe('2026-04-03');
    expect(dates('copy', '2026-11-24T11:00:00Z').legalOn).toBe('2026-12-24');
    expect(dates('copy', '2026-11-25T11:00:00Z').legalOn).toBe('2026-12-28');
  });
});

describe('the day of receipt', () => {
  it('is the day in Amsterdam, to the last minute before midnight, in summer and in winter', () => {
    expect(deletion('2026-07-01').policyOn).toBe('2026-07-31');
    expect(dates('deletion', '2026-07-01T21:59:59Z').policyOn).toBe('2026-07-31');
    expect(dates('deletion', '2026-07-01T22:00:00Z').policyOn).toBe('2026-08-01');
    expect(dates('deletion', '2026-12-01T22:59:59Z').policyOn).toBe('2026-12-31');
    expect(dates('deletion', '2026-12-01T23:00:00Z').policyOn).toBe('2027-01-01');
  });

  it('is one day of 23 hours and one of 25 when the clock changes', () => {
    // 29 March 2026 runs from 23:00Z the day before to 22:00Z; 25 October 2026 from 22:00Z the day before to 23:00Z.
    expect(dates('refund', '2026-03-28T22:59:59Z').dueOn).toBe('2026-04-11');
    expect(dates('refund', '2026-03-28T23:00:00Z').dueOn).toBe('2026-04-12');
    expect(dates('refund', '2026-03-29T21:59:59Z').dueOn).toBe('2026-04-12');
    expect(dates('refund', '2026-03-29T22:00:00Z').dueOn).toBe('2026-04-13');
    expect(dates('refund', '2026-10-24T22:00:00Z').dueOn).toBe('2026-11-08');
    expect(dates('refund', '2026-10-25T22:59:59Z').dueOn).toBe('2026-11-08');
    expect(dates('refund', '2026-10-25T23:00:00Z').dueOn).toBe('2026-11-09');
  });
});

describe('a refund', () => {
  it('is due after 14 calendar days even on a Sunday, and warned about 4 and 1 working days before', () => {
    expect(dates('refund', '2026-11-01T10:00:00Z')).toMatchObject({
      policyOn: null,
      legalOn: '2026-11-15',
      dueOn: '2026-11-15',
      actByOn: '2026-11-13',
      warnOn: '2026-11-10',
      escalateOn: '2026-11-13',
    });
  });

  it('has a window that Good Friday and bridge days prolong', () => {
    const receivedAt = '2026-05-20T10:00:00Z';
    expect(dates('refund', receivedAt, { serviceDate: '2026-04-02' }).refundWindowEndsOn).toBe('2026-04-08');
    expect(dates('refund', receivedAt, { serviceDate: '2026-05-13' }).refundWindowEndsOn).toBe('2026-05-19');
    expect(dates('refund', receivedAt, { serviceDate: '2026-11-06' }).refundWindowEndsOn).toBe('2026-11-10');
  });

  it('is judged by when the notice was sent: the last minute of the window is within it', () => {
    function verdict(sentAt: Instant): string | undefined {
      return dates('refund', '2026-11-11T08:00:00Z', { serviceDate: '2026-11-06', sentAt }).why.at(-1)?.rule;
    }
    expect(verdict('2026-11-10T22:59:59Z')).toBe('sent-within-window');
    expect(verdict('2026-11-10T23:00:00Z')).toBe('sent-after-window');
    // A sending time after receipt is a wrong clock: receipt is the earlier.
    expect(dates('refund', '2026-11-10T12:00:00Z', { serviceDate: '2026-11-06', sentAt: '2026-12-01T00:00:00Z' }).why.at(-1)?.rule).toBe(
      'sent-within-window',
    );
  });

  it('outside the window is never a refusal by itself, and without a service day asks for it', () => {
    const late = dates('refund', '2026-11-20T12:00:00Z', { serviceDate: '2026-11-06' }).why.at(-1);
    expect(late?.text.nl).toContain('op zichzelf geen grond voor weigering');
    expect(late?.text.en).toContain('no ground for refusal');
    const unknown = dates('refund', '2026-11-20T12:00:00Z');
    expect(unknown.refundWindowEndsOn).toBeNull();
    expect(unknown.why.at(-1)?.rule).toBe('service-day-unknown');
  });

  it('alone has a window', () => {
    expect(dates('deletion', '2026-11-20T12:00:00Z', { serviceDate: '2026-11-06' }).refundWindowEndsOn).toBeNull();
  });
});

describe('warnings', () => {
  it('come 7 and 2 working days before the due date', () => {
    expect(deletion('2026-11-02')).toMatchObject({ dueOn: '2026-12-02', warnOn: '2026-11-23', escalateOn: '2026-11-30' });
  });

  it('use the short pair where 14 days are given, and the long one where 15 are', () => {
    const kind = policy.kinds.refund;
    function under(count: number): CaseDates {
      const legal = { ...kind.legal, count };
      const facts = { kind: 'refund', receivedAt: '2026-11-02T11:00:00Z', serviceDate: null, sentAt: null } as const;
      return computeDates(facts, { ...policy, kinds: { ...policy.kinds, refund: { ...kind, legal } } }, holidays);
    }
    expect(under(14)).toMatchObject({ dueOn: '2026-11-16', warnOn: '2026-11-10', escalateOn: '2026-11-13' });
    expect(under(15)).toMatchObject({ dueOn: '2026-11-17', warnOn: '2026-11-06', escalateOn: '2026-11-13' });
  });
});

describe('an authority', () => {
  it('is answered within 8 hours, by the clock, over midnight and over a change of the clock', () => {
    expect(dates('authority', '2026-11-04T14:59:00Z').dueOn).toBe('2026-11-04');
    expect(dates('authority', '2026-11-04T15:00:00Z').dueOn).toBe('2026-11-05');
    expect(dates('authority', '2026-03-28T14:59:00Z').dueOn).toBe('2026-03-28');
    expect(dates('authority', '2026-03-28T22:30:00Z').dueOn).toBe('2026-03-29');
  });

  it('on a Saturday is acted upon that day, not on the Friday that is gone', () => {
    expect(dates('authority', '2026-11-07T10:00:00Z')).toMatchObject({
      dueOn: '2026-11-07',
      actByOn: '2026-11-07',
      warnOn: '2026-11-07',
      escalateOn: '2026-11-07',
    });
  });
});

describe('a message nobody has read', () => {
  it('has the dates of a deletion and says so', () => {
    const { why, ...unread } = dates('undetermined', '2026-02-10T11:00:00Z');
    const { why: _why, ...read } = deletion('2026-02-10');
    expect(unread).toEqual(read);
    expect(why.map((step) => step.rule)).toContain('kind-unknown');
  });
});

describe('a term in working days', () => {
  it('does not count the day of receipt, and counts Good Friday as a working day of ours', () => {
    const marketing = { unit: 'working-days', count: 2, rolls: false, source: 'GDPR art. 21(3)' } as const;
    const kind = { ...policy.kinds.objection, legal: marketing };
    const facts = { kind: 'objection', receivedAt: '2026-04-02T10:00:00Z', serviceDate: null, sentAt: null } as const;
    expect(computeDates(facts, { ...policy, kinds: { ...policy.kinds, objection: kind } }, holidays).dueOn).toBe('2026-04-07');
  });
});

describe('the derivation', () => {
  it('of a deletion received on 30 January 2026 tells every step in order', () => {
    const { why } = deletion('2026-01-30');
    expect(why.map(({ rule, source }) => [rule, source])).toEqual([
      ['receipt', 'Regulation (EEC, Euratom) 1182/71 art. 3(1)'],
      ['promise', 'Policy §4'],
      ['legal-term', 'GDPR art. 12(3)'],
      ['clamp', 'Regulation (EEC, Euratom) 1182/71 art. 3(2)(c)'],
      ['roll-over', 'Regulation (EEC, Euratom) 1182/71 art. 3(4)'],
      ['due', 'docs/due-dates.md, two dates'],
      ['act-by', 'docs/due-dates.md, act by'],
      ['warnings', 'docs/due-dates.md, warnings'],
    ]);
    expect(why.map((step) => step.text.nl)).toEqual([
      'Ontvangen op vrijdag 30 januari 2026 om 12:00 uur (tijdzone Europe/Amsterdam); de dag van ontvangst telt niet mee.',
      'Ons eigen beleid belooft afhandeling binnen 30 kalenderdagen na ontvangst: uiterlijk zondag 1 maart 2026; deze datum verschuift niet vanwege een weekend of feestdag.',
      'De wet geeft één maand na ontvangst: tot en met zaterdag 28 februari 2026.',
      '30 februari 2026 bestaat niet; de termijn eindigt daarom op de laatste dag van die maand, zaterdag 28 februari 2026.',
      'Zaterdag 28 februari 2026 en zondag 1 maart 2026 zijn geen werkdagen; de termijn loopt door tot en met de eerstvolgende werkdag, maandag 2 maart 2026.',
      'Onze belofte eindigt eerder dan de wettelijke termijn en gaat dus voor; de uiterste datum is zondag 1 maart 2026.',
      'Zondag 1 maart 2026 is geen werkdag; handel het uiterlijk af op de laatste werkdag daarvoor, vrijdag 27 februari 2026.',
      'Waarschuwing op donderdag 19 februari 2026 (7 werkdagen vóór de uiterste datum), escalatie op donderdag 26 februari 2026 (2 werkdagen ervoor).',
    ]);
    expect(why.map((step) => step.text.en)).toEqual([
      'Received on Friday 30 January 2026 at 12:00 (time zone Europe/Amsterdam); the day of receipt is not counted.',
      'Our own policy promises completion within 30 calendar days of receipt: by Sunday 1 March 2026; this date does not move for a weekend or a holiday.',
      'The law gives one month from receipt: up to and including Saturday 28 February 2026.',
      '30 February 2026 does not exist; the term therefore ends on the last day of that month, Saturday 28 February 2026.',
      'Saturday 28 February 2026 and Sunday 1 March 2026 are not working days; the term runs on to the end of the next working day, Monday 2 March 2026.',
      'Our promise ends before the legal term and so decides; the due date is Sunday 1 March 2026.',
      'Sunday 1 March 2026 is not a working day; complete it by the last working day before it, Friday 27 February 2026.',
      'Warning on Thursday 19 February 2026 (7 working days before the due date), escalation on Thursday 26 February 2026 (2 working days before it).',
    ]);
  });

  it('names the holiday and its row in the calendar', () => {
    const step = dates('copy', '2026-03-05T11:00:00Z').why.find(({ rule }) => rule === 'roll-over');
    expect(step?.source).toBe('Regulation (EEC, Euratom) 1182/71 art. 3(4); holiday calendar 2026-04-05, 2026-04-06');
    expect(step?.text.nl).toMatch(/^Zondag 5 april 2026 \(Pasen\) en maandag 6 april 2026 \(Tweede paasdag\) zijn geen werkdagen;/);
    expect(step?.text.en).toMatch(/^Sunday 5 April 2026 \(Easter Sunday\) and Monday 6 April 2026 \(Easter Monday\) are not working days;/);
  });

  it('says which of the two dates decides', () => {
    function due(on: Day): string | undefined {
      return deletion(on).why.find(({ rule }) => rule === 'due')?.text.nl;
    }
    expect(due('2026-02-10')).toBe(
      'De wettelijke termijn eindigt eerder dan onze belofte en gaat dus voor; de uiterste datum is dinsdag 10 maart 2026.',
    );
    expect(due('2026-02-14')).toBe(
      'Onze belofte en de wettelijke termijn eindigen op dezelfde dag; de uiterste datum is maandag 16 maart 2026.',
    );
  });
});
