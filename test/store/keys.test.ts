import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { openKey, whoWrapped } from '../../src/privacy/seal.ts';
import { rows } from '../../src/store/db.ts';
import { createKey, openSiteKeys } from '../../src/store/keys.ts';
import { openHouse } from '../../src/worker/assemble.ts';
import { copyEmptyDatabase } from '../support/databases.ts';
import { testClock } from '../support/journey.ts';
import { failureOf, onEveryDatabase } from '../support/stores.ts';

const fresh = Buffer.from('a sentence that nobody has ever written down before');

onEveryDatabase((databases) => {
  const open = async () => {
    const store = await databases.open();
    const { secretKey } = store.config;
    if (secretKey === null) throw new Error('the store has no key');
    return { ...store, old: secretKey };
  };

  test('a key that wrapped nothing here is refused in one line that names the variable', async () => {
    const { db } = await open();
    const failure = await failureOf(openSiteKeys(db, { present: fresh, others: [] }));
    expect(failure).toMatchObject({ code: 'secret-key', retry: 'never' });
    expect(failure.message).toMatch(/^SECRET_KEY [^\n]*$/);
  });

  test('a start with the wrong key says so, and writes nothing', async () => {
    const config = await databases.empty();
    if (databases.kind === 'PGlite') await copyEmptyDatabase(config.dataDir);
    const start = (secretKey: Uint8Array | null) => openHouse({ ...config, secretKey }, testClock('2026-01-12T10:00:00+01:00'), silentLog);
    await (await start(config.secretKey)).close();
    expect(await failureOf(start(fresh))).toMatchObject({ code: 'secret-key' });
    const house = await start(config.secretKey);
    const [site] = await rows<{ count: string }>(house.context.db.query, sql`select count(*) from site_keys`);
    await house.close();
    expect(Number(site?.count)).toBe(2);
  });

  test('the old key and the new one work side by side: each opens what the other wraps, and both sign alike', async () => {
    const { db, old } = await open();
    const a = await openSiteKeys(db, { present: old, others: [fresh] });
    const b = await openSiteKeys(db, { present: fresh, others: [old] });
    const [byA, byB] = [createKey(a.subKeys), createKey(b.subKeys)];
    expect(openKey(b.subKeys, byA.wrapped)).toEqual(byA.key);
    expect(openKey(a.subKeys, byB.wrapped)).toEqual(byB.key);
    expect([whoWrapped(b.subKeys, byA.wrapped), whoWrapped(b.subKeys, byB.wrapped)]).toEqual([1, 0]);
    expect({ ...a.subKeys, wrapping: null }).toEqual({ ...b.subKeys, wrapping: null });
    expect(a.indexKey).toEqual(b.indexKey);
    const alone = await openSiteKeys(db, { present: old, others: [] });
    expect(() => openKey(alone.subKeys, byB.wrapped)).toThrow('cannot be opened');
  });

  test('the keys of a site differ from one another and say nothing about SECRET_KEY', async () => {
    const { db, old } = await open();
    const { subKeys, indexKey } = await openSiteKeys(db, { present: old, others: [] });
    const { wrapping, ...signing } = subKeys;
    const all = [...wrapping, ...Object.values(signing), indexKey, old].map((one) => Buffer.from(one).toString('hex'));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((one) => one.length < 64)).toEqual([]);
  });
});
