// What the bare libraries can do: imapflow fetches, mailparser parses, postgres.js commits as often as we promise to (raw
// messages with the cursor a batch at a time; case and letter together; `sending` grouped; `sent` grouped), nodemailer
// sends. No screening, no threading, no classification, no dates, no sealing, no leases. It is the yardstick of
// bench.ts, which starts it, and writes one line on standard output for every job it finishes.
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';
import nodemailer, { type Transporter } from 'nodemailer';
import postgres from 'postgres';

export interface BaselineOptions {
  readonly imapPort: number;
  readonly user: string;
  readonly password: string;
  readonly databaseUrl: string;
  readonly smtpPort: number;
}

const inFlight = 8;
const batch = 200;

interface Raw {
  readonly id: string;
  readonly uid: number;
  readonly source: Buffer;
}

interface Letter {
  readonly id: string;
  readonly to: string;
  readonly raw: Buffer;
}

async function main(options: BaselineOptions): Promise<void> {
  const sql = postgres(options.databaseUrl, { max: 12, onnotice: () => {} });
  await createTables(sql);
  const smtp = nodemailer.createTransport({
    host: '127.0.0.1',
    port: options.smtpPort,
    pool: true,
    maxConnections: 4,
    maxMessages: 1e9,
    secure: false,
    ignoreTLS: true,
  });
  const auth = { user: options.user, pass: options.password };
  const imap = new ImapFlow({
    host: '127.0.0.1',
    port: options.imapPort,
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
  });
  await imap.connect();
  let next = 1;
  console.log(JSON.stringify({ ready: true }));
  for await (const _ of createInterface({ input: process.stdin })) {
    const { uidNext } = await imap.mailboxOpen('INBOX', { readOnly: true });
    let fetched = fetch(imap, next, uidNext);
    let sent: Promise<void> = Promise.resolve();
    while (next < uidNext) {
      const messages = await fetched;
      next = (messages.at(-1)?.uid ?? uidNext) + 1;
      // One batch travels, one is handled and one is sent at the same time.
      fetched = next < uidNext ? fetch(imap, next, uidNext) : Promise.resolve([]);
      await store(sql, messages, next);
      const letters = await forEach(messages, (message) => handle(sql, message));
      await sent;
      sent = send(sql, smtp, letters);
    }
    await sent;
    console.log(JSON.stringify({ next }));
  }
  smtp.close();
  await imap.logout();
  await sql.end();
}

async function createTables(sql: postgres.Sql): Promise<void> {
  await sql`create table messages (id uuid primary key, uid bigint unique not null, raw bytea not null)`;
  await sql`alter table messages alter raw set storage external`;
  await sql`create table folder (next bigint not null)`;
  await sql`insert into folder values (1)`;
  await sql`create table cases (id uuid primary key, message_id uuid not null references messages, requester text not null, state jsonb not null)`;
  await sql`create table letters (id uuid primary key, case_id uuid not null references cases, status text not null, raw bytea not null)`;
  await sql`alter table letters alter raw set storage external`;
}

async function fetch(imap: ImapFlow, from: number, uidNext: number): Promise<readonly Raw[]> {
  const messages: Raw[] = [];
  const range = `${from}:${Math.min(from + batch, uidNext) - 1}`;
  for await (const { uid, source } of imap.fetch(range, { uid: true, source: true }, { uid: true })) {
    if (source !== undefined) messages.push({ id: randomUUID(), uid, source });
  }
  return messages;
}

async function store(sql: postgres.Sql, messages: readonly Raw[], next: number): Promise<void> {
  await sql.begin((tx) => [
    tx`insert into messages ${tx(messages.map(({ id, uid, source }) => ({ id, uid, raw: source })))}`,
    tx`update folder set next = ${next}`,
  ]);
}

async function handle(sql: postgres.Sql, message: Raw): Promise<Letter> {
  const parsed = await simpleParser(message.source, { skipTextToHtml: true, skipImageLinks: true });
  const sender = parsed.from?.value[0]?.address ?? '';
  const [caseId, letterId] = [randomUUID(), randomUUID()];
  const raw = await compose({
    to: sender,
    subject: `Re: ${parsed.subject}`,
    inReplyTo: parsed.messageId,
    text: acknowledgement,
    messageId: `<${letterId}@bench.example>`,
  });
  await sql`with opened as (
      insert into cases values (${caseId}, ${message.id}, ${sender}, ${sql.json({ subject: parsed.subject ?? '', length: parsed.text?.length ?? 0 })}) returning id)
    insert into letters select ${letterId}, id, 'queued', ${raw} from opened`;
  return { id: letterId, to: sender, raw };
}

const acknowledgement = `Hello,\n\nWe have received your request and will answer within thirty days.\n\n${'We keep your data as the law says. '.repeat(30)}\n`;

async function compose(letter: {
  to: string;
  subject: string;
  inReplyTo: string | undefined;
  text: string;
  messageId: string;
}): Promise<Buffer> {
  const { message } = await stream.sendMail({ from: 'support@bench.example', ...letter, html: `<p>${letter.text}</p>` });
  return message as Buffer;
}

const stream = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

async function send(sql: postgres.Sql, smtp: Transporter, letters: readonly Letter[]): Promise<void> {
  for (let at = 0; at < letters.length; at += inFlight) {
    const group = letters.slice(at, at + inFlight);
    const ids = group.map((letter) => letter.id);
    await sql`update letters set status = 'sending' where id in ${sql(ids)}`;
    await Promise.all(
      group.map((letter) => smtp.sendMail({ envelope: { from: 'support@bench.example', to: letter.to }, raw: letter.raw })),
    );
    await sql`update letters set status = 'sent' where id in ${sql(ids)}`;
  }
}

async function forEach<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return results;
}

if (import.meta.main) await main(JSON.parse(process.argv[2] ?? '{}'));
