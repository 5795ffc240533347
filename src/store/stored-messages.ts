import { eq, inArray } from 'drizzle-orm';
import { openKey, type SubKeys, unseal, unsealJson } from '../privacy/seal.ts';
import { messages } from '../schema/intake.ts';
import { dataKeys } from '../schema/site.ts';
import type { Tx } from './db.ts';
import type { MessageSummary } from './messages.ts';

/** A message as it is kept, unsealed: what a person opens on a case's page. */
export interface StoredMessage {
  readonly id: string;
  /** The server's time. */
  readonly receivedAt: string;
  readonly size: number;
  readonly truncated: boolean;
  readonly folderRole: (typeof messages.$inferSelect)['folderRole'];
  readonly disposition: (typeof messages.$inferSelect)['disposition'];
  /** Null: erased. */
  readonly raw: Uint8Array | null;
  /** Null: erased, or it could not be read. */
  readonly summary: MessageSummary | null;
}

/** Messages by id, oldest first. */
export async function loadStoredMessages(tx: Tx, subKeys: SubKeys, ids: readonly string[]): Promise<readonly StoredMessage[]> {
  if (ids.length === 0) return [];
  const found = await tx
    .select({
      id: messages.id,
      receivedAt: messages.receivedAt,
      size: messages.size,
      truncated: messages.truncated,
      folderRole: messages.folderRole,
      disposition: messages.disposition,
      raw: messages.raw,
      summary: messages.summary,
      wrapped: dataKeys.wrapped,
    })
    .from(messages)
    .leftJoin(dataKeys, eq(dataKeys.id, messages.keyId))
    .where(inArray(messages.id, [...ids]))
    .orderBy(messages.receivedAt, messages.id);
  return found.map(({ wrapped, raw, summary, ...row }) => {
    const key = wrapped === null ? null : openKey(subKeys, wrapped);
    return {
      ...row,
      raw: raw === null || key === null ? null : unseal(raw, key),
      summary: summary === null || key === null ? null : unsealJson<MessageSummary>(summary, key),
    };
  });
}
