// What is asked about letters with a code in them, and about the replies to those.
import { and, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { openKey, type SubKeys, unsealJson } from '../privacy/seal.ts';
import { messages } from '../schema/intake.ts';
import { letterCases, letters } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import type { LetterContent } from './letters.ts';

type CodeLetterKind = 'identity-request' | 'download-code';

/** Letters with a code written to one address since an instant, whatever became of them; withdrawn drafts aside. */
export async function countCodeLetters(tx: Tx, kind: CodeLetterKind, recipientIndex: Uint8Array, since: string): Promise<number> {
  const [found] = await tx
    .select({ letters: count() })
    .from(letters)
    .where(
      and(
        eq(letters.recipientIndex, recipientIndex),
        gt(letters.writtenAt, since),
        sql`${letters.kind} in ('identity-request', 'download-code')`,
        eq(letters.kind, kind),
        inArray(letters.status, ['draft', 'queued', 'sending', 'accepted', 'unknown']),
      ),
    );
  return found?.letters ?? 0;
}

/** The newest identity request of a case that left, with its words; null when there is none any more. */
export async function newestIdentityLetter(tx: Tx, subKeys: SubKeys, caseId: string): Promise<LetterContent | null> {
  const [found] = await tx
    .select({ content: letters.content, wrapped: dataKeys.wrapped })
    .from(letters)
    .innerJoin(letterCases, eq(letterCases.letterId, letters.id))
    .innerJoin(dataKeys, eq(dataKeys.id, letters.keyId))
    .where(
      and(
        eq(letterCases.caseId, caseId),
        eq(letters.kind, 'identity-request'),
        inArray(letters.status, ['sending', 'accepted', 'unknown']),
      ),
    )
    .orderBy(desc(letters.writtenAt))
    .limit(1);
  if (found === undefined || found.content === null) return null;
  return unsealJson<LetterContent>(found.content, openKey(subKeys, found.wrapped));
}

/** Those of some cases about which a letter went to this address. */
export async function casesWrittenTo(tx: Tx, caseIds: readonly string[], recipientIndex: Uint8Array): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const found = await tx
    .selectDistinct({ caseId: letterCases.caseId })
    .from(letterCases)
    .innerJoin(letters, eq(letters.id, letterCases.letterId))
    .where(
      and(
        inArray(letterCases.caseId, [...caseIds]),
        eq(letters.recipientIndex, recipientIndex),
        eq(letters.audience, 'customer'),
        inArray(letters.status, ['sending', 'accepted', 'unknown']),
      ),
    );
  return new Set(found.map((row) => row.caseId));
}

/** Messages of one sender since an instant that were put aside, or joined, for this reason. */
export async function countMessagesBecause(tx: Tx, fromIndex: Uint8Array, reason: string, since: string): Promise<number> {
  const [found] = await tx
    .select({ messages: count() })
    .from(messages)
    .where(and(eq(messages.fromIndex, fromIndex), gt(messages.receivedAt, since), sql`${reason} = any(${messages.reasons})`));
  return found?.messages ?? 0;
}
