import type { Day } from './policy.ts';

/** On what a public body may demand information. Sources: docs/authority.md. */
export const disclosureGrounds = [
  /** A judge's order or a search by an examining magistrate (Sv art. 125i, Rv art. 22). */
  'court-order',
  /** The public prosecutor or an investigating officer (Sv art. 126n to 126nh). */
  'prosecutor',
  /** The tax administration (AWR art. 47, 53). */
  'tax',
  /** An intelligence or security service (Wiv 2017 art. 39, 54, 55). */
  'intelligence',
  /** A regulator's inspector (Awb art. 5:16, 5:17). */
  'regulator',
  /** A foreign body, through mutual legal assistance or a European order (GDPR art. 48). */
  'foreign-assistance',
  /** Something else, which the note says. */
  'other',
] as const;
export type DisclosureGround = (typeof disclosureGrounds)[number];

/** What was handed over, by kind; the words themselves are never kept here. */
export const disclosedCategories = [
  'name-and-address',
  'contact-data',
  'numbers',
  'orders-and-payments',
  'traffic-data',
  'log-in-data',
  'correspondence',
  'other',
] as const;
export type DisclosedCategory = (typeof disclosedCategories)[number];

/** One answer to a demand. Nothing disclosed: an empty `what`, and no ground. */
export interface Disclosure {
  readonly ground: DisclosureGround | null;
  readonly what: readonly DisclosedCategory[];
  /** The day on which it was handed over, or decided that nothing would be. */
  readonly on: Day;
  /** Staff id. */
  readonly by: string;
}

/** What is known of a public body's demand besides its case. */
export interface Demand {
  /** The day the order itself gives, and the staff id of who read it there; null: nobody has yet. */
  readonly term: { readonly on: Day; readonly by: string } | null;
  readonly disclosures: readonly Disclosure[];
}

export const nothingKnown: Demand = { term: null, disclosures: [] };
