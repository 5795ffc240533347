import type { CaseLetterKind } from './kind.ts';

/** What the shell must do because of events, in the same transaction. `react` is the only place that says so. */
export type Effect =
  /** One acknowledgement for all cases one message opened. */
  | { readonly type: 'acknowledge'; readonly caseIds: readonly string[]; readonly openingMessageId: string }
  /** Write a draft, then give the case `record-draft` with its hash. */
  | { readonly type: 'draft'; readonly caseId: string; readonly letterKind: CaseLetterKind }
  /** Ask staff to approve this content. */
  | { readonly type: 'ask-review'; readonly caseId: string; readonly letterId: string; readonly hash: string }
  /** The approved letter may leave; `undoable`: after the time in which an approval can be taken back. */
  | { readonly type: 'release'; readonly caseId: string; readonly letterId: string; readonly undoable: boolean }
  /** This draft or queued letter must not leave any more. */
  | { readonly type: 'void'; readonly caseId: string; readonly letterId: string }
  /** Say aloud that a date comes near or has passed. */
  | { readonly type: 'alert'; readonly caseId: string; readonly level: 'warn' | 'escalate' | 'overdue' }
  /** Tell the people named for demands of public bodies that there is one, at any hour. */
  | { readonly type: 'alert-to-demand'; readonly caseId: string }
  /** Ask our own people what only they can know. */
  | { readonly type: 'ask-staff'; readonly caseId: string; readonly question: 'answered-outside' | 'confirm-intake' };
