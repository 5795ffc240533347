// The register of requests: what was received in its span, local days, in time or not, and not a word of who asked.
import { expect, test } from 'vitest';
import { type RegisterRow, registerOf, statisticsOf } from '../../src/worker/show-register.ts';
import { commandCase } from '../../src/worker/staff-commands.ts';
import { staffId, theCase, write } from '../journey/steps.ts';
import { atEveryPlace } from '../support/ground.ts';

const day = (on: string) => Temporal.PlainDate.from(on);

atEveryPlace((house) => {
  test('one row for each request of the span, first and last day included', async () => {
    const journey = await house.open({ start: '2026-01-12T23:59:00+01:00' });
    const { clock, context } = journey;
    await write(journey, 'eerste@post.example', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    clock.set('2026-01-13T00:01:00+01:00');
    await write(journey, 'tweede@post.example', 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.');
    await write(
      journey,
      'overheid@politie.example',
      'Vordering ex artikel 126nd Sv: wij vorderen de gegevens van een gebruiker van nummer 0851234567.',
    );
    await write(journey, 'vraag@post.example', 'Wat kost een nummer in Belgie?');
    const [first, second] = [await theCase(journey, 'eerste@post.example'), await theCase(journey, 'tweede@post.example')];
    clock.set('2026-01-28T12:00:00+01:00');
    await commandCase(context, second.reference, () => ({ type: 'withdraw', by: staffId(journey) }));
    const all = await registerOf(context, day('2026-01-12'), day('2026-01-13'));
    expect(all).toMatchObject([
      {
        reference: first.reference,
        kind: 'deletion',
        receivedOn: '2026-01-12',
        channel: 'mail',
        promisedOn: '2026-02-11',
        legalOn: '2026-02-12',
        dueOn: '2026-02-11',
        extended: false,
        pausedDays: 0,
        verified: null,
        outcome: 'open',
        endedOn: null,
        inTimeByLaw: null,
        inTimeByPromise: null,
      },
      {
        reference: second.reference,
        kind: 'refund',
        receivedOn: '2026-01-13',
        verified: 'not-needed',
        outcome: 'withdrawn',
        endedOn: '2026-01-28',
        inTimeByLaw: false,
        inTimeByPromise: null,
      },
    ]);
    expect((await registerOf(context, day('2026-01-13'), day('2026-01-13'))).map(({ kind }) => kind)).toEqual(['refund']);
    expect(await registerOf(context, day('2026-01-14'), day('2026-02-14'))).toEqual([]);
    // The promise ends a day before the law does; on the day itself nothing is late.
    const late = async (on: string) => {
      clock.set(`${on}T12:00:00+01:00`);
      const [row] = await registerOf(context, day('2026-01-12'), day('2026-01-12'));
      return [row?.inTimeByPromise, row?.inTimeByLaw];
    };
    expect(await late('2026-02-11')).toEqual([null, null]);
    expect(await late('2026-02-12')).toEqual([false, null]);
    expect(await late('2026-02-13')).toEqual([false, false]);
    const told = JSON.stringify(all);
    for (const secret of ['post.example', 'eerste', '2026-0815', 'politie']) expect(told).not.toContain(secret);
  });
});

test('counts under ten are withheld, and so is what would give them away', () => {
  const rows = (kind: RegisterRow['kind'], outcome: RegisterRow['outcome'], count: number) =>
    Array.from({ length: count }, () => ({ kind, outcome }) as RegisterRow);
  expect(statisticsOf([...rows('copy', 'completed', 9), ...rows('deletion', 'completed', 40), ...rows('refund', 'refused', 12)])).toEqual({
    total: 61,
    counts: [
      { kind: 'copy', outcome: 'completed', count: null },
      { kind: 'deletion', outcome: 'completed', count: 40 },
      { kind: 'refund', outcome: 'refused', count: null },
    ],
  });
  expect(statisticsOf(rows('copy', 'completed', 9))).toEqual({
    total: null,
    counts: [{ kind: 'copy', outcome: 'completed', count: null }],
  });
  expect(statisticsOf([])).toEqual({ total: null, counts: [] });
});
