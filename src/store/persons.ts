import { eq } from 'drizzle-orm';
import { openKey, type SubKeys, sealJson } from '../privacy/seal.ts';
import { cases } from '../schema/case.ts';
import { dataKeys } from '../schema/site.ts';
import type { CasePerson } from './cases.ts';
import type { Tx } from './db.ts';

/** Writes the sealed part of a case anew, under the key it has. A case whose key was erased keeps nothing. */
export async function updatePerson(tx: Tx, subKeys: SubKeys, caseId: string, person: CasePerson): Promise<void> {
  const [found] = await tx
    .select({ wrapped: dataKeys.wrapped })
    .from(cases)
    .innerJoin(dataKeys, eq(dataKeys.id, cases.keyId))
    .where(eq(cases.id, caseId));
  if (found === undefined) return;
  await tx
    .update(cases)
    .set({ person: sealJson(person, openKey(subKeys, found.wrapped)) })
    .where(eq(cases.id, caseId));
}
