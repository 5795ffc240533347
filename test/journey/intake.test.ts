// What reaches the mailbox oddly: twice, too late, from machines, in Junk, broken, or before Tijdig was there.
import { expect, test } from 'vitest';
import { readLedger } from '../../src/store/ledger.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { mail } from '../support/mail.ts';
import { theCase, write } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';

async function attentionOf(journey: Journey, requester: string): Promise<readonly string[]> {
  const { reference } = await theCase(journey, requester);
  return (await journey.show(reference)).attention;
}

async function accounts(journey: Journey): Promise<Readonly<Record<string, number>>> {
  const [inbox] = await readLedger(journey.context.db.query);
  if (inbox === undefined) throw new Error('no folder was read');
  const { mailbox: _name, role: _role, ...counts } = inbox;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

atEveryPlace((house, place) => {
  test('one mail delivered twice through two hops is one case', async () => {
    const journey = await house.open();
    const from = 'tweemaal@post.example';
    const date = journey.clock.now();
    const messageId = '<tweemaal@post.example>';
    for (const by of ['out1.post.example', 'out2.post.example'])
      await journey.arrive(mail({ from, subject: 'Weg ermee', text: deletion, date, messageId, by }));
    await journey.settle();
    await theCase(journey, from);
    expect(journey.lettersTo(from)).toHaveLength(1);
    expect(await accounts(journey)).toEqual({ seen: 2, request: 1, duplicate: 1 });
  });

  test('the same Message-ID with other words: a second case, and a person looks', async () => {
    const journey = house.shared();
    const from = 'zelfde-id@post.example';
    const messageId = '<zelfde@post.example>';
    await write(journey, from, 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.', { messageId });
    await write(journey, from, deletion, { messageId });
    const [, second] = await journey.cases(from);
    expect((await journey.show(second?.reference ?? '')).attention).toEqual(['possible-repeat']);
  });

  test('an ordinary question opens nothing and is left alone', async () => {
    const journey = house.shared();
    await write(journey, 'vraag@post.example', 'Hoe laat gaat uw winkel open op zaterdag?');
    expect(await journey.cases('vraag@post.example')).toEqual([]);
    expect(journey.lettersTo('vraag@post.example')).toEqual([]);
  });

  test.each([
    ['a ticket system', { extra: ['Auto-Submitted: auto-generated'] }],
    ['a mailing list', { extra: ['List-Id: <leden.post.example>'] }],
    ['a sender our boundary does not vouch for', { authentication: 'fail' }],
  ] as const)('a request of %s is a case; its acknowledgement waits for a person', async (name, extra) => {
    const journey = house.shared();
    const from = `${name.replaceAll(' ', '-')}@post.example`;
    await write(journey, from, deletion, extra);
    expect(await attentionOf(journey, from)).toEqual(['acknowledgement-withheld']);
    const { reference } = await theCase(journey, from);
    expect((await journey.show(reference)).letters).toMatchObject([{ kind: 'acknowledgement', status: 'draft', withheld: true }]);
    expect(journey.lettersTo(from)).toEqual([]);
  });

  test('a request in Junk is a case; its acknowledgement waits for a person', async () => {
    const journey = house.shared();
    const from = 'ongewenst@post.example';
    await journey.arrive(mail({ from, subject: 'Weg ermee', text: deletion, date: journey.clock.now() }), { folder: 'Junk' });
    await journey.settle();
    expect(await attentionOf(journey, from)).toEqual(['acknowledgement-withheld']);
    expect(journey.lettersTo(from)).toEqual([]);
  });

  test('the sixth acknowledgement to one address in a day waits for a person; the sixth case does not', async () => {
    const journey = house.shared();
    const from = 'veel@post.example';
    for (let time = 1; time <= 6; time++) await write(journey, from, `${deletion} Dit is mail ${time}.`);
    expect(journey.lettersTo(from)).toHaveLength(5);
    const all = await Promise.all((await journey.cases(from)).map(({ reference }) => journey.show(reference)));
    expect(all).toHaveLength(6);
    expect(all.filter(({ attention }) => attention.includes('acknowledgement-withheld'))).toHaveLength(1);
  });

  test('what came before go-live: cases whose clock runs, and no letter at all; what is older is counted', async () => {
    const journey = await house.open({ start: '2025-11-20T10:00:00+01:00', environment: { GO_LIVE: '2026-01-12T08:00:00+01:00' } });
    const at = async (instant: string, from: string) => {
      journey.clock.set(instant);
      await journey.arrive(mail({ from, subject: 'Weg ermee', text: deletion, date: journey.clock.now() }));
    };
    await at('2025-11-20T10:00:00+01:00', 'oud@post.example');
    await at('2026-01-08T10:00:00+01:00', 'kort-ervoor@post.example');
    await at('2026-01-12T07:59:59+01:00', 'net-ervoor@post.example');
    await at('2026-01-12T08:00:00+01:00', 'erop@post.example');
    journey.clock.set('2026-01-12T09:00:00+01:00');
    await journey.settle();
    expect(await journey.cases('oud@post.example')).toEqual([]);
    expect(await theCase(journey, 'kort-ervoor@post.example')).toMatchObject({ dueOn: '2026-02-07' });
    for (const from of ['kort-ervoor@post.example', 'net-ervoor@post.example']) {
      expect(await attentionOf(journey, from)).toEqual(['before-go-live']);
      expect(journey.lettersTo(from)).toEqual([]);
      expect((await journey.show((await theCase(journey, from)).reference)).letters).toEqual([]);
    }
    expect(await attentionOf(journey, 'erop@post.example')).toEqual([]);
    expect(journey.lettersTo('erop@post.example')).toHaveLength(1);
    expect(await accounts(journey)).toEqual({ seen: 4, request: 3, beforeGoLive: 1 });
  });

  test('mail that came while Tijdig was off is dealt with when it starts', async () => {
    const journey = await house.open();
    await journey.settle();
    journey.clock.forward({ hours: 24 * 50 });
    await journey.arrive(mail({ from: 'ooit@post.example', subject: 'Weg', text: deletion, date: journey.clock.now() }));
    journey.clock.forward({ hours: 24 * 45 });
    await journey.settle();
    expect(journey.lettersTo('ooit@post.example')).toHaveLength(1);
    expect(await accounts(journey)).toEqual({ seen: 1, request: 1 });
  });

  // Dovecot does not renumber on request.
  if (place === 'hoodiecrow and PGlite')
    test('another UIDVALIDITY adds nothing', async () => {
      const journey = await house.open();
      for (const from of ['een@post.example', 'twee@post.example']) await write(journey, from, deletion);
      journey.renumber?.('INBOX');
      await journey.settle();
      await write(journey, 'drie@post.example', deletion);
      expect(await journey.cases()).toHaveLength(3);
      expect(journey.offered()).toHaveLength(3);
      expect(await accounts(journey)).toEqual({ seen: 5, request: 3, duplicate: 2 });
    });

  test('an unreadable message becomes a case for a person, and the next one goes on', async () => {
    const journey = await house.open();
    const date = journey.clock.now();
    const broken = mail({
      from: 'kapot@post.example',
      subject: 'x',
      text: deletion,
      date,
      extra: Array.from({ length: 5_000 }, (_, line) => `X-Vulling-${line}: ${'x'.repeat(60)}`),
    });
    await journey.arrive(broken, { flags: ['\\Flagged'] });
    await journey.arrive(mail({ from: 'heel@post.example', subject: 'Weg', text: deletion, date }));
    const before = await journey.flags();
    await journey.settle();
    expect(journey.lettersTo('heel@post.example')).toHaveLength(1);
    const unreadable = (await journey.cases()).find(({ requester }) => requester === null);
    expect(unreadable).toMatchObject({ kind: 'undetermined', status: 'needs-a-person', dueOn: '2026-02-11' });
    expect((await journey.show(unreadable?.reference ?? '')).attention).toContain('unreadable');
    expect(await accounts(journey)).toEqual({ seen: 2, request: 1, unreadable: 1 });
    expect(await journey.flags()).toEqual(expect.arrayContaining([...before]));
  });

  test('a mailbox that another program empties: counted as gone, nothing else suffers', async () => {
    const journey = await house.open();
    await journey.settle();
    await journey.arrive(mail({ from: 'blijft@post.example', subject: 'Weg', text: deletion, date: journey.clock.now() }));
    await journey.arrive(mail({ from: 'weg@post.example', subject: 'Weg', text: deletion, date: journey.clock.now() }));
    await journey.remove(1);
    await journey.settle();
    expect((await journey.cases()).map(({ requester }) => requester)).toEqual(['weg@post.example']);
    expect(await accounts(journey)).toEqual({ seen: 2, request: 1, vanished: 1 });
  });
});
