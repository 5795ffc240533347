/**
 * Erasing: the keys first, then what they sealed, and a tombstone for each, in one transaction. Rows stay, with their dates,
 * classes and keyed fingerprints. The database itself refuses what an open case or a legal hold keeps (TJ002, TJ006): such an
 * item stays and is counted, the others go.
 */
import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Day, Instant } from '../case/policy.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { caseSearchKeys, cases, notes } from '../schema/case.ts';
import { downloads } from '../schema/download.ts';
import { messages } from '../schema/intake.ts';
import { letters } from '../schema/letter.ts';
import { dataKeys, type ErasedSubject, erasures } from '../schema/site.ts';
import { type Db, isConflict, sqlState, type Tx } from './db.ts';
import { erasureId } from './erasure-marks.ts';

/** One thing whose content goes, and why. */
export interface Erasure {
  readonly subject: ErasedSubject;
  readonly id: string;
  readonly rule: string;
  readonly dueOn: Day;
  /** Copies removed from the mailbox; null: it was not to be cleaned. */
  readonly mailboxCopies: number | null;
}

export interface Erasing {
  readonly because: 'retention' | 'person';
  readonly at: Instant;
  /** Staff id; null: the clock. */
  readonly by: string | null;
}

export type Tombstone = typeof erasures.$inferSelect;

/** Ids of what is gone now, and of what the database would not let go. What another worker holds is in neither. */
export interface Erased {
  readonly gone: readonly string[];
  readonly kept: readonly string[];
}

interface House {
  readonly db: Db;
  readonly subKeys: SubKeys;
}

/** Erases the content of these, all of one subject; see above. */
export async function erase(house: House, subject: ErasedSubject, wanted: readonly Erasure[], why: Erasing): Promise<Erased> {
  if (wanted.length === 0) return { gone: [], kept: [] };
  try {
    return { gone: await house.db.transaction((tx) => eraseAll(tx, house.subKeys, subject, wanted, why)), kept: [] };
  } catch (error) {
    if (!isStillNeeded(error) && !isConflict(error)) throw error;
    if (wanted.length === 1) return { gone: [], kept: wanted.map(({ id }) => id) };
  }
  const parts: Erased[] = [];
  for (const one of wanted) parts.push(await erase(house, subject, [one], why));
  return { gone: parts.flatMap(({ gone }) => gone), kept: parts.flatMap(({ kept }) => kept) };
}

function isStillNeeded(error: unknown): boolean {
  return ['TJ002', 'TJ006'].includes(sqlState(error) ?? '');
}

async function eraseAll(
  tx: Tx,
  subKeys: SubKeys,
  subject: ErasedSubject,
  wanted: readonly Erasure[],
  why: Erasing,
): Promise<readonly string[]> {
  const found = await lock(
    tx,
    subject,
    wanted.map(({ id }) => id),
  );
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  await removeContent(tx, subject, ids);
  const byId = new Map(wanted.map((one) => [one.id, one]));
  const stones = found.flatMap(({ id, ...about }) => {
    const { rule, dueOn, mailboxCopies } = byId.get(id) ?? {};
    if (rule === undefined || dueOn === undefined) return [];
    const stone = { ...about, subject, subjectId: id, rule, dueOn, mailboxCopies: mailboxCopies ?? null, ...why };
    return [{ ...stone, id: erasureId(subKeys, stone) }];
  });
  await tx
    .insert(erasures)
    .values(stones)
    .onConflictDoNothing({ target: [erasures.subject, erasures.subjectId] });
  return ids;
}

type Locked = Pick<Tombstone, 'fingerprint' | 'receivedAt' | 'size' | 'folderRole' | 'disposition'>;
const nothing: Locked = { fingerprint: null, receivedAt: null, size: null, folderRole: null, disposition: null };

/** Those of them that nobody else is busy with and that are through. */
async function lock(tx: Tx, subject: ErasedSubject, ids: readonly string[]): Promise<readonly (Locked & { readonly id: string })[]> {
  const free = { skipLocked: true } as const;
  switch (subject) {
    case 'message': {
      const { id, fingerprint, receivedAt, size, folderRole, disposition } = messages;
      return tx
        .select({ id, fingerprint, receivedAt, size, folderRole, disposition })
        .from(messages)
        .where(and(inArray(id, [...ids]), isNotNull(disposition)))
        .orderBy(id)
        .for('update', free);
    }
    case 'letter': {
      const found = await tx
        .select({ id: letters.id })
        .from(letters)
        .where(and(inArray(letters.id, [...ids]), inArray(letters.status, ['accepted', 'refused', 'void', 'draft'])))
        .orderBy(letters.id)
        .for('update', free);
      return found.map(({ id }) => ({ ...nothing, id }));
    }
    case 'case': {
      const found = await tx
        .select({ id: cases.id })
        .from(cases)
        .where(and(inArray(cases.id, [...ids]), isNotNull(cases.closedAt)))
        .orderBy(cases.id)
        .for('update', free);
      return found.map(({ id }) => ({ ...nothing, id }));
    }
    default:
      return subject satisfies never;
  }
}

/** Keys first, then what they sealed, of rows that the caller holds. */
export async function removeContent(tx: Tx, subject: ErasedSubject, ids: readonly string[]): Promise<void> {
  switch (subject) {
    case 'message':
      return removeMessages(tx, ids);
    case 'letter':
      return removeLetters(tx, ids);
    case 'case':
      return removeCases(tx, ids);
    default:
      return subject satisfies never;
  }
}

async function removeMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  const these = inArray(messages.id, [...ids]);
  await tx.delete(dataKeys).where(inArray(dataKeys.id, tx.select({ id: messages.keyId }).from(messages).where(these)));
  await tx.update(messages).set({ raw: null, summary: null, fromIndex: null, messageIdIndex: null }).where(these);
}

/** A draft that never left never will. */
async function removeLetters(tx: Tx, ids: readonly string[]): Promise<void> {
  const these = inArray(letters.id, [...ids]);
  await tx
    .update(letters)
    .set({ status: 'void', nextAttemptAt: null })
    .where(and(these, sql`${letters.status} not in ('accepted', 'refused', 'void')`));
  await tx.delete(dataKeys).where(inArray(dataKeys.id, tx.select({ id: letters.keyId }).from(letters).where(these)));
  await tx.update(letters).set({ content: null, raw: null }).where(these);
}

async function removeCases(tx: Tx, ids: readonly string[]): Promise<void> {
  const these = [...ids];
  await tx.delete(dataKeys).where(inArray(dataKeys.id, tx.select({ id: cases.keyId }).from(cases).where(inArray(cases.id, these))));
  await tx.delete(dataKeys).where(inArray(dataKeys.id, tx.select({ id: notes.keyId }).from(notes).where(inArray(notes.caseId, these))));
  const files = tx.select({ id: downloads.keyId }).from(downloads).where(inArray(downloads.caseId, these));
  await tx.delete(dataKeys).where(inArray(dataKeys.id, files));
  await tx.update(cases).set({ person: null }).where(inArray(cases.id, these));
  await tx.update(notes).set({ text: null }).where(inArray(notes.caseId, these));
  await tx.update(downloads).set({ content: null, codeDigest: null, triesLeft: 0 }).where(inArray(downloads.caseId, these));
  await tx.delete(caseSearchKeys).where(inArray(caseSearchKeys.caseId, these));
}
