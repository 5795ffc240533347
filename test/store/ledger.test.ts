// The conservation law of a folder: what the server listed is the sum of what became of it.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readLedger } from '../../src/store/ledger.ts';
import { poll } from '../../src/worker/poll.ts';
import { answer, awaitingApproval, decide, newest, reviews } from '../journey/steps.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { bounce, mail } from '../support/mail.ts';

async function inbox(journey: Journey) {
  const [line] = await readLedger(journey.context.db.query);
  if (line === undefined) throw new Error('no folder was read');
  return line;
}

async function run(journey: Journey, statement: string): Promise<void> {
  await journey.context.db.query.execute(sql.raw(statement));
}

atEveryPlace((house) => {
  test('every class is counted, and a row that is lost shows', async () => {
    const journey = await house.open({ start: '2025-11-01T09:00:00+01:00', environment: { GO_LIVE: '2026-01-12T08:00:00+01:00' } });
    const put = (from: string, text: string, extra: readonly string[] = []) =>
      journey.arrive(mail({ from, subject: 'Bericht', text, date: journey.clock.now(), extra }));
    await put('oud@post.example', 'Van lang geleden.');
    journey.clock.set('2026-01-12T10:00:00+01:00');
    const reference = await awaitingApproval(journey, 'verzoek@post.example');
    const acknowledgement = newest(journey.lettersTo('verzoek@post.example'));
    const copy = newest(reviews(journey, reference));
    await answer(journey, acknowledgement, 'verzoek@post.example', 'Nog een aanvulling.');
    await put('vraag@post.example', 'Hoe laat gaat uw winkel open?');
    await put('folder@post.example', 'Nu met korting!', ['Precedence: bulk']);
    await put(
      'politie@overheid.example',
      'Politie Eenheid Amsterdam. Wij vorderen op grond van artikel 126na Sv de gegevens van uw klant.',
    );
    await put(
      'stuk@post.example',
      'x',
      Array.from({ length: 5_000 }, (_, line) => `X-Vulling-${line}: ${'x'.repeat(60)}`),
    );
    await journey.arrive(bounce(acknowledgement, journey.clock.now()));
    await journey.arrive(acknowledgement.raw);
    const twice = mail({
      from: 'dubbel@post.example',
      subject: 'x',
      text: 'Hoe gaat het?',
      date: journey.clock.now(),
      messageId: '<dubbel@post.example>',
    });
    await journey.arrive(twice);
    await journey.arrive(twice);
    await journey.arrive(twice);
    await journey.settle();
    await put('weg@post.example', 'Deze is er straks niet meer.');
    await put('blijft@post.example', 'Waar staat uw kantoor?');
    await journey.remove(13);
    await journey.settle();
    await decide(journey, reference, 'akkoord', { letter: copy });

    const { mailbox, role, ...counts } = await inbox(journey);
    expect(role).toBe('inbox');
    expect(mailbox).toMatch(/^imap:\/\/[^@]+ INBOX$/);
    expect(counts).toEqual({
      seen: 15,
      request: 1,
      followUp: 2,
      authority: 1,
      automatic: 1,
      bounce: 1,
      none: 3,
      unreadable: 1,
      // Seen in the folder of sent mail before.
      ownCopy: 0,
      sent: 0,
      duplicate: 3,
      vanished: 1,
      beforeGoLive: 1,
      pending: 0,
      difference: 0,
    });

    const sent = (await readLedger(journey.context.db.query)).find((line) => line.role === 'sent');
    expect(sent).toMatchObject({ request: 0, followUp: 0, sent: 0, pending: 0, difference: 0 });
    expect([sent?.ownCopy, sent?.seen]).toEqual([journey.offered().length, journey.offered().length]);

    // No row can be removed (guards.test.ts), so that a loss is made by what was seen.
    await run(journey, 'update folders set seen_count = seen_count + 3');
    expect(await inbox(journey)).toMatchObject({ duplicate: 3, difference: 3 });
    await run(journey, 'update folders set seen_count = seen_count - 4');
    expect(await inbox(journey)).toMatchObject({ difference: -1 });
  });

  test('what is read and not yet handled is pending, not lost', async () => {
    const journey = await house.open();
    await journey.arrive(mail({ from: 'wacht@post.example', subject: 'x', text: 'Hoe gaat het?', date: journey.clock.now() }));
    await poll(journey.context, journey.doors.mailbox, true);
    expect(await inbox(journey)).toMatchObject({ seen: 1, pending: 1, none: 0, difference: 0 });
    await journey.settle();
    expect(await inbox(journey)).toMatchObject({ seen: 1, pending: 0, none: 1, difference: 0 });
  });
});
