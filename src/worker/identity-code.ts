import { randomInt } from 'node:crypto';
import type { Refusal } from '../case/command.ts';
import { normalAddress } from '../directory/address.ts';
import { blindIndex, sign } from '../privacy/fingerprint.ts';
import type { CasePerson } from '../store/cases.ts';
import { countCodeLetters } from '../store/codes.ts';
import type { Context } from './context.ts';
import type { Work } from './work.ts';

/** A code that proves that whoever sends it back reads the mail of an address on file. */
export interface IdentityCode {
  /** Eight digits. */
  readonly code: string;
  /** What is kept of it outside the sealed letter: keyed, and bound to the case. */
  readonly digest: string;
}

/** Letters with a code to one address within 24 hours, over all its cases: nobody's mailbox is flooded by asking often. */
const codesPerDay = 5;

/** A fresh code for a case, or the one its letter has already. */
export function identityCode(context: Context, caseId: string, known: string | null): IdentityCode {
  const code = known ?? makeCode();
  return { code, digest: digestOfCode(context, caseId, code) };
}

/** Eight digits, each as likely as any other. */
export function makeCode(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}

/** The keyed digest under which a case knows a code. */
export function digestOfCode(context: Context, caseId: string, code: string): string {
  return sign(context.subKeys.code, 'identity', caseId, code);
}

/** Where a code may go: an address on file; never one that only the message names. Null: staff must look it up. */
export function addressForCode(person: CasePerson): string | null {
  return person.addressesOnFile[0] ?? null;
}

/**
 * Staff looked up the address a code goes to: from now on the case knows it, and who says so stands in a note. Without it
 * (`to` is null) the address is one the case had already.
 */
export function noteAddressOnFile(context: Context, work: Work, caseId: string, to: string | null): void {
  const current = work.cases.get(caseId);
  if (current === undefined || to === null) return;
  const { person, events } = current;
  const address = normalAddress(to) ?? to;
  if (person.addressesOnFile[0] === address) return;
  const changed = { ...person, addressesOnFile: [address, ...person.addressesOnFile.filter((one) => one !== address)] };
  changePerson(work, caseId, changed);
  const by = events.findLast((event) => event.type === 'draft-requested')?.by ?? null;
  const dutch = context.policy.languages.staff === 'nl';
  const text = dutch
    ? `Adres in het account opgezocht voor de code: ${address}`
    : `Address looked up in the account for the code: ${address}`;
  if (by !== null) work.notes.push({ caseId, by, text });
}

/** The sealed part of a case in `work`, as it will be. */
export function changePerson(work: Work, caseId: string, person: CasePerson): void {
  const current = work.cases.get(caseId);
  if (current === undefined) return;
  work.cases.set(caseId, { ...current, person });
  // A case being opened is written with it.
  if (current.key === null) work.persons.push({ caseId, person });
}

/** Why no code may be mailed to this address now, or null. `to` null: nobody knows an address, which is not refused here. */
export async function codeRefusal(context: Context, to: string | null): Promise<Refusal | null> {
  if (to === null) return null;
  if (normalAddress(to) === null)
    return {
      code: 'not-possible-now',
      text: {
        nl: 'Dit is geen e-mailadres. Geef het adres dat in het account staat.',
        en: 'That is no e-mail address. Give the one in the account.',
      },
    };
  const since = context.clock.now().subtract({ hours: 24 }).toString();
  const sent = await countCodeLetters(context.db.query, 'identity-request', blindIndex(context.indexKey, 'address', to), since);
  if (sent < codesPerDay) return null;
  return {
    code: 'codes-used-up',
    text: {
      nl: `Naar dit adres gingen de laatste 24 uur al ${sent} codes. Wacht tot morgen, of stel de identiteit op een andere manier vast.`,
      en: `${sent} codes went to this address in the last 24 hours. Wait until tomorrow, or verify the identity in another way.`,
    },
  };
}
