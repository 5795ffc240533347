import { eq } from 'drizzle-orm';
import type { Policy } from '../case/policy.ts';
import { policies } from '../schema/case.ts';
import { settings } from '../schema/site.ts';
import type { Db } from './db.ts';

type SettingName = 'go-live' | 'begun-at' | 'holidays' | 'restored-at';

/** The value written first under this name, by whichever worker; later ones do not change it. */
export async function writeOnce(db: Db, name: SettingName, value: string): Promise<string> {
  await db.query.insert(settings).values({ name, value }).onConflictDoNothing();
  return (await readSetting(db, name)) ?? value;
}

/** For what may change: the table of holidays that dates were computed by. */
export async function writeSetting(db: Db, name: Extract<SettingName, 'holidays'>, value: string): Promise<void> {
  await db.query.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } });
}

export async function readSetting(db: Db, name: SettingName): Promise<string | null> {
  const [row] = await db.query.select().from(settings).where(eq(settings.name, name));
  return row?.value ?? null;
}

/** Keeps a policy version for as long as a case may be bound to it. */
export async function keepPolicy(db: Db, policy: Policy): Promise<void> {
  await db.query.insert(policies).values({ hash: policy.hash, content: policy }).onConflictDoNothing();
}

export async function loadPolicies(db: Db): Promise<ReadonlyMap<string, Policy>> {
  const all = await db.query.select().from(policies);
  return new Map(all.map((row) => [row.hash, row.content]));
}
