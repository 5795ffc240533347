import type { LetterKind } from './letter.ts';

interface Names {
  readonly facts: readonly string[];
  /** Fields of the rows of a list. */
  readonly rows: readonly string[];
}

/** What each template may use; anything else stops the program at start. docs/letters.md explains them. */
export const letterFacts = {
  acknowledgement: {
    facts: ['company', 'receivedOn', 'receivedAt', 'zone', 'cases', 'references', 'several', 'unread', 'mayAskIdentity', 'orderNumber'],
    rows: ['reference', 'kind', 'dueOn'],
  },
  'completion-notice': {
    facts: ['company', 'complaints', 'reference', 'kind', 'receivedOn', 'doneOn', 'done', 'ownWords', 'told', 'toldWhom'],
    rows: [],
  },
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
    ],
    rows: [],
  },
  'review-receipt': { facts: ['reference', 'result', 'reason'], rows: [] },
  digest: {
    facts: [
      'company',
      'on',
      'overdue',
      'overdueCount',
      'overdueMore',
      'dueSoon',
      'dueSoonCount',
      'dueSoonMore',
      'attention',
      'attentionCount',
      'attentionMore',
      'waiting',
      'quiet',
      'span',
      'received',
      'opened',
      'acknowledged',
      'completed',
      'openCases',
      'seen',
      'accounted',
      'pending',
      'difference',
    ],
    rows: ['reference', 'kind', 'status', 'dueOn', 'actByOn', 'left', 'why', 'what'],
  },
} as const satisfies Record<LetterKind, Names>;

type Scalar = string | number | boolean | null;
export type Row<K extends LetterKind> = { readonly [F in (typeof letterFacts)[K]['rows'][number]]?: string };
/** Every fact of a letter, each of them present. */
export type View<K extends LetterKind> = {
  readonly [F in (typeof letterFacts)[K]['facts'][number]]: Scalar | readonly string[] | readonly Row<K>[];
};
