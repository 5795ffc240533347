/**
 * What a browser that asked for a code carries until it types it: whose code, a secret that the code is bound to, and
 * when. Sealed, and of the same length for everybody: it tells nobody whether an address is one of ours.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { blindIndex } from '../privacy/fingerprint.ts';
import { seal, unseal } from '../privacy/seal.ts';
import type { Context } from '../worker/context.ts';

export const askingCookie = 'tijdig.asking';
/** How long a code may be typed. */
export const codeMinutes = 10;

export interface Asking {
  /** Blind index of the address that was typed, hex. */
  readonly address: string;
  /** Hex. */
  readonly browser: string;
  readonly askedAt: Temporal.Instant;
}

export function createAsking(context: Context, address: string): Asking {
  return {
    address: blindIndex(context.indexKey, 'address', address).toString('hex'),
    browser: randomBytes(16).toString('hex'),
    askedAt: context.clock.now().round({ smallestUnit: 'second', roundingMode: 'floor' }),
  };
}

export function writeAsking(context: Context, { address, browser, askedAt }: Asking): string {
  return seal(`${address} ${browser} ${askedAt.toString()}`, keyOf(context)).toString('base64url');
}

/** Null: there is none, it is not ours, or it is older than a code may be. */
export function readAsking(context: Context, cookie: string | undefined): Asking | null {
  if (cookie === undefined || cookie.length > 400) return null;
  const read = open(context, cookie);
  if (read === null) return null;
  const [address = '', browser = '', at = ''] = read.split(' ');
  const askedAt = Temporal.Instant.from(at);
  return Temporal.Instant.compare(context.clock.now(), askedAt.add({ minutes: codeMinutes })) < 0 ? { address, browser, askedAt } : null;
}

function open(context: Context, cookie: string): string | null {
  try {
    return unseal(Buffer.from(cookie, 'base64url'), keyOf(context)).toString('utf8');
  } catch {
    // Forged, cut short, or sealed with another key: all the same to us.
    return null;
  }
}

function keyOf(context: Context): Uint8Array {
  return createHmac('sha256', context.subKeys.console).update('asking').digest();
}
