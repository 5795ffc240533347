// DOOR hoodiecrow-imap: a small IMAP server in this process for the demo and for tests. It keeps everything in memory,
// listens on loopback only and offers no TLS (its STARTTLS does not work on this Node), so it must never serve a real
// mailbox.
import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type StoredMessage } from 'hoodiecrow-imap';

export interface ImapServerOptions {
  readonly user: string;
  readonly password: string;
  /** An access token that XOAUTH2 takes instead of the password. */
  readonly token?: string;
  /** Folders besides INBOX with their special use, if any. Default: Junk, Sent and Trash. */
  readonly folders?: Readonly<Record<string, '\\Junk' | '\\Sent' | '\\Trash' | null>>;
  /** False: it can remove no single messages (UIDPLUS, RFC 4315). Default: it can. */
  readonly uidPlus?: boolean;
  /** TLS from the first byte, with this key and certificate (PEM). */
  readonly credentials?: { readonly key: string; readonly cert: string };
}

export interface ImapServer {
  readonly port: number;
  readonly url: string;
  /** Puts a message into a folder (default INBOX) as if it arrived then; returns its UID. */
  deliver(
    raw: Uint8Array,
    options?: { readonly folder?: string; readonly receivedAt?: Temporal.Instant; readonly flags?: readonly string[] },
  ): number;
  messages(folder: string): readonly { readonly uid: number; readonly flags: readonly string[]; readonly raw: Uint8Array }[];
  /** Sets a flag, as another program would. */
  flag(folder: string, uid: number, flag: string): void;
  /** Forgets a message, as another program that empties the mailbox would. */
  remove(folder: string, uid: number): void;
  /** As after a restored backup: same messages, another UIDVALIDITY. */
  renumber(folder: string): void;
  /** Ends every connection, as a restarted server would. */
  dropConnections(): void;
  stop(): Promise<void>;
}

const plugins = ['ID', 'SASL-IR', 'AUTH-PLAIN', 'NAMESPACE', 'IDLE', 'ENABLE', 'LITERALPLUS', 'UNSELECT', 'SPECIAL-USE', 'UIDPLUS'];

export async function startImapServer(options: ImapServerOptions): Promise<ImapServer> {
  const { user, password, token, credentials, uidPlus = true } = options;
  const offered = plugins.filter((one) => uidPlus || one !== 'UIDPLUS');
  const imap = hoodiecrow({
    plugins: token === undefined ? offered : [...offered, 'XOAUTH2'],
    users: { [user]: { password, ...(token === undefined ? {} : { xoauth2: { accessToken: token, sessionTimeout: 3_600_000 } }) } },
    storage: { INBOX: {}, '': { folders: storedFolders(options.folders ?? { Junk: '\\Junk', Sent: '\\Sent', Trash: '\\Trash' }) } },
    ...(credentials === undefined ? {} : { secureConnection: true, credentials }),
  });
  const sockets = new Set<Socket>();
  imap.server.on('connection', (socket) => {
    sockets.add(
      socket
        .setNoDelay(true)
        .on('error', () => undefined)
        .on('close', () => sockets.delete(socket)),
    );
  });
  await new Promise<void>((resolve, reject) => imap.server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = imap.server.address() as AddressInfo;

  function stored(folder: string) {
    const mailbox = imap.getMailbox(folder);
    if (mailbox === undefined) throw new Error(`the demo's mailbox has no folder ${folder}`);
    return mailbox;
  }
  function dropConnections() {
    for (const socket of sockets) socket.destroy();
  }

  return {
    port,
    url: `${credentials ? 'imaps' : 'imap'}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX`,
    deliver(raw, { folder = 'INBOX', receivedAt, flags = [] } = {}) {
      const arrived = receivedAt === undefined ? false : new Date(receivedAt.epochMilliseconds);
      return imap.appendMessage(folder, [...flags], arrived, Buffer.from(raw).toString('latin1')).message.uid;
    },
    messages: (folder) => stored(folder).messages.map(withBytes),
    flag(folder, uid, flag) {
      const mailbox = stored(folder);
      mailbox.messages.find((message) => message.uid === uid)?.flags.push(flag);
    },
    remove(folder, uid) {
      const mailbox = stored(folder);
      mailbox.messages = mailbox.messages.filter((message) => message.uid !== uid);
    },
    renumber(folder) {
      stored(folder).uidvalidity += 1;
    },
    dropConnections,
    async stop() {
      const stopped = new Promise((resolve) => imap.server.close(resolve));
      dropConnections();
      await stopped;
    },
  };
}

function storedFolders(folders: Readonly<Record<string, string | null>>): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(folders).map(([name, use]) => [name, use === null ? {} : { 'special-use': use }]));
}

function withBytes({ uid, flags, raw }: StoredMessage) {
  return { uid, flags: [...flags], raw: Buffer.from(raw, 'latin1') };
}
