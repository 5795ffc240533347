import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { type DirectorySettings, readDirectory } from './config/directory-url.ts';
import { warnAboutNames } from './config/names.ts';
import { type MailboxSettings, readMailbox, readSmtp, type SmtpSettings } from './config/server-url.ts';
import {
  type ConsoleSettings,
  type DatabaseSettings,
  type ModelSettings,
  readAlertUrl,
  readAuthservId,
  readConsole,
  readDatabase,
  readFormSenders,
  readGoLive,
  readMailFrom,
  readModel,
  readOtherKeys,
  readPeople,
  readPublicUrl,
  readReplyAddress,
  readSecretKey,
  readTimeZone,
  type SentCopy,
  usualSentCopy,
} from './config/settings.ts';
import { createSource, readChoice, readList, readNumber, type Source } from './config/source.ts';
import { ExpectedError } from './errors.ts';

export type { DirectorySettings } from './config/directory-url.ts';
export type { MailboxSettings, SmtpSettings } from './config/server-url.ts';
export type { SentCopy } from './config/settings.ts';

/** Everything the environment says, checked. Secrets in it are never printed. */
export interface Config {
  readonly dataDir: string;
  readonly database: DatabaseSettings;
  readonly mailbox: MailboxSettings;
  /** Folders to read; null: the URL's folder and Junk. */
  readonly folders: readonly string[] | null;
  readonly smtp: SmtpSettings;
  readonly mailFrom: { readonly address: string; readonly name: string | null };
  /** With `{token}` in it; null: Reply-To is `mailFrom`. */
  readonly replyAddress: string | null;
  /** Null: senders stay unverified and approval by mail is off. */
  readonly authservId: string | null;
  readonly staff: readonly string[];
  readonly managers: readonly string[];
  /** Who sees and handles demands of public bodies; empty: managers do. */
  readonly authority: readonly string[];
  /** Addresses, in lower case, from which our own web forms write. */
  readonly formSenders: readonly string[];
  /** Null: no staff pages. */
  readonly console: ConsoleSettings | null;
  readonly publicUrl: string | null;
  /** Null: no customer directory. */
  readonly directory: DirectorySettings | null;
  /** Bytes of all files of one letter together. */
  readonly attachmentsLimit: number;
  /** At least 32 bytes. Null: embedded, to be made and kept in `dataDir/secret.key`. */
  readonly secretKey: Uint8Array | null;
  /** Keys that open what they once wrapped and wrap nothing any more. */
  readonly otherSecretKeys: readonly Uint8Array[];
  /** Null: the policy that comes with the program. */
  readonly policyFile: string | null;
  /** Null: the policy's. */
  readonly timeZone: string | null;
  readonly pollSeconds: number;
  readonly goLive: Temporal.Instant | null;
  readonly sentCopy: SentCopy;
  readonly sentFolder: string | null;
  /** Whether copies in the mailbox go with what retention erases. */
  readonly mailboxCleanup: boolean;
  readonly unknownWaitSeconds: number;
  readonly leaseSeconds: number;
  /** 0: none. */
  readonly sendPerMinute: number;
  readonly sendPerDay: number;
  readonly openai: ModelSettings | null;
  /** Where alarms go besides mail; null: nowhere. */
  readonly alertUrl: string | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** What an environment comes to: a configuration, or every reason why not. Lines for a person, free of secrets. */
export type ConfigResult =
  | {
      readonly config: Config;
      readonly warnings: readonly string[];
      /** What a missing setting switches off: "approval by mail is off: AUTHSERV_ID is not set". */
      readonly off: readonly string[];
    }
  | { readonly problems: readonly string[]; readonly warnings: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The process environment over a `.env` file in the working folder, which never overrides it.
 * Throws `ExpectedError` when that file exists and cannot be read.
 */
export function loadEnvironment(): Environment {
  let file = '';
  try {
    file = readFileSync('.env', 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    if (code !== 'ENOENT')
      throw new ExpectedError('env-file-unreadable', `The file .env cannot be read (${code}).`, { retry: 'never', cause: error });
  }
  return { ...parseEnv(file), ...process.env };
}

/** Checks a whole environment at once. Reads nothing but the files that `NAME_FILE` variables name. */
export function readConfig(environment: Environment): ConfigResult {
  const source = createSource(environment);
  const config = readAll(source);
  warnAboutNames(source, environment);
  const problems = source.problems();
  return problems.length > 0 ? { problems, warnings: source.warnings() } : { config, warnings: source.warnings(), off: whatIsOff(config) };
}

function readAll(source: Source): Config {
  const dataDir = source.text('DATA_DIR') ?? './data';
  const mailbox = readMailbox(source, { kind: 'maildir', path: `${dataDir}/mailbox`, own: true });
  const smtp = readSmtp(source, { kind: 'folder', path: outboxOf(dataDir) });
  const folders = readList(source, 'MAILBOX_FOLDERS');
  const mailFrom = readMailFrom(source);
  return {
    dataDir,
    database: readDatabase(source, `${dataDir}/database`),
    mailbox,
    folders: folders.length === 0 ? null : folders,
    smtp,
    mailFrom,
    replyAddress: readReplyAddress(source),
    authservId: readAuthservId(source),
    staff: readPeople(source, 'STAFF', mailFrom.address),
    managers: readPeople(source, 'MANAGERS', mailFrom.address),
    authority: readPeople(source, 'AUTHORITY', mailFrom.address),
    formSenders: readFormSenders(source),
    console: readConsole(source, !source.has('DATABASE_URL')),
    publicUrl: readPublicUrl(source),
    directory: readDirectory(source),
    attachmentsLimit: readNumber(source, 'ATTACHMENTS_MAX_MB', { least: 1, most: 50, fallback: 10 }) * 1024 * 1024,
    secretKey: readSecretKey(source),
    otherSecretKeys: readOtherKeys(source),
    policyFile: source.text('POLICY_FILE'),
    timeZone: readTimeZone(source),
    pollSeconds: readNumber(source, 'POLL_SECONDS', { least: 1, most: 3600, fallback: 30 }),
    goLive: readGoLive(source),
    sentCopy: readChoice(source, 'SENT_COPY', ['server', 'append', 'bcc']) ?? usualSentCopy(mailbox, smtp),
    sentFolder: source.text('SENT_FOLDER'),
    mailboxCleanup: readChoice(source, 'MAILBOX_CLEANUP', ['on', 'off']) === 'on',
    unknownWaitSeconds: readNumber(source, 'UNKNOWN_WAIT_SECONDS', { least: 0, most: 86_400, fallback: 600 }),
    leaseSeconds: readNumber(source, 'LEASE_SECONDS', { least: 1, most: 3600, fallback: 60 }),
    sendPerMinute: readNumber(source, 'SEND_PER_MINUTE', { least: 0, most: 1_000_000, fallback: 20 }),
    sendPerDay: readNumber(source, 'SEND_PER_DAY', { least: 0, most: 100_000_000, fallback: 1500 }),
    openai: readModel(source),
    alertUrl: readAlertUrl(source),
    logLevel: readChoice(source, 'LOG_LEVEL', ['debug', 'info', 'warn', 'error', 'silent']) ?? 'info',
  };
}

function outboxOf(dataDir: string): string {
  return `${dataDir}/outbox`;
}

function whatIsOff(config: Config): readonly string[] {
  const ownMailbox = config.mailbox.kind === 'maildir' && config.mailbox.own;
  const ownOutbox = config.smtp.kind === 'folder' && config.smtp.path === outboxOf(config.dataDir);
  const lines: readonly (readonly [boolean, string])[] = [
    [ownMailbox, 'reading a mail server is off: MAILBOX_URL is not set; put a message in with: tijdig drop FILE'],
    [ownOutbox, `sending is off: SMTP_URL is not set; letters are written to ${outboxOf(config.dataDir)}`],
    [config.database.kind === 'embedded', 'more than one worker is off: DATABASE_URL is not set'],
    [config.authservId === null, 'approval by mail is off: AUTHSERV_ID is not set'],
    [config.staff.length === 0, 'review mails are off: STAFF is not set'],
    [config.managers.length === 0, 'the digest by mail is off: MANAGERS is not set'],
    [config.publicUrl === null || config.console === null, 'download pages are off: PUBLIC_URL is not set; a copy goes with its letter'],
    [config.directory === null, 'recognising customers is off: DIRECTORY_URL is not set'],
    [config.console === null, 'the staff pages are off: CONSOLE_PORT is not set to a port'],
    [config.alertUrl === null, 'alarms by a second channel are off: ALERT_URL is not set'],
    [config.openai === null, 'the model is off: OPENAI_MODEL is not set'],
  ];
  return lines.flatMap(([off, line]) => (off ? [line] : []));
}
