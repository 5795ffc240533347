// Card numbers and IBANs in what customers and staff write: where they can be read afterwards, and by whom.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { writeCase } from '../../src/commands/show.ts';
import { rows } from '../../src/store/db.ts';
import { writeNote } from '../../src/worker/case-page-commands.ts';
import { openByHand } from '../../src/worker/open-by-hand.ts';
import { determine, requestLetter } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { readable } from '../support/keepsakes.ts';
import { mail } from '../support/mail.ts';
import { placesOf } from '../support/readable.ts';
import { answer, decide, doTheWork, newest, staffId, statusOf, theCase, write } from './steps.ts';

const [card, iban, other] = ['4111 1111 1111 1111', 'NL91 ABNA 0417 1643 00', 'BE68 5390 0754 7034'];
/** What nobody may read, however its digits are grouped. */
const secrets = [card, iban, other].map((one) => one.replaceAll(' ', '').slice(-10));

function holds(text: string): readonly string[] {
  const plain = text.replace(/[\s\u00a0.-]|=\r?\n|&nbsp;|<[^>]*>/g, '');
  // Parts that were sent in base64, as they read.
  const decoded = [...text.matchAll(/(?:[A-Za-z0-9+/]{20,}={0,2}\r?\n?)+/g)].map(([block]) => Buffer.from(block, 'base64').toString());
  const all = [plain, ...decoded.map((one) => one.replace(/[\s\u00a0.-]|&nbsp;|<[^>]*>/g, ''))].join('\n');
  return secrets.filter((secret) => all.includes(secret));
}

/** By whom it belongs to, sealed or not, in logs and in letters: everywhere one of the numbers can still be read. */
async function whereabouts(journey: Journey): Promise<readonly string[]> {
  const sealed = (await readable(journey.context)).flatMap(({ name, said }) => holds(said).map((secret) => `${name}: ${secret}`));
  const open = await placesOf(journey, [...secrets, card, iban, other]);
  const log = holds(journey.logged.join('\n')).map((secret) => `log: ${secret}`);
  const letters = journey.offered().flatMap(({ raw }) => holds(Buffer.from(raw).toString()).map((secret) => `letter: ${secret}`));
  return [...new Set([...sealed, ...open, ...log, ...letters])].sort();
}

