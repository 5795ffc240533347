import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { openKey, type SubKeys, seal, unsealJson } from '../privacy/seal.ts';
import type { LetterKind } from '../responders/letter.ts';
import { type LetterStatus, letterCases, letters, reviews, type WithheldBecause } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import type { NewKey } from './keys.ts';

export type { WithheldBecause };

/** What was reviewed and is sealed: everything the bytes are made from. */
export interface LetterContent {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** What staff gave for it; null: a letter that takes nothing from staff. */
  readonly input: LetterInput | null;
  readonly attachments: readonly Attachment[];
}

/** A file that goes with a letter; its content in base64. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
  /** A picture that the HTML shows under this Content-ID. */
  readonly cid?: string;
  /** It does not go with the letter but waits on a page, and `content` is empty: how large it is, and a digest of its content. */
  readonly waits?: { readonly size: number; readonly digest: string };
}

/** Bytes of a file, wherever it is. */
export function attachmentSize({ content, waits }: Attachment): number {
  return waits?.size ?? Buffer.byteLength(content, 'base64');
}

/**
 * What staff gave for a letter, kept with it so that writing it anew (after a new message, an undone approval) loses
 * nothing. Words are in the customer's language.
 */
export interface LetterInput {
  /** What was done, the question, the correction, or why the term is extended. */
  readonly words: string | null;
  /** Why something is refused, or a fee asked. */
  readonly reasons: string | null;
  /** Codes of reasons the letter has fixed words for. */
  readonly because: readonly string[];
  /** A fee, as the customer reads it. */
  readonly amount: string | null;
  /** Who was told (GDPR art. 19); null: not recorded. */
  readonly recipientsTold: readonly string[] | null;
  /** The address on file that a code goes to; null: as the directory or the case has it. */
  readonly to: string | null;
  /** The code of an identity request, once it was made. */
  readonly code: string | null;
  /** The page a copy waits on. */
  readonly download: { readonly url: string; readonly until: string } | null;
  /** The editable part as staff rewrote it; null: as its template has it. */
  readonly body: string | null;
}

export interface NewLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly status: 'draft' | 'queued';
  readonly audience: 'customer' | 'internal';
  readonly messageId: string;
  readonly openingMessageId: string | null;
  readonly recipientIndex: Uint8Array;
  readonly staffId: string | null;
  readonly key: NewKey;
  readonly content: LetterContent;
  /** The RFC 5322 bytes; null for a draft. */
  readonly raw: Uint8Array | null;
  readonly hash: string;
  readonly caseVersion: number | null;
  readonly approvalsNeeded: number;
  readonly withheld: boolean;
  /** Absent: it was never withheld. */
  readonly withheldBecause?: WithheldBecause;
  readonly caseIds: readonly string[];
  /** For a review request: what the reply may decide. */
  readonly review: { readonly letterId: string; readonly caseId: string; readonly hash: string } | null;
  /** The instant from which it may be sent. */
  readonly nextAttemptAt: string | null;
}

/** Stops a letter that has not begun to leave. False: it is already on its way, or gone. */
export async function voidLetter(tx: Tx, letterId: string): Promise<boolean> {
  const stopped = await tx
    .update(letters)
    .set({ status: 'void', nextAttemptAt: null })
    .where(and(eq(letters.id, letterId), inArray(letters.status, ['draft', 'approved', 'queued'])))
    .returning({ id: letters.id });
  return stopped.length === 1;
}

/** An approved draft becomes a letter that may leave, with its final bytes. */
export async function releaseLetter(tx: Tx, letterId: string, raw: Uint8Array, key: Uint8Array, at: string): Promise<boolean> {
  const released = await tx
    .update(letters)
    .set({ status: 'queued', raw: seal(raw, key), nextAttemptAt: at, withheld: false })
    .where(and(eq(letters.id, letterId), eq(letters.status, 'draft')))
    .returning({ id: letters.id });
  return released.length === 1;
}

