import { and, eq } from 'drizzle-orm';
import { seal, sealJson } from '../privacy/seal.ts';
import { messages } from '../schema/intake.ts';
import type { Tx } from './db.ts';
import { insertKeys, type NewKey } from './keys.ts';
import type { MessageSummary } from './messages.ts';

/** What a colleague wrote down about a request that came by telephone, by post or in a form: a message without a place. */
export interface NewMemo {
  readonly id: string;
  readonly fingerprint: Uint8Array;
  /** When the request reached us. */
  readonly receivedAt: string;
  readonly raw: Uint8Array;
  readonly summary: MessageSummary;
  readonly fromIndex: Uint8Array | null;
  readonly messageIdIndex: Uint8Array;
  /** `telephone`, `letter` or `form`. */
  readonly reasons: readonly string[];
  readonly key: NewKey;
}

export async function insertMemo(tx: Tx, memo: NewMemo, at: string): Promise<void> {
  const { key, raw, summary, reasons, ...row } = memo;
  await insertKeys(tx, [key]);
  await tx
    .insert(messages)
    .values({
      ...row,
      size: raw.length,
      truncated: false,
      folderRole: 'none',
      beforeGoLive: false,
      keyId: key.id,
      raw: seal(raw, key.key),
      summary: sealJson(summary, key.key),
      disposition: 'by_hand',
      reasons: [...reasons],
      triagedAt: at,
    })
    .execute();
}

/** Whether the same was written down before. */
export async function isMemoKnown(tx: Tx, messageIdIndex: Uint8Array): Promise<boolean> {
  const found = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.messageIdIndex, messageIdIndex), eq(messages.disposition, 'by_hand')))
    .limit(1);
  return found.length > 0;
}
