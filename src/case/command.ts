import type { Representative } from './case.ts';
import type { DisclosedCategory, DisclosureGround } from './demand.ts';
import type { CaseLetterKind, DeterminedKind } from './kind.ts';
import type { Day, Instant } from './policy.ts';

/**
 * What somebody, or the clock, wants of a case that exists. `by` is a staff id. The time is in the decision's context.
 * Who may give a command (staff, manager) is for the shell to check.
 */
export type CaseCommand =
  // --- messages
  | {
      readonly type: 'join-message';
      readonly messageId: string;
      /** An approved letter is already being sent and can no longer be stopped. */
      readonly letterOnItsWay: boolean;
    }
  /** A mail to the requester that did not come from here was seen in the Sent folder. */
  | { readonly type: 'note-outside-answer'; readonly messageId: string }
  | { readonly type: 'settle-outside-answer'; readonly finished: boolean; readonly by: string }
  | {
      readonly type: 'report-unreachable';
      readonly messageId: string;
      /** Which letter came back. */
      readonly letterKind: CaseLetterKind | 'acknowledgement' | 'download-code';
    }
  // --- what it is about
  | {
      readonly type: 'determine-kind';
      readonly kind: DeterminedKind;
      readonly by: string;
      /** Kinds of the other cases of the same message: one case per message and kind. */
      readonly taken: readonly DeterminedKind[];
    }
  /** Staff confirm, or correct, when the request reached us. */
  | { readonly type: 'confirm-intake'; readonly receivedAt: Instant; readonly by: string }
  | { readonly type: 'note-representative'; readonly representative: Representative; readonly by: string }
  | { readonly type: 'link-case'; readonly caseId: string; readonly by: string | null }
  | { readonly type: 'unlink-case'; readonly caseId: string; readonly by: string }
  /** A case that had to end before this one has ended. */
  | { readonly type: 'note-earlier-ended'; readonly caseId: string }
  | { readonly type: 'assign'; readonly to: string | null; readonly by: string | null }
  // --- what is to be done
  | { readonly type: 'tick-task'; readonly task: string; readonly by: string }
  | { readonly type: 'untick-task'; readonly task: string; readonly by: string }
  /** What went to the public body, or that nothing did (`what` empty, no ground). */
  | {
      readonly type: 'record-disclosure';
      readonly ground: DisclosureGround | null;
      readonly what: readonly DisclosedCategory[];
      readonly on: Day;
      readonly by: string;
    }
  /** The sender is authenticated by our own boundary, and the address is on file. */
  | { readonly type: 'recognise-address' }
  /** A code came back. */
  | { readonly type: 'answer-code'; readonly digest: string }
  // --- letters
  | { readonly type: 'request-letter'; readonly letterKind: CaseLetterKind; readonly by: string }
  | {
      readonly type: 'record-draft';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind;
      readonly hash: string;
      readonly codeDigest: string | null;
      readonly editedBy: string | null;
    }
  | { readonly type: 'approve'; readonly letterId: string; readonly hash: string; readonly by: string }
  | { readonly type: 'reject'; readonly letterId: string; readonly by: string }
  /** Not good enough: a fresh draft is written. */
  | { readonly type: 'send-back'; readonly letterId: string; readonly by: string }
  | { readonly type: 'undo-approval'; readonly letterOnItsWay: boolean; readonly by: string }
  /** A withheld acknowledgement may leave after all. */
  | { readonly type: 'send-acknowledgement'; readonly letterId: string; readonly by: string }
  | {
      readonly type: 'settle-letter';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind | 'acknowledgement' | 'download-code';
      readonly outcome: 'accepted' | 'refused' | 'unknown';
    }
  /** The letter could not be handed over and would be tried again: is it still what was approved? */
  | { readonly type: 'retry-letter'; readonly letterId: string }
  // --- the clock
  | { readonly type: 'begin-day'; readonly on: Day }
  | { readonly type: 'recompute-dates' }
  /** The last day that a public body's order itself gives. */
  | { readonly type: 'set-term'; readonly dueOn: Day; readonly by: string }
  | { readonly type: 'pause'; readonly because: 'identity-doubt' | 'clarification'; readonly by: string }
  | { readonly type: 'resume'; readonly by: string }
  | { readonly type: 'accept-pause'; readonly by: string }
  | { readonly type: 'accept-breach'; readonly by: string }
  | { readonly type: 'place-hold'; readonly reviewOn: Day; readonly letterOnItsWay: boolean; readonly by: string }
  | { readonly type: 'lift-hold'; readonly by: string }
  // --- endings
  | { readonly type: 'close-as-no-request'; readonly by: string }
  | { readonly type: 'withdraw'; readonly by: string }
  | { readonly type: 'reopen'; readonly by: string };

/** Why a command was not carried out, and what would make it possible. Never an exception. */
export interface Refusal {
  readonly code:
    | 'case-closed'
    | 'case-open'
    | 'identity-not-verified'
    | 'identity-not-needed'
    | 'code-pending'
    | 'codes-used-up'
    | 'no-code-asked'
    | 'tasks-open'
    | 'earlier-request-open'
    | 'no-such-task'
    | 'already-ticked'
    | 'not-ticked'
    | 'no-draft'
    | 'draft-changed'
    | 'draft-outdated'
    | 'already-approved'
    | 'kind-already-known'
    | 'kind-taken'
    | 'kind-undetermined'
    | 'letter-on-its-way'
    | 'letter-not-for-kind'
    | 'intake-unconfirmed'
    | 'intake-confirmed'
    | 'receipt-in-future'
    | 'refund-not-assessed'
    | 'already-asked'
    | 'nothing-asked'
    | 'already-extended'
    | 'extension-too-late'
    | 'pause-not-allowed'
    | 'already-paused'
    | 'not-paused'
    | 'no-breach'
    | 'on-hold'
    | 'not-on-hold'
    | 'review-in-past'
    | 'not-a-demand'
    | 'term-before-receipt'
    | 'origin-unverified'
    | 'demand-not-assessed'
    | 'disclosure-missing'
    | 'disclosure-incomplete'
    | 'disclosure-day-wrong'
    | 'never-acknowledged'
    | 'not-linked'
    | 'no-outside-answer'
    | 'nothing-withheld'
    | 'already-noted'
    | 'words-missing'
    | 'not-possible-now';
  readonly text: { readonly nl: string; readonly en: string };
}
