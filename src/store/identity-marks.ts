// That somebody was verified counts only with a mark that nobody can make without our key.
import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { CaseEvent } from '../case/event.ts';
import { isSignature, sign } from '../privacy/fingerprint.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { caseEvents } from '../schema/case.ts';
import type { Tx } from './db.ts';

/** Rows of events, as they are written: the first follows `version`. */
export function eventRows(subKeys: SubKeys, caseId: string, version: number, events: readonly CaseEvent[]) {
  return events.map((data, at) => ({
    caseId,
    version: version + at + 1,
    type: data.type,
    data,
    mark: data.type === 'identity-verified' ? sign(subKeys.approval, 'identity', caseId, String(version + at + 1)) : null,
  }));
}

/** Whether the audit of a case ends in a verification of our own that nobody took back. */
export async function isVerifiedByUs(tx: Tx, subKeys: SubKeys, caseId: string): Promise<boolean> {
  const { type, version, mark, data } = caseEvents;
  const takenBack = and(eq(type, 'task-unticked'), sql`${data}->>'task' = 'identity-verified'`);
  const [last] = await tx
    .select({ type, version, mark })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), or(eq(type, 'identity-verified'), takenBack)))
    .orderBy(desc(version))
    .limit(1);
  return last?.type === 'identity-verified' && isSignature(subKeys.approval, last.mark ?? '', 'identity', caseId, String(last.version));
}
