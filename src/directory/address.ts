import { domainToASCII } from 'node:url';

/** The longest address SMTP carries (RFC 5321 §4.5.3.1.3), without its brackets. */
const longest = 254;

/** An address as it is compared: lower case, its domain in ASCII. Null when it is none. */
export function normalAddress(written: string): string | null {
  const address = written.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const domain = domainToASCII(address.slice(at + 1));
  if (at < 1 || domain === '' || address.length > longest || /[\s,;<>"]/.test(address)) return null;
  return `${address.slice(0, at)}@${domain}`;
}
