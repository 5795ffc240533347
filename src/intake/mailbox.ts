/**
 * The contract every mailbox door fulfils: read, never change. No flag, no move, no search over unseen mail.
 * UIDs count per (folder, UIDVALIDITY); RFC 9051 §2.3.1.1.
 */
export interface Mailbox {
  /** How to name it to a person, without credentials: `imaps://host/INBOX`. */
  readonly name: string;
  /** The configured folders that exist, and the one of sent mail where there is one, as they are now. Also proves that the connection lives. Throws `MailboxError`. */
  folders(): Promise<readonly Folder[]>;
  /** Messages with `from <= uid <= to`, ascending, at most `limit` of them and about 16 MiB a batch. */
  fetch(folder: string, range: UidRange, limit: number): Promise<readonly FetchedMessage[]>;
  /** UID and arrival of every message that arrived since, without bodies (the nightly and start-up sweep). */
  list(folder: string, since: Temporal.Instant): Promise<readonly ListedMessage[]>;
  /** These messages, those that still exist. */
  fetchUids(folder: string, uids: readonly number[]): Promise<readonly FetchedMessage[]>;
  /** Whether the Sent folder holds a message with this Message-ID; null when there is no Sent folder to look in. */
  findSent(messageId: string): Promise<boolean | null>;
  /** Files a copy in the Sent folder (`SENT_COPY=append`). */
  fileSent(raw: Uint8Array): Promise<void>;
  /** Resolves when something may have arrived, the time is over, or `signal` aborts; never rejects. Milliseconds. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface UidRange {
  readonly from: number;
  /** `null`: up to the newest. */
  readonly to: number | null;
}

export interface Folder {
  readonly path: string;
  /** `sent`: what left from here or from a colleague's mail program; it opens nothing and is answered by nobody. */
  readonly role: 'inbox' | 'junk' | 'sent' | 'other';
  readonly uidValidity: bigint;
  /** The UID the next arrival will get; everything below it has arrived. */
  readonly uidNext: number;
  /** How many messages it holds now (IMAP EXISTS). */
  readonly messages: number;
}

export interface ListedMessage {
  readonly uid: number;
  /** When it reached the mailbox: the server's INTERNALDATE. */
  readonly receivedAt: Temporal.Instant;
}

export interface FetchedMessage extends ListedMessage {
  /** Bytes on the server. */
  readonly size: number;
  /** The raw message, or its headers and first 256 KB when `truncated`. */
  readonly raw: Uint8Array;
  readonly truncated: boolean;
}
