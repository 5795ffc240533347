import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { variables } from '../src/config/variables.ts';
import { type Config, type ConfigResult, loadEnvironment, readConfig } from '../src/config.ts';

const key = Buffer.alloc(32, 'abcdefghijklmnop').toString('base64');
const own = {
  MAILBOX_URL: 'imaps://anna:pw@imap.example.com',
  SMTP_URL: 'smtps://anna:pw@smtp.example.com',
  MAIL_FROM: 'help@example.com',
};

type Environment = Record<string, string | undefined>;

function accepted(environment: Environment): Exclude<ConfigResult, { problems: readonly string[] }> {
  const result = readConfig(environment);
  if ('problems' in result) throw new Error(`refused: ${result.problems.join(' | ')}`);
  return result;
}

function config(environment: Environment): Config {
  return accepted(environment).config;
}

function problems(environment: Environment): readonly string[] {
  const result = readConfig(environment);
  return 'problems' in result ? result.problems : [];
}

describe('with nothing set', () => {
  test('everything is embedded in ./data, at the documented pace', () => {
    expect(config({})).toEqual({
      dataDir: './data',
      database: { kind: 'embedded', folder: './data/database' },
      mailbox: { kind: 'maildir', path: './data/mailbox', own: true },
      folders: null,
      smtp: { kind: 'folder', path: './data/outbox' },
      mailFrom: { address: 'support@localhost', name: 'Tijdig' },
      replyAddress: null,
      authservId: null,
      staff: [],
      managers: [],
      authority: [],
      formSenders: [],
      publicUrl: null,
      directory: null,
      console: { host: '127.0.0.1', port: null },
      attachmentsLimit: 10_485_760,
      secretKey: null,
      otherSecretKeys: [],
      policyFile: null,
      timeZone: null,
      pollSeconds: 30,
      goLive: null,
      sentCopy: 'append',
      sentFolder: null,
      mailboxCleanup: false,
      unknownWaitSeconds: 600,
      leaseSeconds: 60,
      sendPerMinute: 20,
      sendPerDay: 1500,
      openai: null,
      alertUrl: null,
      logLevel: 'info',
    });
  });

  test('addresses of web forms are compared without case', () => {
    expect(config({ FORM_SENDERS: 'Forms@Example.com, forms@example.com' }).formSenders).toEqual(['forms@example.com']);
  });

  test('says what that switches off', () => {
    const { off, warnings } = accepted({});
    expect(warnings).toEqual([]);
    expect(off).toContain('approval by mail is off: AUTHSERV_ID is not set');
    expect(off).toContain('review mails are off: STAFF is not set');
    expect(off).toContain('the digest by mail is off: MANAGERS is not set');
    expect(off).toContain('the model is off: OPENAI_MODEL is not set');
    expect(off).toContain('recognising customers is off: DIRECTORY_URL is not set');
    expect(off).toContain('download pages are off: PUBLIC_URL is not set; a copy goes with its letter');
    expect(off).toContain('sending is off: SMTP_URL is not set; letters are written to ./data/outbox');
  });

  test('an empty or blank value counts as not set', () => {
    expect(accepted({ MAILBOX_URL: '', STAFF: '  ', POLL_SECONDS: '', SECRET_KEY: '\t' })).toEqual(accepted({}));
  });

  test('a full setting switches nothing off', () => {
    const everything = { ...own, DATABASE_URL: 'postgres://t:pw@db/t', SECRET_KEY: key, AUTHSERV_ID: 'mx.example.com' };
    const rest = {
      DIRECTORY_URL: '/srv/customers.csv',
      CONSOLE_PORT: '8425',
      PUBLIC_URL: 'https://tijdig.example.com',
      STAFF: 'a@example.com',
      MANAGERS: 'm@example.com',
      OPENAI_MODEL: 'small',
      OPENAI_API_KEY: 'k',
      ALERT_URL: 'https://hooks.example.com/x',
    };
    expect(accepted({ ...everything, ...rest }).off).toEqual([]);
  });
});

