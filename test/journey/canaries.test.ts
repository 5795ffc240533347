// A thousand names, addresses and numbers in a full run; none of them anywhere but sealed, or in the letters they belong to.
import { expect, onTestFinished, test } from 'vitest';
import { sendDigest } from '../../src/worker/send-digest.ts';
import { sendMornings } from '../../src/worker/send-mornings.ts';
import { says, startChatServer } from '../support/chat-server.ts';
import { runIn, type Said } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { bounce, mail } from '../support/mail.ts';
import { random } from '../support/random.ts';
import { placesOf } from '../support/readable.ts';
import { anna, decide, doTheWork, newest, theCase } from './steps.ts';

interface Person {
  readonly name: string;
  readonly address: string;
  readonly street: string;
  readonly phone: string;
  readonly order: string;
}

const many = 200;
const manager = 'marit@winkel.example';

/** Made-up people: every word of theirs stands in nobody else's, and in no text of ours. */
function people(seed: number): readonly Person[] {
  const next = random(seed);
  const pick = (from: string) => from.charAt(Math.floor(next() * from.length));
  const word = () => Array.from({ length: 4 }, () => pick('bdfgklmprstvwz') + pick('aeiou')).join('') + pick('xqjy');
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return Array.from({ length: many }, (_, at) => {
    const [first, last, road] = [word(), word(), word()];
    return {
      name: `${capital(first)} ${capital(last)}`,
      address: `${first}.${last}@post.example`,
      street: `${capital(road)}straat 1${at}`,
      phone: `06${10_000_000 + Math.floor(next() * 89_999_999)}`,
      order: `T-ORD-${700_000 + at}`,
    };
  });
}

/** Everything that would give somebody away, as it may be written; lower case. */
function wordsOf({ name, address, street, phone, order }: Person): readonly string[] {
  const [first = '', last = ''] = name.toLowerCase().split(' ');
  return [first, last, address.split('@')[0] ?? '', street.split(' ')[0]?.toLowerCase() ?? '', phone.slice(1), order.toLowerCase()];
}

const texts: readonly ((one: Person) => string)[] = [
  () => 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
  () => 'Graag ontvang ik een kopie van alle persoonsgegevens die u van mij bewaart.',
  ({ order }) => `Ik annuleer bestelling ${order} en wil mijn geld terug.`,
  ({ street }) => `Ik ben verhuisd. Wilt u mijn adres wijzigen in ${street}, 1234 AB Zwolle?`,
  ({ name }) => `Please change my name to ${name}.`,
  () => 'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame.',
  () => 'Hoe laat zijn jullie morgen open?',
  () => 'Misschien moet er iets met mijn gegevens, wat kan daar?',
];

/** Signed with all of it, so that every word of a person stands in every message of theirs. */
function messageOf(one: Person, at: number, date: Temporal.Instant): Uint8Array {
  const text = texts[at % texts.length]?.(one) ?? '';
  const closing = `Met vriendelijke groet,\n\n${one.name}\n${one.street}\n${one.phone}\n${one.order}\n${one.address}`;
  return mail({ from: one.address, name: one.name, subject: `Vraag van ${one.name}`, text: `${text}\n\n${closing}`, date });
}

/** Some cases to their end, one letter refused, one bounced, one message nobody can read, and mistyped commands. */
async function live(journey: Journey, all: readonly Person[]): Promise<readonly Said[]> {
  for (const [at, one] of all.entries()) await journey.arrive(messageOf(one, at, journey.clock.now()));
  await journey.settle();
  for (const one of [all[0], all[2], all[5]]) {
    const { reference } = await theCase(journey, one?.address ?? '');
    await doTheWork(journey, reference);
    await decide(journey, reference, 'akkoord');
  }
  const [, , , someone, other] = all;
  await journey.arrive(bounce(newest(journey.lettersTo(someone?.address ?? '')), journey.clock.now()));
  const endless = Array.from({ length: 5_000 }, () => `X-Z: ${`${other?.name} `.repeat(7)}`);
  await journey.arrive(
    mail({ from: `x${other?.address}`, subject: other?.name ?? '', text: 'x', date: journey.clock.now(), extra: endless }),
  );
  journey.onLetter(() => ({ code: 550 }));
  await journey.arrive(messageOf(someone as Person, 1, journey.clock.now()));
  await journey.settle();
  journey.onLetter(() => 'accept');
  const words = wordsOf(other as Person);
  const { reference } = await theCase(journey, all[1]?.address ?? '');
  return [
    await runIn(journey.context, 'case', other?.address ?? ''),
    await runIn(journey.context, `assign ${reference} --to`, other?.address ?? '', '--as', anna),
    await runIn(journey.context, 'approve', words[0] ?? '', '--as', other?.address ?? ''),
    await runIn(journey.context, `ledger ${words[1]}`),
  ];
}

atEveryPlace((house) => {
  test('1,000 names, addresses and numbers: none in a log, an error, a figure, the audit, a digest, a question to a model or an unsealed column', async () => {
    const all = people(20_261_122);
    const words = [...new Set(all.flatMap(wordsOf))];
    expect(words.length).toBeGreaterThan(1_000);
    const model = await startChatServer(says({ requests: [], doubt: true }));
    onTestFinished(() => model.stop());
    const journey = await house.open({ environment: { OPENAI_MODEL: 'curious', OPENAI_BASE_URL: model.baseUrl } });
    const errors = (await live(journey, all)).map(({ err }) => err);
    journey.clock.forward({ hours: 48 });
    expect(await sendDigest(journey.context)).toBe(1);
    await sendMornings(journey.context);
    await journey.settle();

    const found = (where: string, text: string) =>
      words.filter((word) => text.toLowerCase().includes(word)).map((word) => `${where}: ${word}`);
    const digest = newest(journey.lettersTo(manager));
    expect(digest.subject).toMatch(/Dagoverzicht/);
    const figures = await runIn(journey.context, 'ledger');
    expect(figures.status).toBe(0);
    expect(journey.logged.length).toBeGreaterThan(3);
    expect(errors.every((text) => text.length > 10)).toBe(true);
    expect(model.bodies.length).toBeGreaterThan(many / 2);
    expect([
      ...found('log', journey.logged.join('\n')),
      ...found('digest', `${digest.subject}\n${digest.text}\n${digest.html}`),
      ...found('figures', figures.out),
      ...found('errors', errors.join('\n')),
      ...found('model', model.bodies.join('\n')),
      ...(await placesOf(journey, words)),
    ]).toEqual([]);
    // What is searched holds what it should: the customers' own letters, and what staff read.
    expect(
      found(
        'letters',
        journey
          .lettersTo(anna)
          .map(({ text }) => text)
          .join('\n'),
      ).length,
    ).toBeGreaterThan(3);
  });
});
