/**
 * The contract every mailbox door fulfils: read, never change. No flag, no move, no search over unseen mail; `remove` is the
 * one exception, for what retention erases. UIDs count per (folder, UIDVALIDITY); RFC 9051 §2.3.1.1.
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
  /**
   * Removes these messages for good, wherever their copies lie: in what is read, in Sent, Junk and Trash. Nothing else is
   * touched: each copy is looked at before it goes, and a server that cannot remove single messages (no UIDPLUS, RFC 4315)
   * keeps them. One answer for each wish, in order.
   */
  remove(wishes: readonly Removal[]): Promise<readonly Removed[]>;
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

/** A message whose copies are to be removed. */
export interface Removal {
  /** With angle brackets; null: it has none, and only where it was seen is looked. */
  readonly messageId: string | null;
  /** Where it was seen. */
  readonly places: readonly { readonly folder: string; readonly uidValidity: bigint; readonly uid: number }[];
  /** Whether what was found is the message that is meant: asked of every copy before it goes. */
  readonly isMeant: (raw: Uint8Array) => boolean;
}

export interface Removed {
  readonly copies: number;
  /** Copies that were found and had to stay. */
  readonly left: number;
}
