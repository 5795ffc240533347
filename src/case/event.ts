import type { Attention, CaseDates, CaseLetterKind, CaseStatus, Task } from './case.ts';
import type { CaseKind, LetterLanguage } from './kind.ts';
import type { Instant } from './policy.ts';

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
      readonly identityNeeded: boolean;
      readonly tasks: readonly Task[];
      readonly attention: readonly Attention[];
      readonly linked: readonly string[];
      readonly approvalsNeeded: number;
      /** Whether the opening message is acknowledged automatically. */
      readonly acknowledge: boolean;
    }
  | { readonly type: 'message-joined'; readonly messageId: string }
  | { readonly type: 'case-linked'; readonly caseId: string }
  | { readonly type: 'identity-verified'; readonly by: string; readonly at: Instant }
  | { readonly type: 'task-ticked'; readonly task: string; readonly by: string; readonly at: Instant }
  | {
      readonly type: 'kind-determined';
      readonly kind: CaseKind;
      readonly by: string;
      readonly dates: CaseDates;
      readonly identityNeeded: boolean;
      readonly tasks: readonly Task[];
      readonly approvalsNeeded: number;
    }
  | { readonly type: 'draft-requested'; readonly letterKind: CaseLetterKind; readonly by: string | null }
  | {
      readonly type: 'draft-prepared';
      readonly letterId: string;
      readonly letterKind: CaseLetterKind;
      readonly hash: string;
      readonly editedBy: string | null;
    }
  | { readonly type: 'draft-rejected'; readonly letterId: string; readonly by: string }
  | { readonly type: 'draft-voided'; readonly letterId: string; readonly because: 'new-message' | 'edited' | 'case-changed' }
  | { readonly type: 'draft-approved'; readonly letterId: string; readonly hash: string; readonly by: string }
  | { readonly type: 'letter-released'; readonly letterId: string; readonly hash: string }
  | { readonly type: 'letter-accepted'; readonly letterId: string; readonly letterKind: CaseLetterKind; readonly at: Instant }
  | { readonly type: 'letter-refused'; readonly letterId: string; readonly letterKind: CaseLetterKind }
  | { readonly type: 'letter-outcome-unknown'; readonly letterId: string; readonly letterKind: CaseLetterKind }
  | { readonly type: 'requester-unreachable'; readonly messageId: string }
  | {
      readonly type: 'case-closed';
      readonly status: Extract<CaseStatus, 'completed' | 'withdrawn' | 'not-a-request'>;
      readonly by: string | null;
      readonly at: Instant;
    };
