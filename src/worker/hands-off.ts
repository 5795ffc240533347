import type { CaseCommand, Refusal } from '../case/command.ts';
import type { CaseKind } from '../case/kind.ts';
import type { StaffMember } from '../store/staff.ts';
import { mayKnow } from './people.ts';

/** Why somebody may not give this command to a case of this kind, on whatever way it came; null: they may. */
export function handsOff(people: readonly StaffMember[], command: CaseCommand, kind: CaseKind): Refusal | null {
  if ('by' in command && command.by !== null && !mayKnow(people, command.by, kind)) return noSuchCase;
  return command.type === 'assign' && command.to !== null && !mayKnow(people, command.to, kind) ? notNamed : null;
}

/** To whoever may not know of it, there is no such case. */
export const noSuchCase: Refusal = {
  code: 'not-possible-now',
  text: { nl: 'Er is geen dossier met dit kenmerk.', en: 'There is no case with this reference.' },
};

const notNamed: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Deze collega is niet aangewezen voor vorderingen van overheidsinstanties. Kies iemand die dat wel is.',
    en: 'This colleague is not named for demands of public bodies. Choose somebody who is.',
  },
};
