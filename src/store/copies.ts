/** Where copies of a message may lie in the mailbox, and how it is known again. Reads only. */
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { blindIndex } from '../privacy/fingerprint.ts';
import { openKey, type SubKeys, unsealJson } from '../privacy/seal.ts';
import type { LetterKind } from '../responders/letter.ts';
import { folders, messages, places } from '../schema/intake.ts';
import { letters } from '../schema/letter.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import type { LetterContent } from './letters.ts';
import { loadRaw, loadSummaries } from './messages.ts';

export interface MessageCopies {
  readonly id: string;
  readonly fingerprint: Uint8Array;
  /** As it was read; null where it has none or could not be read: then `raw` may tell. */
  readonly messageId: string | null;
  readonly raw: Uint8Array | null;
  readonly places: readonly { readonly folder: string; readonly uidValidity: bigint; readonly uid: number }[];
}

/** Of messages that came by the mailbox; what staff wrote down themselves lies nowhere. */
export async function messageCopies(tx: Tx, subKeys: SubKeys, mailbox: string, ids: readonly string[]): Promise<readonly MessageCopies[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({ id: messages.id, fingerprint: messages.fingerprint })
    .from(messages)
    .where(and(inArray(messages.id, [...ids]), ne(messages.folderRole, 'none')));
  const seen = await tx
    .select({ messageId: places.messageId, folder: folders.path, uidValidity: folders.uidValidity, uid: places.uid })
    .from(places)
    .innerJoin(folders, eq(folders.id, places.folderId))
    .where(and(inArray(places.messageId, [...ids]), eq(folders.mailbox, mailbox)));
  const summaries = await loadSummaries(tx, subKeys, ids);
  const unread = ids.filter((id) => summaries.get(id)?.messageId == null);
  const raws = await loadRaw(tx, subKeys, unread);
  return found.map(({ id, fingerprint }) => ({
    id,
    fingerprint,
    messageId: summaries.get(id)?.messageId ?? null,
    raw: raws.get(id) ?? null,
    places: seen.filter(({ messageId }) => messageId === id).map(({ folder, uidValidity, uid }) => ({ folder, uidValidity, uid })),
  }));
}

/** A letter that may have left, with what its Message-ID was made of. */
export interface LetterCopies {
  readonly id: string;
  readonly kind: LetterKind;
  readonly to: string;
  readonly approvalsNeeded: number;
  readonly messageId: string;
}

export async function letterCopies(tx: Tx, subKeys: SubKeys, ids: readonly string[]): Promise<readonly LetterCopies[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({ letter: letters, wrapped: dataKeys.wrapped })
    .from(letters)
    .innerJoin(dataKeys, eq(dataKeys.id, letters.keyId))
    .where(and(inArray(letters.id, [...ids]), isNotNull(letters.content), isNotNull(letters.raw)));
  return found.flatMap(({ letter: { id, kind, approvalsNeeded, messageId, content }, wrapped }) =>
    content === null
      ? []
      : [{ id, kind, approvalsNeeded, messageId, to: unsealJson<LetterContent>(content, openKey(subKeys, wrapped)).to }],
  );
}

/** Our own copies of letters, as they were read from the mailbox, each with the letter it is of. */
export async function ownCopies(
  tx: Tx,
  indexKey: Uint8Array,
  letterIds: readonly string[],
): Promise<readonly { readonly id: string; readonly letterId: string }[]> {
  if (letterIds.length === 0) return [];
  const named = await tx
    .select({ id: letters.id, messageId: letters.messageId })
    .from(letters)
    .where(inArray(letters.id, [...letterIds]));
  const indexes = new Map(named.map(({ id, messageId }) => [blindIndex(indexKey, 'message-id', messageId).toString('hex'), id]));
  const found = await tx
    .select({ id: messages.id, index: messages.messageIdIndex })
    .from(messages)
    .where(
      and(
        eq(messages.disposition, 'own_copy'),
        inArray(
          messages.messageIdIndex,
          [...indexes.keys()].map((hex) => Buffer.from(hex, 'hex')),
        ),
      ),
    );
  return found.flatMap(({ id, index }) => {
    const letterId = index === null ? undefined : indexes.get(Buffer.from(index).toString('hex'));
    return letterId === undefined ? [] : [{ id, letterId }];
  });
}