describe('mailbox and SMTP servers', () => {
  test.each([
    ['imaps://u:p@h.example', { host: 'h.example', port: 993, tls: 'implicit', folder: 'INBOX' }],
    ['imaps://u:p@H.Example:1993/Support/AVG', { host: 'h.example', port: 1993, tls: 'implicit', folder: 'Support/AVG' }],
    ['imap://u:p@h.example/', { host: 'h.example', port: 143, tls: 'starttls', folder: 'INBOX' }],
    ['imap://u:p@h.example?tls=off', { host: 'h.example', port: 143, tls: 'none', folder: 'INBOX' }],
    ['imap://u:p@localhost:1143/INBOX', { host: 'localhost', port: 1143, tls: 'none' }],
    ['imap://u:p@127.0.0.1', { host: '127.0.0.1', tls: 'none' }],
    ['imap://u:p@[::1]:143', { host: '::1', port: 143, tls: 'none' }],
    ['imap://u:p@127.0.0.1.example.com', { host: '127.0.0.1.example.com', tls: 'starttls' }],
    ['imaps://support%40example.com:p%40s%2Fs%23%3A%25@h.example', { user: 'support@example.com', password: 'p@s/s#:%' }],
    ['imaps://u:p@h.example/Priv%C3%A9', { folder: 'Privé' }],
    ['imaps://u:p@bücher.example', { host: 'xn--bcher-kva.example' }],
  ])('%s', (url, expected) => {
    expect(config({ ...own, MAILBOX_URL: url }).mailbox).toMatchObject({ kind: 'imap', ...expected });
  });

  test.each([
    ['smtps://u:p@h.example', { port: 465, tls: 'implicit' }],
    ['smtp://u:p@h.example', { port: 587, tls: 'starttls' }],
    ['smtp://localhost:2525', { port: 2525, tls: 'none', user: null, password: null }],
    ['smtp://relay.example.com:25', { port: 25, tls: 'starttls', user: null }],
  ])('%s', (url, expected) => {
    expect(config({ ...own, SMTP_URL: url }).smtp).toMatchObject({ kind: 'smtp', ...expected });
  });

  test('folders instead of servers, mixed as one likes', () => {
    const mixed = config({ DATA_DIR: '/srv/t', MAILBOX_URL: 'maildir:///var/mail/a%20b', SMTP_URL: 'file:///tmp/letters' });
    expect(mixed.mailbox).toEqual({ kind: 'maildir', path: '/var/mail/a b', own: false });
    expect(mixed.smtp).toEqual({ kind: 'folder', path: '/tmp/letters' });
    expect(mixed.database).toEqual({ kind: 'embedded', folder: '/srv/t/database' });
    const server = config({ DATABASE_URL: 'postgres://t:pw@db/t', SECRET_KEY: key });
    expect(server.mailbox).toEqual({ kind: 'maildir', path: './data/mailbox', own: true });
    expect(server.database).toEqual({ kind: 'server', url: 'postgres://t:pw@db/t', migrateUrl: null });
  });

  test('an access token takes the place of the password', () => {
    const tokens = { MAILBOX_TOKEN_COMMAND: 'token imap', SMTP_TOKEN_COMMAND: 'token smtp' };
    const read = config({ ...own, MAILBOX_URL: 'imaps://a@h', SMTP_URL: 'smtps://a@h', ...tokens });
    expect(read.mailbox).toMatchObject({ user: 'a', password: null, tokenCommand: 'token imap' });
    expect(read.smtp).toMatchObject({ user: 'a', password: null, tokenCommand: 'token smtp' });
    expect(accepted({ ...own, ...tokens }).warnings).toHaveLength(2);
    expect(accepted(tokens).warnings).toHaveLength(2);
  });

  test('giving up encryption is said aloud, on loopback it is not', () => {
    expect(accepted({ ...own, SMTP_URL: 'smtp://u:p@h.example?tls=off' }).warnings).toEqual([
      'SMTP_URL says "?tls=off": passwords and messages cross the network unencrypted.',
    ]);
    expect(accepted({ ...own, SMTP_URL: 'smtp://localhost?tls=off' }).warnings).toEqual([]);
  });
});