function inBothForms(from: string, date: Temporal.Instant, extra: readonly string[] = []): Uint8Array {
  const plain = `Graag mijn geld terug voor bestelling T-ORD-4812. Verwijder daarna mijn account.\r\nBetaald met ${card}, terug op\r\n${iban}.`;
  const html = `<p>Graag mijn geld terug voor bestelling T-ORD-4812. Verwijder daarna mijn account.</p><p>Betaald met <b>4111</b>&nbsp;1111 1111 1111, terug op NL91<i>ABNA</i>0417164300.</p>`;
  const body = [
    '--grens',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    plain.replace('1111,', '11=\r\n11,'),
    '--grens',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    (
      Buffer.from(html)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    '--grens--',
  ].join('\r\n');
  const fields = ['MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary=grens', ...extra];
  const [head = ''] = Buffer.from(mail({ from, subject: `Terug op ${iban}`, text: '', date, extra: fields }))
    .toString()
    .split('\r\n\r\n');
  return Buffer.from(`${head}\r\n\r\n${body}\r\n`);
}

atEveryPlace((house) => {
  test('a refund’s account is kept with its case until that is completed; nothing else holds payment data', async () => {
    const journey = await house.open();
    const from = 'eva@betaling.example';
    const raw = inBothForms(from, journey.clock.now());
    await journey.arrive(raw);
    await journey.settle();
    const [refund, deletion] = (await journey.cases(from)).toSorted((a, b) => (a.kind < b.kind ? 1 : -1));
    expect([refund?.kind, deletion?.kind]).toEqual(['refund', 'deletion']);
    const reference = refund?.reference ?? '';
    const { id } =
      (await rows<{ id: string }>(journey.context.db.query, sql`select id from cases where reference = ${reference}`))[0] ?? {};
    expect(await whereabouts(journey)).toEqual([`case ${id}: ${secrets[1]}`]);
    expect(writeCase(await journey.show(reference))).toContain(`Account for the refund: ${iban}`);
    expect((await journey.show(deletion?.reference ?? '')).payout).toEqual([]);

    const [message] = await rows<{ before: string; after: string }>(
      journey.context.db.query,
      sql`select digest_before as before, digest_after as after from messages where digest_after is not null`,
    );
    expect(message?.before).toMatch(/^[0-9a-f]{64}$/);
    expect(message?.after).not.toBe(message?.before);
    // The same message once more is the same message.
    await journey.arrive(raw, { folder: 'Junk' });
    await journey.settle();
    expect(await journey.cases(from)).toHaveLength(2);

    const acknowledgement = newest(journey.lettersTo(from));
    await answer(journey, acknowledgement, from, `Liever op ${other} graag, dat is mijn eigen rekening.`);
    expect((await journey.show(reference)).payout).toEqual([other.replaceAll(' ', ''), iban.replaceAll(' ', '')]);
    await writeNote(journey.context, reference, staffId(journey), `Klant belde over kaart ${card}.`);
    await requestLetter(journey.context, reference, 'clarification', staffId(journey), {
      input: { words: `Moet het naar ${iban} of naar een andere rekening?` },
    });
    await journey.settle();
    await decide(journey, reference, 'akkoord');
    expect(newest(journey.lettersTo(from)).text).toContain('[IBAN]');
    await answer(journey, newest(journey.lettersTo(from)), from, 'De tweede.');
    expect(await whereabouts(journey)).toEqual([`case ${id}: ${secrets[1]}`, `case ${id}: ${secrets[2]}`]);

    await doTheWork(journey, reference);
    await decide(journey, reference, 'akkoord');
    expect(await statusOf(journey, reference)).toBe('completed');
    expect(await whereabouts(journey)).toEqual([]);
    // What is looked for is found where it lies.
    await writeNote(journey.context, reference, staffId(journey), 'x');
    await journey.context.db.query.execute(sql`insert into settings (name, value) values ('x', ${JSON.stringify(iban)})`);
    expect(await whereabouts(journey)).toEqual([`settings.value: ${iban}`]);
  });

  test('a case that turns out to be about something else keeps no account; a memo is masked like a message', async () => {
    const journey = await house.open();
    const told = await openByHand(journey.context, {
      kinds: ['refund'],
      requester: { address: 'piet@betaling.example', name: 'Piet' },
      receivedAt: journey.clock.now(),
      channel: 'telephone',
      words: `Wil zijn geld terug op ${other}, betaalde met ${card}.`,
      orderNumber: null,
      phoneNumbers: [],
      language: 'nl',
      acknowledge: true,
      by: staffId(journey),
    });
    if (!told.done) throw new Error('no case was opened');
    await journey.settle();
    const { id } = told.cases[0] ?? {};
    expect(await whereabouts(journey)).toEqual([`case ${id}: ${secrets[2]}`]);
    const { reference } = await theCase(journey, 'piet@betaling.example');
    expect((await journey.show(reference)).payout).toEqual([other.replaceAll(' ', '')]);
    // What answers somebody else's case is a person's to read, and may be about a refund.
    await write(journey, 'jan@betaling.example', `Het is ${iban}.`, { subject: `Zaak ${reference}` });
    const [asked] = await journey.cases('jan@betaling.example');
    expect(asked?.kind).toBe('undetermined');
    const unclear = asked?.reference ?? '';
    expect((await journey.show(unclear)).payout).toEqual([iban.replaceAll(' ', '')]);
    await determine(journey.context, unclear, 'copy', staffId(journey));
    expect((await journey.show(unclear)).payout).toEqual([]);
  });

  test('machines, bounces and our own sent mail are masked too; a signed message says that it was not', async () => {
    const journey = await house.open();
    const date = journey.clock.now();
    const returned = Buffer.from(inBothForms('hulp@winkel.example', date)).toString();
    await journey.arrive(
      mail({
        from: 'MAILER-DAEMON@post.example',
        subject: 'Undelivered Mail Returned to Sender',
        date,
        extra: ['Return-Path: <>', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="rand"'],
        text: [
          `--rand\nContent-Type: text/plain\n\nYour message about ${iban} could not be delivered.`,
          '--rand\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; post.example\n\nAction: failed\nStatus: 5.1.1\n',
          `--rand\nContent-Type: message/rfc822\n\n${returned}`,
          '--rand--',
        ].join('\n'),
      }),
    );
    await journey.arrive(inBothForms('hulp@winkel.example', date), { folder: 'Sent' });
    await journey.settle();
    expect(await whereabouts(journey)).toEqual([]);
    expect(await rows(journey.context.db.query, sql`select disposition from messages order by disposition`)).toEqual([
      { disposition: 'bounce' },
      { disposition: 'sent' },
    ]);
    const signed = Buffer.from(inBothForms('els@betaling.example', date)).toString().replace('multipart/alternative', 'multipart/signed');
    await journey.arrive(Buffer.from(signed));
    await journey.settle();
    const kept = await rows(
      journey.context.db.query,
      sql`select 1 from messages where 'payment-kept' = any(reasons) and digest_after is not null`,
    );
    // Its subject was masked; what is signed stays as it is, sealed.
    expect(kept).toHaveLength(1);
  });
});
