import { sql } from 'drizzle-orm';
import type { CaseKind } from '../case/kind.ts';
import { messages } from '../schema/intake.ts';
import { rows, type Tx } from './db.ts';

/** What we know of a sender when the next message comes. */
export interface SenderHistory {
  /** Kinds of the open cases. */
  readonly openKinds: readonly CaseKind[];
  /** Another message of the same sender has the same Message-ID: the same thing sent twice, perhaps. */
  readonly repeatsMessageId: boolean;
  /** Acknowledgements that went to this address, or wait to go, since the instant asked for. */
  readonly acknowledgements: number;
}

export interface SenderQuestion {
  readonly fromIndex: Uint8Array;
  /** The message that asks; not counted itself. */
  readonly messageId: string;
  readonly messageIdIndex: Uint8Array | null;
  readonly since: string;
}

export async function senderHistory(tx: Tx, { fromIndex, messageId, messageIdIndex, since }: SenderQuestion): Promise<SenderHistory> {
  const sender = sql.param(fromIndex, messages.fromIndex);
  const [found] = await rows<{ kinds: string | null; repeats: boolean; acknowledgements: string | number }>(
    tx,
    sql`select
      (select string_agg(distinct kind, ',') from cases where requester_index = ${sender} and closed_at is null) as kinds,
      exists (select from messages where message_id_index = ${sql.param(messageIdIndex, messages.messageIdIndex)}
              and from_index = ${sender} and id <> ${messageId}) as repeats,
      (select count(*) from letters where recipient_index = ${sender} and kind = 'acknowledgement' and not withheld
       and written_at > ${since}::timestamptz) as acknowledgements`,
  );
  return {
    openKinds: (found?.kinds ?? '').split(',').filter((kind) => kind !== '') as CaseKind[],
    repeatsMessageId: found?.repeats ?? false,
    acknowledgements: Number(found?.acknowledgements ?? 0),
  };
}
