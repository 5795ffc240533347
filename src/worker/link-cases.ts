import type { Refusal } from '../case/command.ts';
import { isConfidential } from '../case/kind.ts';
import { loadCase } from '../store/cases.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { mayKnow } from './people.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';
import { addLoaded } from './work.ts';

/** Ties two cases to one another, or unties them: both sides together. */
export async function linkCases(
  context: Context,
  type: 'link-case' | 'unlink-case',
  reference: string,
  other: string,
  by: string,
): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state }) => {
    const second = await loadCase(context.db.query, context.subKeys, other);
    if (second === null || second.state.id === state.id) return noSuchReference;
    if (!mayKnow(context.people, by, second.state.kind)) return noSuchReference;
    if (type === 'link-case' && isConfidential(state.kind) !== isConfidential(second.state.kind)) return demandApart;
    addLoaded(work, second);
    const refusals = [
      await carryOut(context, work, state.id, { type, caseId: second.state.id, by }),
      await carryOut(context, work, second.state.id, { type, caseId: state.id, by }),
    ];
    // Where only one side knew, the other now does as well.
    return refusals.includes(null) ? null : (refusals[0] ?? null);
  });
}

export const demandApart: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Een vordering van een overheidsinstantie staat los van het dossier van de klant. Verwijs ernaar in een notitie bij de vordering.',
    en: "A demand by a public body is kept apart from the customer's case. Refer to it in a note on the demand.",
  },
};

const noSuchReference: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Er is geen ander dossier met dat kenmerk. Kijk het na; het staat boven elk dossier.',
    en: 'There is no other case of that reference. Check it; it stands at the top of every case.',
  },
};
