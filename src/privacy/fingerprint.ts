import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Keyed fingerprints let rows be found and compared without holding what they stand for. */
export type IndexPurpose = 'address' | 'message-id' | 'phone' | 'order';

/** Keyed blind index (HMAC-SHA-256) of a value under a site key that is never rotated. Addresses are compared without case. */
export function blindIndex(key: Uint8Array, purpose: IndexPurpose, value: string): Buffer {
  const normal = purpose === 'address' ? value.trim().toLowerCase() : value.trim();
  return createHmac('sha256', key).update(purpose).update('\0').update(normal).digest();
}

/** SHA-256, hex. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    // Length first, so that two neighbours can never trade a byte.
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

/** The first 128 bits of an HMAC-SHA-256, hex: short enough for a header. */
export function sign(key: Uint8Array, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(parts.join('\0')).digest('hex').slice(0, 32);
}

export function isSignature(key: Uint8Array, signature: string, ...parts: readonly string[]): boolean {
  const right = Buffer.from(sign(key, ...parts));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given);
}