describe('who keeps the copy of a sent letter', () => {
  test.each([
    ['imap.gmail.com', 'smtp.gmail.com', 'server'],
    ['outlook.office365.com', 'smtp.office365.com', 'server'],
    ['outlook.office365.com', 'smtp-mail.outlook.com', 'server'],
    ['imap.gmail.com', 'smtp-relay.gmail.com', 'append'],
    ['imap.gmail.com', 'smtp.office365.com', 'append'],
    ['imap.example.com', 'smtp.gmail.com', 'append'],
    ['imap.example.com', 'smtp.example.com', 'append'],
    ['imap.gmail.com.example.org', 'smtp.gmail.com.example.org', 'append'],
  ])('%s with %s: %s', (imap, smtp, expected) => {
    expect(config({ ...own, MAILBOX_URL: `imaps://a:b@${imap}`, SMTP_URL: `smtps://a:b@${smtp}` }).sentCopy).toBe(expected);
    expect(config({ ...own, SMTP_URL: `smtps://a:b@${smtp}`, SENT_COPY: 'bcc' }).sentCopy).toBe('bcc');
  });
});

describe('a character in a password that must be encoded', () => {
  test.each([
    ['imaps://anna:se@cret@h.example', '%40'],
    ['imaps://anna@example.com:secret@h.example', '%40'],
    ['imaps://anna@example.com:sec/ret@h.example', '%40'],
    ['imaps://anna:se/cret@h.example/INBOX', '%2F'],
    ['imaps://anna:12/34@h.example', '%2F'],
    ['imaps://anna:se#cret@h.example', '%23'],
    ['imaps://anna:se?cret@h.example', '%3F'],
    ['imaps://anna:se:cret@h.example', '%3A'],
    ['imaps://anna:se%cret@h.example', '%25'],
    ['imaps://anna:se cret@h.example', '%20'],
  ])('%s', (url, encoded) => {
    for (const name of ['MAILBOX_URL', 'SMTP_URL', 'DATABASE_URL']) {
      const scheme = { MAILBOX_URL: 'imaps', SMTP_URL: 'smtps', DATABASE_URL: 'postgres' }[name];
      const lines = problems({ ...own, SECRET_KEY: key, [name]: url.replace('imaps', scheme ?? '') });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^${name} `));
      expect(lines[0]?.split('Example:')[0]).toContain(encoded);
      expect(lines[0]).not.toMatch(/anna|cret|12|34|h\.example/);
    }
  });

  test('every password survives encoding', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (password) => {
        const { mailbox } = config({ ...own, MAILBOX_URL: `imaps://anna:${encodeURIComponent(password)}@h.example/INBOX` });
        expect(mailbox).toMatchObject({ user: 'anna', password, host: 'h.example' });
      }),
    );
  });

  test('a bare password is understood, or explained; never cut short', () => {
    const password = fc.string({ minLength: 1, unit: fc.constantFrom(...'aZ09@/#?:%.!$&,;=+~^') });
    fc.assert(
      fc.property(password, (secret) => {
        const result = readConfig({ ...own, MAILBOX_URL: `imaps://anna:${secret}@h.example/INBOX` });
        if ('problems' in result) return;
        const expected = { host: 'h.example', user: 'anna', password: decodeURIComponent(secret) };
        expect(result.config.mailbox).toMatchObject(expected);
      }),
    );
  });
});

