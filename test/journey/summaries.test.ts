// Summaries of weeks and months: one for each manager and span, whoever writes them, and what they count is so.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { spanBefore } from '../../src/case/digest-day.ts';
import { sendSummaries } from '../../src/worker/send-summaries.ts';
import { summaryFacts } from '../../src/worker/summary-facts.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { awaitingApproval, decide, tenWorkers, write } from './steps.ts';

const managers = ['marit@winkel.example', 'noor@winkel.example'];

atEveryPlace((house) => {
  test('ten schedulers at the same second: one for each manager, week and month, on the first working day of each', async () => {
    const journey = await house.open({ start: '2026-03-17T10:00:00+01:00', environment: { MANAGERS: managers.join(',') } });
    const schedulers = await tenWorkers(journey);
    const written = async (on: string) => {
      journey.clock.set(`${on}T08:00:00+02:00`);
      const counts = await Promise.all(schedulers.map((context) => sendSummaries(context)));
      return counts.reduce((sum, one) => sum + one, 0);
    };
    // The week in which Tijdig began counts; the week before, and February, do not.
    expect(await written('2026-03-20')).toBe(0);
    expect(await written('2026-03-23')).toBe(2);
    expect(await written('2026-03-24')).toBe(0);
    expect(await written('2026-03-30')).toBe(2);
    expect(await written('2026-04-01')).toBe(2);
    expect(await written('2026-04-02')).toBe(0);
    // Easter Monday leaves it to Tuesday.
    expect(await written('2026-04-06')).toBe(0);
    expect(await written('2026-04-07')).toBe(2);
    const kept = await rowsOf(journey);
    expect(kept).toEqual(['month 2026-03-01', 'week 2026-03-16', 'week 2026-03-23', 'week 2026-03-30'].flatMap((one) => [one, one]));
    await journey.settle();
    for (const manager of managers) expect(journey.lettersTo(manager)).toHaveLength(4);
  });

  test('what a week says: what came in, what was answered and how, and the week before', async () => {
    const journey = await house.open({ start: '2026-01-05T09:00:00+01:00' });
    const { clock, context } = journey;
    await write(journey, 'open@post.example', 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.');
    clock.set('2026-01-12T00:00:00+01:00');
    const reference = await awaitingApproval(journey, 'antwoord@post.example');
    await write(journey, 'vraag@post.example', 'Wat kost een nummer in Belgie?');
    clock.set('2026-01-18T23:59:00+01:00');
    await decide(journey, reference, 'akkoord');
    clock.set('2026-01-19T08:00:00+01:00');
    const facts = await summaryFacts(context, spanBefore(Temporal.PlainDate.from('2026-01-19'), 'week'), 'nl');
    expect(facts).toMatchObject({
      period: 'week',
      from: '2026-01-12',
      to: '2026-01-18',
      numbers: { opened: 1, answered: 1, inTime: 1, promiseMissed: 0, legalMissed: 0 },
      before: { received: 1, opened: 1, answered: 0 },
      answerDays: { count: 1, median: 6, longest: 6 },
      kinds: [{ kind: 'deletion', opened: 1, answered: 1, medianDays: 6 }],
      openCases: 1,
      overdueCases: 0,
      ledger: { difference: 0 },
    });
    expect(facts.weeks.at(-1)).toEqual({ week: '2026-01-12', inTime: 1, promiseMissed: 0, legalMissed: 0 });
    expect(facts.weeks).toHaveLength(12);
    expect(facts.classifier?.toPeople).toBe(0);
  });
});

async function rowsOf({ context }: Journey): Promise<readonly string[]> {
  const found = await context.db.query.execute(
    sql`select kind || ' ' || "on" as row from digests where kind in ('week', 'month') order by 1`,
  );
  const all = (Array.isArray(found) ? found : (found as { rows: unknown[] }).rows) as { row: string }[];
  return all.map(({ row }) => row);
}
