/**
 * Links what was written to the audit into its chain: soon after the writing, never as part of it. What a running worker
 * remembers of the chain is out of reach of whoever can write to the tables, so links taken off its end are missed here.
 */
import { ExpectedError } from '../errors.ts';
import { endAlarm, raiseAlarm } from '../store/alarms.ts';
import { type Link, type Span, sealRows } from '../store/audit-chain.ts';
import type { Context } from './context.ts';

/** Links what has no link; how many. */
export async function sealAudit({ db, subKeys }: Pick<Context, 'db' | 'subKeys'>, span: Span = 'all'): Promise<number> {
  return (await sealRows(db, subKeys, span)).appended;
}

/** Minutes after which a worker looks over everything again: what committed late, or says it is from another time. */
const everything = 60;

/** A sealer that remembers: between two looks at everything it reads what was written of late. A chain that was cut is an alarm. */
export function createSealer(context: Pick<Context, 'db' | 'subKeys' | 'clock'>): () => Promise<number> {
  const { db, subKeys, clock } = context;
  let known: Link | null = null;
  let allAt: Temporal.Instant | null = null;
  return async () => {
    const now = clock.now();
    const isRecent = allAt !== null && Temporal.Instant.compare(now, allAt.add({ minutes: everything })) < 0;
    try {
      const sealing = await sealRows(db, subKeys, isRecent ? 'recent' : 'all', known);
      known = sealing.last;
      if (!isRecent) await endAlarm(db.query, 'audit-cut', '', now.toString());
      if (!isRecent) allAt = now;
      return sealing.appended;
    } catch (error) {
      if (error instanceof ExpectedError && error.code === 'audit-chain-cut') await raiseAlarm(db.query, 'audit-cut', '', now.toString());
      throw error;
    }
  };
}
