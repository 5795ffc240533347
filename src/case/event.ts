import type { Attention, CaseDates, CaseStatus, Channel, Representative, Task } from './case.ts';
import type { DisclosedCategory, DisclosureGround } from './demand.ts';
import type { CaseKind, CaseLetterKind, LetterLanguage } from './kind.ts';
import type { Day, Instant } from './policy.ts';

/**
 * What happened to a case, past tense. Events hold ids, kinds, dates, staff ids and digests only,
 * so that the audit can stay when a person's data is erased.
 */
export type CaseEvent =
  | {
      readonly type: 'case-opened';
      readonly caseId: string;
      readonly reference: string;
      readonly kind: CaseKind;
      readonly language: LetterLanguage;
      readonly receivedAt: Instant;
      readonly openingMessageId: string;
      readonly policyHash: string;
      readonly dates: CaseDates;
      readonly basis: { readonly serviceDate: Day | null; readonly sentAt: Instant | null };
      readonly identityNeeded: boolean;
      readonly tasks: readonly Task[];
      readonly attention: readonly Attention[];
      readonly linked: readonly string[];
      readonly waitsFor: readonly string[];
      readonly channel: Channel;
      readonly intakeConfirmed: boolean;
      /** Staff id of who opened it by hand; null: a message did. */
      readonly openedBy: string | null;
      /** Whether the opening message is acknowledged automatically. */
      readonly acknowledge: boolean;
    }
  // --- messages
  | { readonly type: 'message-joined'; readonly messageId: string }
  | { readonly type: 'outside-answer-noted'; readonly messageId: string }
  | { readonly type: 'outside-answer-settled'; readonly messageId: string; readonly finished: boolean; readonly by: string }
  | { readonly type: 'requester-unreachable'; readonly messageId: string }
  // --- what it is about
  | {
      readonly type: 'kind-determined';
      readonly kind: CaseKind;
      /** What it was taken for before. */
      readonly from: CaseKind;
      readonly by: string;
      readonly dates: CaseDates;
      readonly on: Day;
      readonly identityNeeded: boolean;
      readonly tasks: readonly Task[];
    }
  | {
      readonly type: 'intake-confirmed';
      readonly receivedAt: Instant;
      readonly dates: CaseDates;
      readonly on: Day;
      readonly by: string;
    }
  | { readonly type: 'representative-noted'; readonly representative: Representative; readonly task: Task; readonly by: string }
  | { readonly type: 'case-linked'; readonly caseId: string; readonly by: string | null }
  | { readonly type: 'case-unlinked'; readonly caseId: string; readonly by: string }
  | { readonly type: 'earlier-case-ended'; readonly caseId: string }
  | { readonly type: 'case-assigned'; readonly to: string | null; readonly by: string | null }
  // --- what is to be done
  | {
      readonly type: 'identity-verified';
      readonly by: string | null;
      readonly method: 'staff' | 'code' | 'address-on-file';
      readonly at: Instant;
    }
  | { readonly type: 'identity-asked'; readonly digest: string; readonly untilOn: Day; readonly tries: number }
  | { readonly type: 'identity-code-wrong' }
  | { readonly type: 'identity-code-ended'; readonly because: 'tries' | 'expired' }
  | { readonly type: 'task-ticked'; readonly task: string; readonly by: string; readonly at: Instant }
  | { readonly type: 'task-unticked'; readonly task: string; readonly by: string }
  /** Codes only: the order's number and who received it stand in a note of the case. */
  | {
      readonly type: 'disclosure-recorded';
      readonly ground: DisclosureGround | null;
      readonly what: readonly DisclosedCategory[];
      readonly on: Day;
      readonly by: string;
    }
  // --- letters
  | { readonly type: 'draft-requested'; readonly letterKind: CaseLetterKind; readonly by: string | null }
  | {
      readonly type: 'draft-prepared';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind;
      readonly hash: string;
      readonly approvalsNeeded: number;
      readonly codeDigest: string | null;
      readonly editedBy: string | null;
    }
  | { readonly type: 'draft-rejected'; readonly letterId: string; readonly by: string }
  | {
      readonly type: 'draft-voided';
      readonly letterId: string;
      readonly because: 'new-message' | 'edited' | 'case-changed' | 'sent-back' | 'undone';
      readonly by: string | null;
    }
  | { readonly type: 'draft-approved'; readonly letterId: string; readonly hash: string; readonly by: string }
  | { readonly type: 'letter-released'; readonly letterId: string; readonly hash: string }
  | { readonly type: 'acknowledgement-released'; readonly letterId: string; readonly by: string }
  | {
      readonly type: 'letter-accepted';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind | 'acknowledgement' | 'download-code';
      readonly at: Instant;
    }
  | {
      readonly type: 'letter-refused';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind | 'acknowledgement' | 'download-code';
    }
  | {
      readonly type: 'letter-outcome-unknown';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind | 'acknowledgement' | 'download-code';
    }
  | { readonly type: 'clarification-asked'; readonly on: Day }
  | { readonly type: 'clarification-answered'; readonly messageId: string }
  // --- the clock
  | { readonly type: 'term-extended'; readonly dates: CaseDates; readonly on: Day }
  | { readonly type: 'extension-too-late' }
  | { readonly type: 'term-set'; readonly dueOn: Day; readonly dates: CaseDates; readonly on: Day; readonly by: string }
  | { readonly type: 'dates-changed'; readonly because: 'holidays' | 'pause'; readonly dates: CaseDates; readonly on: Day }
  | {
      readonly type: 'pause-begun';
      readonly because: 'identity-doubt' | 'clarification';
      readonly on: Day;
      readonly by: string | null;
    }
  | { readonly type: 'pause-ended'; readonly on: Day; readonly by: string | null }
  | { readonly type: 'pause-accepted'; readonly by: string }
  | { readonly type: 'breach-accepted'; readonly by: string }
  | { readonly type: 'hold-placed'; readonly by: string; readonly on: Day; readonly reviewOn: Day }
  | { readonly type: 'hold-lifted'; readonly by: string }
  | { readonly type: 'hold-review-due' }
  | { readonly type: 'due-warned'; readonly on: Day }
  | { readonly type: 'due-escalated'; readonly on: Day }
  | { readonly type: 'due-passed'; readonly on: Day }
  | { readonly type: 'promise-passed'; readonly on: Day }
  // --- endings
  | {
      readonly type: 'case-closed';
      readonly status: Extract<CaseStatus, 'completed' | 'partly-completed' | 'refused' | 'withdrawn' | 'not-a-request'>;
      readonly by: string | null;
      readonly at: Instant;
    }
  | {
      readonly type: 'case-reopened';
      readonly because: 'bounce' | 'answered-wrongly';
      readonly by: string | null;
    };
