import type { RequestKind } from './kind.ts';
import type { Instant } from './policy.ts';

/** What somebody, or the clock, wants of a case that exists. `by` is a staff id; `at` is now. */
export type CaseCommand =
  | {
      readonly type: 'join-message';
      readonly messageId: string /** An approved letter is already being sent and can no longer be stopped. */;
      readonly letterOnItsWay: boolean;
    }
  | { readonly type: 'tick-task'; readonly task: string; readonly by: string; readonly at: Instant }
  | { readonly type: 'determine-kind'; readonly kind: RequestKind; readonly by: string }
  | { readonly type: 'close-as-no-request'; readonly by: string; readonly at: Instant }
  | { readonly type: 'request-completion'; readonly by: string }
  | {
      readonly type: 'record-draft';
      readonly letterId: string;
      readonly letterKind: 'completion-notice';
      readonly hash: string;
      readonly editedBy: string | null;
    }
  | { readonly type: 'approve'; readonly letterId: string; readonly hash: string; readonly by: string }
  | { readonly type: 'reject'; readonly letterId: string; readonly by: string }
  | {
      readonly type: 'settle-letter';
      readonly letterId: string;
      readonly letterKind: 'acknowledgement' | 'completion-notice';
      readonly outcome: 'accepted' | 'refused' | 'unknown';
      readonly at: Instant;
    }
  /** The letter could not be handed over and would be tried again: is it still what was approved? */
  | { readonly type: 'retry-letter'; readonly letterId: string }
  | { readonly type: 'report-unreachable'; readonly messageId: string }
  /** A later message opened another case that continues this one. */
  | { readonly type: 'link-case'; readonly caseId: string };

/** Why a command was not carried out, and what would make it possible. Never an exception. */
export interface Refusal {
  readonly code:
    | 'case-closed'
    | 'identity-not-verified'
    | 'tasks-open'
    | 'no-such-task'
    | 'already-ticked'
    | 'no-draft'
    | 'draft-changed'
    | 'already-approved'
    | 'kind-already-known'
    | 'kind-undetermined'
    | 'letter-on-its-way'
    | 'not-possible-now';
  readonly text: { readonly nl: string; readonly en: string };
}
