import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { blindIndex } from '../privacy/fingerprint.ts';
import { type SubKeys, seal, unseal } from '../privacy/seal.ts';
import { staff } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Db, Tx } from './db.ts';
import { createKey, insertKeys } from './keys.ts';

/** One of our own people. Events and approvals name them by `id`. */
export interface StaffMember {
  readonly id: string;
  readonly address: string;
  readonly isStaff: boolean;
  readonly isManager: boolean;
}

/** Makes the table say what STAFF and MANAGERS say; whoever left keeps the row that events name, without a role. */
export async function seedStaff(
  db: Db,
  subKeys: SubKeys,
  indexKey: Uint8Array,
  people: { staff: readonly string[]; managers: readonly string[] },
): Promise<void> {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  const all = [...new Set([...people.staff, ...people.managers].map((address) => address.trim().toLowerCase()))];
  await db.transaction(async (tx) => {
    await tx.update(staff).set({ isStaff: false, isManager: false });
    for (const address of all) {
      const roles = {
        isStaff: people.staff.some((one) => same(one, address)),
        isManager: people.managers.some((one) => same(one, address)),
      };
      const key = createKey(subKeys);
      const added = await tx
        .insert(staff)
        .values({
          id: randomUUID(),
          addressIndex: blindIndex(indexKey, 'address', address),
          keyId: key.id,
          address: seal(address, key.key),
          ...roles,
        })
        .onConflictDoUpdate({ target: staff.addressIndex, set: roles })
        .returning({ keyId: staff.keyId });
      if (added[0]?.keyId === key.id) await insertKeys(tx, [key]);
    }
  });
}

export async function listStaff(tx: Tx, subKeys: SubKeys): Promise<readonly StaffMember[]> {
  const found = await tx.select({ member: staff, wrapped: dataKeys.wrapped }).from(staff).innerJoin(dataKeys, eq(dataKeys.id, staff.keyId));
  return found
    .filter(({ member }) => member.isStaff || member.isManager)
    .map(({ member, wrapped }) => ({
      id: member.id,
      address: unseal(member.address, unseal(wrapped, subKeys.wrap)).toString('utf8'),
      isStaff: member.isStaff,
      isManager: member.isManager,
    }));
}
