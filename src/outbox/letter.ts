/** Everything needed to write a letter's RFC 5322 bytes once, so that sending again is byte-identical. */
export interface LetterEnvelope {
  readonly from: string;
  /** Exactly one recipient. */
  readonly to: string;
  readonly replyTo: string | null;
  /** Second SMTP recipient for our own copy (`SENT_COPY=bcc`); never a header. */
  readonly copyTo: string | null;
  /** With angle brackets; fixed for the letter's life. */
  readonly messageId: string;
  readonly sentAt: Temporal.Instant;
  readonly timeZone: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** Automatic letters carry `Auto-Submitted: auto-replied` (RFC 3834 §5); what staff approved carries `auto-generated`. */
  readonly autoSubmitted: 'auto-replied' | 'auto-generated';
  /** Value of the signed loop header `X-Tijdig-Loop`. */
  readonly loop: string;
}

export interface LetterAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Content-ID of a picture that the HTML shows (RFC 2392), without angle brackets; absent: a file of its own. */
  readonly cid?: string;
}

export interface LetterBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly LetterAttachment[];
}
