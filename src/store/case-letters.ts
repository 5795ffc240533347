import { asc, eq, inArray } from 'drizzle-orm';
import { openKey, type SubKeys, unsealJson } from '../privacy/seal.ts';
import type { LetterKind } from '../responders/letter.ts';
import { approvals, type LetterStatus, letterCases, letters } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import type { LetterContent, WithheldBecause } from './letters.ts';

/** A letter of a case with everything a person may want to see of it. */
export interface CaseLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly audience: 'customer' | 'internal';
  readonly status: LetterStatus;
  readonly withheld: boolean;
  /** Why it was, also when it was sent after all. */
  readonly withheldBecause: WithheldBecause | null;
  readonly hash: string;
  readonly writtenAt: string;
  readonly sentAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly attempts: number;
  /** Null: erased. */
  readonly content: LetterContent | null;
  /** Of whatever content; those of the present one carry its `hash`. */
  readonly approvals: readonly { readonly staffId: string; readonly hash: string; readonly at: string }[];
}

/** Letters of one case, oldest first, unsealed. */
export async function loadCaseLetters(tx: Tx, subKeys: SubKeys, caseId: string): Promise<readonly CaseLetter[]> {
  const found = await tx
    .select({ letter: letters, wrapped: dataKeys.wrapped })
    .from(letters)
    .innerJoin(letterCases, eq(letterCases.letterId, letters.id))
    .leftJoin(dataKeys, eq(dataKeys.id, letters.keyId))
    .where(eq(letterCases.caseId, caseId))
    .orderBy(asc(letters.writtenAt), asc(letters.id));
  if (found.length === 0) return [];
  const ids = found.map(({ letter }) => letter.id);
  const given = await tx.select().from(approvals).where(inArray(approvals.letterId, ids)).orderBy(approvals.at);
  return found.map(({ letter, wrapped }) => ({
    id: letter.id,
    kind: letter.kind,
    audience: letter.audience,
    status: letter.status,
    withheld: letter.withheld,
    withheldBecause: letter.withheldBecause,
    hash: letter.hash,
    writtenAt: letter.writtenAt,
    sentAt: letter.sentAt,
    nextAttemptAt: letter.nextAttemptAt,
    attempts: letter.attempts,
    content: letter.content === null || wrapped === null ? null : unsealJson<LetterContent>(letter.content, openKey(subKeys, wrapped)),
    approvals: given.filter((one) => one.letterId === letter.id).map(({ staffId, hash, at }) => ({ staffId, hash, at })),
  }));
}
