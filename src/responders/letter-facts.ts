import type { TemplateKind } from './letter.ts';

interface Names {
  readonly facts: readonly string[];
  /** Fields of the rows of a list. */
  readonly rows: readonly string[];
}

/** What every letter about one case knows. `kind` is a code (`deletion`), for `{% case %}`; days are written out. */
const aboutCase = ['company', 'complaints', 'reference', 'kind', 'receivedOn'] as const;

/**
 * What each template may use (digest and summary have none: overview.ts); anything else stops the program at start. docs/letters.md explains them.
 * Staff's words (`done`, `reasons`, `question`, `words`) are lists of paragraphs.
 */
export const letterFacts = {
  acknowledgement: {
    facts: ['company', 'receivedOn', 'receivedAt', 'zone', 'cases', 'references', 'several', 'unread', 'mayAskIdentity', 'orderNumber'],
    rows: ['reference', 'kind', 'dueOn'],
  },
  'download-code': { facts: ['company', 'reference', 'code', 'minutes'], rows: [] },
  'completion-notice': {
    /**
     * `ownWords`: whether `done` holds any. `told`: `not-recorded`, `nobody` or `some`, and then `toldWhom` names them.
     * `downloadUrl` and `downloadUntil` are null when no copy waits on a page. `fields`: codes of the data that a change
     * named (`address`, `bank holder`), never a value; `listsFields`: whether there are any.
     */
    facts: [...aboutCase, 'doneOn', 'done', 'ownWords', 'told', 'toldWhom', 'downloadUrl', 'downloadUntil', 'fields', 'listsFields'],
    rows: [],
  },
  'partial-completion': {
    facts: [...aboutCase, 'doneOn', 'done', 'reasons', 'told', 'toldWhom', 'downloadUrl', 'downloadUntil'],
    rows: [],
  },
  refusal: { facts: [...aboutCase, 'reasons'], rows: [] },
  /** `otherAddress`: the reader did not write to us from this address. */
  'identity-request': { facts: [...aboutCase, 'code', 'codeUntil', 'otherAddress'], rows: [] },
  clarification: { facts: [...aboutCase, 'question', 'pauses'], rows: [] },
  /** `complexity`, `numberOfRequests`: which of the law's grounds. `promisedOn` is null when our policy promised nothing. */
  extension: {
    facts: [...aboutCase, 'complexity', 'numberOfRequests', 'reasons', 'firstDueOn', 'newDueOn', 'promisedOn'],
    rows: [],
  },
  /** `serviceOn` and `windowEndsOn` are both null when we do not know when the service was provided. */
  'refund-window': { facts: [...aboutCase, 'serviceOn', 'windowEndsOn', 'sentOn'], rows: [] },
  /** `because`: `further-copy` or `excessive`. */
  'fee-notice': { facts: [...aboutCase, 'amount', 'because', 'reasons'], rows: [] },
  correction: { facts: [...aboutCase, 'words'], rows: [] },
  /** `waitingFor`: `identity` or `clarification`; `question` is empty for identity. */
  reminder: { facts: [...aboutCase, 'waitingFor', 'askedOn', 'question'], rows: [] },
  'review-request': {
    facts: [
      'reference',
      'kind',
      'letter',
      'recipient',
      'subject',
      'lines',
      'attached',
      'dueOn',
      'actByOn',
      'actByShort',
      'why',
      'needed',
      'given',
      'byMail',
      'facts',
      'namesFacts',
    ],
    rows: [],
  },
  'review-receipt': { facts: ['reference', 'result', 'reason'], rows: [] },
  morning: {
    facts: [
      'on',
      'quiet',
      'total',
      'overdue',
      'overdueCount',
      'overdueMore',
      'approvals',
      'approvalsCount',
      'approvalsMore',
      'tasks',
      'tasksCount',
      'tasksMore',
      'warnings',
      'warningsCount',
      'warningsMore',
      'waiting',
      'waitingCount',
      'waitingMore',
      'byMail',
    ],
    rows: ['reference', 'kind', 'status', 'dueOn', 'actByOn', 'left', 'what'],
  },
  /** `level`: `warn`, `escalate` or `overdue`. */
  'due-alert': { facts: ['level', 'reference', 'kind', 'dueOn', 'actByOn', 'left', 'nextStep'], rows: [] },
  /** `again`: nobody has taken it. `dueAt`: a time of day; null: the order itself gives a day. */
  'authority-alert': { facts: ['again', 'reference', 'receivedOn', 'receivedAt', 'dueOn', 'dueAt'], rows: [] },
  'reply-notice': { facts: ['count', 'replies', 'more'], rows: ['reference', 'kind', 'status'] },
  /** `question`: `answered-outside` or `confirm-intake`. `command`: the command line that answers, without `tijdig`. */
  'staff-question': { facts: ['question', 'reference', 'kind', 'seenOn', 'seenAt', 'command'], rows: [] },
  'sign-in-code': { facts: ['company', 'code', 'minutes'], rows: [] },
} as const satisfies Record<TemplateKind, Names>;

type Scalar = string | number | boolean | null;
export type Row<K extends TemplateKind> = { readonly [F in (typeof letterFacts)[K]['rows'][number]]?: string };
/** Every fact of a letter, each of them present. */
export type View<K extends TemplateKind> = {
  readonly [F in (typeof letterFacts)[K]['facts'][number]]: Scalar | readonly string[] | readonly Row<K>[];
};
