// DOOR nodemailer/lib/smtp-connection and lib/xoauth2 (RFC 5321, RFC 3207 STARTTLS, RFC 4954 AUTH).
// Hands finished letters to the mail server, byte for byte. It never sends a letter a second time by itself, never
// composes, and never calls a letter lost or sent when it does not know: it keeps its own connections instead of the
// library's pool, which queues letters again, and sees through the letter's stream whether the server ever asked for
// it. The library switches Nagle off (TCP_NODELAY) on every socket; without that a letter takes 40 ms.
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import type { SmtpSettings } from '../config.ts';
import type { Log } from '../log.ts';
import { accessToken } from '../privacy/access-token.ts';
import { createPlaces } from './places.ts';
import { outcomeOf, type Stage, smtpTrouble } from './smtp-outcome.ts';
import type { Envelope, SendOutcome, Transport } from './transport.ts';

type ServerSettings = Extract<SmtpSettings, { kind: 'smtp' }>;

export interface SmtpOptions {
  readonly log: Log;
  readonly timeouts: {
    /** From the name's resolution to the end of signing in. */
    readonly connectMilliseconds: number;
    /** From MAIL FROM to the last reply; RFC 5321 §4.5.3.2 allows the server ten minutes for that one. */
    readonly letterMilliseconds: number;
  };
  /** Default 4: with 4 to 8 letters on their way the database's commits group. */
  readonly maxConnections?: number;
}

interface Line {
  readonly connection: SMTPConnection;
  letters: number;
  idleTimer: NodeJS.Timeout | undefined;
}

/** Letters over one connection; many servers end it after some hundred. */
const lettersPerConnection = 100;
/** Shorter than the servers' own limits, so that an idle connection is ours to end. */
const idleMilliseconds = 20_000;

/** A way out over SMTP. `send` never throws. */
export function createSmtpTransport(settings: ServerSettings, options: SmtpOptions): Transport {
  const name = transportName(settings);
  const concurrency = options.maxConnections ?? 4;
  const idle: Line[] = [];
  const places = createPlaces(concurrency);
  let closed = false;

  async function send(envelope: Envelope, raw: Uint8Array): Promise<SendOutcome> {
    const reused = idle.pop();
    if (reused !== undefined) {
      clearTimeout(reused.idleTimer);
      const first = await letterOver(reused, envelope, raw, options);
      // The server had ended the idle connection before it asked for the letter: nothing can have left.
      if (!first.gone) return settle(reused, first);
    }
    const opened = await open(settings, options);
    if ('error' in opened) return outcomeOf(opened.error, opened.stage);
    return settle(opened.line, await letterOver(opened.line, envelope, raw, options));
  }

  function settle(line: Line, { outcome, usable }: Attempt): SendOutcome {
    if (usable && !closed && line.letters < lettersPerConnection) keep(line);
    else hangUp(line);
    return outcome;
  }

  function keep(line: Line): void {
    line.idleTimer = setTimeout(() => {
      idle.splice(idle.indexOf(line), 1);
      hangUp(line);
    }, idleMilliseconds).unref();
    idle.push(line);
  }

  return {
    name,
    concurrency,
    send: (_id, envelope, raw) => places.take(() => send(envelope, raw)),
    verify: () =>
      places.take(async () => {
        const opened = await open(settings, options);
        if ('error' in opened) throw smtpTrouble(opened.error, opened.stage, name);
        keep(opened.line);
      }),
    forget: async () => {},
    close: async () => {
      closed = true;
      await places.allFree();
      for (const line of idle.splice(0)) hangUp(line);
    },
  };
}

function transportName({ tls, host, port }: ServerSettings): string {
  const usual = tls === 'implicit' ? 465 : 587;
  return `${tls === 'implicit' ? 'smtps' : 'smtp'}://${host.includes(':') ? `[${host}]` : host}${port === usual ? '' : `:${port}`}`;
}

type Opened = { readonly line: Line } | { readonly error: unknown; readonly stage: Stage };

async function open(settings: ServerSettings, { timeouts, log }: SmtpOptions): Promise<Opened> {
  let stage: Stage = 'connecting';
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.tls === 'implicit',
    requireTLS: settings.tls === 'starttls',
    ignoreTLS: settings.tls === 'none',
    connectionTimeout: timeouts.connectMilliseconds,
    greetingTimeout: timeouts.connectMilliseconds,
    dnsTimeout: timeouts.connectMilliseconds,
    socketTimeout: timeouts.letterMilliseconds,
    logger: false,
  });
  try {
    await within(connection, timeouts.connectMilliseconds, (resolve, reject) => {
      connection.connect((error) => (error ? reject(error) : resolve(undefined)));
    });
    stage = 'signing-in';
    if (settings.user !== null && connection.allowsAuth) await signIn(connection, settings, timeouts.connectMilliseconds);
    else if (settings.user !== null) log.warn('smtp server offers no sign-in; sending without');
    // Errors reach whoever sends; an idle connection that ends must not end the process.
    connection.on('error', () => undefined);
    return { line: { connection, letters: 0, idleTimer: undefined } };
  } catch (error) {
    connection.on('error', () => undefined);
    connection.close();
    return { error, stage };
  }
}