describe('what is wrong is said in one line each, all at once', () => {
  test.each<[string, Environment, RegExp]>([
    [
      'scheme',
      { ...own, MAILBOX_URL: 'pop3://a:b@h' },
      /^MAILBOX_URL must begin with one of imaps:\/\/, imap:\/\/, maildir:\/\/\. Example: MAILBOX_URL=imaps:/,
    ],
    ['no scheme', { ...own, SMTP_URL: 'smtp.example.com' }, /^SMTP_URL does not begin with a scheme/],
    ['no host', { ...own, MAILBOX_URL: 'imaps://a:b@/INBOX' }, /^MAILBOX_URL has no host/],
    ['no user', { ...own, MAILBOX_URL: 'imaps://imap.example.com' }, /^MAILBOX_URL has no user name/],
    ['no password', { ...own, SMTP_URL: 'smtps://a@h' }, /^SMTP_URL has a user name but no password; give one, or set SMTP_TOKEN_COMMAND/],
    ['port', { ...own, SMTP_URL: 'smtps://a:b@h:99999' }, /^SMTP_URL has a port outside/],
    ['port in words', { ...own, SMTP_URL: 'smtps://a:b@h:smtp' }, /^SMTP_URL has a host or port/],
    ['tls twice', { ...own, SMTP_URL: 'smtps://a:b@h?tls=off' }, /^SMTP_URL says both/],
    ['unknown parameter', { ...own, SMTP_URL: 'smtp://a:b@h?ssl=on' }, /^SMTP_URL may have "\?tls=off"/],
    ['relative Maildir', { MAILBOX_URL: 'maildir://mail/x' }, /^MAILBOX_URL must name a folder by its whole path.*maildir:\/\/\//],
    ['sender missing', { MAILBOX_URL: own.MAILBOX_URL }, /^MAIL_FROM is missing/],
    ['sender missing', { SMTP_URL: own.SMTP_URL }, /^MAIL_FROM is missing/],
    ['sender', { MAIL_FROM: 'Support' }, /^MAIL_FROM is not an address/],
    ['sender with a line break', { MAIL_FROM: 'Sup\nBcc: x <a@example.com>' }, /^MAIL_FROM is not an address/],
    ['reply address', { REPLY_ADDRESS: 'support@example.com' }, /^REPLY_ADDRESS must be an address with \{token\} once/],
    ['reply address', { REPLY_ADDRESS: 'support@{token}.example.com' }, /^REPLY_ADDRESS/],
    ['authserv-id', { AUTHSERV_ID: 'mx.example.com; dmarc=pass' }, /^AUTHSERV_ID must be one name/],
    [
      'staff',
      { STAFF: 'a@example.com, Bram, c@, d@example.com' },
      /^STAFF must be plain addresses between commas; not one: number 2, 3 of 4/,
    ],
    [
      'web forms',
      { FORM_SENDERS: 'forms@example.com, Forms' },
      /^FORM_SENDERS must be plain addresses between commas; not one: number 2 of 2/,
    ],
    ['public address', { PUBLIC_URL: 'https://example.com/tijdig' }, /^PUBLIC_URL must be an address without a path/],
    ['port', { CONSOLE_PORT: '65536' }, /^CONSOLE_PORT must be a whole number from 0 to 65535/],
    ['port', { CONSOLE_PORT: 'on' }, /^CONSOLE_PORT must be a whole number/],
    ['host', { CONSOLE_HOST: 'tijdig.example.com' }, /^CONSOLE_HOST must be an address of this machine/],
    ['public address', { PUBLIC_URL: 'tijdig.example.com' }, /^PUBLIC_URL does not begin/],
    ['public address', { PUBLIC_URL: 'ftp://tijdig.example.com' }, /^PUBLIC_URL must begin with https/],
    ['public address', { PUBLIC_URL: 'https://a:b@tijdig.example.com' }, /^PUBLIC_URL must be an address without user name/],
    ['key missing', { DATABASE_URL: 'postgres://a:b@h/d' }, /^SECRET_KEY is missing.*openssl rand -base64 32/],
    ['key short', { SECRET_KEY: 'short' }, /^SECRET_KEY is shorter than 32 bytes.*openssl rand -base64 32/],
    ['key of one letter', { SECRET_KEY: 'a'.repeat(64) }, /^SECRET_KEY repeats/],
    ['database scheme', { DATABASE_URL: 'mysql://a:b@h/d', SECRET_KEY: key }, /^DATABASE_URL must begin with postgres/],
    ['database name', { DATABASE_URL: 'postgres://a:b@h', SECRET_KEY: key }, /^DATABASE_URL names no database/],
    ['only the owner', { MIGRATE_DATABASE_URL: 'postgres://a:b@h/d' }, /^DATABASE_URL is missing/],
    ['time zone', { TIME_ZONE: 'Europe/Amsterdm' }, /^TIME_ZONE is not the name/],
    ['time zone as offset', { TIME_ZONE: '+02:00' }, /^TIME_ZONE is not the name/],
    ['go-live without offset', { GO_LIVE: '2026-11-01T08:00' }, /^GO_LIVE is not a date and time with an offset/],
    ['number', { POLL_SECONDS: '0' }, /^POLL_SECONDS must be a whole number from 1 to 3600\. Example: POLL_SECONDS=30$/],
    ['number', { SEND_PER_DAY: '1.5k' }, /^SEND_PER_DAY must be a whole number/],
    ['choice', { SENT_COPY: 'maybe' }, /^SENT_COPY must be one of server, append, bcc/],
    ['choice', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of debug/],
    ['model without key', { OPENAI_MODEL: 'small' }, /^OPENAI_API_KEY is missing/],
  ])('%s', (_, environment, line) => {
    expect(problems(environment)).toEqual([expect.stringMatching(line)]);
  });

  test('all at once', () => {
    const wrong = { MAILBOX_URL: 'pop3://x', DATABASE_URL: 'mysql://x', POLL_SECONDS: 'x', STAFF: 'x', TIME_ZONE: 'x' };
    const names = problems(wrong).map((line) => line.split(' ')[0]);
    expect(names.sort()).toEqual(['DATABASE_URL', 'MAILBOX_URL', 'MAIL_FROM', 'POLL_SECONDS', 'SECRET_KEY', 'STAFF', 'TIME_ZONE']);
  });

  test('every example is itself accepted, except the key, which nobody may copy', () => {
    expect(problems({ SECRET_KEY: variables.find((variable) => variable.name === 'SECRET_KEY')?.example })).toHaveLength(1);
    for (const variable of variables.filter((each) => !each.name.startsWith('SECRET_KEY'))) {
      const needed = { ...own, DATABASE_URL: 'postgres://a:b@h/d', SECRET_KEY: key, OPENAI_API_KEY: 'k' };
      expect(problems({ ...needed, [variable.name]: variable.example }), variable.name).toEqual([]);
    }
  });
});

describe('values that are accepted', () => {
  test('the sender, with and without a name', () => {
    expect(config({ MAIL_FROM: 'help@Example.COM' }).mailFrom).toEqual({ address: 'help@example.com', name: null });
    expect(config({ MAIL_FROM: '"Hulp, Voorbeeld" <help@example.com>' }).mailFrom).toEqual({
      address: 'help@example.com',
      name: 'Hulp, Voorbeeld',
    });
  });

  test('lists, without repeats and empty entries', () => {
    const read = config({ STAFF: ' a@example.com,,b@example.com,a@example.com ', MAILBOX_FOLDERS: 'INBOX, Ongewenste e-mail' });
    expect(read.staff).toEqual(['a@example.com', 'b@example.com']);
    expect(read.folders).toEqual(['INBOX', 'Ongewenste e-mail']);
  });

  test('the key as base64, hex or text', () => {
    const bytes = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
    expect(config({ SECRET_KEY: bytes.toString('base64') }).secretKey).toEqual(bytes);
    expect(config({ SECRET_KEY: bytes.toString('base64url') }).secretKey).toEqual(bytes);
    expect(config({ SECRET_KEY: bytes.toString('hex') }).secretKey).toEqual(bytes);
    const words = 'een lange zin die niemand anders kent';
    expect(config({ SECRET_KEY: words }).secretKey).toEqual(Buffer.from(words));
    expect(problems({ SECRET_KEY: words.slice(0, 31) })).toHaveLength(1);
    expect(problems({ SECRET_KEY: words.slice(0, 32) })).toHaveLength(0);
  });

  test('further keys that open, each as the key itself', () => {
    const [one, two] = [Buffer.from(Array.from({ length: 32 }, (_, index) => index * 5)), 'een lange zin die iedereen vergeten is'];
    const others = `${one.toString('base64')}, ${two}`;
    expect(config({ SECRET_KEY: key, SECRET_KEY_OTHERS: others }).otherSecretKeys).toEqual([one, Buffer.from(two)]);
    expect(problems({ SECRET_KEY: key, SECRET_KEY_OTHERS: `${others},kort` }).join()).toContain('one of them is shorter than 32 bytes');
    expect(problems({ SECRET_KEY_OTHERS: others }).join()).toContain('SECRET_KEY is missing, while SECRET_KEY_OTHERS is set');
    expect(problems({ SECRET_KEY: key, SECRET_KEY_OTHERS: `${others},kort` }).join()).not.toContain('kort');
  });

  test('moments, zones, addresses, numbers', () => {
    const read = config({
      GO_LIVE: '2026-11-01T08:00:00+01:00',
      TIME_ZONE: 'Europe/Amsterdam',
      PUBLIC_URL: 'https://t.example.com/',
      REPLY_ADDRESS: 'support+{token}@example.com',
      SEND_PER_MINUTE: '0',
      LOG_LEVEL: 'WARN',
    });
    expect(read.goLive?.toString()).toBe('2026-11-01T07:00:00Z');
    expect(read).toMatchObject({ timeZone: 'Europe/Amsterdam', publicUrl: 'https://t.example.com', sendPerMinute: 0, logLevel: 'warn' });
    expect(read.replyAddress).toBe('support+{token}@example.com');
  });

  test('a key alone never switches the model on', () => {
    expect(config({ OPENAI_API_KEY: 'k' }).openai).toBeNull();
    expect(config({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm' }).openai).toEqual({
      apiKey: 'k',
      baseUrl: null,
      model: 'm',
      dailyTokens: 2_000_000,
    });
    const local = { OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'm' };
    expect(config(local).openai).toEqual({ apiKey: 'none', baseUrl: 'http://localhost:11434/v1', model: 'm', dailyTokens: 2_000_000 });
  });

  test('a socket, several hosts and parameters of a database', () => {
    for (const url of ['postgres:///t?host=/run/postgresql', 'postgresql://a:b@h1:5432,h2:5432/t?sslmode=require']) {
      expect(config({ DATABASE_URL: url, SECRET_KEY: key }).database).toMatchObject({ kind: 'server', url });
    }
  });

  test('mail to our own address is pointed out', () => {
    expect(accepted({ MAIL_FROM: 'help@example.com', STAFF: 'HELP@example.com' }).warnings[0]).toMatch(/^STAFF contains/);
  });
});

describe('names', () => {
  test.each([
    ['MAILBOX_ULR', 'MAILBOX_URL'],
    ['MAILBOX_URI', 'MAILBOX_URL'],
    ['MAIL_BOX_URL', 'MAILBOX_URL'],
    ['SMTPURL', 'SMTP_URL'],
    ['mailbox_url', 'MAILBOX_URL'],
    ['AUTHSERVID', 'AUTHSERV_ID'],
    ['STAF', 'STAFF'],
    ['POLL_SECODNS', 'POLL_SECONDS'],
    ['SECRET_KEY_FIEL', 'SECRET_KEY_FILE'],
  ])('%s is probably %s', (name, meant) => {
    const { warnings } = accepted({ [name]: 'a-secret-value' });
    expect(warnings).toEqual([`${name} is not a setting; did you mean ${meant}?`]);
  });

  test('an ordinary environment gives no alarm', () => {
    const shell = `PATH HOME SHELL LANG LC_ALL LC_CTYPE TERM PWD OLDPWD SHLVL USER LOGNAME HOSTNAME EDITOR PAGER DISPLAY MAIL TZ TMPDIR TEMP TMP
      SSH_AUTH_SOCK SSH_CLIENT SSH_TTY XDG_DATA_DIRS XDG_DATA_HOME XDG_RUNTIME_DIR XDG_SESSION_ID DBUS_SESSION_BUS_ADDRESS COLORTERM NODE_ENV
      NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS npm_config_cache npm_lifecycle_event npm_package_name npm_execpath INIT_CWD CI GITHUB_TOKEN
      GITLAB_CI DEBIAN_FRONTEND PGHOST PGUSER PGDATA PGPORT PGPASSWORD DATABASE STAGE STATE START PORT DEBUG HTTP_PROXY HTTPS_PROXY no_proxy
      INVOCATION_ID JOURNAL_STREAM NOTIFY_SOCKET STATE_DIRECTORY PS1 IFS _ VITEST VITEST_MODE`;
    const environment = Object.fromEntries(shell.split(/\s+/).map((name) => [name, 'x']));
    expect(accepted(environment).warnings).toEqual([]);
  });

  test('our own names, and theirs for files, give none', () => {
    const names = variables.flatMap((variable) => [variable.name, ...(variable.secret ? [`${variable.name}_FILE`] : [])]);
    for (const name of names) {
      const result = readConfig({ [name]: 'off' });
      const warnings = 'warnings' in result ? result.warnings : [];
      expect(warnings.filter((line) => line.includes('did you mean'))).toEqual([]);
    }
  });

  test.each([
    ['https://hooks.example.com/services/T0/B0?key=1', 'https://hooks.example.com/services/T0/B0?key=1'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
    ['OFF', null],
    ['', null],
  ])('the second channel %s', (ALERT_URL, alertUrl) => {
    expect(accepted({ ALERT_URL }).config.alertUrl).toBe(alertUrl);
  });

  test.each(['hooks', 'http://hooks.example.com/x', 'ftp://hooks.example.com', 'https://me:secret@hooks.example.com'])(
    'the second channel %s is none',
    (ALERT_URL) => {
      const problems = readConfig({ ALERT_URL });
      expect(problems).toMatchObject({ problems: [expect.stringMatching(/^ALERT_URL must be(?:gin)? /)] });
      expect(JSON.stringify(problems)).not.toContain('secret');
    },
  );
});

describe('secrets', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tijdig-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('come from files', () => {
    const path = join(folder, 'secret');
    writeFileSync(path, 'imaps://anna:from-a-file@h.example\n');
    const { MAILBOX_URL: _, ...rest } = own;
    expect(config({ ...rest, MAILBOX_URL_FILE: path }).mailbox).toMatchObject({ password: 'from-a-file' });
  });

  test('a file that is missing or empty, or a value beside it, is one clear line', () => {
    const missing = problems({ DATABASE_URL: 'postgres://a:b@h/d', SECRET_KEY_FILE: join(folder, 'none') });
    expect(missing).toEqual([
      expect.stringMatching(/^SECRET_KEY is to come from the file in SECRET_KEY_FILE, which cannot be read \(ENOENT\)/),
    ]);
    writeFileSync(join(folder, 'empty'), '\n');
    expect(problems({ SECRET_KEY_FILE: join(folder, 'empty') })).toEqual([expect.stringMatching(/is empty/)]);
    expect(problems({ SECRET_KEY: key, SECRET_KEY_FILE: join(folder, 'empty') })).toEqual([expect.stringMatching(/both set; keep one/)]);
  });

  test('only secrets come from files', () => {
    expect(accepted({ STAFF_FILE: '/x' }).warnings).toEqual(['STAFF_FILE has no effect: only secrets are read from files.']);
  });

  test('no value ever shows in what is printed, whatever it is and wherever it stands', () => {
    const secret = fc.stringMatching(/^[a-z]{6}$/).map((text) => `q${text}q`);
    const shape = fc.constantFrom(
      (s: string) => s,
      (s: string) => `imaps://${s}:x${s}@${s}y@${s}.example/${s}?${s}=${s}`,
      (s: string) => `imap://anna:${s}/z@h?tls=off`,
      (s: string) => `postgres://u:${s}#@h/d`,
      (s: string) => `smtps://${s}@h:${s}`,
      (s: string) => `${s}@example.com, ${s}`,
      (s: string) => `https://${s}:${s}@h/?${s}`,
    );
    const names = variables.map((variable) => variable.name).filter((name) => name !== 'DATA_DIR');
    const entry = fc.tuple(fc.constantFrom(...names, 'MAILBOX_ULR'), shape);
    fc.assert(
      fc.property(secret, fc.array(entry, { maxLength: 8 }), (value, entries) => {
        const result = readConfig(Object.fromEntries(entries.map(([name, write]) => [name, write(value)])));
        const printed = 'problems' in result ? result.problems : [...result.warnings, ...result.off];
        expect(printed.join('\n')).not.toContain(value);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the environment', () => {
  const before = process.cwd();
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tijdig-env-'));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
    delete process.env.TIJDIG_TEST_BOTH;
  });

  test('is the process over the .env file, which changes nothing in the process', () => {
    writeFileSync('.env', '# ours\nTIJDIG_TEST_FILE="from # file"\nTIJDIG_TEST_BOTH=file\n');
    process.env.TIJDIG_TEST_BOTH = 'process';
    expect(loadEnvironment()).toMatchObject({ TIJDIG_TEST_FILE: 'from # file', TIJDIG_TEST_BOTH: 'process' });
    expect(process.env.TIJDIG_TEST_FILE).toBeUndefined();
  });

  test('needs no .env file', () => {
    expect(loadEnvironment().PATH).toBe(process.env.PATH);
  });

  test('an unreadable .env is an expected failure', async () => {
    const { mkdirSync } = await import('node:fs');
    mkdirSync('.env');
    expect(() => loadEnvironment()).toThrow(expect.objectContaining({ code: 'env-file-unreadable' }));
  });
});

describe('the customer directory', () => {
  test.each([
    ['/srv/customers.csv', { kind: 'file', path: '/srv/customers.csv' }],
    ['customers.csv', { kind: 'file', path: 'customers.csv' }],
    ['file:///srv/our%20customers.csv', { kind: 'file', path: '/srv/our customers.csv' }],
    ['https://crm.example.com/who?site=2', { kind: 'http', url: 'https://crm.example.com/who?site=2', token: null }],
    ['http://127.0.0.1:8080/who', { kind: 'http', url: 'http://127.0.0.1:8080/who', token: null }],
    ['http://[::1]:8080/who', { kind: 'http', url: 'http://[::1]:8080/who', token: null }],
  ])('%s', (url, expected) => {
    expect(config({ DIRECTORY_URL: url }).directory).toEqual(expected);
  });

  test('a token goes to an endpoint alone', () => {
    expect(config({ DIRECTORY_URL: 'https://crm.example.com/', DIRECTORY_TOKEN: 'abc' }).directory).toMatchObject({ token: 'abc' });
    expect(accepted({ DIRECTORY_URL: 'customers.csv', DIRECTORY_TOKEN: 'abc' }).warnings).toEqual([
      'DIRECTORY_TOKEN has no effect, because DIRECTORY_URL is not an HTTP address.',
    ]);
  });

  test.each(['http://crm.example.com/', 'ftp://crm.example.com/', 'https://us:secret@crm.example.com/', 'file://host/x.csv', 'https://'])(
    '%s is refused, without a word of it',
    (url) => {
      const [problem = '', ...more] = problems({ DIRECTORY_URL: url });
      expect(more).toEqual([]);
      expect(problem).toMatch(/^DIRECTORY_URL must /);
      expect(problem).not.toContain('secret');
    },
  );

  test('how much may be attached', () => {
    expect(config({ ATTACHMENTS_MAX_MB: '3' }).attachmentsLimit).toBe(3 * 1024 * 1024);
    expect(problems({ ATTACHMENTS_MAX_MB: '51' })).toHaveLength(1);
  });
});

describe('the staff pages', () => {
  const database = { ...own, DATABASE_URL: 'postgres://t:pw@db/t', SECRET_KEY: key };

  test.each<[string, Environment, object | null]>([
    ['are there with the embedded database', {}, { port: null, host: '127.0.0.1' }],
    ['on a port that was chosen', { CONSOLE_PORT: '9000' }, { port: 9000, host: '127.0.0.1' }],
    ['on any free one', { CONSOLE_PORT: '0' }, { port: 0, host: '127.0.0.1' }],
    ['on another address', { CONSOLE_HOST: '::' }, { port: null, host: '::' }],
    ['not at all', { CONSOLE_PORT: 'Off' }, null],
    ['not of themselves where there may be many workers', database, null],
    ['with a port there too', { ...database, CONSOLE_PORT: '8425' }, { port: 8425, host: '127.0.0.1' }],
  ])('%s', (_, environment, settings) => {
    expect(accepted(environment).config.console).toEqual(settings);
  });
});
