/** How to reach a server: `none` means no TLS, allowed only on loopback or when said explicitly. */
export type Tls = 'implicit' | 'starttls' | 'none';

export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
  readonly user: string | null;
  readonly password: string | null;
  /** A shell command that prints an OAuth2 access token (XOAUTH2); null: sign in with the password. */
  readonly tokenCommand: string | null;
}

export type MailboxSettings =
  | ({ readonly kind: 'imap' /** From the URL's path; `INBOX` when absent. */; readonly folder: string } & ServerSettings)
  | {
      readonly kind: 'maildir';
      readonly path: string /** Our own embedded mailbox: received = first seen, no go-live. */;
      readonly own: boolean;
    };

export type SmtpSettings = ({ readonly kind: 'smtp' } & ServerSettings) | { readonly kind: 'folder'; readonly path: string };

export type SentCopy = 'server' | 'append' | 'bcc';

/** Everything the environment says, checked. Secrets in it are never printed. */
export interface Config {
  readonly dataDir: string;
  readonly database:
    | { readonly kind: 'embedded'; readonly folder: string }
    | {
        readonly kind: 'server';
        readonly url: string /** Owner of the tables; null: the same role. */;
        readonly migrateUrl: string | null;
      };
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
  readonly publicUrl: string | null;
  /** At least 32 bytes. Null: embedded, to be made and kept in `dataDir/secret.key`. */
  readonly secretKey: Uint8Array | null;
  /** Null: the policy that comes with the program. */
  readonly policyFile: string | null;
  /** Null: the policy's. */
  readonly timeZone: string | null;
  readonly pollSeconds: number;
  readonly goLive: Temporal.Instant | null;
  readonly sentCopy: SentCopy;
  readonly sentFolder: string | null;
  readonly unknownWaitSeconds: number;
  readonly leaseSeconds: number;
  /** 0: none. */
  readonly sendPerMinute: number;
  readonly sendPerDay: number;
  readonly openai: { readonly apiKey: string; readonly baseUrl: string | null; readonly model: string } | null;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}
