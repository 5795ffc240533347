/**
 * Sealing: AES-256-GCM (NIST SP 800-38D) with one random data key per message, letter, case and staff member.
 * Data keys are wrapped by a sub-key of SECRET_KEY and kept in a table of their own: deleting a key erases the
 * content wherever a copy of it lies. A sealed value is `iv (12) | tag (16) | ciphertext`. Tampering, a wrong key
 * or a wrong purpose throws `ExpectedError('unsealing-failed')`.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { ExpectedError } from '../errors.ts';

const ivBytes = 12;
const tagBytes = 16;

/** Sub-keys of SECRET_KEY, 32 bytes each (HKDF-SHA-256, RFC 5869). */
export interface SubKeys {
  /** Wraps data keys and site keys. */
  readonly wrap: Uint8Array;
  /** Signs our Message-IDs. */
  readonly messageId: Uint8Array;
  /** Signs the loop header. */
  readonly loop: Uint8Array;
  /** Digests of the codes that verify a requester or open a download page. */
  readonly code: Uint8Array;
  /** Marks approvals as the program's own. */
  readonly approval: Uint8Array;
  /** Everything that signs people in to the console. */
  readonly console: Uint8Array;
}

export function deriveSubKeys(secretKey: Uint8Array): SubKeys {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', secretKey, 'tijdig', purpose, 32));
  return {
    wrap: derive('wrap'),
    messageId: derive('message-id'),
    loop: derive('loop'),
    code: derive('code'),
    approval: derive('approval'),
    console: derive('console'),
  };
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
