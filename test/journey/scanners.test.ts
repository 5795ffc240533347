// Mail gateways open what is in a mail before anybody reads it. Every kind of letter the product sends is scanned here,
// against the console as it is served: nothing is decided, nobody is signed in, nothing is taken.
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Console, openConsole } from '../../src/console/server.ts';
import { letterKinds } from '../../src/responders/letter.ts';
import { rows } from '../../src/store/db.ts';
import { openSignIn } from '../../src/store/sign-in.ts';
import { beginDay } from '../../src/worker/begin-day.ts';
import { sendDownloadCode } from '../../src/worker/download-commands.ts';
import { sendSignInCode } from '../../src/worker/send-sign-in-code.ts';
import { approve, requestLetter, type StaffOutcome, tickTask } from '../../src/worker/staff-commands.ts';
import { tellReplies } from '../../src/worker/tell-replies.ts';
import { hoodiecrowMailbox } from '../support/ground.ts';
import { type Journey, openJourney } from '../support/journey.ts';
import { mail, readLetter } from '../support/mail.ts';
import { scan } from '../support/scanner.ts';
import { freePort } from '../support/servers.ts';
import { anna, answer, decide, doTheWork, newest, staffId, theCase, write } from './steps.ts';

let journey: Journey;
let console_: Console;
let origin: string;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  journey = await openJourney(
    await hoodiecrowMailbox(),
    {},
    {
      environment: { PUBLIC_URL: origin, CONSOLE_PORT: String(port), MANAGERS: 'marit@winkel.example' },
    },
  );
  const { context } = journey;
  const signIn = openSignIn(context.db, context.subKeys.console, origin);
  console_ = await openConsole(context, signIn, { port, host: '127.0.0.1', publicUrl: origin });
  await everyLetter();
  const member = context.people.find(({ address }) => address === anna);
  if (member === undefined) throw new Error('no Anna');
  await sendSignInCode(context, member, await signIn.makeCode(member.id, 'a-browser'), 10);
  await journey.settle();
}, 180_000);

afterAll(async () => {
  await console_?.close();
  await journey?.stop();
});

