/**
 * The account a refund goes to, kept sealed with its case from the message that names it until the case ends, however it
 * ends. No letter, digest or search knows it.
 */
import { type Case, isClosed } from '../case/case.ts';

const mostAccounts = 5;

/** Open, and about a refund or not yet known to be about something else. */
export function keepsPayout(state: Case): boolean {
  return !isClosed(state) && (state.kind === 'refund' || state.kind === 'undetermined');
}

/** With the accounts that a further message names, the newest first. */
export function withPayout(known: readonly string[], named: readonly string[]): readonly string[] {
  return [...new Set([...named, ...known])].slice(0, mostAccounts);
}
