// A Dovecot 2.3 of our own in a temporary folder, on loopback: IMAP (with STARTTLS when a certificate is given), IMAPS
// and LMTP, every user name with the same password. Works as root and as anyone else.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { eventually, findProgram, freePort, startServer, stopServer, unprivileged } from './servers.ts';

export interface TestDovecot {
  readonly pid: number;
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly lmtpPort: number;
  readonly password: string;
  /** `imap://user:password@127.0.0.1:port/INBOX` */
  url(user: string): string;
  /** Delivers over LMTP, once per recipient, as a mail server would. */
  deliver(raws: readonly Uint8Array[], recipients: readonly string[]): Promise<void>;
  /** Appends to a folder over IMAP, for tests that need a date, flags or speed. */
  appendMany(
    user: string,
    messages: readonly { readonly raw: Uint8Array; readonly receivedAt?: Temporal.Instant; readonly flags?: readonly string[] }[],
    folder?: string,
  ): Promise<void>;
  /** Removes the nth message of INBOX, from 1. */
  expunge(user: string, nth: number): Promise<void>;
  /** Sets flags on messages of INBOX, as staff do in their own mail program. `range` counts messages: `3:9`. */
  flag(user: string, range: string, flags: readonly string[]): Promise<void>;
  /** `uid flag flag …` of every message, and UIDVALIDITY: to see that nothing was touched. */
  flags(user: string, folder?: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface DovecotOptions {
  readonly format?: 'mdbox' | 'maildir';
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Null when Dovecot with IMAP and LMTP is not installed. */
export function findDovecot(): string | null {
  return findProgram('dovecot');
}

export async function startDovecot({ format = 'mdbox', tls }: DovecotOptions = {}): Promise<TestDovecot> {
  const program = findDovecot();
  if (program === null) throw new Error('Dovecot is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-dovecot-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'mail'));
  chmodSync(join(folder, 'mail'), 0o777);
  const [imapPort, imapsPort, lmtpPort] = [await freePort(), await freePort(), await freePort()];
  const password = 'dove-secret';
  if (tls) {
    writeFileSync(join(folder, 'key.pem'), tls.key, { mode: 0o600 });
    writeFileSync(join(folder, 'cert.pem'), tls.cert);
  }
  writeFileSync(
    join(folder, 'dovecot.conf'),
    configuration({ folder, format, imapPort, imapsPort, lmtpPort, password, tls: tls !== undefined }),
  );
  const child = startServer(program, ['-F', '-c', join(folder, 'dovecot.conf')], { folder, stopSignal: 'SIGTERM', user: null });
  const said: string[] = [];
  child.stderr?.on('data', (chunk) => said.push(String(chunk)));
  const url = (user: string) => `imap://${encodeURIComponent(user)}:${password}@127.0.0.1:${imapPort}/INBOX`;
  const signedIn = <T>(user: string, work: (client: ImapFlow) => Promise<T>) => withClient({ port: imapPort, user, password }, work);
  await eventually(() => signedIn('probe', async () => undefined)).catch((error) => {
    const log = existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '';
    throw new Error(`Dovecot did not start: ${said.join('')}${log}`, { cause: error });
  });
  return {
    pid: child.pid ?? 0,
    imapPort,
    imapsPort,
    lmtpPort,
    password,
    url,
    deliver: (raws, recipients) => deliverOverLmtp(lmtpPort, raws, recipients),
    appendMany: (user, messages, path = 'INBOX') =>
      signedIn(user, async (client) => {
        for (const { raw, receivedAt, flags } of messages) {
          const arrived = receivedAt && new Date(receivedAt.epochMilliseconds);
          await client.append(path, Buffer.from(raw), [...(flags ?? [])], arrived);
        }
      }),
    expunge: (user, nth) =>
      signedIn(user, async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageDelete(String(nth));
      }),
    flag: (user, range, flags) =>
      signedIn(user, async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageFlagsAdd(range, [...flags]);
      }),
    flags: (user, path = 'INBOX') =>
      signedIn(user, async (client) => {
        const { uidValidity, exists } = await client.mailboxOpen(path, { readOnly: true });
        const rows = exists === 0 ? [] : await client.fetchAll('1:*', { uid: true, flags: true }, { uid: true });
        return [`uidvalidity ${uidValidity}`, ...rows.map(({ uid, flags }) => [uid, ...[...(flags ?? [])].sort()].join(' '))];
      }),
    stop: () => stopServer(child),
  };
}

function rootlessServices(): string {
  const [user, group] = ['-un', '-gn'].map((what) => execFileSync('id', [what], { encoding: 'utf8' }).trim());
  return `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group = ${group}\n`;
}

interface Facts {
  readonly folder: string;
  readonly format: 'mdbox' | 'maildir';
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly lmtpPort: number;
  readonly password: string;
  readonly tls: boolean;
}

function configuration({ folder, format, imapPort, imapsPort, lmtpPort, password, tls }: Facts): string {
  const mail = unprivileged() ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  // Without root nothing can change user or root folder, so every service runs as ourselves.
  const rootless = process.getuid?.() === 0 ? '' : rootlessServices();
  const chroot = rootless === '' ? '' : 'chroot =';
  const keys = tls ? `ssl_cert = <${folder}/cert.pem\nssl_key = <${folder}/key.pem\n` : '';
  return `base_dir = ${folder}/run
${rootless}log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = ${tls ? 'yes' : 'no'}
${keys}disable_plaintext_auth = no
auth_mechanisms = plain login
first_valid_uid = 1
mail_location = ${format}:~/${format}
mail_max_userip_connections = 100
mail_fsync = never
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${mail.uid} gid=${mail.gid} home=${folder}/mail/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
  mailbox Trash {
    auto = create
    special_use = \\Trash
  }
}
service imap-login {
  ${chroot}
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${tls ? imapsPort : 0}
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtpPort}
  }
}
service anvil {
  ${chroot}
}
service stats {
  ${chroot}
}
`;
}

async function withClient<T>(
  { port, user, password }: { readonly port: number; readonly user: string; readonly password: string },
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const options = { host: '127.0.0.1', port, secure: false, doSTARTTLS: false, auth: { user, pass: password }, logger: false } as const;
  const client = new ImapFlow({ ...options, disableAutoIdle: true, disableCompression: true });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout().catch(() => undefined);
    client.close();
  }
}

// LMTP (RFC 2033), pipelined; one reply per recipient after the letter.
async function deliverOverLmtp(port: number, raws: readonly Uint8Array[], recipients: readonly string[]): Promise<void> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  const replies = readReplies(socket);
  const expect = async (first: string) => {
    const reply = await replies();
    if (!reply.startsWith(first)) throw new Error(`LMTP: ${reply}`);
  };
  await expect('220');
  socket.write('LHLO test\r\n');
  await expect('250');
  for (const raw of raws) {
    socket.write(['MAIL FROM:<sender@mail.example>', ...recipients.map((to) => `RCPT TO:<${to}>`), 'DATA', ''].join('\r\n'));
    for (const _ of ['MAIL', ...recipients]) await expect('250');
    await expect('354');
    socket.write(Buffer.from(`${Buffer.from(raw).toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')}\r\n.\r\n`, 'latin1'));
    for (const _ of recipients) await expect('250');
  }
  socket.end('QUIT\r\n');
}

function readReplies(socket: NodeJS.ReadableStream): () => Promise<string> {
  async function* replies() {
    let rest = '';
    for await (const chunk of socket) {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => /^\d{3} /.test(line));
    }
  }
  const all = replies();
  return async () => (await all.next()).value ?? 'connection closed';
}
