import type { Attention, Channel } from './case.ts';
import type { CaseKind, LetterLanguage } from './kind.ts';
import type { Day, Instant } from './policy.ts';

/**
 * What triage knows about one new message that opens cases: one per kind, linked, by one decision.
 * `contactChange` says whether a change concerns contact data (null: unknown, treated as yes).
 */
export interface Opening {
  readonly messageId: string;
  readonly receivedAt: Instant;
  /** When the customer sent it (Date header or first Received hop, whichever favours the customer); for windows only. */
  readonly sentAt: Instant | null;
  readonly kinds: readonly CaseKind[];
  readonly language: LetterLanguage;
  readonly serviceDate: Day | null;
  readonly contactChange: boolean | null;
  readonly acknowledge: boolean;
  readonly attention: readonly Attention[];
  /** Cases this message continues (a new kind in a reply, or a reply to a closed case). */
  readonly continues: readonly string[];
  readonly channel: Channel;
  /** False: staff must confirm who asks and when it reached us before anything is sent (a colleague's forward). */
  readonly intakeConfirmed: boolean;
  /** Staff id of who opens it by hand; null: a message does. */
  readonly openedBy: string | null;
  /** One fresh id and reference per kind, made by the shell. */
  readonly identities: readonly { readonly caseId: string; readonly reference: string }[];
}
