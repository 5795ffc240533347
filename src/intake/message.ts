/** One address as written in a header. `address` is ASCII (UTS-46), local part as written. */
export interface Address {
  readonly address: string;
  readonly name: string;
}

/** Who wrote it: exactly one address that two parsers read alike, or the reason why a person must look. */
export type From =
  | ({ readonly status: 'one' } & Address)
  | { readonly status: 'doubtful'; readonly reason: 'none' | 'several' | 'parsers-disagree' | 'unusual-address' };

/** A header field as received: name in lower case, value unfolded, not decoded. In wire order, topmost first. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface Attachment {
  readonly filename: string | null;
  readonly contentType: string;
  /** Bytes after transfer decoding. */
  readonly size: number;
}

/** What a delivery report (RFC 3464) or a look-alike tells us. */
export interface DeliveryReport {
  readonly kind: 'failed' | 'delayed' | 'delivered' | 'feedback' | 'read-receipt' | 'unknown';
  /** Message-IDs found in the returned message: which of our letters it is about. */
  readonly originalMessageIds: readonly string[];
  readonly status: string | null;
}

/** A message as we understand it. Every string is valid Unicode without U+0000. */
export interface ParsedMessage {
  readonly headers: readonly Header[];
  readonly from: From;
  readonly sender: Address | null;
  readonly replyTo: readonly Address[];
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly subject: string;
  /** Message-ID with angle brackets; null when missing. A hint, never an identity. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  readonly references: readonly string[];
  /** The Date header, ISO 8601 instant; null when missing or senseless. */
  readonly sentAt: string | null;
  /** The whole readable text, quotes included, at most 200,000 characters. */
  readonly text: string;
  /** What the sender wrote now: without quoted older text, signature and disclaimer. */
  readonly ownText: string;
  readonly attachments: readonly Attachment[];
  /** A charset was missing, unknown or broken. */
  readonly decodingDoubtful: boolean;
  /** Only the headers and the first 256 KB were kept. */
  readonly truncated: boolean;
  readonly report: DeliveryReport | null;
}

/** Whether our own mail boundary vouches for the From domain (DMARC). Without `AUTHSERV_ID` always `unverified`. */
export type SenderAuthentication = 'pass' | 'fail' | 'unverified';
