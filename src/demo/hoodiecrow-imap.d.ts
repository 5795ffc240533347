// The part of hoodiecrow-imap 2.1 that is used here; the package has no types of its own.
declare module 'hoodiecrow-imap' {
  import type { Server } from 'node:net';

  export interface StoredMessage {
    readonly uid: number;
    readonly flags: string[];
    /** A string of bytes (latin1). */
    readonly raw: string;
    readonly internaldate: string;
  }

  export interface StoredMailbox {
    readonly path: string;
    uidvalidity: number;
    readonly uidnext: number;
    messages: StoredMessage[];
  }

  export interface HoodiecrowServer {
    readonly server: Server;
    getMailbox(path: string): StoredMailbox | undefined;
    appendMessage(mailbox: string, flags: readonly string[], internalDate: Date | false, raw: string): { readonly message: StoredMessage };
  }

  export default function hoodiecrow(options: {
    readonly plugins?: readonly string[];
    readonly secureConnection?: boolean;
    readonly credentials?: { readonly key: string; readonly cert: string };
    readonly users?: Readonly<
      Record<string, { readonly password: string; readonly xoauth2?: { readonly accessToken: string; readonly sessionTimeout: number } }>
    >;
    readonly storage?: Readonly<Record<string, unknown>>;
  }): HoodiecrowServer;
}
