/**
 * The account a refund goes to, kept sealed with its case from the message that names it until the case ends, however it
 * ends. No letter, digest or search knows it.
 */
import { type Case, isClosed } from '../case/case.ts';
import type { Bilingual } from '../case/policy.ts';
import type { CasePerson } from '../store/cases.ts';

const mostAccounts = 5;

/** Open, and about a refund or not yet known to be about something else. */
export function keepsPayout(state: Case): boolean {
  return !isClosed(state) && (state.kind === 'refund' || state.kind === 'undetermined');
}

/** With the accounts that a further message names, the newest first. */
export function withPayout(known: readonly string[], named: readonly string[]): readonly string[] {
  return [...new Set([...named, ...known])].slice(0, mostAccounts);
}

export const payoutLabel: Bilingual = { nl: 'Rekening voor de terugbetaling', en: 'Account for the refund' };

/** Accounts as people read them aloud: in fours. */
export function showPayout({ payout }: Pick<CasePerson, 'payout'>): readonly string[] {
  return payout.map((account) => account.replace(/.{4}(?=.)/g, '$& '));
}
