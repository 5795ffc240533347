// DOOR imapflow (IMAP4rev1/rev2: RFC 3501, RFC 9051; IDLE: RFC 2177; SPECIAL-USE: RFC 6154).
// Reads a mailbox the way a guest would: folders are opened with EXAMINE, bodies fetched with PEEK. It never sets a
// flag, never moves, never looks for "unseen". It writes our own copy in the Sent folder, and removes what retention
// erases (imap-removal.ts).
// When anything fails the connection is thrown away, the caller gets one `ExpectedError`, and the next call connects
// anew. Every answer has a time limit.
import { ImapFlow } from 'imapflow';
import type { MailboxSettings } from '../config.ts';
import { ExpectedError } from '../errors.ts';
import type { Log } from '../log.ts';
import { accessToken } from '../privacy/access-token.ts';
import { type Examined, examineAll } from './imap-examine.ts';
import { type ChosenFolders, chooseFolders } from './imap-folders.ts';
import { assertUsable, fetchRange, fetchUids, listSince, openFolder, type Session, search } from './imap-reading.ts';
import { removeCopies } from './imap-removal.ts';
import { imapTrouble, mailboxFolder, mailboxUnreachable } from './imap-trouble.ts';
import type { Mailbox } from './mailbox.ts';

type ImapSettings = Extract<MailboxSettings, { kind: 'imap' }>;

export interface ImapOptions {
  /** `MAILBOX_FOLDERS`; null: the URL's folder and Junk. */
  readonly folders: readonly string[] | null;
  /** `SENT_FOLDER`; null: found by SPECIAL-USE or name. */
  readonly sentFolder: string | null;
  readonly log: Log;
  /** For every single answer of the server. */
  readonly timeoutMilliseconds: number;
}

interface Connection extends Session, Examined {
  readonly client: ImapFlow;
  /** Those who wait to be told. */
  readonly waiting: Set<() => void>;
}

/** A mailbox over IMAP. Connects with the first call; calls wait for one another. Errors: `imapTrouble`. */
export function createImapMailbox(settings: ImapSettings, options: ImapOptions): Mailbox {
  const name = mailboxName(settings);
  let connection: Connection | null = null;
  let told = false;
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();

  async function connected(): Promise<Connection> {
    if (closed) throw mailboxUnreachable(name, 'the mailbox was closed');
    if (connection?.client.usable) return connection;
    connection?.client.close();
    connection = await connect(settings, options);
    if (!told) logChoice(options.log, connection.chosen);
    told = true;
    return connection;
  }

  // One conversation at a time: selecting a folder and reading from it must not be cut in two.
  function converse<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      try {
        const current = await connected();
        const result = await work(current);
        // Whoever waits lost IDLE to this conversation.
        if (current.waiting.size > 0) await watch(current).catch(() => undefined);
        return result;
      } catch (error) {
        if (!(error instanceof ExpectedError) || error.retry === 'later') connection?.client.close();
        throw imapTrouble(error, name);
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  }

  return {
    name,
    folders: () => converse((current) => examineAll(current, name, options.log)),
    fetch: (folder, range, limit) =>
      converse(async (current) => {
        const open = await openFolder(current, folder, range.to === null);
        if (range.to !== null && open.uidNext <= range.to) await openFolder(current, folder, true);
        return fetchRange(current, range, limit);
      }),
    list: (folder, since) =>
      converse(async (current) => {
        await openFolder(current, folder, true);
        return listSince(current, since);
      }),
    fetchUids: (folder, uids) =>
      converse(async (current) => {
        await openFolder(current, folder, true);
        return fetchUids(current, uids);
      }),
    findSent: (messageId) => converse((current) => isInSent(current, messageId)),
    fileSent: (raw) => converse((current) => appendToSent(current, raw, name)),
    remove: (wishes) => converse((current) => removeCopies(current, current.chosen.copies, wishes)),
    wait: async (milliseconds, signal) => {
      const current = await converse(watch).catch(() => null);
      await arrival(current, milliseconds, signal);
    },
    close: async () => {
      closed = true;
      await last;
      if (connection?.client.usable) await connection.within(connection.client.logout()).catch(() => undefined);
      connection?.client.close();
    },
  };
}

