import type { LetterLanguage } from '../case/kind.ts';
import type { LetterImage } from './letter.ts';

/** How grave something is: past the law, past our promise, near, nothing particular, or well. */
export type Tone = 'law' | 'promise' | 'near' | 'calm' | 'good';

/**
 * An overview for managers as blocks, in words already: the digest and the summaries are put into it, and the text and
 * the HTML are both written from it, so that neither can say what the other does not. Any string may hold anything: the
 * writers make each one harmless.
 */
export interface Overview {
  readonly language: LetterLanguage;
  readonly subject: string;
  /** Which overview this is and whose: `Belvoorbeeld B.V. · Dagoverzicht`. */
  readonly name: string;
  readonly when: string;
  /** What matters, in one line. */
  readonly headline: string;
  /** More words below it. */
  readonly lead: string | null;
  /** The staff pages. */
  readonly link: OverviewLink | null;
  readonly warnings: readonly { readonly title: string; readonly text: string }[];
  readonly tiles: readonly { readonly label: string; readonly value: string; readonly note: string | null; readonly tone: Tone }[];
  readonly sections: readonly OverviewSection[];
  readonly charts: readonly OverviewChart[];
  readonly tables: readonly OverviewTable[];
  readonly facts: readonly OverviewFactList[];
  readonly foot: string;
}

export interface OverviewLink {
  readonly label: string;
  readonly url: string;
}

/** Cases that want the same decision. */
export interface OverviewSection {
  readonly title: string;
  /** How many there are, named or not. */
  readonly count: number;
  readonly tone: Tone;
  readonly rows: readonly OverviewRow[];
  /** Those that are not named: `and 7 more`, and of what, where they are of several lists. */
  readonly more: { readonly label: string; readonly of: string | null; readonly url: string | null } | null;
}

export interface OverviewRow {
  readonly reference: string;
  readonly url: string | null;
  readonly kind: string;
  /** The days: `9 days late`. */
  readonly days: string;
  readonly details: readonly string[];
}

/** A picture of columns, what it shows in words, and what stands under it. */
export interface OverviewChart {
  readonly title: string;
  /** All its numbers in words: read where the picture is not seen. */
  readonly alternative: string;
  /** What it says, in a sentence. */
  readonly caption: string;
  readonly legend: readonly { readonly label: string; readonly series: ChartSeries }[];
  /** Labels of the axis, with the number of columns each spans; together all of them. */
  readonly axis: readonly { readonly label: string; readonly span: number }[];
  readonly image: LetterImage;
  /** Pixels at which it is shown; the picture has twice as many. */
  readonly width: number;
  readonly height: number;
}

export type ChartSeries = 'open' | 'due' | 'in-time' | 'promise-missed' | 'legal-missed';

export interface OverviewTable {
  readonly title: string;
  readonly head: readonly string[];
  /** The first cell of each row is its name. */
  readonly rows: readonly (readonly string[])[];
}

export interface OverviewFactList {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string; readonly tone: Tone }[];
}
