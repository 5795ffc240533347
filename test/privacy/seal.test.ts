import { hkdfSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSigningKey, deriveSubKeys, deriveWrapping, openKey, seal, secretKeyId, wrapKey } from '../../src/privacy/seal.ts';

const secret = Buffer.from('de sleutel van een huis dat al jaren draait');
const hkdf = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, 'tijdig', purpose, 32));

test('what was signed by sub-keys of SECRET_KEY goes on being verified', () => {
  const subKeys = deriveSubKeys(deriveWrapping({ present: Buffer.alloc(32, 7), others: [] }), createSigningKey(secret));
  const bytes = Object.entries(subKeys).flatMap(([name, key]) => (name === 'wrapping' ? [] : [[name, Buffer.from(key as Uint8Array)]]));
  expect(Object.fromEntries(bytes)).toMatchObject({
    messageId: Buffer.from(hkdf('message-id')),
    loop: Buffer.from(hkdf('loop')),
    code: Buffer.from(hkdf('code')),
    approval: Buffer.from(hkdf('approval')),
    console: Buffer.from(hkdf('console')),
  });
});

test('what was wrapped until now is opened', () => {
  const key = Buffer.alloc(32, 9);
  expect(openKey(deriveWrapping({ present: secret, others: [] }), seal(key, hkdf('wrap')))).toEqual(key);
});

test('a signing key does not hold the key it was made from, nor the one that wraps', () => {
  const signing = Buffer.from(createSigningKey(secret)).toString('hex');
  expect(signing).not.toContain(secret.toString('hex'));
  expect(signing).not.toContain(Buffer.from(hkdf('wrap')).toString('hex'));
});

test('two new sites sign differently', () => {
  expect(createSigningKey(null)).not.toEqual(createSigningKey(null));
});

test('the name of a key is the same every time, and another for another key', () => {
  const [one, two] = deriveWrapping({ present: secret, others: [Buffer.alloc(32, 3)] }).wrapping;
  expect(secretKeyId(one)).toMatch(/^[0-9a-f]{8}$/);
  expect(secretKeyId(one)).toBe(secretKeyId(one));
  expect(secretKeyId(one)).not.toBe(secretKeyId(two ?? one));
});

test('a new key wraps what the old ones cannot open', () => {
  const present = deriveWrapping({ present: Buffer.alloc(32, 5), others: [secret] });
  const wrapped = wrapKey(present, Buffer.alloc(32, 1));
  expect(() => openKey(deriveWrapping({ present: secret, others: [] }), wrapped)).toThrow('cannot be opened');
});
