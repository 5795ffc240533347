import { randomInt } from 'node:crypto';
import { sign } from '../privacy/fingerprint.ts';
import type { CasePerson } from '../store/cases.ts';
import type { Context } from './context.ts';

/** A code that proves that whoever sends it back reads the mail of an address on file. */
export interface IdentityCode {
  /** Eight digits. */
  readonly code: string;
  /** What is kept of it outside the sealed letter: keyed, and bound to the case. */
  readonly digest: string;
}

/** A fresh code for a case, or the one its letter has already. */
export function identityCode(context: Context, caseId: string, known: string | null): IdentityCode {
  const code = known ?? String(randomInt(100_000_000)).padStart(8, '0');
  return { code, digest: digestOfCode(context, caseId, code) };
}

/** The keyed digest under which a case knows a code. */
export function digestOfCode(context: Context, caseId: string, code: string): string {
  return sign(context.subKeys.messageId, 'identity-code', caseId, code);
}

/** Where a code may go: an address on file; never one that only the message names. Null: staff must look it up. */
export function addressForCode(person: CasePerson): string | null {
  return person.addressesOnFile[0] ?? null;
}
