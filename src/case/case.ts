import type { Demand } from './demand.ts';
import type { CaseKind, CaseLetterKind, LetterLanguage } from './kind.ts';
import type { Bilingual, Day, Instant } from './policy.ts';

/** One step of a date's derivation: which rule moved it, by which source, in words. Answers "why this date?". */
export interface Why {
  readonly rule: string;
  readonly source: string;
  readonly text: Bilingual;
  /** Staff id of whose doing it was, where it was somebody's; absent: nobody's. */
  readonly by?: string;
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
  /** When it would be due if every pause counted, accepted by a manager or not; null without a pause. */
  readonly pausedDueOn: Day | null;
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

export interface Task {
  readonly id: string;
  readonly required: boolean;
  readonly title: Bilingual;
  /** Who ticked it and when; null while open. `by` is a staff id; null when a code or an address on file settled it. */
  readonly ticked: { readonly by: string | null; readonly at: Instant } | null;
}

/** A letter that waits for approval, bound to its content by `hash`. */
export interface Draft {
  readonly letterId: string;
  readonly letterKind: CaseLetterKind;
  /** How many different people must approve it. */
  readonly approvalsNeeded: number;
  /** Keyed digest of the code in an identity request; null in every other letter. */
  readonly codeDigest: string | null;
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
  /** It says to be written for somebody else: note who acts, so that their authorisation is checked. */
  | 'on-behalf'
  | 'acknowledgement-withheld'
  | 'requester-unreachable'
  | 'letter-outcome-unknown'
  /** A message joined while an approved letter could no longer be stopped: read it, the case may close without it. */
  | 'message-after-release'
  | 'before-go-live'
  /** A colleague forwarded it: who asks and when it reached us is to be confirmed. */
  | 'intake-to-confirm'
  /** A mail to the requester was seen in the Sent folder: did it finish the case? */
  | 'answered-outside'
  /** The customer wrote again: read it. */
  | 'new-message'
  /** Three wrong codes, or no code in time. */
  | 'identity-code-failed'
  /** An extension was accepted for delivery after the first term had ended: it extends nothing. */
  | 'extension-too-late'
  | 'hold-review-due';

/** How a request reached us. */
export type Channel = 'mail' | 'telephone' | 'letter' | 'form' | 'forward';

/** A code that was sent to an address on file and not yet answered. */
export interface IdentityChallenge {
  /** Keyed digest of the code. */
  readonly digest: string;
  /** Last day on which it is taken. */
  readonly untilOn: Day;
  readonly triesLeft: number;
}

export interface Identity {
  readonly needed: boolean;
  /** `by`: the staff id of who verified it; null when a code or an address on file did. */
  readonly verified: {
    readonly by: string | null;
    readonly method: 'staff' | 'code' | 'address-on-file';
    readonly at: Instant;
  } | null;
  readonly challenge: IdentityChallenge | null;
  /** How many codes were sent. */
  readonly codesSent: number;
}

/** A wait that stops the clock once a manager accepts it. */
export interface Pause {
  readonly because: 'identity-doubt' | 'clarification';
  readonly sinceOn: Day;
  /** Null while it lasts. */
  readonly untilOn: Day | null;
  /** Staff id of the manager who accepted it; null: alarms run as if there were no pause. */
  readonly acceptedBy: string | null;
}

/** What was said aloud already, so that each is said once; a date that moves clears what lies ahead again. */
export interface Alarms {
  readonly warned: boolean;
  readonly escalated: boolean;
  readonly overdue: boolean;
  /** Past our own promise though within the law. */
  readonly promisePassed: boolean;
}

export interface LegalHold {
  readonly by: string;
  readonly placedOn: Day;
  readonly reviewOn: Day;
}

export const representatives = ['lawyer', 'portal', 'parent'] as const;
export type Representative = (typeof representatives)[number];

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
  readonly identity: Identity;
  readonly tasks: readonly Task[];
  readonly attention: readonly Attention[];
  /** Ids of cases opened by the same message, or continued by this one. */
  readonly linked: readonly string[];
  /** Cases of the same message that must end first: a refund or a copy before the deletion of what they need. */
  readonly waitsFor: readonly string[];
  readonly channel: Channel;
  /** What the dates are computed from besides receipt and kind. */
  readonly basis: { readonly serviceDate: Day | null; readonly sentAt: Instant | null };
  /** False: who asks and when it reached us must be confirmed by staff before anything is sent. */
  readonly intakeConfirmed: boolean;
  /** Staff id. */
  readonly assignedTo: string | null;
  /** Who acts for the requester; their authorisation is a task. */
  readonly representative: Representative | null;
  readonly hold: LegalHold | null;
  /** The day we asked the customer something we still wait for. */
  readonly askedOn: Day | null;
  readonly pauses: readonly Pause[];
  /** The legal term was extended, once (art. 12(3)). */
  readonly extended: boolean;
  /** Staff id of the manager who accepted that our promise is broken within the law. */
  readonly breachAcceptedBy: string | null;
  readonly alarms: Alarms;
  /** The last message of ours to the requester that did not come from here, while nobody has said what it was. */
  readonly outsideMessageId: string | null;
  /** What is recorded of a public body's demand; absent: nothing. */
  readonly demand?: Demand;
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
