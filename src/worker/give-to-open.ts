import type { Case } from '../case/case.ts';
import type { CaseCommand } from '../case/command.ts';
import { decide } from '../case/decide.ts';
import { ExpectedError } from '../errors.ts';
import { loadCases } from '../store/cases.ts';
import { databaseTrouble, isConflict } from '../store/db.ts';
import { closedOnHold, openCases } from '../store/digests.ts';
import { carryOut } from './carry-out.ts';
import { type Context, policyOf } from './context.ts';
import { faultOf } from './station.ts';
import { addLoaded, beginWork, commitWork, isOvertaken } from './work.ts';

/** A case before and after. */
export interface Changed {
  readonly before: Case;
  readonly after: Case;
}

/**
 * Gives every open case what only the clock or the calendar can give, each in a transaction of its own; a case it says
 * nothing new to is not touched. Any number of workers may do this at once: who comes second finds nothing left to do.
 * A fault on one case does not keep the others waiting.
 */
export async function giveToOpen(
  context: Context,
  command: Extract<CaseCommand, { readonly type: 'begin-day' | 'recompute-dates' }>,
): Promise<readonly Changed[]> {
  const changed: Changed[] = [];
  const open = await openCases(context.db.query);
  // Of a closed case, a legal hold still has a day to be told of.
  const held = command.type === 'begin-day' ? await closedOnHold(context.db.query) : [];
  for (const state of [...open, ...held]) {
    if (!changes(context, state, command)) continue;
    try {
      const after = await give(context, state.id, command);
      if (after !== null) changed.push({ before: state, after });
    } catch (error) {
      if (error instanceof ExpectedError || databaseTrouble(error) !== null) throw error;
      context.log.error('a fault of the program, on one case', { caseId: state.id, fault: faultOf(error) });
    }
  }
  return changed;
}

/** Asked of the state alone, so that nothing need be unsealed for the many that stay as they are. */
function changes(context: Context, state: Case, command: CaseCommand): boolean {
  const policy = policyOf(context, state.policyHash);
  const decision = decide(command, state, { policy, holidays: context.holidays, now: context.clock.now().toString() });
  return 'events' in decision && decision.events.length > 0;
}

async function give(context: Context, caseId: string, command: CaseCommand): Promise<Case | null> {
  for (let attempt = 1; ; attempt++) {
    const [loaded] = await loadCases(context.db.query, context.subKeys, [caseId]);
    if (loaded === undefined || !changes(context, loaded.state, command)) return null;
    const work = beginWork();
    addLoaded(work, loaded);
    await carryOut(context, work, caseId, command);
    try {
      await commitWork(context.db, work, context.subKeys);
      return work.cases.get(caseId)?.state ?? null;
    } catch (error) {
      if (attempt >= 5 || !(isOvertaken(error) || isConflict(error))) throw error;
    }
  }
}
