import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../src/case/command.ts';
import { evolve } from '../../src/case/evolve.ts';
import { at, attempt, carry, carryAt, determine, opened, record, request, tick } from './fixtures.ts';

// Received on Monday 2 November 2026, 10:00 in Amsterdam; `now` is Friday 20 November.
const term = (dueOn: string): CaseCommand => ({ type: 'set-term', dueOn, by: 'anna' });
const disclosed: CaseCommand = {
  type: 'record-disclosure',
  ground: 'prosecutor',
  what: ['numbers', 'traffic-data', 'numbers'],
  on: '2026-11-20',
  by: 'anna',
};
const nothing: CaseCommand = { type: 'record-disclosure', ground: null, what: [], on: '2026-11-20', by: 'bram' };

describe('the term of a demand', () => {
  it('is eight hours until a person sets the day the order gives', () => {
    const current = opened('authority');
    expect(current.dates).toMatchObject({ policyOn: null, legalOn: '2026-11-02', dueOn: '2026-11-02' });
  });

  it.each([
    ['the day of receipt', '2026-11-02', '2026-11-02'],
    ['the day after', '2026-11-03', '2026-11-03'],
    ['a Saturday, which does not move', '2026-11-28', '2026-11-27'],
    ['far ahead', '2027-03-01', '2027-03-01'],
  ])('moves to what the order gives: %s', (_, dueOn, actByOn) => {
    const earlier = carry(opened('authority'), term('2026-11-25'));
    const set = dueOn === '2026-11-25' ? earlier : carry(earlier, term(dueOn));
    expect(set.dates).toMatchObject({ policyOn: null, legalOn: dueOn, dueOn, actByOn });
    expect(set.demand?.term).toEqual({ on: dueOn, by: 'anna' });
  });

  it('says who set it, and what it was before', () => {
    const { why } = carry(opened('authority'), term('2026-11-25')).dates;
    expect(why.map(({ rule }) => rule)).toEqual(['receipt', 'legal-term', 'term-set', 'due', 'act-by', 'warnings']);
    expect(why[1]?.text.en).toContain('8 hours');
    expect(why[2]).toMatchObject({ by: 'anna', source: 'Policy §3; the order itself' });
  });

  it('says again what the new day puts ahead', () => {
    const late = carryAt(at('2026-11-03'), opened('authority'), { type: 'begin-day', on: '2026-11-03' });
    expect(late.alarms.overdue).toBe(true);
    const longer = carryAt(at('2026-11-03'), late, term('2026-12-15'));
    expect(longer.alarms).toMatchObject({ warned: false, escalated: false, overdue: false });
    const again = attempt(longer, { type: 'begin-day', on: '2026-12-16' }, { now: at('2026-12-16') });
    expect(again.events).toEqual([{ type: 'due-passed', on: '2026-12-16' }]);
  });

  it('stays through everything else that computes dates, and counts for no other kind', () => {
    const set = carry(opened('authority'), term('2026-12-15'));
    expect(attempt(set, { type: 'recompute-dates' }).events).toEqual([]);
    const other = carry(set, determine('copy'));
    expect(other.dates.dueOn).toBe(opened('copy').dates.dueOn);
    expect(carry(other, determine('authority')).dates.dueOn).toBe('2026-12-15');
  });

  it('of a forward counts from the receipt that staff confirm', () => {
    const draft = opened('authority', undefined, { intakeConfirmed: false, channel: 'forward' });
    const set = carry(draft, term('2026-12-15'), { type: 'confirm-intake', receivedAt: '2026-10-28T09:00:00Z', by: 'anna' });
    expect(set.dates.dueOn).toBe('2026-12-15');
  });
});

describe('a disclosure', () => {
  const assessed = carry(opened('authority'), tick('origin-verified'), tick('demand-assessed'));

  it('is recorded by codes alone, each kind of data once', () => {
    const { events, after } = attempt(assessed, disclosed);
    expect(events).toEqual([
      { type: 'disclosure-recorded', ground: 'prosecutor', what: ['numbers', 'traffic-data'], on: '2026-11-20', by: 'anna' },
    ]);
    expect(after.demand).toEqual({
      term: null,
      disclosures: [{ ground: 'prosecutor', what: ['numbers', 'traffic-data'], on: '2026-11-20', by: 'anna' }],
    });
  });

  it('can be one of several, and keeps the term', () => {
    const twice = carry(assessed, term('2026-12-15'), disclosed, nothing);
    expect(twice.demand?.disclosures.map(({ ground }) => ground)).toEqual(['prosecutor', null]);
    expect(twice.demand?.term?.on).toBe('2026-12-15');
    expect(carry(twice, term('2026-12-16')).demand?.disclosures).toHaveLength(2);
  });

  it('that nothing was disclosed can be said of a demand nobody verified', () => {
    expect(carry(opened('authority'), nothing, tick('demand-answered')).tasks.map(({ ticked }) => ticked !== null)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it.each(['2026-11-02', '2026-11-20'])('on the day of receipt or on the day itself: %s', (on) => {
    expect(attempt(assessed, { ...disclosed, on } as CaseCommand).code).toBeNull();
  });

  it('comes before the demand counts as answered, and before anything says that it was', () => {
    expect(attempt(assessed, tick('demand-answered')).code).toBe('disclosure-missing');
    const done = carry(assessed, disclosed);
    expect(attempt(done, tick('demand-answered')).events.map(({ type }) => type)).toEqual(['task-ticked', 'draft-requested']);
    const untold = { ...done, tasks: [], demand: { term: null, disclosures: [] } };
    expect(attempt(untold, record('letter-1', 'hash-1')).code).toBe('disclosure-missing');
    expect(attempt({ ...untold, demand: done.demand ?? { term: null, disclosures: [] } }, request('completion-notice')).code).toBeNull();
  });

  it('asks nothing of another kind’s tasks', () => {
    const task = { id: 'demand-answered', required: true, title: { nl: 'x', en: 'x' }, ticked: null };
    expect(attempt({ ...opened('copy'), tasks: [task] }, tick('demand-answered')).code).toBeNull();
  });
});

describe('a message that a person takes for a demand', () => {
  it('is for the people named for those: marked, and tied to no other case', () => {
    const before = { ...opened('undetermined'), linked: ['case-copy'] };
    const after = carry(before, determine('authority'));
    expect(after).toMatchObject({ kind: 'authority', linked: [], attention: ['authority'], status: 'needs-a-person' });
    expect(after.tasks.map(({ id }) => id)).toEqual(['origin-verified', 'demand-assessed', 'demand-answered']);
    expect(after.dates.dueOn).toBe('2026-11-02');
  });

  it('that was none after all keeps its links and loses the mark', () => {
    const back = carry({ ...opened('authority'), linked: ['case-copy'] }, determine('copy'));
    expect(back).toMatchObject({ kind: 'copy', linked: ['case-copy'], attention: [] });
  });

  it('on a closed case changes nothing', () => {
    const closed = carry(opened('undetermined'), { type: 'withdraw', by: 'anna' });
    const [event] = attempt(opened('undetermined'), determine('authority')).events;
    if (event === undefined) throw new Error('nothing happened');
    expect(evolve(closed, event)).toEqual({ ...closed, version: closed.version + 1 });
  });
});
