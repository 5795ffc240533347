import type { CaseKind } from '../../case/kind.ts';
import type { Disposition } from '../../classify/classification.ts';

/** A message of the demo and what must become of it. Everybody in it is invented; `.example` belongs to nobody (RFC 2606). */
export interface Sample {
  readonly name: string;
  readonly language: 'nl' | 'en' | 'de' | 'fr';
  readonly from: { readonly name: string; readonly address: string };
  readonly subject: string | ((facts: WritingFacts) => string);
  readonly text: string | ((facts: WritingFacts) => string);
  /** Header lines of its own, besides the usual ones. */
  readonly headers?: readonly string[];
  /** Its Content-Type; absent: plain text. */
  readonly contentType?: string;
  readonly folder?: 'Junk';
  /** It lay in the mailbox for so many days; by more than `liveDays` it is from before Tijdig. */
  readonly daysBefore?: number;
  /** The sample whose acknowledgement it answers: it is sent once that one has arrived. */
  readonly answers?: string;
  readonly expected: Expected;
}

export interface Expected {
  readonly disposition: Disposition;
  /** One case each. */
  readonly kinds: readonly CaseKind[];
  /** `withheld`: written, and kept for a person to send. */
  readonly acknowledgement: 'sent' | 'withheld' | 'none';
}

/** An acknowledgement of ours, as its recipient has it. */
export interface Answered {
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** What a text may name: the day it is written, and what it answers. */
export interface WritingFacts {
  readonly on: Temporal.PlainDate;
  readonly answered: Answered | null;
}

export function request(...kinds: readonly CaseKind[]): Expected {
  return { disposition: 'request', kinds, acknowledgement: 'sent' };
}

/** No case of its own, no letter. */
export function setAside(disposition: Disposition): Expected {
  return { disposition, kinds: [], acknowledgement: 'none' };
}

/** Older text as mail programs quote it. */
export function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}