async function signIn(connection: SMTPConnection, settings: ServerSettings, milliseconds: number): Promise<void> {
  const user = settings.user ?? '';
  const auth =
    settings.tokenCommand === null
      ? { user, pass: settings.password ?? '' }
      : { user, oauth2: new XOAuth2({ user, accessToken: await accessToken(settings.tokenCommand, 'SMTP_TOKEN_COMMAND') }) };
  await within(connection, milliseconds, (resolve, reject) => {
    connection.once('error', reject);
    connection.login(auth, (error) => (error ? reject(error) : resolve(undefined)));
  });
}

interface Attempt {
  readonly outcome: SendOutcome;
  /** The connection can carry another letter. */
  readonly usable: boolean;
  /** The connection was lost before the server said anything about this letter. */
  readonly gone: boolean;
}

async function letterOver(line: Line, envelope: Envelope, raw: Uint8Array, { timeouts, log }: SmtpOptions): Promise<Attempt> {
  const { connection } = line;
  let stage: Stage = 'envelope';
  // The library reads the stream only after the server's reply to DATA: from then on the letter may have left.
  const letter = new Readable({
    read() {
      stage = 'data';
      this.push(raw);
      this.push(null);
    },
  });
  line.letters += 1;
  if (![envelope.from, ...envelope.to].every(isAscii)) return { outcome: notAnAddress, usable: true, gone: false };
  try {
    const info = await within<Accepted>(connection, timeouts.letterMilliseconds, (resolve, reject) => {
      const parts = { from: envelope.from, to: [...envelope.to], size: raw.length, use8BitMime: raw.some((byte) => byte > 0x7f) };
      connection.send(parts, letter, (error, accepted) => (error ? reject(error) : resolve(accepted ?? { rejected: [] })));
    });
    return { outcome: acceptedFor(envelope, info, log), usable: true, gone: false };
  } catch (error) {
    const outcome = outcomeOf(error, stage);
    const answered = outcome.outcome === 'refused' && /^\d+$/.test(outcome.code) && outcome.code !== '421';
    const usable = answered && !connection.destroyed && (await reset(connection, timeouts.connectMilliseconds));
    return { outcome, usable, gone: isGone(stage, outcome) };
  }
}

const notAnAddress: SendOutcome = { outcome: 'refused', retry: 'never', code: 'address' };

function isAscii(address: string): boolean {
  return /^[\x21-\x7e]*$/.test(address);
}

function isGone(stage: Stage, outcome: SendOutcome): boolean {
  return stage === 'envelope' && outcome.outcome === 'refused' && (outcome.code === 'connection-lost' || outcome.code === '421');
}

interface Accepted {
  readonly rejected: readonly string[];
  readonly rejectedErrors?: readonly { readonly recipient?: unknown }[] | undefined;
}

// The library goes on as long as one recipient was accepted. The customer comes first; a copy alone is not a letter.
function acceptedFor(envelope: Envelope, { rejected, rejectedErrors }: Accepted, log: Log): SendOutcome {
  if (rejected.length === 0) return { outcome: 'accepted' };
  const [customer] = envelope.to;
  if (customer === undefined || !rejected.includes(customer)) {
    log.warn('smtp server refused the copy of a letter');
    return { outcome: 'accepted' };
  }
  return outcomeOf(
    rejectedErrors?.find(({ recipient }) => recipient === customer),
    'envelope',
  );
}

async function reset(connection: SMTPConnection, milliseconds: number): Promise<boolean> {
  return within(connection, milliseconds, (resolve, reject) =>
    connection.reset((error) => (error ? reject(error) : resolve(undefined))),
  ).then(
    () => true,
    () => false,
  );
}

function hangUp({ connection, idleTimer }: Line): void {
  clearTimeout(idleTimer);
  if (connection.destroyed) return;
  connection.quit();
  setTimeout(() => connection.close(), 1_000).unref();
}

/** Runs one step with a time limit; a late step ends the connection. */
async function within<T = unknown>(
  connection: SMTPConnection,
  milliseconds: number,
  step: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' }));
    connection.close();
  }, milliseconds);
  connection.once('error', reject);
  try {
    step(resolve, reject);
    return await promise;
  } finally {
    clearTimeout(timer);
    connection.off('error', reject);
  }
}
