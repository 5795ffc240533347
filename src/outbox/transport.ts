/** The SMTP envelope: one customer per transaction. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * What became of one attempt. `unknown`: the connection was lost after DATA, so the letter may or may not have left.
 * `code` is the SMTP reply code or a short word such as `connection-refused`; never text from the other side.
 */
export type SendOutcome =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly retry: 'later' | 'never'; readonly code: string }
  | { readonly outcome: 'unknown'; readonly code: string };

/** A way out for rendered letters. Sending the same bytes twice is the caller's decision, never the door's. */
export interface Transport {
  /** How to name it to a person, without credentials. */
  readonly name: string;
  /** How many letters may be on their way at once. */
  readonly concurrency: number;
  /** `id` names the letter; a file drop uses it as file name, so that dropping twice leaves one file. Never throws. */
  send(id: string, envelope: Envelope, raw: Uint8Array): Promise<SendOutcome>;
  /** Proves that the server can be reached and signs us in. Throws an `ExpectedError` in words for a person. */
  verify(): Promise<void>;
  /** Forgets a letter whose content is erased: a file drop removes its file, a server keeps none. Throws an `ExpectedError`. */
  forget(id: string): Promise<void>;
  close(): Promise<void>;
}
