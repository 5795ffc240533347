/**
 * Sealing: AES-256-GCM (NIST SP 800-38D) with one random data key per message, letter, case and staff member.
 * Data keys are wrapped by a sub-key of SECRET_KEY and kept in a table of their own: deleting a key erases the
 * content wherever a copy of it lies. A sealed value is `iv (12) | tag (16) | ciphertext`. Tampering, a wrong key
 * or a wrong purpose throws `ExpectedError('unsealing-failed')`.
 */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { ExpectedError } from '../errors.ts';

const ivBytes = 12;
const tagBytes = 16;

/** SECRET_KEY, and the keys of SECRET_KEY_OTHERS: those open what they once wrapped and never wrap anything again. */
export interface SecretKeys {
  readonly present: Uint8Array;
  readonly others: readonly Uint8Array[];
}

/** The keys the program works with, 32 bytes each. Only those of `wrapping` change when SECRET_KEY does. */
export interface SubKeys {
  /** Wrap data keys and site keys: the first is of the present SECRET_KEY, the others only open. */
  readonly wrapping: readonly [Uint8Array, ...Uint8Array[]];
  /** Signs our Message-IDs. */
  readonly messageId: Uint8Array;
  /** Signs the loop header. */
  readonly loop: Uint8Array;
  /** Digests of the codes that verify a requester or open a download page. */
  readonly code: Uint8Array;
  /** Marks approvals as the program's own. */
  readonly approval: Uint8Array;
  /** Marks events as the program's own, and chains the audit. */
  readonly audit: Uint8Array;
  /** Everything that signs people in to the console. */
  readonly console: Uint8Array;
}

export type Wrapping = Pick<SubKeys, 'wrapping'>;

/** Keys that were sub-keys of SECRET_KEY itself until it could change (HKDF-SHA-256, RFC 5869), and the purposes they had. */
const firstPurposes = ['message-id', 'loop', 'code', 'approval', 'console'] as const;

function derive(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, 'tijdig', purpose, 32));
}

export function deriveWrapping({ present, others }: SecretKeys): Wrapping {
  return { wrapping: [derive(present, 'wrap'), ...others.map((other) => derive(other, 'wrap'))] };
}

/**
 * What the site signs with, 160 bytes. @param secretKey where signatures made by sub-keys of it must go on being verified;
 * null: random. The key itself cannot be found out from it: whoever holds a later SECRET_KEY must not get this one.
 */
export function createSigningKey(secretKey: Uint8Array | null): Uint8Array {
  return secretKey === null ? randomBytes(32 * firstPurposes.length) : Buffer.concat(firstPurposes.map((one) => derive(secretKey, one)));
}

/** @param signing as `createSigningKey` made it */
export function deriveSubKeys({ wrapping }: Wrapping, signing: Uint8Array): SubKeys {
  const nth = (purpose: (typeof firstPurposes)[number]) => {
    const start = 32 * firstPurposes.indexOf(purpose);
    return signing.subarray(start, start + 32);
  };
  return {
    wrapping,
    messageId: nth('message-id'),
    loop: nth('loop'),
    code: nth('code'),
    approval: nth('approval'),
    console: nth('console'),
    audit: derive(signing, 'audit'),
  };
}

/** Seals a data key or site key by the present SECRET_KEY. */
export function wrapKey({ wrapping }: Wrapping, key: Uint8Array): Buffer {
  return seal(key, wrapping[0]);
}

/** Opens a data key or site key, whichever of our secret keys wrapped it. @throws ExpectedError `unsealing-failed` */
export function openKey({ wrapping }: Wrapping, wrapped: Uint8Array): Buffer {
  const [present, ...others] = wrapping;
  if (others.length === 0) return unseal(wrapped, present);
  return unseal(wrapped, wrapping[whoWrapped({ wrapping }, wrapped) ?? 0] ?? present);
}

/** Which of the secret keys wrapped a key, 0 being the present one; null: none of them. */
export function whoWrapped({ wrapping }: Wrapping, wrapped: Uint8Array): number | null {
  const found = wrapping.findIndex((one) => opens(wrapped, one));
  return found === -1 ? null : found;
}

function opens(wrapped: Uint8Array, key: Uint8Array): boolean {
  try {
    unseal(wrapped, key);
    return true;
  } catch {
    return false;
  }
}

/** Names a secret key without giving anything of it away: 32 bits, hex. */
export function secretKeyId(wrapping: Uint8Array): string {
  return createHash('sha256').update('tijdig key id').update(derive(wrapping, 'id')).digest('hex').slice(0, 8);
}

export function createDataKey(): Uint8Array {
  return randomBytes(32);
}

export function seal(plain: Uint8Array | string, key: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  const end = cipher.final();
  return Buffer.concat([iv, cipher.getAuthTag(), body, end]);
}

export function unseal(sealed: Uint8Array, key: Uint8Array): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new ExpectedError('unsealing-failed', 'A sealed value cannot be opened: SECRET_KEY is not the key it was sealed with.', {
      retry: 'never',
      cause,
    });
  }
}

export function sealJson(value: unknown, key: Uint8Array): Buffer {
  return seal(JSON.stringify(value), key);
}

/** The value sealed by `sealJson`. The caller names the type it sealed. */
export function unsealJson<T>(sealed: Uint8Array, key: Uint8Array): T {
  return JSON.parse(unseal(sealed, key).toString('utf8')) as T;
}
