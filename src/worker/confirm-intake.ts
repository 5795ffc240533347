/**
 * A draft case (a colleague's forward) becomes a case like any other: staff say who asks and when it reached us, the clock
 * runs from then, and the acknowledgement leaves. Everything the same message opened is confirmed at once, and named by one
 * acknowledgement.
 */

import { isClosed } from '../case/case.ts';
import type { Refusal } from '../case/command.ts';
import { intakeConfirmed } from '../case/refusal.ts';
import { normalAddress } from '../intake/address.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { type CasePerson, loadCases } from '../store/cases.ts';
import { draftsOfMessage } from '../store/siblings.ts';
import { carryOut } from './carry-out.ts';
import type { Context } from './context.ts';
import { isOurs } from './note-outside-answer.ts';
import { changeCase, type StaffOutcome } from './staff-commands.ts';
import { addLoaded, type Work } from './work.ts';

/** What staff say; null: as it was proposed. */
export interface Intake {
  readonly address: string | null;
  readonly name: string | null;
  /** ISO 8601, UTC. */
  readonly receivedAt: string | null;
}

export function confirmIntake(context: Context, reference: string, given: Intake, by: string): Promise<StaffOutcome> {
  return changeCase(context, reference, null, async (work, { state, person }) => {
    if (!isClosed(state) && state.intakeConfirmed) return intakeConfirmed();
    const requester = requesterOf(context, given, person);
    if ('code' in requester) return requester;
    const ids = await draftsOfMessage(context.db.query, state.openingMessageId);
    for (const loaded of await loadCases(context.db.query, context.subKeys, [...new Set([state.id, ...ids])])) {
      addLoaded(work, loaded);
      identify(context, work, loaded.state.id, requester);
    }
    for (const { state: draft } of [...work.cases.values()]) {
      const receivedAt = given.receivedAt ?? draft.receivedAt;
      const refusal = await carryOut(context, work, draft.id, { type: 'confirm-intake', receivedAt, by });
      if (refusal !== null) return refusal;
    }
    return null;
  });
}

type Requester = NonNullable<CasePerson['requester']>;

function requesterOf(context: Context, { address, name }: Intake, { requester }: CasePerson): Requester | Refusal {
  const said = address === null ? (requester?.address ?? null) : normalAddress(address.trim());
  if (said === null) return address === null ? nobodyNamed : notAnAddress;
  if (isOurs(context, said)) return ourOwn;
  const proposed = said.toLowerCase() === requester?.address.toLowerCase() ? requester.name : '';
  return { address: said, name: name ?? proposed };
}

function identify(context: Context, work: Work, caseId: string, requester: Requester): void {
  const current = work.cases.get(caseId);
  if (current === undefined) return;
  const requesterIndex = blindIndex(context.indexKey, 'address', requester.address);
  const person = { ...current.person, requester };
  work.cases.set(caseId, { ...current, person, requesterIndex });
  work.persons.push({ caseId, person });
  work.identified.push({ caseId, requesterIndex });
}

const nobodyNamed: Refusal = {
  code: 'words-missing',
  text: {
    nl: 'Uit het doorgestuurde bericht is niet op te maken wie het verzoek doet. Geef het adres van de aanvrager.',
    en: 'The forwarded message does not tell who asks. Give the address of the requester.',
  },
};

const notAnAddress: Refusal = {
  code: 'words-missing',
  text: { nl: 'Dit is geen e-mailadres. Geef het adres van de aanvrager.', en: 'This is no e-mail address. Give that of the requester.' },
};

const ourOwn: Refusal = {
  code: 'not-possible-now',
  text: {
    nl: 'Dit is een adres van onszelf. Geef het adres van de klant die het verzoek doet.',
    en: 'This is an address of our own. Give that of the customer who asks.',
  },
};
