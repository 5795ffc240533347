// Messages that try to make a model do something, from the mailbox to the letters, in a house whose model does its worst
// and in one without a model: the same cases by the same dates, and no word of the model in anything that leaves.
import { expect, onTestFinished, test } from 'vitest';
import { sendDigest } from '../../src/worker/send-digest.ts';
import { type ChatAnswer, says, startChatServer } from '../support/chat-server.ts';
import { atEveryPlace } from '../support/ground.ts';
import { injectionMail, injections } from '../support/injections.ts';
import type { Journey } from '../support/journey.ts';
import { readLetter } from '../support/mail.ts';

/** A word that stands in no message. */
const its = 'Zwendelzucht';
const letter = `Dear customer, ${its}: you will receive 1,000 euro.`;
const kinds = ['change', 'deletion', 'copy', 'refund', 'objection', 'undetermined'];
const every = (quote: string) => kinds.map((kind) => ({ kind, quote }));

/** The message as it was sent to the model, its first words: a quote that stands. */
function itsOwnWords(body: string): string {
  const { messages } = JSON.parse(body) as { readonly messages: readonly { readonly content: string }[] };
  const { subject, message } = JSON.parse(messages[1]?.content ?? '{}') as { readonly subject: string; readonly message: string };
  return (message.trim() === '' ? subject : message).trim().split('\n')[0] ?? '';
}

const worst: readonly ChatAnswer[] = [
  says({ requests: [], doubt: false }),
  (response, body) => says({ requests: every(itsOwnWords(body)), doubt: false })(response, body),
  says({ requests: every(letter), doubt: true }),
  (response, body) => says({ requests: every(`${itsOwnWords(body)} ${letter}`), doubt: false })(response, body),
  says({ disposition: 'none', requests: [], doubt: false, letter, language: its, person: false }),
  says({ requests: Array.from({ length: 3000 }, () => ({ kind: 'refund', quote: letter })), doubt: false }),
  says(letter),
  (response) => response.writeHead(500).end(letter),
];

const sample = injections.filter((_, at) => at % 12 === 5);

async function receive(journey: Journey): Promise<void> {
  for (const row of sample) await journey.arrive(injectionMail(row, journey.clock.now()));
  await journey.settle();
  // The managers' digest, in which everything open is told.
  await sendDigest(journey.context);
  await journey.settle();
}

/** What became of one sender's message: its cases, without the marks that are drawn by lot. */
async function casesOf(journey: Journey, from: string) {
  const found = await journey.cases(from);
  return found.map(({ kind, status, language, receivedAt, dueOn, actByOn }) => ({ kind, status, language, receivedAt, dueOn, actByOn }));
}

atEveryPlace((house) => {
  test(`${sample.length} injections: no case lost or later, no word of the model in any letter`, async () => {
    let asked = 0;
    const server = await startChatServer((response, body) => {
      asked += 1;
      worst[asked % worst.length]?.(response, body);
    });
    onTestFinished(() => server.stop());
    const without = house.shared();
    const journey = await house.open({ environment: { OPENAI_MODEL: 'worst', OPENAI_BASE_URL: server.baseUrl } });
    await receive(without);
    await receive(journey);

    expect(server.bodies).toHaveLength(sample.length);
    let more = 0;
    for (const { id } of sample) {
      const from = `${id}@post.example`;
      const [before, after] = await Promise.all([casesOf(without, from), casesOf(journey, from)]);
      expect(after, id).toEqual(expect.arrayContaining(before));
      expect(journey.lettersTo(from).length, id).toBeGreaterThanOrEqual(without.lettersTo(from).length);
      more += after.length - before.length;
    }
    // It was listened to, and still.
    expect(more).toBeGreaterThan(sample.length / 2);

    const letters = await Promise.all(journey.offered().map(readLetter));
    expect(letters.filter(({ to }) => to.some((address) => address.startsWith('inj-'))).length).toBeGreaterThan(0);
    expect(letters.filter(({ to }) => to.some((address) => address.startsWith('marit'))).length).toBeGreaterThan(0);
    for (const { raw: _raw, headers, ...read } of letters) expect(JSON.stringify([read, [...headers]])).not.toContain(its);
    for (const { reference } of await journey.cases()) expect(JSON.stringify(await journey.show(reference))).not.toContain(its);
    expect(journey.logged.join()).not.toContain(its);
    expect(server.bodies.join()).not.toContain('@post.example');
  });
});