function must(outcome: StaffOutcome): void {
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal?.code ?? 'no such case'}`);
}

async function open(from: string, text: string): Promise<string> {
  await write(journey, from, text);
  return (await theCase(journey, from)).reference;
}

async function send(
  reference: string,
  kind: Parameters<typeof requestLetter>[2],
  extras: Parameters<typeof requestLetter>[4] = {},
): Promise<void> {
  must(await requestLetter(journey.context, reference, kind, staffId(journey), extras));
  must(await approve(journey.context, reference, staffId(journey)));
  await journey.settle();
}

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const copy = 'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.';
const files = [{ filename: 'kopie.txt', contentType: 'text/plain', content: Buffer.from('alles').toString('base64') }];

/** A journey that sends a letter of every kind. */
async function everyLetter(): Promise<void> {
  const { context, clock } = journey;
  const full = await open('kopie@post.example', copy);
  await doTheWork(journey, full);
  must(await requestLetter(context, full, 'completion-notice', staffId(journey), { attachments: files }));
  await journey.settle();
  await decide(journey, full, 'akkoord');
  const token = /\/d\/([\w-]{22})/.exec(newest(journey.lettersTo('kopie@post.example')).text)?.[1] ?? '';
  expect(await sendDownloadCode(context, token)).toBe('sent');

  const part = await open('deels@post.example', copy);
  await doTheWork(journey, part);
  await send(part, 'partial-completion', { attachments: files, input: { words: 'De helft.', reasons: 'De rest is van anderen.' } });

  const refund = await open(
    'geld@post.example',
    'Ik annuleer mijn bestelling. De dienst werd geleverd op 2 januari 2026 en ik wil mijn geld terug.',
  );
  await send(refund, 'refund-window');
  await tickTask(context, refund, 'refund-window-checked', staffId(journey));
  await send(refund, 'refusal', { input: { reasons: 'De dienst is volledig geleverd.' } });

  const other = await open('van-alles@post.example', copy);
  await send(other, 'fee-notice', { input: { amount: '€ 10', reasons: 'Een tweede kopie.', because: ['further-copy'] } });
  await send(other, 'extension', { input: { because: ['complexity'], words: 'Drie systemen.' } });
  await send(other, 'correction', { input: { words: 'Het was anders.' } });
  await send(other, 'identity-request', { input: { to: 'van-alles@post.example' } });
  await send(other, 'clarification', { input: { words: 'Over welke periode?' } });
  await send(other, 'reminder');
  await answer(journey, newest(journey.lettersTo('van-alles@post.example')), 'van-alles@post.example', 'Over 2025.');
  clock.forward({ minutes: 30 });
  await tellReplies(context);

  // Three that stay as they are while they are scanned: a draft, an open case, and one that a colleague answered elsewhere.
  await doTheWork(journey, await open('wacht@post.example', deletion));
  await open('open@post.example', deletion);
  await write(journey, 'elders@post.example', deletion, { messageId: '<elders-1@post.example>' });
  clock.forward({ minutes: 5 });
  const outside = {
    from: 'hulp@winkel.example',
    to: 'elders@post.example',
    subject: 'Antw: Een vraag',
    text: 'Het is geregeld.',
    date: clock.now(),
  };
  await journey.arrive(mail({ ...outside, authentication: 'absent' }), { folder: 'Sent' });
  await journey.settle();

  await write(
    journey,
    'parket@om.example',
    'Op grond van artikel 126nd Sv vordert de officier van justitie de gegevens van de gebruiker van dit nummer.',
  );

  // A Monday and the first working day of a month: week and month are summed up.
  // The page of the copy ends after some days; the alarms come after more. So the page that is scanned is a late one.
  clock.set('2026-02-02T09:00:00Z');
  await context.refreshPeople();
  await beginDay(context);
  await journey.settle();
  const late = await open('late-kopie@post.example', copy);
  await doTheWork(journey, late);
  must(await requestLetter(context, late, 'completion-notice', staffId(journey), { attachments: files }));
  await journey.settle();
  await decide(journey, late, 'akkoord');
}

/** Everything that may not change, line by line: cases, letters about them, approvals, reviews, downloads, people. */
async function house(): Promise<readonly string[]> {
  const lines = await rows<{ line: string }>(
    journey.context.db.query,
    sql`select concat_ws(' ', 'case', id, version, md5(state::text)) as line from cases
      union all select concat_ws(' ', 'letter', id, status, attempts) from letters where kind not in ('sign-in-code', 'download-code')
      union all select concat_ws(' ', 'approval', letter_id, staff_id) from approvals
      union all select concat_ws(' ', 'review', review_letter_id, used_at) from reviews
      union all select concat_ws(' ', 'downloaded', id, downloaded_at is not null, content is null) from downloads
      union all select concat_ws(' ', 'session', id) from sign_in_sessions
      union all select concat_ws(' ', 'message', id, disposition) from messages where disposition <> 'own_copy'
      union all select concat_ws(' ', 'staff', id, is_staff, is_approver, is_manager, is_auditor, language, away_until) from staff
      order by 1`,
  );
  return lines.map(({ line }) => line);
}

async function codes(): Promise<readonly string[]> {
  const lines = await rows<{ line: string }>(
    journey.context.db.query,
    sql`select concat_ws(' ', 'download', id, code_digest, tries_left, codes_sent) as line from downloads
      union all select concat_ws(' ', 'sign-in', identifier, value) from sign_in_codes order by 1`,
  );
  return lines.map(({ line }) => line);
}

async function readable(): Promise<readonly string[]> {
  const letters = await Promise.all(journey.offered().map(readLetter));
  return letters.map(({ text, html, subject, raw }) => [subject, text, html, Buffer.from(raw).toString('latin1')].join('\n'));
}

async function codeMails(): Promise<Readonly<Record<string, number>>> {
  const counted = await rows<{ kind: string; to: string; count: number }>(
    journey.context.db.query,
    sql`select kind, encode(recipient_index, 'hex') as to, count(*)::int as count from letters where kind in ('sign-in-code', 'download-code') group by 1, 2`,
  );
  return Object.fromEntries(counted.map(({ kind, to, count }) => [`${kind} ${to}`, Number(count)]));
}

test('every kind of letter was sent', async () => {
  const sent = await rows<{ kind: string }>(journey.context.db.query, sql`select distinct kind from letters where status = 'accepted'`);
  expect(sent.map(({ kind }) => kind).sort()).toEqual([...letterKinds].sort());
});

test('a program that opens every link and sends every form changes nothing at all', async () => {
  const [before, codesBefore, mailsBefore] = [await house(), await codes(), await codeMails()];
  const guesses = ['12345678', anna];
  const { requests, forms, cookies, statuses } = await scan(await readable(), { origin, likeBrowser: false, guesses });
  console.log(`a plain scanner: ${requests} requests, ${forms} forms, statuses ${JSON.stringify([...statuses])}`);
  await journey.settle();
  expect(requests).toBeGreaterThan(20);
  expect(forms).toBeGreaterThan(4);
  expect(await house()).toEqual(before);
  expect(await codes()).toEqual(codesBefore);
  expect(await codeMails()).toEqual(mailsBefore);
  expect([...cookies].filter((name) => name.includes('session'))).toEqual([]);
});

test('one that does it in a browser causes code mails at most, and within their caps', async () => {
  const before = await house();
  const mailsBefore = await codeMails();
  const guesses = ['00000000', '12345678', 'x@example.com', anna, 'marit@winkel.example', 'on'];
  const { requests, forms, cookies, statuses } = await scan(await readable(), { origin, likeBrowser: true, guesses });
  console.log(`a scanner in a browser: ${requests} requests, ${forms} forms, statuses ${JSON.stringify([...statuses])}`);
  await console_.close();
  await journey.settle();
  expect(forms).toBeGreaterThan(10);
  expect(await house()).toEqual(before);
  expect([...cookies].filter((name) => name.includes('session'))).toEqual([]);
  for (const [whom, count] of Object.entries(await codeMails())) {
    const caused = count - (mailsBefore[whom] ?? 0);
    expect([whom, caused]).toEqual([whom, Math.min(caused, whom.startsWith('sign-in-code') ? 5 : 3)]);
  }
  // The scanner did reach what it could: a form of the sign-in and one of a page were taken.
  expect(Object.values(await codeMails()).reduce((sum, one) => sum + one, 0)).toBeGreaterThan(
    Object.values(mailsBefore).reduce((sum, one) => sum + one, 0),
  );
});