function mailboxName({ tls, host, port, folder }: ImapSettings): string {
  const scheme = tls === 'implicit' ? 'imaps' : 'imap';
  const usual = tls === 'implicit' ? 993 : 143;
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}${port === usual ? '' : `:${port}`}/${folder}`;
}

async function connect(settings: ImapSettings, options: ImapOptions): Promise<Connection> {
  const client = new ImapFlow(await clientOptions(settings, options.timeoutMilliseconds));
  // Without a listener a dropped connection would end the process; what it means is asked for at each call.
  client.on('error', (error: { code?: unknown }) => options.log.debug('imap connection failed', { code: String(error.code ?? 'none') }));
  const within = timeLimit(client, options.timeoutMilliseconds);
  try {
    await within(client.connect());
    const listed = await within(client.list());
    assertUsable(client);
    const chosen = chooseFolders(listed, settings.folder, options.folders, options.sentFolder);
    const connection: Connection = { client, within, chosen, uidNextSeen: 0, arrived: false, sentAway: false, waiting: new Set() };
    client.on('exists', ({ path }) => {
      if (path === chosen.read[0]?.path) announce(connection);
    });
    return connection;
  } catch (error) {
    client.close();
    throw error;
  }
}

async function clientOptions(settings: ImapSettings, timeout: number): Promise<ConstructorParameters<typeof ImapFlow>[0]> {
  const { host, port, tls, user, password, tokenCommand } = settings;
  const secret =
    tokenCommand === null ? { pass: password ?? '' } : { accessToken: await accessToken(tokenCommand, 'MAILBOX_TOKEN_COMMAND') };
  return {
    host,
    port,
    secure: tls === 'implicit',
    // Either TLS from the first byte, or STARTTLS with a refusal to go on without it, or none because it was said.
    ...(tls === 'implicit' ? {} : { doSTARTTLS: tls === 'starttls' }),
    auth: { user: user ?? '', ...secret },
    logger: false,
    disableAutoIdle: true,
    // MODSEQ with every message would cost and is not used.
    disableAutoEnable: true,
    disableCompression: true,
    clientInfo: { name: 'tijdig' },
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    // IDLE is silent for minutes: each answer has its own limit, this only ends what nobody waits for.
    socketTimeout: 30 * 60_000,
    maxIdleTime: 5 * 60_000,
    maxLineLength: 16 * 1024 * 1024,
    maxLiteralSize: 64 * 1024 * 1024,
    maxResponseSize: 72 * 1024 * 1024,
  };
}

function timeLimit(client: ImapFlow, milliseconds: number): Session['within'] {
  return async (work) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEOUT' }));
        client.close();
      }, milliseconds);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

function logChoice(log: Log, { sent, junk }: ChosenFolders): void {
  log.info('sent folder', { folder: sent?.path ?? null, chosenBy: sent?.by ?? 'none found' });
  log.info('junk folder', { folder: junk?.path ?? null, chosenBy: junk?.by ?? 'none found' });
}

async function isInSent(connection: Connection, messageId: string): Promise<boolean | null> {
  const { sent } = connection.chosen;
  if (sent === null) return null;
  // Opened anew: a folder that is already open may not show what was filed since.
  await openFolder(connection, sent.path, true);
  const found = await search(connection, { header: { 'message-id': messageId } });
  return found.length > 0;
}

async function appendToSent(connection: Connection, raw: Uint8Array, name: string): Promise<void> {
  const { sent } = connection.chosen;
  if (sent === null) throw mailboxFolder(`${name.slice(0, name.lastIndexOf('/'))}/Sent`);
  await connection.within(connection.client.append(sent.path, Buffer.from(raw), ['\\Seen']));
  assertUsable(connection.client);
}

// Opens the first folder and, where the server can, starts IDLE; the next command ends it.
async function watch(connection: Connection): Promise<Connection> {
  const { client, chosen, uidNextSeen } = connection;
  const [first] = chosen.read;
  if (first === undefined || connection.arrived) return connection;
  const { uidNext } = await openFolder(connection, first.path, false);
  if (uidNext > uidNextSeen) announce(connection);
  else if (client.capabilities.has('IDLE')) client.idle().catch(() => undefined);
  return connection;
}

function announce(connection: Connection): void {
  connection.arrived = true;
  for (const tell of connection.waiting) tell();
}

function arrival(connection: Connection | null, milliseconds: number, signal: AbortSignal): Promise<void> {
  if (connection?.arrived || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      connection?.waiting.delete(done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
    connection?.waiting.add(done);
  });
}
