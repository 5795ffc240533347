import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { maskPaymentData } from '../privacy/mask.ts';
import { openKey, type SubKeys, seal, unseal } from '../privacy/seal.ts';
import { notes } from '../schema/case.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import { createKey, insertKeys } from './keys.ts';

export interface Note {
  readonly by: string;
  readonly text: string;
  readonly at: string;
}

/** Payment data in a note is masked: whoever wrote it down. */
export async function insertNote(tx: Tx, subKeys: SubKeys, caseId: string, by: string, text: string): Promise<void> {
  const key = createKey(subKeys);
  await insertKeys(tx, [key]);
  await tx.insert(notes).values({ id: randomUUID(), caseId, by, keyId: key.id, text: seal(maskPaymentData(text).text, key.key) });
}

/** Notes of a case that were not erased, oldest first. */
export async function listNotes(tx: Tx, subKeys: SubKeys, caseId: string): Promise<readonly Note[]> {
  const found = await tx
    .select({ note: notes, wrapped: dataKeys.wrapped })
    .from(notes)
    .innerJoin(dataKeys, eq(dataKeys.id, notes.keyId))
    .where(eq(notes.caseId, caseId))
    .orderBy(notes.writtenAt);
  return found.flatMap(({ note: { by, writtenAt, text }, wrapped }) =>
    text === null ? [] : [{ by, at: writtenAt, text: unseal(text, openKey(subKeys, wrapped)).toString('utf8') }],
  );
}
