import { isSignature, sign } from '../privacy/fingerprint.ts';
import type { SubKeys } from '../privacy/seal.ts';

/** Marks our letters carry so that we know them again: nobody without our key can make one. */
interface Marker {
  readonly subKeys: SubKeys;
}

/** Value of `X-Tijdig-Loop`: the letter's id and its signature. */
export function loopHeader({ subKeys }: Marker, letterId: string): string {
  return `${letterId}.${sign(subKeys.loop, letterId)}`;
}

/** The letter a loop header names; null when it is not ours. */
export function letterOfLoop({ subKeys }: Marker, value: string): string | null {
  const [letterId = '', signature = ''] = value.trim().split('.', 2);
  return isSignature(subKeys.loop, signature, letterId) ? letterId : null;
}

/** The token of a reply address: the letter's id without dashes, then 32 bits of its signature. */
export function letterToken({ subKeys }: Marker, letterId: string): string {
  return letterId.replaceAll('-', '') + sign(subKeys.loop, 'token', letterId).slice(0, 8);
}

/** The letter a token names; null when it is not ours. */
export function letterOfToken(marker: Marker, token: string): string | null {
  const hex = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})[0-9a-f]{8}$/.exec(token.toLowerCase());
  if (hex === null) return null;
  const letterId = hex.slice(1, 6).join('-');
  return letterToken(marker, letterId) === token.toLowerCase() ? letterId : null;
}
