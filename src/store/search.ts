/** Finds cases by what is typed in full: a reference, or the blind index of an address or number. Reads only. */
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import type { SubKeys } from '../privacy/seal.ts';
import { caseMessages, caseSearchKeys, cases } from '../schema/case.ts';
import { messages } from '../schema/intake.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import { known, type ListedCase, toListed } from './queue.ts';

export interface Wanted {
  readonly reference: string | null;
  /** Blind index of an address: of the requester, or of anybody who wrote in the case. */
  readonly address: Uint8Array | null;
  /** Blind indexes of a telephone or order number. */
  readonly keys: readonly Uint8Array[];
  /** Whether demands of public bodies may be found. */
  readonly demands: boolean;
}

/** Open and closed cases, the newest first, at most `most`. */
export async function searchCases(tx: Tx, subKeys: SubKeys, wanted: Wanted, most: number): Promise<readonly ListedCase[]> {
  const conditions = [
    wanted.reference === null ? undefined : eq(cases.reference, wanted.reference),
    wanted.address === null ? undefined : eq(cases.requesterIndex, wanted.address),
    wanted.address === null
      ? undefined
      : inArray(
          cases.id,
          tx
            .select({ id: caseMessages.caseId })
            .from(caseMessages)
            .innerJoin(messages, eq(messages.id, caseMessages.messageId))
            .where(eq(messages.fromIndex, wanted.address)),
        ),
    wanted.keys.length === 0
      ? undefined
      : inArray(
          cases.id,
          tx
            .select({ id: caseSearchKeys.caseId })
            .from(caseSearchKeys)
            .where(inArray(caseSearchKeys.value, [...wanted.keys])),
        ),
  ].filter((condition) => condition !== undefined);
  if (conditions.length === 0) return [];
  const found = await tx
    .select({ state: cases.state, person: cases.person, wrapped: dataKeys.wrapped })
    .from(cases)
    .leftJoin(dataKeys, eq(dataKeys.id, cases.keyId))
    .where(and(or(...conditions), known(wanted)))
    .orderBy(sql`${cases.closedAt} is not null`, desc(cases.receivedAt), cases.reference)
    .limit(most);
  return found.map((row) => toListed(row, subKeys));
}
