/**
 * What counts as an address, and who a message is from. The door to nodemailer's address parser, the second of three
 * readings of a From field: mailparser's, nodemailer's of the raw field, and our own strict scan (RFC 5322 §3.4).
 * Never repairs an address: what the readings do not agree on goes to a person.
 */
import { domainToASCII } from 'node:url';
import addressparser from 'nodemailer/lib/addressparser';
import type { Address, From } from './message.ts';
import { oneLine } from './text.ts';

/** An address as a library read it; groups are flattened before. */
export interface ReadAddress {
  readonly address?: string | undefined;
  readonly name?: string | undefined;
}

const longestAddress = 254;
const longestName = 200;
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address in ASCII (UTS-46 domain, lower case; local part as written), or null when it is not a dot-atom at a
 * host name of at most 254 bytes.
 */
export function normalAddress(address: string): string | null {
  if (address.length > longestAddress) return null;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (local.length > 64 || !localPart.test(local)) return null;
  const domain = normalDomain(address.slice(at + 1));
  if (domain === null || local.length + 1 + domain.length > longestAddress) return null;
  return `${local}@${domain}`;
}

/** A host name in ASCII and lower case; null for anything else, domain literals and IP addresses included. */
export function normalDomain(domain: string): string | null {
  const lower = domain.toLowerCase();
  // domainToASCII reads numbers as IPv4 addresses, so plain host names never go through it.
  const plain = /^[a-z0-9.-]*$/.test(lower) && !lower.includes('xn--');
  const ascii = plain ? lower : domainToASCII(lower);
  const labels = ascii.split('.');
  if (ascii.length > 253 || !labels.every((part) => label.test(part))) return null;
  return /^[0-9]+$/.test(labels.at(-1) ?? '') ? null : ascii;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Those of the addresses that are addresses, once each. */
export function readAddresses(read: readonly ReadAddress[]): readonly Address[] {
  const found = new Map<string, Address>();
  for (const entry of read) {
    const address = normalAddress(entry.address ?? '');
    if (address !== null && !found.has(address)) found.set(address, { address, name: oneLine(entry.name ?? '', longestName) });
  }
  return [...found.values()];
}

/**
 * Who wrote it: `one` only when there is one From field with one address that all three readings agree on.
 * @param fields the raw values of every From field
 * @param read what mailparser made of them
 */
export function readFrom(fields: readonly string[], read: readonly ReadAddress[]): From {
  const [field] = fields;
  if (field === undefined || field.trim() === '') return { status: 'doubtful', reason: 'none' };
  if (fields.length > 1) return { status: 'doubtful', reason: 'several' };
  const first = withAddress(read);
  const second = withAddress(addressparser(field, { flatten: true }));
  if (first.length > 1 || second.length > 1) return { status: 'doubtful', reason: 'several' };
  const [entry] = first;
  const [other] = second;
  if (entry === undefined && other === undefined) return { status: 'doubtful', reason: 'none' };
  if (entry === undefined || other === undefined) return { status: 'doubtful', reason: 'parsers-disagree' };
  const address = normalAddress(entry.address ?? '');
  if (address === null) return { status: 'doubtful', reason: 'unusual-address' };
  const strict = strictAddress(field);
  const agree = normalAddress(other.address ?? '') === address && strict !== null && normalAddress(strict) === address;
  if (!agree) return { status: 'doubtful', reason: 'parsers-disagree' };
  return { status: 'one', address, name: oneLine(entry.name ?? '', longestName) };
}

function withAddress(read: readonly ReadAddress[]): readonly ReadAddress[] {
  return read.filter((entry) => (entry.address ?? '').trim() !== '');
}

/** `name <address>` or a bare address, comments and quoted names left out; null when there is more to it. */
function strictAddress(field: string): string | null {
  const plain = withoutQuotes(field);
  if (plain === null) return null;
  const open = plain.indexOf('<');
  if (open < 0) return plain.trim();
  const close = plain.indexOf('>', open);
  const before = plain.slice(0, open);
  const after = plain.slice(close + 1);
  const address = plain.slice(open + 1, close).trim();
  if (close < 0 || before.includes('>') || address.includes('<') || after.trim() !== '') return null;
  // Some programs repeat the address as an unquoted name; any other address in front of it is a lure.
  if (before.includes('@') && before.trim() !== address) return null;
  return address;
}

function withoutQuotes(field: string): string | null {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < field.length; at += 1) {
    const character = field[at];
    if (character === '\\' && (quoted || depth > 0)) at += 1;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += character;
  }
  return quoted || depth > 0 ? null : kept;
}
