// Every event carries a mark that nobody can make without our key. That somebody was verified counts only with one.
import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { CaseEvent } from '../case/event.ts';
import { canonicalJson } from '../privacy/canonical.ts';
import { isSignature, sign } from '../privacy/fingerprint.ts';
import type { SubKeys } from '../privacy/seal.ts';
import { caseEvents } from '../schema/case.ts';
import type { Tx } from './db.ts';

/** An event as its row says it. */
export interface MarkedEvent {
  readonly caseId: string;
  readonly version: number;
  readonly type: string;
  readonly data: unknown;
  readonly mark: string | null;
}

/** Marks begin with it; one without was made before all events had one. */
export const markForm = 'e1.';

/** Rows of events, as they are written: the first follows `version`. */
export function eventRows(subKeys: SubKeys, caseId: string, version: number, events: readonly CaseEvent[]) {
  return events.map((data, at) => {
    const row = { caseId, version: version + at + 1, type: data.type, data };
    return { ...row, mark: markForm + sign(subKeys.audit, ...marked(row)) };
  });
}

function marked({ caseId, version, type, data }: Omit<MarkedEvent, 'mark'>): readonly string[] {
  return ['event', caseId, String(version), type, canonicalJson(data)];
}

/** `old`: written before all events had a mark. An event that verifies somebody had one of another form then. */
export function markOf(subKeys: Pick<SubKeys, 'audit' | 'approval'>, event: MarkedEvent): 'right' | 'old' | 'wrong' {
  const { caseId, version, type, mark } = event;
  if (mark === null) return 'old';
  if (mark.startsWith(markForm)) return isSignature(subKeys.audit, mark.slice(markForm.length), ...marked(event)) ? 'right' : 'wrong';
  return type === 'identity-verified' && isSignature(subKeys.approval, mark, 'identity', caseId, String(version)) ? 'old' : 'wrong';
}

/** Whether the audit of a case ends in a verification of our own that nobody took back. */
export async function isVerifiedByUs(tx: Tx, subKeys: SubKeys, caseId: string): Promise<boolean> {
  const { type, version, mark, data } = caseEvents;
  const takenBack = and(eq(type, 'task-unticked'), sql`${data}->>'task' = 'identity-verified'`);
  const [last] = await tx
    .select({ caseId: caseEvents.caseId, type, version, data, mark })
    .from(caseEvents)
    .where(and(eq(caseEvents.caseId, caseId), or(eq(type, 'identity-verified'), takenBack)))
    .orderBy(desc(version))
    .limit(1);
  return last?.type === 'identity-verified' && last.mark !== null && markOf(subKeys, last) !== 'wrong';
}