/** A letter with its content; null when unknown or erased. */
export async function loadLetter(
  tx: Tx,
  subKeys: SubKeys,
  letterId: string,
): Promise<{ row: typeof letters.$inferSelect; content: LetterContent; key: Uint8Array } | null> {
  const [found] = await tx
    .select({ letter: letters, wrapped: dataKeys.wrapped })
    .from(letters)
    .innerJoin(dataKeys, eq(dataKeys.id, letters.keyId))
    .where(eq(letters.id, letterId));
  if (found?.letter.content == null) return null;
  const key = openKey(subKeys, found.wrapped);
  return { row: found.letter, content: unsealJson<LetterContent>(found.letter.content, key), key };
}

/** What threading must know of a letter of ours. */
export interface LetterHead {
  readonly id: string;
  readonly kind: LetterKind;
  readonly audience: 'customer' | 'internal';
  readonly recipientIndex: Uint8Array;
}

export async function headsByMessageId(tx: Tx, messageIds: readonly string[]): Promise<readonly LetterHead[]> {
  if (messageIds.length === 0) return [];
  return tx
    .select({ id: letters.id, kind: letters.kind, audience: letters.audience, recipientIndex: letters.recipientIndex })
    .from(letters)
    .where(inArray(letters.messageId, [...messageIds]));
}

export async function headById(tx: Tx, id: string): Promise<LetterHead | null> {
  const [row] = await tx
    .select({ id: letters.id, kind: letters.kind, audience: letters.audience, recipientIndex: letters.recipientIndex })
    .from(letters)
    .where(eq(letters.id, id));
  return row ?? null;
}

export interface Review {
  readonly reviewLetterId: string;
  readonly letterId: string;
  readonly caseId: string;
  readonly hash: string;
  readonly staffId: string;
  readonly usedAt: string | null;
}

export async function loadReview(tx: Tx, reviewLetterId: string): Promise<Review | null> {
  const [row] = await tx.select().from(reviews).where(eq(reviews.reviewLetterId, reviewLetterId));
  return row ?? null;
}

/** Uses the token of a review mail. False: it was used before. */
export async function useReview(tx: Tx, reviewLetterId: string, at: string): Promise<boolean> {
  const used = await tx
    .update(reviews)
    .set({ usedAt: at })
    .where(and(eq(reviews.reviewLetterId, reviewLetterId), sql`${reviews.usedAt} is null`))
    .returning({ id: reviews.reviewLetterId });
  return used.length === 1;
}

export interface ListedLetter {
  readonly id: string;
  readonly kind: LetterKind;
  readonly to: string | null;
  readonly messageId: string;
  readonly status: LetterStatus;
  readonly sentAt: string | null;
  readonly withheld: boolean;
  /** Why it is or was withheld; null: never. */
  readonly withheldBecause: WithheldBecause | null;
  readonly caseIds: readonly string[];
  readonly subject: string | null;
  readonly text: string | null;
}

/** Letters of cases, oldest first, content unsealed. */
export async function listLetters(tx: Tx, subKeys: SubKeys, caseIds: readonly string[]): Promise<readonly ListedLetter[]> {
  if (caseIds.length === 0) return [];
  const found = await tx
    .select({ letter: letters, wrapped: dataKeys.wrapped, caseId: letterCases.caseId })
    .from(letters)
    .innerJoin(letterCases, eq(letterCases.letterId, letters.id))
    .leftJoin(dataKeys, eq(dataKeys.id, letters.keyId))
    .where(inArray(letterCases.caseId, [...caseIds]))
    .orderBy(asc(letters.writtenAt), asc(letters.audience));
  const byId = new Map<string, ListedLetter>();
  for (const { letter, wrapped, caseId } of found) {
    const known = byId.get(letter.id);
    if (known !== undefined) {
      byId.set(letter.id, { ...known, caseIds: [...known.caseIds, caseId] });
      continue;
    }
    const content =
      letter.content === null || wrapped === null ? null : unsealJson<LetterContent>(letter.content, openKey(subKeys, wrapped));
    byId.set(letter.id, {
      id: letter.id,
      kind: letter.kind,
      to: content?.to ?? null,
      messageId: letter.messageId,
      status: letter.status,
      sentAt: letter.sentAt,
      withheld: letter.withheld,
      withheldBecause: letter.withheldBecause,
      caseIds: [caseId],
      subject: content?.subject ?? null,
      text: content?.text ?? null,
    });
  }
  return [...byId.values()];
}
