import { randomUUID } from 'node:crypto';
import { and, eq, ne } from 'drizzle-orm';
import type { LetterLanguage } from '../case/kind.ts';
import type { Day } from '../case/policy.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { openKey, type SubKeys, seal, unseal } from '../privacy/seal.ts';
import { staff } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Db, Tx } from './db.ts';
import { createKey, insertKeys } from './keys.ts';

export const staffRoles = ['staff', 'approver', 'manager', 'auditor', 'authority'] as const;
/**
 * `staff` work on cases, an `approver` lets letters leave, a `manager` answers for dates, an `auditor` only reads,
 * `authority` handles what public bodies demand.
 */
export type StaffRole = (typeof staffRoles)[number];

export interface Roles {
  readonly isStaff: boolean;
  readonly isApprover: boolean;
  readonly isManager: boolean;
  readonly isAuditor: boolean;
  readonly isForAuthority: boolean;
}

/** One of our own people. Events and approvals name them by `id`. */
export interface StaffMember extends Roles {
  readonly id: string;
  readonly address: string;
  /** Null: that of the policy. */
  readonly language: LetterLanguage | null;
  /** Last day of an absence; one that has passed means nothing any more. */
  readonly awayUntil: Day | null;
  readonly standInId: string | null;
  /** Who said what the roles are: STAFF, MANAGERS and AUTHORITY, or `tijdig staff`, which is kept over them. */
  readonly source: 'environment' | 'command';
}

/** The roles somebody has. An approver works on cases too. */
export function rolesOf(roles: readonly StaffRole[]): Roles {
  const has = (role: StaffRole) => roles.includes(role);
  return {
    isStaff: has('staff') || has('approver'),
    isApprover: has('approver'),
    isManager: has('manager'),
    isAuditor: has('auditor'),
    isForAuthority: has('authority'),
  };
}

export function roleNames({ isStaff, isApprover, isManager, isAuditor, isForAuthority }: Roles): readonly StaffRole[] {
  const held = { staff: isStaff, approver: isApprover, manager: isManager, auditor: isAuditor, authority: isForAuthority };
  return staffRoles.filter((role) => held[role]);
}

/** As it is sealed and looked up. */
function plain(address: string): string {
  return address.trim().toLowerCase();
}

/**
 * Makes the table say what STAFF, MANAGERS and AUTHORITY say, except where a command said otherwise; whoever left keeps the row that
 * events name, without a role.
 */
export async function seedStaff(
  db: Db,
  subKeys: SubKeys,
  indexKey: Uint8Array,
  people: { readonly staff: readonly string[]; readonly managers: readonly string[]; readonly authority: readonly string[] },
): Promise<void> {
  const [workers, managers, named] = [people.staff.map(plain), people.managers.map(plain), people.authority.map(plain)];
  const fromEnvironment = eq(staff.source, 'environment');
  await db.transaction(async (tx) => {
    await tx.update(staff).set(rolesOf([])).where(fromEnvironment);
    for (const address of new Set([...workers, ...managers, ...named])) {
      const roles = rolesOf([
        ...(workers.includes(address) ? (['approver'] as const) : []),
        ...(managers.includes(address) ? (['manager'] as const) : []),
        ...(named.includes(address) ? (['authority'] as const) : []),
      ]);
      const added = await insertMember(tx, subKeys, indexKey, address, { ...roles, source: 'environment' });
      if (!added)
        await tx
          .update(staff)
          .set(roles)
          .where(and(eq(staff.addressIndex, blindIndex(indexKey, 'address', address)), fromEnvironment));
    }
  });
}

/** False: there is a row for this address. */
async function insertMember(
  tx: Tx,
  subKeys: SubKeys,
  indexKey: Uint8Array,
  address: string,
  wish: Roles & Pick<StaffMember, 'source'>,
): Promise<boolean> {
  const key = createKey(subKeys);
  const added = await tx
    .insert(staff)
    .values({
      id: randomUUID(),
      addressIndex: blindIndex(indexKey, 'address', address),
      keyId: key.id,
      address: seal(address, key.key),
      ...wish,
    })
    .onConflictDoNothing({ target: staff.addressIndex })
    .returning({ id: staff.id });
  if (added.length > 0) await insertKeys(tx, [key]);
  return added.length > 0;
}

/** What a command changes of somebody. */
export type StaffChange = Partial<Pick<StaffMember, 'language' | 'awayUntil' | 'standInId'>> & { readonly roles?: readonly StaffRole[] };

/** Adds somebody, or gives a former colleague roles again. From now on STAFF, MANAGERS and AUTHORITY do not change these roles. */
export async function addStaff(db: Db, subKeys: SubKeys, indexKey: Uint8Array, given: string, change: StaffChange): Promise<void> {
  const address = plain(given);
  await db.transaction(async (tx) => {
    await insertMember(tx, subKeys, indexKey, address, { ...rolesOf([]), source: 'command' });
    await tx
      .update(staff)
      .set(columnsOf(change))
      .where(eq(staff.addressIndex, blindIndex(indexKey, 'address', address)));
  });
}

/** Changes somebody who is there. An absence does not change who says what the roles are. */
export async function changeStaff(db: Db, id: string, change: StaffChange): Promise<void> {
  await db.query.update(staff).set(columnsOf(change)).where(eq(staff.id, id));
  // Nobody stands in who has gone.
  if (change.roles?.length === 0)
    await db.query
      .update(staff)
      .set({ awayUntil: null, standInId: null })
      .where(and(eq(staff.standInId, id), ne(staff.id, id)));
}

function columnsOf({ roles, ...rest }: StaffChange) {
  return { ...rest, ...(roles === undefined ? {} : { ...rolesOf(roles), source: 'command' as const }) };
}

/**
 * Everybody with a role, in the order of their addresses. A row whose index is not that of its address was not written by
 * us: it would make two people of one.
 */
export async function listStaff(tx: Tx, subKeys: SubKeys, indexKey: Uint8Array): Promise<readonly StaffMember[]> {
  const found = await tx.select({ member: staff, wrapped: dataKeys.wrapped }).from(staff).innerJoin(dataKeys, eq(dataKeys.id, staff.keyId));
  return found
    .filter(({ member }) => roleNames(member).length > 0)
    .map(({ member, wrapped }) => ({ member, address: unseal(member.address, openKey(subKeys, wrapped)).toString('utf8') }))
    .filter(({ member, address }) => blindIndex(indexKey, 'address', address).equals(member.addressIndex))
    .map(({ member, address }) => ({
      id: member.id,
      address,
      isStaff: member.isStaff,
      isApprover: member.isApprover,
      isManager: member.isManager,
      isAuditor: member.isAuditor,
      isForAuthority: member.isForAuthority,
      language: member.language,
      awayUntil: member.awayUntil,
      standInId: member.standInId,
      source: member.source,
    }))
    .sort((one, other) => (one.address < other.address ? -1 : 1));
}
