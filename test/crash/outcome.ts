// What became of generated messages, seen from the outside and held against what each of them must lead to.
import { sql } from 'drizzle-orm';
import { listCases } from '../../src/store/cases.ts';
import { type Db, rows } from '../../src/store/db.ts';
import { openSiteKeys } from '../../src/store/keys.ts';
import { readLedger } from '../../src/store/ledger.ts';
import type { GeneratedMessage } from '../support/generate.ts';
import type { SinkRow } from '../support/smtp-sink.ts';
import type { Site } from './site.ts';

/** The four zeros, and what else must be nought. */
export interface Outcome {
  readonly requestsLost: number;
  readonly duplicateCases: number;
  readonly acknowledgementsLost: number;
  /** Deliveries of a second letter, and of the same letter again. */
  readonly acknowledgementsTwice: number;
  /** Letters to somebody who must get none, or of another kind. */
  readonly strayLetters: number;
  readonly unknownLetters: number;
  readonly ledgerDifference: number;
}

export const fourZeros: Outcome = {
  requestsLost: 0,
  duplicateCases: 0,
  acknowledgementsLost: 0,
  acknowledgementsTwice: 0,
  strayLetters: 0,
  unknownLetters: 0,
  ledgerDifference: 0,
};

export async function readOutcome(site: Site, db: Db, messages: readonly GeneratedMessage[]): Promise<Outcome> {
  const { secretKey } = site.config();
  if (secretKey === null) throw new Error('the site has no key');
  const { subKeys } = await openSiteKeys(db, { present: secretKey, others: [] });
  const cases = await listCases(db.query, subKeys, {});
  const opened = cases.map((one) => `${one.requester} ${one.state.kind}`);
  const wanted = new Set(messages.flatMap((message) => message.kinds.map((kind) => `${message.from} ${kind}`)));
  const delivered = site.sink.rows().filter(wasTakenIn);
  const letters = countBy(delivered.flatMap((row) => row.to));
  const acknowledged = messages.filter((message) => message.acknowledged).map((message) => message.from);
  const unknown = await rows<{ count: string }>(
    db.query,
    sql`select count(*) from letters where status in ('unknown', 'sending', 'refused') or (status = 'queued' and not withheld)`,
  );
  const ledger = await readLedger(db.query);
  return {
    requestsLost: [...wanted].filter((one) => !opened.includes(one)).length,
    // A case nobody asked for counts as one too many.
    duplicateCases: opened.length - new Set(opened.filter((one) => wanted.has(one))).size,
    acknowledgementsLost: acknowledged.filter((address) => !letters.has(address)).length,
    acknowledgementsTwice: acknowledged.reduce((sum, address) => sum + Math.max(0, (letters.get(address) ?? 0) - 1), 0),
    strayLetters: delivered.filter((row) => !row.to.every((address) => acknowledged.includes(address))).length,
    unknownLetters: Number(unknown[0]?.count),
    ledgerDifference: ledger.reduce((sum, line) => sum + Math.abs(line.difference) + line.pending, 0),
  };
}

export function wasTakenIn(row: SinkRow): boolean {
  return row.what === 'accepted' || row.what === 'reply-dropped';
}

function countBy(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** How many deliveries into INBOX were taken note of, and how much is still to be done. */
export async function readProgress(db: Db): Promise<{ readonly places: number; readonly open: number }> {
  const [row] = await rows<{ places: string; open: string }>(
    db.query,
    sql`select (select count(*) from places p join folders f on f.id = p.folder_id where f.path = 'INBOX') as places,
      (select count(*) from messages where disposition is null)
      + (select count(*) from letters where status in ('queued', 'sending', 'unknown')) as open`,
  );
  return { places: Number(row?.places ?? 0), open: Number(row?.open ?? 0) };
}

/** A refused letter waits a minute at least; a test does not: every letter that waits may be tried at once. */
export async function hurryLetters(db: Db): Promise<void> {
  await db.query.execute(sql`update letters set next_attempt_at = now() where status = 'queued' and next_attempt_at > now()`);
}
