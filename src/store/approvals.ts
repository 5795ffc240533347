// Who approved exactly which content. A row says so only with a mark that nobody can make without our key.
import { inArray } from 'drizzle-orm';
import { isSignature, sign } from '../privacy/fingerprint.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { approvals } from '../schema/letter.ts';
import type { Tx } from './db.ts';

export interface Approval {
  readonly letterId: string;
  readonly hash: string;
  /** Staff id. */
  readonly staffId: string;
}

export async function insertApproval(tx: Tx, subKeys: SubKeys, { letterId, hash, staffId }: Approval): Promise<void> {
  await tx.insert(approvals).values({ letterId, hash, staffId, mark: sign(subKeys.approval, letterId, hash, staffId) });
}

/** The approvals of letters that are the program's own; rows that anybody else wrote are left out. */
export async function markedApprovals(tx: Tx, subKeys: SubKeys, letterIds: readonly string[]): Promise<readonly Approval[]> {
  if (letterIds.length === 0) return [];
  const found = await tx
    .select()
    .from(approvals)
    .where(inArray(approvals.letterId, [...letterIds]));
  return found.filter(({ letterId, hash, staffId, mark }) => isSignature(subKeys.approval, mark, letterId, hash, staffId));
}
