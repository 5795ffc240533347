import { loadCase } from '../store/cases.ts';
import { claimAsked, type Settlement } from '../store/outgoing.ts';
import type { Context } from './context.ts';
import { settle } from './settle.ts';
import { beginWork, commitWork } from './work.ts';

/**
 * A person looked (asked the customer, or the mail provider's log) and says whether a completion notice left whose
 * outcome no look-up could tell. It left: the case is completed. It did not: the same bytes go once more.
 * @returns the status the letter now has; null when no letter of this case waits for that answer
 */
export async function settleByHand(context: Context, reference: string, left: boolean): Promise<Settlement['status'] | null> {
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded?.state.status !== 'in-progress' || loaded.state.leaving === null) return null;
  const { letterId, letterKind } = loaded.state.leaving;
  if (!(await claimAsked(context.db, context.lease, letterId))) return null;
  const at = context.clock.now().toString();
  const held = { id: letterId, by: context.lease.worker };
  const settlement: Settlement = left ? { ...held, status: 'accepted', at } : { ...held, status: 'queued', again: at, code: 'sent-again' };
  const work = beginWork();
  await settle(context, work, { id: letterId, kind: letterKind }, settlement);
  await commitWork(context.db, work, context.subKeys);
  return work.settlements.at(-1)?.status ?? null;
}
