import { sql } from 'drizzle-orm';
import type { Case } from '../case/case.ts';
import { type CaseKind, caseKinds, isConfidential } from '../case/kind.ts';
import { cases } from '../schema/case.ts';
import type { Tx } from './db.ts';

/** A request as its row has it; nothing in it says who asked. */
export interface RegisteredCase {
  readonly state: Case;
  /** When it ended; null: it is open. */
  readonly closedAt: string | null;
}

const shown: readonly CaseKind[] = caseKinds.filter((kind) => !isConfidential(kind));

/** Requests received in `[from, to)`, instants, oldest first; without what turned out to be none, and demands of public bodies. */
export async function requestsIn(tx: Tx, from: string, to: string): Promise<readonly RegisteredCase[]> {
  return tx
    .select({ state: cases.state, closedAt: cases.closedAt })
    .from(cases)
    .where(
      sql`${cases.receivedAt} >= ${from}::timestamptz and ${cases.receivedAt} < ${to}::timestamptz
        and ${cases.kind} in ${[...shown]} and ${cases.status} <> 'not-a-request'`,
    )
    .orderBy(cases.receivedAt, cases.reference);
}
