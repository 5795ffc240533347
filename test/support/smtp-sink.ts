// An SMTP server that takes letters, misbehaves as told, and remembers everything: in this process, or as one of its
// own (`node test/support/smtp-sink.ts OPTIONS-AS-JSON`) that survives the worker's death. Run alone it prints one line
// `{"port":…}` and appends one JSON line a letter to `record`; it ends when its standard input does.

import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ImapFlow } from 'imapflow';
import { type ReceivedLetter, type Reply, startSmtpServer } from '../../src/demo/smtp-server.ts';
import { random } from './random.ts';

export interface SinkFaults {
  /** Share of letters that are refused with 451 and not kept, 0 to 1. */
  readonly refuse?: number;
  /** Share that are accepted and filed, but whose last reply never comes. */
  readonly dropReply?: number;
  /** Share that are neither kept nor answered: the connection ends after the letter. */
  readonly lose?: number;
  /** The same seed gives the same faults in the same order. */
  readonly seed?: number;
}

export interface SinkRow {
  readonly what: 'accepted' | 'reply-dropped' | 'refused' | 'lost';
  readonly from: string;
  readonly to: readonly string[];
  readonly messageId: string | null;
  readonly raw: string;
}

export interface SmtpSink {
  readonly port: number;
  readonly url: string;
  /** Everything so far, in order. `accepted` and `reply-dropped` were taken in. */
  rows(): readonly SinkRow[];
  stop(): Promise<void>;
}

/** @param file Called for every letter that is taken in, before the reply: files it into Sent, as providers do. */
export async function startSmtpSink(
  faults: SinkFaults = {},
  { file, onRow }: { readonly file?: (raw: Uint8Array) => Promise<void>; readonly onRow?: (row: SinkRow) => void } = {},
): Promise<SmtpSink> {
  const rows: SinkRow[] = [];
  const chance = random(faults.seed ?? 1);
  async function onLetter(letter: ReceivedLetter): Promise<Reply> {
    const what = fate(faults, chance());
    if (what === 'accepted' || what === 'reply-dropped') await file?.(letter.raw);
    const row = {
      what,
      from: letter.from,
      to: letter.to,
      messageId: messageId(letter.raw),
      raw: Buffer.from(letter.raw).toString('latin1'),
    };
    rows.push(row);
    onRow?.(row);
    if (what === 'refused') return { code: 451 };
    return what === 'accepted' ? 'accept' : 'drop';
  }
  const server = await startSmtpServer({ onLetter });
  return { port: server.port, url: server.url, rows: () => rows, stop: server.stop };
}

export interface SinkProcessOptions extends SinkFaults {
  /** File of JSON lines, one a letter. */
  readonly record: string;
  /** `imap://user:password@127.0.0.1:port/Sent`: where letters that are taken in are filed. */
  readonly fileInto?: string;
}

/** The same in a process of its own. `rows` reads the record, so it also works after that process ended. */
export async function startSmtpSinkProcess(options: SinkProcessOptions): Promise<SmtpSink> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await portOf(child);
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    rows: () => readRows(options.record),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin?.end();
      await ended;
    },
  };
}

export function readRows(record: string): readonly SinkRow[] {
  const lines = readFileSync(record, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the sink has no output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line).port;
  throw new Error('the sink did not start');
}

function fate({ refuse = 0, dropReply = 0, lose = 0 }: SinkFaults, chance: number): SinkRow['what'] {
  if (chance < refuse) return 'refused';
  if (chance < refuse + dropReply) return 'reply-dropped';
  return chance < refuse + dropReply + lose ? 'lost' : 'accepted';
}

function messageId(raw: Uint8Array): string | null {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 16_384)).toString('latin1');
  return /^message-id:\s*(<[^<>\s]{1,900}>)/im.exec(head)?.[1] ?? null;
}

async function filingInto(url: string): Promise<(raw: Uint8Array) => Promise<void>> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  const client = new ImapFlow({
    host: hostname,
    port: Number(port),
    secure: false,
    doSTARTTLS: false,
    auth,
    logger: false,
    disableAutoIdle: true,
  });
  client.on('error', (error) => console.error('sink: filing failed', error.message));
  await client.connect();
  const folder = decodeURIComponent(pathname.slice(1));
  return async (raw) => {
    await client.append(folder, Buffer.from(raw), ['\\Seen']);
  };
}

async function main(options: SinkProcessOptions): Promise<void> {
  appendFileSync(options.record, '');
  const file = options.fileInto === undefined ? undefined : await filingInto(options.fileInto);
  const onRow = (row: SinkRow) => appendFileSync(options.record, `${JSON.stringify(row)}\n`);
  const sink = await startSmtpSink(options, file === undefined ? { onRow } : { file, onRow });
  process.stdout.write(`${JSON.stringify({ port: sink.port })}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
}

if (import.meta.main) await main(JSON.parse(process.argv[2] ?? '{}'));
