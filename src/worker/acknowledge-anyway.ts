import { nothingWithheld } from '../case/refusal.ts';
import { loadCases } from '../store/cases.ts';
import { acknowledgementOf, siblingsOf } from '../store/siblings.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';
import { addLoaded } from './work.ts';

/** Lets a withheld acknowledgement leave after all: the one letter of every case that its message opened. */
export function acknowledgeAnyway(context: Context, reference: string, by: string): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state }) => {
    const letter = await acknowledgementOf(context.db.query, state.openingMessageId);
    if (letter === null || !letter.withheld) return nothingWithheld();
    const refusal = await carryOut(context, work, state.id, { type: 'send-acknowledgement', letterId: letter.id, by });
    if (refusal !== null) return refusal;
    const [released] = work.releases;
    for (const loaded of await loadCases(context.db.query, context.subKeys, await siblingsOf(context.db.query, state.id))) {
      addLoaded(work, loaded);
      // A case of the same message that is closed or was told already needs no telling.
      await carryOut(context, work, loaded.state.id, { type: 'send-acknowledgement', letterId: letter.id, by });
    }
    // It leaves once, however many cases it names.
    work.releases.splice(0, work.releases.length, ...(released === undefined ? [] : [released]));
    return null;
  });
}
