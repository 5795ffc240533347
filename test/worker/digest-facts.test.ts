// What the digest gathers: whose approval is missing, which date is broken, and nothing of a public body's demand.
import { expect, test } from 'vitest';
import { digestFacts } from '../../src/worker/digest-facts.ts';
import { approve } from '../../src/worker/staff-commands.ts';
import { awaitingApproval, staffId, theCase, write } from '../journey/steps.ts';
import { atEveryPlace } from '../support/ground.ts';

const berend = 'berend@winkel.example';

atEveryPlace((house) => {
  test('who must approve, what is late by promise and by law, and no demand of a public body', async () => {
    const journey = await house.open({
      environment: { STAFF: `anna@winkel.example,${berend}` },
      policy: { kinds: { deletion: { completion: 'four-eyes' } } },
    });
    const { context, clock } = journey;
    const reference = await awaitingApproval(journey, 'vier-ogen@post.example');
    await write(journey, 'overheid@politie.example', 'Vordering ex artikel 126nd Sv: wij vorderen de gegevens van een gebruiker.');
    await write(journey, 'terug@post.example', 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.');
    const refund = await theCase(journey, 'terug@post.example');
    const facts = (on: string) => digestFacts(context, Temporal.PlainDate.from(on), 'nl');
    const { lists } = await facts('2026-01-13');
    expect(lists.approval).toMatchObject([{ reference, waitsFor: ['anna', 'berend'], why: { rule: 'promise', source: 'Policy §4' } }]);
    await approve(context, reference, staffId(journey, berend));
    expect((await facts('2026-01-13')).lists.approval).toMatchObject([{ reference, waitsFor: ['anna'] }]);
    const named = async (on: string) => {
      const found = (await facts(on)).lists;
      return [found['act-by'], found['past-promise'], found['past-law']].map((rows) => rows.map((row) => row.reference));
    };
    // The refund is due on Monday 26 January: five days ahead it is near, on the day itself not late.
    expect(await named('2026-01-20')).toEqual([[], [], []]);
    expect(await named('2026-01-21')).toEqual([[refund.reference], [], []]);
    expect(await named('2026-01-26')).toEqual([[refund.reference], [], []]);
    expect(await named('2026-01-27')).toEqual([[], [], [refund.reference]]);
    // The deletion is promised for 11 February, and the law gives a day more.
    expect(await named('2026-02-12')).toEqual([[], [reference], [refund.reference]]);
    expect(await named('2026-02-13')).toEqual([[], [], [refund.reference, reference]]);
    clock.set('2026-02-13T08:00:00+01:00');
    const whole = await facts('2026-02-13');
    expect(whole).toMatchObject({
      openCases: 2,
      waiting: [
        { forWhom: 'staff', count: 1 },
        { forWhom: 'approval', count: 1 },
      ],
    });
    expect(whole.days).toHaveLength(30);
    expect(JSON.stringify(whole)).not.toMatch(/authority|politie|post\.example|winkel\.example/);
  });
});
