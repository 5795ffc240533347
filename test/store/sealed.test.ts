// Nothing a person wrote, and no name or address, stands readable in the database or in a log.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reject, requestLetter } from '../../src/worker/staff-commands.ts';
import { anna, answer, decide, doTheWork, newest, staffId, theCase, write } from '../journey/steps.ts';
import { atEveryPlace } from '../support/ground.ts';
import { bounce, mail } from '../support/mail.ts';
import { placesOf } from '../support/readable.ts';

/** Every word a person's own in what follows: names, addresses, subjects, texts, numbers, files, and our own people. */
const canaries = [
  'Kanariepiet',
  'kanarie-van-dijk',
  'kooivogel',
  'zangstuk',
  'zaadbakje',
  'T-ORD-778899',
  'vogelnest',
  'veertje',
  'stokje.csv',
  'pluimage',
  'merelman',
  '0612345987',
  '31612345987',
  'anna@winkel',
  'marit@winkel',
];

atEveryPlace((house) => {
  test('a case lived to its end leaves no readable word behind', async () => {
    const journey = await house.open();
    const from = 'kanarie-van-dijk@vogelnest.example';
    const person = { name: 'Kanariepiet van Dijk', subject: 'Kooivogel weg', messageId: '<veertje.1@vogelnest.example>' };
    const text = 'Verwijder mijn account en het zangstuk daarin. Mijn nummer is 06-12345987.';
    await write(journey, from, `${text}\n\nIk wil ook mijn geld terug voor bestelling T-ORD-778899.`, person);
    const [refund, deletion] = await journey.cases(from);
    const acknowledgement = newest(journey.lettersTo(from));
    await answer(journey, acknowledgement, from, 'Wis ook het zaadbakje.', person);
    const reference = deletion?.reference ?? '';
    await doTheWork(journey, refund?.reference ?? '');
    await decide(journey, refund?.reference ?? '', 'akkoord');
    await doTheWork(journey, reference);
    await reject(journey.context, reference, staffId(journey), 'Het zaadbakje staat er nog.');
    await requestLetter(journey.context, reference, 'completion-notice', staffId(journey), {
      input: { words: 'Ook het pluimage is weg.' },
      attachments: [{ filename: 'stokje.csv', contentType: 'text/csv', content: Buffer.from('zangstuk').toString('base64') }],
    });
    await journey.settle();
    await decide(journey, reference, 'akkoord');
    await journey.arrive(bounce(acknowledgement, journey.clock.now()));
    await journey.arrive(
      mail({
        from: 'x@merelman.example',
        name: 'Kanariepiet',
        subject: `Zaak ${refund?.reference}`,
        text: 'zangstuk',
        date: journey.clock.now(),
      }),
    );
    await journey.arrive(
      mail({
        from: 'stuk@merelman.example',
        subject: 'kooivogel',
        text: 'zangstuk',
        date: journey.clock.now(),
        extra: [`X-Y: ${'veertje '.repeat(9)}`, ...Array.from({ length: 5_000 }, () => `X-Z: ${'pluimage '.repeat(7)}`)],
      }),
    );
    journey.onLetter(() => ({ code: 550 }));
    await write(journey, 'weigert@merelman.example', text, person);
    expect(journey.lettersTo(from)).toHaveLength(3);
    expect(newest(journey.lettersTo(from)).text).toContain('pluimage');
    expect(journey.lettersTo(anna).length).toBeGreaterThan(2);
    expect(await theCase(journey, 'x@merelman.example')).toMatchObject({ kind: 'undetermined' });

    expect(await placesOf(journey, canaries)).toEqual([]);
    const log = journey.logged.join('\n').toLowerCase();
    expect(log).toContain('a letter was not accepted');
    expect(log).toContain('message could not be read');
    expect(canaries.filter((word) => log.includes(word.toLowerCase()))).toEqual([]);

    // The search finds what is there, in text, in JSON and in bytes.
    const { query } = journey.context.db;
    await query.execute(sql`insert into workers (id) values ('een Kanariepiet')`);
    await query.execute(sql`insert into settings (name, value) values ('x', '"een kooivogel"')`);
    await query.execute(sql`insert into data_keys (id, wrapped) values (gen_random_uuid(), convert_to('een zangstuk', 'UTF8'))`);
    expect(await placesOf(journey, canaries)).toEqual(
      expect.arrayContaining(['workers.id: Kanariepiet', 'settings.value: kooivogel', 'data_keys.wrapped: zangstuk']),
    );
  });
});
