import type { CaseKind, LetterLanguage } from './kind.ts';

/** A calendar day in the business time zone, ISO 8601 (`2026-11-22`). */
export type Day = string;
/** An instant in UTC, ISO 8601 (`2026-11-22T08:00:00Z`). */
export type Instant = string;

/** A sentence in every language staff read. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}

/** How freely a letter may leave: by itself, after one staff approval, or after two by different people. */
export type Autonomy = 'automatic' | 'approval' | 'four-eyes';

/** How long we have, as data. `source` names the clause or article. */
export interface Term {
  readonly unit: 'calendar-days' | 'months' | 'working-days' | 'hours';
  readonly count: number;
  /** Whether an end on a Saturday, Sunday or public holiday moves to the next working day. */
  readonly rolls: boolean;
  readonly source: string;
}

export interface PolicyTask {
  readonly id: string;
  readonly required: boolean;
  readonly title: Bilingual;
  readonly source: string;
}

export interface KindPolicy {
  /** What the company's own policy promises; null when it promises nothing. */
  readonly promise: Term | null;
  /** What the law gives. */
  readonly legal: Term;
  /** `required`: cannot complete before a person has verified the requester's identity. `contact-data`: only when contact data changes (or we do not know what changes). */
  readonly identity: 'required' | 'contact-data' | 'not-needed';
  readonly tasks: readonly PolicyTask[];
  /** Autonomy of the completion notice for this kind. */
  readonly completion: Autonomy;
  readonly source: string;
}

export interface Holiday {
  readonly on: Day;
  readonly name: Bilingual;
  /** False: a working day for our own duty but not when a customer's window is counted (Good Friday, bridge days). */
  readonly ours: boolean;
}

/** The policy in force, checked at the door and bound to a case at receipt by its hash. */
export interface Policy {
  /** SHA-256 over the canonical policy, hex: the version a case keeps. Holiday tables are not part of it. */
  readonly hash: string;
  readonly company: {
    /** How letters sign. Empty: the shell takes the display name, or else the address, of MAIL_FROM. */
    readonly name: string;
    /** Where a complaint goes: an address to write to. Empty: the shell takes the address of MAIL_FROM. */
    readonly complaints: string;
  };
  readonly timeZone: string;
  readonly kinds: Readonly<Record<CaseKind, KindPolicy>>;
  readonly warnings: {
    readonly warnWorkingDays: number;
    readonly escalateWorkingDays: number;
    /** Terms of this many calendar days or fewer use the short pair. */
    readonly shortTermDays: number;
    readonly shortWarnWorkingDays: number;
    readonly shortEscalateWorkingDays: number;
  };
  /** The one extension of art. 12(3), counted from receipt; for the kinds whose legal term is a month. */
  readonly extension: Term;
  /** Codes that verify a requester: days one is taken, wrong answers it stands, and how many a case may send. */
  readonly identityCode: { readonly days: number; readonly tries: number; readonly perCase: number };
  /** How a refusal may leave, also in part. Never `automatic`. */
  readonly refusal: Exclude<Autonomy, 'automatic'>;
  /** Seconds in which an approval can be taken back before the letter leaves. */
  readonly undoSeconds: number;
  /**
   * `reviews`: when staff are asked for approval by mail: `morning` (one mail a day, at once only when the act-by date is
   * within `urgentWorkingDays` or somebody asks) or `at-once`. `replyMinutes`: customers' replies of that time are told in one mail.
   */
  readonly quiet: { readonly reviews: 'morning' | 'at-once'; readonly urgentWorkingDays: number; readonly replyMinutes: number };
  /** How a copy goes out: a page with a code mailed separately, open for `days`; or attached to the letter. */
  readonly copies: { readonly delivery: 'page' | 'attachment'; readonly days: number };
  readonly refundWindow: { readonly workingDays: number; readonly source: string };
  readonly acknowledgement: { readonly perAddressPerDay: number };
  readonly digest: DigestPolicy;
  /** `fallback`: for customers who write a language we have no letters in. `staff`: for review mails and the digest. */
  readonly languages: { readonly fallback: 'nl' | 'en'; readonly staff: 'nl' | 'en' };
  /** Probabilities, 0 to 1: from `threshold` on a case of that kind is opened, from `doubt` on a person reads the message first. */
  readonly classification: { readonly threshold: number; readonly doubt: number };
  readonly retention: Retention;
}

/** Roles of those who may get the digest. Roles and not addresses: every version of the policy is kept unsealed. */
export const digestReaders = ['managers', 'approvers', 'auditors'] as const;
export type DigestReader = (typeof digestReaders)[number];

/** When managers hear how things stand, in which language, and who counts as one for that. */
export interface DigestPolicy {
  /** Local time of day. */
  readonly hour: number;
  readonly minute: number;
  /** Days of the week, 1 is Monday. Never on a public holiday; on any other day only when something cannot wait. */
  readonly days: readonly number[];
  /** Null: each reader's own, else that of our own people. */
  readonly language: LetterLanguage | null;
  readonly to: readonly DigestReader[];
  /** Day of the week from which the summary of the week before is sent; null: none is. */
  readonly weekly: number | null;
  /** Whether the month before is summed up on the first working day of a month. */
  readonly monthly: boolean;
}

/** Days something is kept after the day it counts from, and why so long. Day 0 is that day itself. */
export interface Keeping {
  readonly days: number;
  readonly source: string;
}

/** Mail that belongs to no case, by what it was taken for. */
export const mailClasses = ['none', 'automatic', 'bounce', 'own_copy', 'sent', 'other'] as const;
export type MailClass = (typeof mailClasses)[number];

/** Policy §2: nothing is kept longer than needed. Live, like the holidays: today's policy says when what is here must go. */
export interface Retention {
  /** From the day of receipt. */
  readonly mail: Readonly<Record<MailClass, Keeping>>;
  /** From the day of closing. */
  readonly cases: Readonly<Record<CaseKind, Keeping>>;
  /** Mails to our own people, from the day they were written. */
  readonly staffMail: Keeping;
}

/** Public holidays, live: the one part of the policy that may move the date of an open case. */
export type HolidayTable = readonly Holiday[];
