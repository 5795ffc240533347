import type { Case } from '../case/case.ts';
import type { StaffLanguage } from '../case/kind.ts';
import type { Bilingual } from '../case/policy.ts';

/** The one thing to do about an open case, as a mail says it: an imperative without a full stop. */
export function nextWords(state: Case, language: StaffLanguage): string {
  return nextOf(state)[language];
}

const words = {
  confirm: { nl: 'bevestig wie het vraagt en wanneer het ons bereikte', en: 'confirm who asks and when it reached us' },
  outside: {
    nl: 'zeg of het antwoord dat buiten Tijdig ging het dossier afrondt',
    en: 'say whether the answer sent outside Tijdig finishes the case',
  },
  outcome: { nl: 'zoek uit of de brief vertrokken is', en: 'find out whether the letter left' },
  read: { nl: 'lees het bericht en bepaal wat er gevraagd wordt', en: 'read the message and say what it asks' },
  approve: { nl: 'beoordeel de brief die klaarligt', en: 'review the letter that is ready' },
  leaving: { nl: 'wacht tot de goedgekeurde brief is aangenomen', en: 'wait until the approved letter is accepted' },
  answer: { nl: 'lees wat de klant terugschreef', en: 'read what the customer wrote back' },
  identity: { nl: 'stel de identiteit van de aanvrager vast', en: 'verify who the requester is' },
  customer: { nl: 'wacht op antwoord van de klant', en: 'wait for the customer to answer' },
  complete: { nl: 'laat de afsluitende brief schrijven', en: 'have the closing letter written' },
} as const satisfies Record<string, Bilingual>;

function nextOf(state: Case): Bilingual {
  if (!state.intakeConfirmed) return words.confirm;
  if (state.attention.includes('letter-outcome-unknown')) return words.outcome;
  if (state.outsideMessageId !== null) return words.outside;
  if (state.status === 'awaiting-approval') return words.approve;
  if (state.kind === 'undetermined') return words.read;
  if (state.status === 'in-progress' && state.leaving !== null) return words.leaving;
  if (state.attention.includes('new-message')) return words.answer;
  if (waitsForCustomer(state)) return words.customer;
  if (state.status === 'awaiting-identity') return words.identity;
  const open = state.tasks.find((task) => task.required && task.ticked === null);
  return open?.title ?? words.complete;
}

/** We asked something and have no answer yet. */
export function waitsForCustomer(state: Case): boolean {
  return state.identity.challenge !== null || state.status === 'awaiting-clarification';
}
