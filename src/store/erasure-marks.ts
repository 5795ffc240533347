// Tombstones are believed when data are restored, so nobody without our key may make one: its id is its mark.
import { createHmac } from 'node:crypto';
import type { SubKeys } from '../privacy/seal.ts';

/** What the id of a tombstone vouches for; the chain of the audit vouches for the rest. */
export interface MarkedErasure {
  readonly subject: string;
  readonly subjectId: string;
  readonly because: string;
  readonly rule: string;
  readonly dueOn: string;
  /** Hex where it is text; null: not of a message. */
  readonly fingerprint: Uint8Array | string | null;
}

/** A UUID of our own making (RFC 9562 §5.8): 122 bits of an HMAC-SHA-256 over what it vouches for. */
export function erasureId({ audit }: Pick<SubKeys, 'audit'>, erasure: MarkedErasure): string {
  const { subject, subjectId, because, rule, dueOn, fingerprint } = erasure;
  const print = typeof fingerprint === 'string' || fingerprint === null ? fingerprint : Buffer.from(fingerprint).toString('hex');
  const said = JSON.stringify(['erasure', subject, subjectId, because, rule, dueOn, print]);
  const bytes = createHmac('sha256', audit).update(said).digest().subarray(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function isOwnErasure(subKeys: Pick<SubKeys, 'audit'>, erasure: MarkedErasure & { readonly id: string }): boolean {
  return erasureId(subKeys, erasure) === erasure.id;
}
