import { type CaseKind, caseLetterKinds, type LetterLanguage, type StaffLanguage } from '../case/kind.ts';
import type { Day, Instant } from '../case/policy.ts';

/** Letters a customer gets without an approval: their words are fixed. */
export const automaticLetterKinds = ['acknowledgement', 'download-code'] as const;
/** Letters to our own people. */
export const internalLetterKinds = [
  'review-request',
  'review-receipt',
  'digest',
  'summary',
  'morning',
  'due-alert',
  'authority-alert',
  'reply-notice',
  'staff-question',
  'sign-in-code',
] as const;
export const letterKinds = [...automaticLetterKinds, ...caseLetterKinds, ...internalLetterKinds] as const;
export type LetterKind = (typeof letterKinds)[number];
export type InternalLetterKind = (typeof internalLetterKinds)[number];
/** Letters that are laid out from facts (overview.ts), with tables and charts; every other one has a template. */
export const overviewKinds = ['digest', 'summary'] as const satisfies readonly InternalLetterKind[];
export type TemplateKind = Exclude<LetterKind, (typeof overviewKinds)[number]>;
export type CustomerLetterKind = Exclude<LetterKind, InternalLetterKind>;

export function isInternal(kind: LetterKind): kind is InternalLetterKind {
  return internalLetterKinds.some((one) => one === kind);
}

/** A letter as read: what is reviewed, hashed and sealed. Addresses and headers are added by `headers.ts` and the outbox. */
export interface LetterText {
  readonly subject: string;
  /** Plain text: the source as it reads. */
  readonly text: string;
  /** The same as HTML, from the same source; values can never become markup. */
  readonly html: string;
  /** Pictures the HTML shows by `cid:`. */
  readonly images?: readonly LetterImage[];
}

/** A picture that goes with the letter; nothing is ever fetched from elsewhere. */
export interface LetterImage {
  /** Content-ID without angle brackets (RFC 2392); the HTML names it as `cid:…`. */
  readonly cid: string;
  readonly filename: string;
  readonly png: Uint8Array;
}

/**
 * A letter about a case as staff edit it. `body` and `fixed` are parts of `text`: the first may be rewritten, the second
 * (what the law wants said, codes, dates we are bound to, the signature) is made anew each time and cannot be.
 */
export interface EditableLetter extends LetterText {
  readonly body: string;
  readonly fixed: string;
}

/** Data of which a completion notice may say that they were changed. The words stand in the templates. */
export const changedFields = [
  'name',
  'first name',
  'last name',
  'address',
  'email',
  'phone',
  'company',
  'vat',
  'registration number',
  'bank holder',
  'birth date',
] as const;

/** What every letter about one case knows. */
export interface CaseLetterFacts {
  readonly language: LetterLanguage;
  readonly company: string;
  readonly complaints: string;
  readonly timeZone: string;
  readonly reference: string;
  readonly kind: CaseKind;
  readonly receivedAt: Instant;
}

/**
 * What each letter about a case says besides. Words are staff's own, in the customer's language: paragraphs divided by
 * empty lines, never markup. Days are in the business time zone.
 */
export interface CaseLetterExtras {
  readonly 'completion-notice': {
    readonly doneOn: Day;
    /** What was done; null: the standard words of the kind. */
    readonly done: string | null;
    /** Who was told (GDPR art. 19). Empty: nobody had to be. Absent: not recorded. */
    readonly recipientsTold?: readonly string[];
    /** A copy that waits on a download page, until that day; null: attached, or no copy. */
    readonly download: { readonly url: string; readonly until: Day } | null;
    /** Which data a change named, as the classifier calls them. What we have no word for is not listed. */
    readonly fields: readonly string[];
  };
  readonly 'partial-completion': {
    readonly doneOn: Day;
    /** What was done. */
    readonly done: string;
    /** What was not, and why (art. 12(4)). */
    readonly reasons: string;
    readonly recipientsTold?: readonly string[];
    readonly download: { readonly url: string; readonly until: Day } | null;
  };
  readonly refusal: { readonly reasons: string };
  readonly 'identity-request': {
    /** Eight digits. */
    readonly code: string;
    /** Last day on which the code is taken. */
    readonly codeUntil: Day;
    /** The letter goes to an address on file that is not the one that wrote. */
    readonly otherAddress: boolean;
  };
  readonly clarification: {
    /** The one question. */
    readonly question: string;
    /** The term waits for the answer (copy requests over much data, recital 63). */
    readonly pauses: boolean;
  };
  readonly extension: {
    readonly because: readonly ('complexity' | 'number-of-requests')[];
    /** The reasons in words. */
    readonly reasons: string;
    /** The due date until now, whichever rule it came from. */
    readonly firstDueOn: Day;
    readonly newDueOn: Day;
    /** The day our own policy promised: the letter says that it is not kept. Null: it promised none. */
    readonly promisedOn: Day | null;
  };
  readonly 'refund-window': {
    /** Null: we do not know when the service was provided, and ask. */
    readonly serviceOn: Day | null;
    readonly windowEndsOn: Day | null;
    readonly sentOn: Day;
  };
  readonly 'fee-notice': {
    /** As the customer reads it: `€ 7,50`. */
    readonly amount: string;
    readonly because: 'further-copy' | 'excessive';
    readonly reasons: string;
  };
  /** What we got wrong and what is right. */
  readonly correction: { readonly words: string };
  readonly reminder: {
    readonly waitingFor: 'identity' | 'clarification';
    readonly askedOn: Day;
    /** The question again; null for identity. */
    readonly question: string | null;
  };
}

/** One case as an acknowledgement names it. */
export interface AcknowledgedCase {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly dueOn: Day;
}

export interface AcknowledgementFacts {
  readonly language: LetterLanguage;
  readonly company: string;
  readonly timeZone: string;
  readonly receivedAt: Instant;
  readonly cases: readonly AcknowledgedCase[];
  /** Only for a withdrawal from an order, where the law wants it named. Letters, digits, `-` and `/` only. */
  readonly orderNumber: string | null;
}

/** The code that opens a download page, in a mail of its own. */
export interface DownloadCodeFacts {
  readonly language: LetterLanguage;
  readonly company: string;
  readonly reference: string;
  readonly code: string;
  /** How long the code is taken. */
  readonly minutes: number;
}

export interface ReviewRequestFacts {
  readonly language: StaffLanguage;
  readonly reference: string;
  readonly kind: CaseKind;
  readonly letterKind: LetterKind;
  /** The customer's address, as staff must see where the letter would go. */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Files that would go with it: name, type and size in bytes. The approval covers them too. */
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly size: number }[];
  readonly dueOn: Day;
  readonly actByOn: Day;
  /** Derivation of the due date, one sentence a line. */
  readonly why: readonly string[];
  /** How many approvals it needs and has. */
  readonly approvals: { readonly needed: number; readonly given: number };
  /** False: approval by mail is off and the letter says to use the command line. */
  readonly byMail: boolean;
  /** What the customer's message plainly names, a line each, with the sentence it stands in. */
  readonly facts: readonly string[];
}

/** What the bot says after a staff reply. */
export interface ReviewReceiptFacts {
  readonly language: StaffLanguage;
  readonly reference: string;
  readonly result: 'approved' | 'approved-waiting-for-second' | 'rejected' | 'refused' | 'not-understood';
  /** Why it was refused, in `language`; null otherwise. */
  readonly reason: string | null;
}
