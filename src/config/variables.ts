/** One environment variable of ours: the only list. `.env.example` and docs/configuration.md are written from it. */
export interface Variable {
  readonly name: string;
  readonly group: Group;
  /** What it does, for a person; plain sentences. */
  readonly meaning: string;
  /** What holds when it is not set. */
  readonly absent: string;
  /** A value that would be accepted. */
  readonly example: string;
  /** May hold a password or key: also read from `NAME_FILE`, never printed. */
  readonly secret: boolean;
}

export const groups = ['Storage', 'Mailbox', 'Sending', 'People', 'Customers', 'Rules and pace', 'Model', 'Alarms', 'Log'] as const;
export type Group = (typeof groups)[number];

type Rest = Omit<Variable, 'name' | 'group' | 'secret'> & { readonly secret?: true };

function group(name: Group, entries: Readonly<Record<string, Rest>>): readonly Variable[] {
  return Object.entries(entries).map(([variable, rest]) => ({ secret: false, ...rest, name: variable, group: name }));
}

export const variables: readonly Variable[] = [
  ...group('Storage', {
    DATABASE_URL: {
      meaning: 'PostgreSQL 15 or newer, as the role the worker runs under. Needed for more than one worker.',
      absent: 'an embedded database in `DATA_DIR/database`',
      example: 'postgres://tijdig:password@db.example.com:5432/tijdig',
      secret: true,
    },
    MIGRATE_DATABASE_URL: {
      meaning: 'The same database as the owner of its tables, used only to create and change them.',
      absent: 'the role of `DATABASE_URL` owns the tables',
      example: 'postgres://tijdig_owner:password@db.example.com:5432/tijdig',
      secret: true,
    },
    DATA_DIR: {
      meaning: 'Folder for everything that is kept on disk.',
      absent: '`./data`',
      example: '/var/lib/tijdig',
    },
    SECRET_KEY: {
      meaning:
        'The key that seals messages and letters: at least 32 bytes as base64, hex, or any text of 32 characters or more. Let `openssl rand -base64 32` make one, and keep it apart from the backups.',
      absent: 'made once and kept in `DATA_DIR/secret.key`; required with `DATABASE_URL`',
      // Not a key: a published one would be copied. It is too short to be taken by mistake.
      example: '$(openssl rand -base64 32)',
      secret: true,
    },
    SECRET_KEY_OTHERS: {
      meaning:
        'Further keys, separated by commas (so none may contain one): they open what they once sealed and seal nothing. For changing `SECRET_KEY` while it runs; see docs/operations.md.',
      absent: 'none; only what `SECRET_KEY` sealed is read',
      example: '$(cat /etc/tijdig/new.key)',
      secret: true,
    },
  }),
  ...group('Mailbox', {
    MAILBOX_URL: {
      meaning:
        'The support mailbox: `imaps://`, `imap://` (STARTTLS is required, except on loopback; `?tls=off` gives up encryption), or `maildir:///path`. The path names the folder.',
      absent: 'an embedded mailbox in `DATA_DIR/mailbox`, filled by `tijdig drop FILE`',
      example: 'imaps://support%40example.com:password@imap.example.com/INBOX',
      secret: true,
    },
    MAILBOX_FOLDERS: {
      meaning: 'Folders to read, separated by commas.',
      absent: "the URL's folder and Junk",
      example: 'INBOX,Junk',
    },
    MAILBOX_TOKEN_COMMAND: {
      meaning: 'A command that prints an OAuth2 access token; signs in with XOAUTH2 instead of a password.',
      absent: 'the password in `MAILBOX_URL`',
      example: '/usr/local/bin/mail-token imap',
    },
    MAILBOX_CLEANUP: {
      meaning:
        '`on`: when the content of a case is erased, its messages and letters are removed from the mailbox too (what is read, Junk, Sent, Trash), singly and for good. The server must offer UIDPLUS.',
      absent: '`off`: the mailbox is only read',
      example: 'on',
    },
    GO_LIVE: {
      meaning:
        'The moment from which messages are answered. Older ones of the last 35 days become cases without a letter. Kept from the first start on.',
      absent: 'the first start',
      example: '2026-11-01T08:00:00+01:00',
    },
    AUTHSERV_ID: {
      meaning:
        'The name your own mail boundary writes at the head of `Authentication-Results`. Only with it is a sender believed to be who the message says, and can staff approve by mail.',
      absent: 'senders stay unverified and approval by mail is off',
      example: 'mx.example.com',
    },
    FORM_SENDERS: {
      meaning:
        'Addresses, separated by commas, from which your own web forms write. The customer is then the address in Reply-To, or on the line "E-mail:", and is never taken for authenticated.',
      absent: 'such a message is read as its From says',
      example: 'forms@example.com',
    },
  }),
  ...group('Sending', {
    SMTP_URL: {
      meaning:
        'Where letters leave: `smtps://`, `smtp://` (STARTTLS is required, except on loopback; `?tls=off` gives up encryption), or `file:///folder` to write `.eml` files.',
      absent: '`.eml` files in `DATA_DIR/outbox`',
      example: 'smtps://support%40example.com:password@smtp.example.com',
      secret: true,
    },
    SMTP_TOKEN_COMMAND: {
      meaning: 'A command that prints an OAuth2 access token; signs in with XOAUTH2 instead of a password.',
      absent: 'the password in `SMTP_URL`',
      example: '/usr/local/bin/mail-token smtp',
    },
    MAIL_FROM: {
      meaning: 'Who the letters are from; bounces come back to it.',
      absent: '`Tijdig <support@localhost>`; required with a mail server of your own',
      example: 'Example Support <support@example.com>',
    },
    REPLY_ADDRESS: {
      meaning: 'Reply-To with `{token}` in it, which ties an answer to its case. Only where plus-addresses work.',
      absent: 'replies go to `MAIL_FROM`',
      example: 'support+{token}@example.com',
    },
    SENT_COPY: {
      meaning:
        'Who keeps the copy of a sent letter: `server` (the provider files it), `append` (we file it) or `bcc` (our mailbox gets one). `server` and `bcc` also settle whether a letter left when the connection broke.',
      absent: '`server` when mailbox and SMTP are both Google or both Microsoft, else `append`',
      example: 'server',
    },
    SENT_FOLDER: {
      meaning: 'The folder of sent mail.',
      absent: 'found on the server',
      example: 'Sent Items',
    },
    UNKNOWN_WAIT_SECONDS: {
      meaning: 'How long to wait before looking in the Sent folder for a letter whose outcome is unknown.',
      absent: '`600`',
      example: '600',
    },
    SEND_PER_MINUTE: { meaning: 'Most letters a minute; 0: no limit.', absent: '`20`', example: '20' },
    SEND_PER_DAY: { meaning: 'Most letters a day; 0: no limit.', absent: '`1500`', example: '1500' },
  }),
  ...group('People', {
    STAFF: {
      meaning: 'Addresses, separated by commas, of those who get review mails and may approve letters.',
      absent: 'nobody gets review mails',
      example: 'anna@example.com,bram@example.com',
    },
    MANAGERS: {
      meaning: 'Addresses, separated by commas, that get the daily digest.',
      absent: 'no digest is sent',
      example: 'manager@example.com',
    },
    AUTHORITY: {
      meaning:
        'Addresses, separated by commas, of those who alone see and handle demands of public bodies, and are alerted to them day and night (docs/authority.md).',
      absent: 'managers do',
      example: 'privacy@example.com',
    },
    CONSOLE_PORT: {
      meaning: 'The port of the staff pages (docs/console.md); `off`: no pages. A port of 0 is any free one.',
      absent: '`8425`, or a free one where that is taken; `off` with `DATABASE_URL`, where one worker of many is chosen to have it',
      example: '8425',
    },
    CONSOLE_HOST: {
      meaning: 'The address of this machine on which the staff pages listen. They speak plain HTTP: others reach them through a proxy.',
      absent: '`127.0.0.1`: this machine alone',
      example: '127.0.0.1',
    },
    PUBLIC_URL: {
      meaning:
        'The address at which browsers reach the staff pages, and customers the page a copy waits on, through a proxy; without a path.',
      absent: 'the pages are reached on this machine, and copies go with their letters',
      example: 'https://tijdig.example.com',
    },
  }),
  ...group('Customers', {
    DIRECTORY_URL: {
      meaning:
        'The list of customers, by which a requester is recognised and to whose addresses codes go: a CSV file (path or `file://`) or an `https://` endpoint. docs/identity.md shows both.',
      absent: 'staff look in the account and tick that they did',
      example: '/etc/tijdig/customers.csv',
      secret: true,
    },
    DIRECTORY_TOKEN: {
      meaning: 'Sent to that endpoint as a bearer token.',
      absent: 'no token is sent',
      example: 'token-of-the-directory',
      secret: true,
    },
    ATTACHMENTS_MAX_MB: {
      meaning: 'Most megabytes of files with one letter, all together. What goes by mail is held to 7 at most: many servers refuse more.',
      absent: '`10`',
      example: '10',
    },
  }),
  ...group('Rules and pace', {
    POLICY_FILE: {
      meaning: 'Your own policy: promises, legal rules, tasks, approvals, holidays.',
      absent: 'the `policy.yaml` that comes with the program',
      example: '/etc/tijdig/policy.yaml',
    },
    TIME_ZONE: {
      meaning: 'The business time zone, in which a day begins and ends.',
      absent: "the policy's, `Europe/Amsterdam`",
      example: 'Europe/Amsterdam',
    },
    POLL_SECONDS: { meaning: 'Seconds between two looks at the mailbox, also where the server pushes.', absent: '`30`', example: '30' },
    LEASE_SECONDS: {
      meaning: 'After how many seconds another worker may take over the work of one that died.',
      absent: '`60`',
      example: '60',
    },
  }),
  ...group('Model', {
    OPENAI_MODEL: {
      meaning: 'A language model that reads masked messages beside the built-in rules; it can add a finding, never remove one.',
      absent: 'the model is off',
      example: 'gpt-5-mini',
    },
    OPENAI_API_KEY: {
      meaning: 'The key for it.',
      absent: 'the model is off, unless `OPENAI_BASE_URL` is set',
      example: 'sk-example',
      secret: true,
    },
    OPENAI_BASE_URL: {
      meaning: 'Another server that speaks the same protocol, such as Ollama or vLLM.',
      absent: "OpenAI's own",
      example: 'http://localhost:11434/v1',
    },
    OPENAI_DAILY_TOKENS: {
      meaning:
        'Most tokens a day, question and answer together; after that the built-in rules decide alone until midnight. Counted by each worker for itself, from its start on; the messages under way are finished. 0: no limit.',
      absent: '`2000000`, about a thousand ordinary messages',
      example: '2000000',
    },
  }),
  ...group('Alarms', {
    ALERT_URL: {
      meaning:
        'A second channel, for when mail cannot tell: an `https://` address that is sent a POST of JSON, `{"text": "…", "code": "…", "about": "…", "at": "…", "state": "began"}`. Incoming webhooks of Slack, Mattermost and Teams take it, and so does ntfy. Nothing personal is in it. `off`: none. docs/operations.md names the alarms.',
      absent: 'nobody is told when the mailbox is away or the digest does not leave',
      example: 'https://hooks.example.com/services/T000/B000',
      secret: true,
    },
  }),
  ...group('Log', {
    LOG_LEVEL: { meaning: '`debug`, `info`, `warn`, `error` or `silent`.', absent: '`info`', example: 'info' },
  }),
];
