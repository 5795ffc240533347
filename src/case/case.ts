import type { CaseKind, LetterLanguage } from './kind.ts';
import type { Bilingual, Day, Instant } from './policy.ts';

/** One step of a date's derivation: which rule moved it, by which source, in words. Answers "why this date?". */
export interface Why {
  readonly rule: string;
  readonly source: string;
  readonly text: Bilingual;
}

/** Every date of a case. Days are calendar days in the business time zone; a duty ends with the last moment of its day. */
export interface CaseDates {
  /** What our own policy promises; null when it promises nothing for this kind. */
  readonly policyOn: Day | null;
  /** What the law demands. */
  readonly legalOn: Day;
  /** The earlier of the two. */
  readonly dueOn: Day;
  /** The last working day on or before `dueOn`: what queues, warnings and digests sort by. */
  readonly actByOn: Day;
  readonly warnOn: Day;
  readonly escalateOn: Day;
  /** Last day of the customer's cancellation window (refunds with a known service day), else null. */
  readonly refundWindowEndsOn: Day | null;
  readonly why: readonly Why[];
}

export const caseStatuses = [
  'needs-a-person',
  'awaiting-identity',
  'awaiting-clarification',
  'in-progress',
  'awaiting-approval',
  'completed',
  'refused',
  'partly-completed',
  'withdrawn',
  'not-a-request',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Letters that are about a case and need an approval, and the one that does not. */
export type CaseLetterKind = 'acknowledgement' | 'completion-notice';

export interface Task {
  readonly id: string;
  readonly required: boolean;
  readonly title: Bilingual;
  /** Who ticked it and when; null while open. `by` is a staff id. */
  readonly ticked: { readonly by: string; readonly at: Instant } | null;
}

/** A letter that waits for approval, bound to its content by `hash`. */
export interface Draft {
  readonly letterId: string;
  readonly letterKind: CaseLetterKind;
  /** SHA-256, hex, over recipient, subject, text, attachments and the case version it was written at. */
  readonly hash: string;
  /** Distinct staff ids that approved exactly this hash. */
  readonly approvals: readonly string[];
  /** Staff id of whoever last edited it, which counts as that person's approval. Null: nobody. */
  readonly editedBy: string | null;
}

/** Something a person must notice about a case, whatever its status. */
export type Attention =
  | 'unreadable'
  | 'too-large'
  | 'undetermined'
  | 'authority'
  | 'possible-repeat'
  | 'other-sender'
  | 'sender-doubtful'
  | 'acknowledgement-withheld'
  | 'requester-unreachable'
  | 'letter-outcome-unknown'
  /** A message joined while an approved letter could no longer be stopped: read it, the case may close without it. */
  | 'message-after-release'
  | 'before-go-live';

/** What every case has, whatever its status. */
export interface CaseFacts {
  readonly id: string;
  readonly reference: string;
  readonly kind: CaseKind;
  /** Number of events so far; writing is refused when it moved meanwhile. */
  readonly version: number;
  readonly language: LetterLanguage;
  /** When the message reached the mailbox (server's time). */
  readonly receivedAt: Instant;
  readonly openingMessageId: string;
  /** Hash of the policy version in force at receipt. */
  readonly policyHash: string;
  readonly dates: CaseDates;
  readonly identity: { readonly needed: boolean; readonly verified: { readonly by: string; readonly at: Instant } | null };
  readonly tasks: readonly Task[];
  readonly attention: readonly Attention[];
  /** Ids of cases opened by the same message, or continued by this one. */
  readonly linked: readonly string[];
  /** How many distinct staff approvals the completion notice needs. */
  readonly approvalsNeeded: number;
}

/** A case is one of these; an impossible one does not type-check. */
export type OpenCase = CaseFacts &
  (
    | { readonly status: 'needs-a-person' }
    | { readonly status: 'awaiting-identity' }
    | { readonly status: 'awaiting-clarification' }
    /** `leaving`: an approved letter that is queued or on its way. */
    | { readonly status: 'in-progress'; readonly leaving: Draft | null }
    | { readonly status: 'awaiting-approval'; readonly draft: Draft }
  );
export type ClosedCase = CaseFacts & {
  readonly status: 'completed' | 'refused' | 'partly-completed' | 'withdrawn' | 'not-a-request';
  readonly closedAt: Instant;
};
export type Case = OpenCase | ClosedCase;

/** Whether nothing more is to be done about a case. */
export function isClosed(current: Case): current is ClosedCase {
  return 'closedAt' in current;
}
