// What mail servers do to letters, and that each leaves once.
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { settleByHand } from '../../src/worker/settle-by-hand.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Fate, Journey } from '../support/journey.ts';
import { mail } from '../support/mail.ts';
import { awaitingApproval, customerLetters, decide, newest, statusOf, theCase, write } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';

async function attentionOf(journey: Journey, requester: string): Promise<readonly string[]> {
  const { reference } = await theCase(journey, requester);
  return (await journey.show(reference)).attention;
}

async function agedByMinutes(journey: Journey, minutes: number): Promise<void> {
  await journey.context.db.query.execute(
    sql`update letters set next_attempt_at = next_attempt_at - make_interval(mins => ${minutes}) where status = 'queued'`,
  );
}

atEveryPlace((house) => {
  test('an address the mail server refuses for good: never tried again, and the case says so', async () => {
    const journey = house.shared();
    const from = 'bestaat-niet@post.example';
    journey.onLetter(({ to }) => (to.includes(from) ? { code: 550 } : 'accept'));
    onTestFinished(() => journey.onLetter(() => 'accept'));
    await write(journey, from, deletion);
    await journey.settle();
    expect(journey.offered().filter(({ to }) => to.includes(from))).toHaveLength(1);
    expect(await attentionOf(journey, from)).toEqual(['requester-unreachable']);
    const { reference } = await theCase(journey, from);
    expect((await journey.show(reference)).letters).toMatchObject([{ kind: 'acknowledgement', status: 'refused' }]);
  });

  test('a mail server that is busy is asked again after a minute, then after five, with the same bytes', async () => {
    // Retries go by the database's clock, so this clock must not stand in the past.
    const journey = await house.open({ start: Temporal.Now.instant() });
    const from = 'druk@post.example';
    journey.onLetter(() => ({ code: 451 }));
    await write(journey, from, deletion);
    await journey.settle();
    expect(journey.offered()).toHaveLength(1);
    await agedByMinutes(journey, 1);
    await journey.settle();
    expect(journey.offered()).toHaveLength(2);
    await agedByMinutes(journey, 4);
    await journey.settle();
    expect(journey.offered()).toHaveLength(2);
    await agedByMinutes(journey, 1);
    journey.onLetter(() => 'accept');
    await journey.settle();
    const [first, second, third] = journey.offered().map(({ raw }) => Buffer.from(raw).toString('latin1'));
    expect(third).toBe(first);
    expect(second).toBe(first);
    expect(journey.lettersTo(from)).toHaveLength(1);
    expect(await attentionOf(journey, from)).toEqual([]);
  });

  test('the last reply is lost: the Sent folder says that the letter left, and it leaves once', async () => {
    const journey = await house.open();
    const from = 'onzeker@post.example';
    journey.onLetter(() => 'drop');
    await write(journey, from, deletion);
    expect(journey.offered()).toHaveLength(1);
    expect(newest(journey.lettersTo(from)).text).toContain((await theCase(journey, from)).reference);
    const { reference } = await theCase(journey, from);
    expect((await journey.show(reference)).letters).toMatchObject([{ status: 'accepted' }]);
  });

  test('the connection is lost before the letter was taken: it leaves a second time, byte for byte', async () => {
    const journey = await house.open();
    const from = 'verloren@post.example';
    journey.onLetter(() => (journey.offered().length === 1 ? 'lose' : 'accept'));
    await write(journey, from, deletion);
    await journey.settle();
    const [first, second, ...more] = journey.offered().map(({ raw }) => Buffer.from(raw).toString('latin1'));
    expect(second).toBe(first);
    expect(more).toEqual([]);
    expect(journey.lettersTo(from)).toHaveLength(1);
  });

  test('our own copy is seen before the server answers: the other letters of that moment are settled all the same', async () => {
    const journey = await house.open();
    const date = journey.clock.now();
    for (const from of ['een@post.example', 'twee@post.example', 'drie@post.example'])
      await journey.arrive(mail({ from, subject: 'Weg', text: deletion, date }));
    let seen = false;
    journey.onLetter(async (): Promise<Fate> => {
      if (!seen) {
        seen = true;
        await journey.context.db.query.execute(
          sql`update letters set status = 'accepted' where id = (select id from letters where status = 'sending' limit 1)`,
        );
      }
      return 'accept';
    });
    await journey.settle();
    const statuses = await Promise.all((await journey.cases()).map(({ reference }) => customerLetters(journey, reference)));
    expect(statuses.flat()).toEqual(Array(3).fill('acknowledgement accepted'));
    expect(journey.offered()).toHaveLength(3);
  });

  test('nobody can know (SENT_COPY=append): an acknowledgement goes once more and no more, a completion notice not at all', async () => {
    const journey = await house.open({ environment: { SENT_COPY: 'append' } });
    const from = 'niemand-weet@post.example';
    journey.onLetter(({ to }) => (to.includes(from) ? 'lose' : 'accept'));
    await write(journey, from, deletion);
    await journey.settle();
    expect(journey.offered().filter(({ to }) => to.includes(from))).toHaveLength(2);
    expect(await attentionOf(journey, from)).toEqual(['letter-outcome-unknown']);

    const other = 'ook-niet@post.example';
    const reference = await awaitingApproval(journey, other);
    journey.onLetter(({ to }) => (to.includes(other) ? 'lose' : 'accept'));
    await decide(journey, reference, 'akkoord');
    await journey.settle();
    expect(journey.offered().filter(({ to }) => to.includes(other))).toHaveLength(2);
    expect(await customerLetters(journey, reference)).toEqual(['acknowledgement accepted', 'completion-notice unknown']);
    expect(await attentionOf(journey, other)).toEqual(['letter-outcome-unknown']);

    // A person looked: it did not leave. The same bytes go once more; asked again, there is nothing left to answer.
    journey.onLetter(() => 'accept');
    expect(await settleByHand(journey.context, reference, false)).toBe('queued');
    await journey.settle();
    const sent = journey.offered().filter(({ to }) => to.includes(other));
    expect(sent).toHaveLength(3);
    expect(Buffer.from(sent[2]?.raw ?? []).equals(Buffer.from(sent[1]?.raw ?? []))).toBe(true);
    expect(await statusOf(journey, reference)).toBe('completed');
    expect(await attentionOf(journey, other)).toEqual([]);
    expect(await settleByHand(journey.context, reference, true)).toBe(null);
  });

  test('a completion notice nobody could trace did leave: saying so completes the case', async () => {
    const journey = await house.open({ environment: { SENT_COPY: 'append' } });
    const from = 'toch-verstuurd@post.example';
    const reference = await awaitingApproval(journey, from);
    journey.onLetter(({ to }) => (to.includes(from) ? 'lose' : 'accept'));
    await decide(journey, reference, 'akkoord');
    await journey.settle();
    expect(await settleByHand(journey.context, reference, true)).toBe('accepted');
    await journey.settle();
    expect(journey.offered().filter(({ to }) => to.includes(from))).toHaveLength(2);
    expect(await statusOf(journey, reference)).toBe('completed');
  });
});
