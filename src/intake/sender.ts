/**
 * Whether our own mail boundary vouches for the From domain: DMARC, as Authentication-Results (RFC 8601) report it.
 *
 * Anyone can write such a field, so only those count that carry our authserv-id and stand above the Received field
 * our boundary wrote when it took the message from outside: everything the sender wrote is below that field. Reading
 * from the top, Received fields of handovers inside our own house (LMTP, a filter on localhost) are passed over;
 * the first that names an address on the internet is the boundary's, and nothing below it is believed. So is the first
 * of which we cannot tell. A pass for another domain than From's is no pass. Never a DNS query; without an
 * authserv-id, or in any doubt, the answer is `unverified`.
 */
import { isIP } from 'node:net';
import { domainOf, normalDomain } from './address.ts';
import type { ParsedMessage, SenderAuthentication } from './message.ts';

interface DmarcResult {
  readonly result: string;
  /** The domain it was about, when the field says so. */
  readonly domain: string | null;
}

/** The boundary's word about this message's sender; `authservId` is `AUTHSERV_ID`. */
export function authenticate(message: Pick<ParsedMessage, 'headers' | 'from'>, authservId: string | null): SenderAuthentication {
  if (authservId === null || authservId.trim() === '') return 'unverified';
  const ours = authservId.trim().toLowerCase();
  const results: DmarcResult[] = [];
  for (const { name, value } of message.headers) {
    if (name === 'received' && !isHandover(value, ours)) break;
    if (name === 'authentication-results') results.push(...dmarcResults(value, ours));
  }
  if (results.some(({ result }) => result === 'fail')) return 'fail';
  if (message.from.status !== 'one') return 'unverified';
  const domain = domainOf(message.from.address);
  const passes = results.filter(({ result }) => result === 'pass');
  if (passes.length === 0) return 'unverified';
  return passes.every((pass) => pass.domain === null || normalDomain(pass.domain) === domain) ? 'pass' : 'unverified';
}

/** A step inside our own house: no address on the internet in its from-clause, and taken by LMTP or from one of ours. */
function isHandover(received: string, ours: string): boolean {
  const value = received.slice(0, 2000);
  const by = /(?:^|\s)by\s/i.exec(value);
  const from = by === null ? value : value.slice(0, by.index);
  if (by === null || publicAddress(from)) return false;
  if (from.trim() === '') return true;
  const host = /^from\s+([^\s()]+)/i.exec(from.trim())?.[1]?.toLowerCase() ?? '';
  return /\swith\s+(?:E?LMTP|LMTPS?A?)\b/i.test(value) || isOurHost(host, ours);
}

function isOurHost(host: string, ours: string): boolean {
  return host === 'localhost' || host.startsWith('localhost.') || host === ours || host.endsWith(`.${ours}`) || isPrivate(host);
}

function publicAddress(text: string): boolean {
  return text
    .split(/[^0-9A-Fa-f:.]+/)
    .map((word) => word.replace(/^[.:]+(?=[0-9A-Fa-f]+\.)|\.+$/g, ''))
    .some((word) => isIP(word) !== 0 && !isPrivate(word));
}

function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return /^(?:10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2[0-9]|3[01])\./.test(address);
  if (isIP(address) === 6) return address === '::1' || /^f[cd][0-9a-f]{2}:|^fe80:/i.test(address);
  return false;
}

/** The DMARC results of one field, none when it is not ours. */
function dmarcResults(field: string, ours: string): readonly DmarcResult[] {
  const plain = withoutComments(field.slice(0, 8192));
  const [head = '', ...methods] = plain.split(';');
  if (head.trim().split(/\s+/)[0]?.toLowerCase() !== ours) return [];
  return methods.flatMap((method) => {
    const result = /^\s*dmarc\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)/i.exec(method)?.[1]?.toLowerCase();
    if (result === undefined) return [];
    return [{ result, domain: /\sheader\.from\s*=\s*([^\s;]+)/i.exec(method)?.[1]?.toLowerCase() ?? null }];
  });
}

/** Comments removed, quoted strings replaced by their content without the characters that could end a result. */
function withoutComments(field: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < field.length; at += 1) {
    const character = field.charAt(at);
    if (character === '\\' && (quoted || depth > 0)) at += 1;
    else if (character === '"' && depth === 0) quoted = !quoted;
    else if (quoted) kept += /[;\s=]/.test(character) ? '_' : character;
    else if (character === '(') depth += 1;
    else if (character === ')' && depth > 0) depth -= 1;
    else if (depth === 0) kept += character;
  }
  return kept;
}
