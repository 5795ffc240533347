import type { CaseKind } from '../case/kind.ts';
import { longDay, moment } from './dates.ts';
import type { AcknowledgementFacts, LetterText } from './letter.ts';
import { render } from './render.ts';
import type { Templates } from './templates.ts';

/** Kinds for which we may have to make sure who is asking. */
const identityKinds: readonly CaseKind[] = ['change', 'deletion', 'copy', 'objection'];

/**
 * Tells a customer that the message arrived, how we understood it and when it will be done. Leaves without a person
 * reading it, so nothing the customer wrote stands in it, but for an order number that can be nothing else.
 */
export function acknowledgement(templates: Templates, facts: AcknowledgementFacts): LetterText {
  if (facts.cases.length === 0) throw new Error('An acknowledgement needs a case.');
  const received = moment(facts.language, facts.receivedAt, facts.timeZone);
  return render(templates, 'acknowledgement', facts.language, {
    company: facts.company,
    receivedOn: received.day,
    receivedAt: received.time,
    zone: received.zone,
    cases: facts.cases.map(({ reference, kind, dueOn }) => ({ reference, kind, dueOn: longDay(facts.language, dueOn) })),
    references: facts.cases.map(({ reference }) => reference).join(', '),
    several: facts.cases.length > 1,
    unread: facts.cases.every(({ kind }) => kind === 'undetermined'),
    mayAskIdentity: facts.cases.some(({ kind }) => identityKinds.includes(kind)),
    orderNumber: isOrderNumber(facts.orderNumber) ? facts.orderNumber : null,
  });
}

/** Letters, digits, `-` and `/` with a digit among them: no word, address or link fits. Anything else is left out. */
function isOrderNumber(value: string | null): boolean {
  return value !== null && /^[A-Za-z0-9/-]{1,40}$/.test(value) && /\d/.test(value);
}
