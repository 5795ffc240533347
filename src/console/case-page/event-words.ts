import type { CaseEvent } from '../../case/event.ts';
import type { Bilingual } from '../../case/policy.ts';
import { en } from '../words/en.ts';
import { nl } from '../words/nl.ts';
import { choiceWords } from './action-words.ts';
import { dayWords } from './days.ts';
import { disclosedNames, groundNames } from './demand-words.ts';
import { channelNames, letterNames } from './names.ts';

/** What an event may name. */
export interface EventNames {
  /** A colleague by id. */
  person(id: string | null): string;
  /** A task's title by its id. */
  task(id: string): Bilingual;
  /** A case's reference by its id. */
  reference(id: string): string;
}

const both = (nlWords: string, enWords: string): Bilingual => ({ nl: nlWords, en: enWords });

/** One event of a case, in words. */
export function eventWords(event: CaseEvent, names: EventNames): Bilingual {
  const letter = 'letterKind' in event ? letterNames[event.letterKind] : both('de brief', 'the letter');
  const by = 'by' in event ? names.person(event.by) : '';
  const on = (day: string) => both(dayWords('nl', day), dayWords('en', day));
  switch (event.type) {
    case 'case-opened':
      return opened(event, names);
    case 'message-joined':
      return both('De klant schreef opnieuw', 'The customer wrote again');
    case 'outside-answer-noted':
      return both('Een antwoord buiten Tijdig werd gezien', 'An answer from outside Tijdig was seen');
    case 'outside-answer-settled':
      return event.finished
        ? both(`${by}: het antwoord buiten Tijdig rondde dit af`, `${by}: the answer from outside finished this`)
        : both(`${by}: het antwoord buiten Tijdig rondde dit niet af`, `${by}: the answer from outside did not finish this`);
    case 'requester-unreachable':
      return both('Mail aan de klant kwam terug', 'Mail to the customer came back');
    case 'kind-determined':
      return both(
        `${by} legde vast: ${nl.kinds[event.kind]} (was ${nl.kinds[event.from]})`,
        `${by} recorded: ${en.kinds[event.kind]} (was ${en.kinds[event.from]})`,
      );
    case 'intake-confirmed':
      return both(`${by} bevestigde aanvrager en ontvangst`, `${by} confirmed requester and receipt`);
    case 'representative-noted':
      return both(`${by} noteerde een vertegenwoordiger`, `${by} noted a representative`);
    case 'case-linked':
      return both(`Gekoppeld aan ${names.reference(event.caseId)}`, `Linked to ${names.reference(event.caseId)}`);
    case 'case-unlinked':
      return both(`${by} ontkoppelde ${names.reference(event.caseId)}`, `${by} unlinked ${names.reference(event.caseId)}`);
    case 'earlier-case-ended':
      return both(`Wacht niet meer op ${names.reference(event.caseId)}`, `No longer waits for ${names.reference(event.caseId)}`);
    case 'case-assigned':
      return event.to === null
        ? both('In handen van niemand', 'With nobody')
        : both(`In handen van ${names.person(event.to)}`, `With ${names.person(event.to)}`);
    case 'task-ticked':
      return both(`${by} vinkte af: ${names.task(event.task).nl}`, `${by} ticked: ${names.task(event.task).en}`);
    case 'task-unticked':
      return both(`${by} zette terug: ${names.task(event.task).nl}`, `${by} unticked: ${names.task(event.task).en}`);
    case 'identity-verified':
    case 'identity-asked':
    case 'identity-code-wrong':
    case 'identity-code-ended':
      return identity(event, by);
    case 'draft-requested':
      return event.by === null
        ? both(`Concept gevraagd: ${letter.nl}`, `Draft asked for: ${letter.en}`)
        : both(`${by} vroeg om ${letter.nl}`, `${by} asked for ${letter.en}`);
    case 'draft-prepared':
      return event.editedBy === null
        ? both(`Concept geschreven: ${letter.nl}`, `Draft written: ${letter.en}`)
        : both(`${names.person(event.editedBy)} bewerkte ${letter.nl}`, `${names.person(event.editedBy)} edited ${letter.en}`);
    case 'draft-rejected':
      return both(`${by} wees het concept af`, `${by} rejected the draft`);
    case 'draft-voided':
      return both(`Concept vervallen: ${voidWords[event.because].nl}`, `Draft dropped: ${voidWords[event.because].en}`);
    case 'draft-approved':
      return both(`${by} keurde goed`, `${by} approved`);
    case 'letter-released':
      return both('De brief mag weg', 'The letter may leave');
    case 'acknowledgement-released':
      return both(`${by} liet de ontvangstbevestiging alsnog gaan`, `${by} let the acknowledgement go after all`);
    case 'letter-accepted':
      return both(`Verzonden: ${letter.nl}`, `Sent: ${letter.en}`);
    case 'letter-refused':
      return both(`Geweigerd door de mailserver: ${letter.nl}`, `Refused by the mail server: ${letter.en}`);
    case 'letter-outcome-unknown':
      return both(`Onzeker of vertrokken: ${letter.nl}`, `Unsure whether it left: ${letter.en}`);
    case 'clarification-asked':
      return both('De klant is iets gevraagd', 'The customer was asked something');
    case 'clarification-answered':
      return both('De klant antwoordde op de vraag', 'The customer answered the question');
    case 'term-extended':
      return both(`Termijn verlengd tot ${on(event.dates.dueOn).nl}`, `Term extended to ${on(event.dates.dueOn).en}`);
    case 'extension-too-late':
      return both('De verlenging kwam te laat', 'The extension came too late');
    case 'dates-changed':
      return both(`Nieuwe datum: ${on(event.dates.dueOn).nl}`, `New date: ${on(event.dates.dueOn).en}`);
    case 'pause-begun':
      return both(`${by} pauzeerde: ${choiceWords[event.because]?.nl}`, `${by} paused: ${choiceWords[event.because]?.en}`);
    case 'pause-ended':
      return both('De pauze eindigde', 'The pause ended');
    case 'pause-accepted':
      return both(`${by} aanvaardde de pauze`, `${by} accepted the pause`);
    case 'breach-accepted':
      return both(`${by} aanvaardde dat onze belofte niet is gehaald`, `${by} accepted that our promise was not kept`);
    case 'term-set':
      return both(
        `${by} nam de termijn uit het bevel over: ${on(event.dueOn).nl}`,
        `${by} took over the term of the order: ${on(event.dueOn).en}`,
      );
    case 'disclosure-recorded':
      return disclosed(event, by, on(event.on));
    case 'hold-placed':
      return both(
        `${by} legde een bewaarplicht vast tot ${on(event.reviewOn).nl}`,
        `${by} placed a legal hold until ${on(event.reviewOn).en}`,
      );
    case 'hold-lifted':
      return both(`${by} hief de bewaarplicht op`, `${by} lifted the legal hold`);
    case 'hold-review-due':
      return both('De bewaarplicht moet opnieuw worden bekeken', 'The legal hold is due for review');
    case 'due-warned':
      return both('Gewaarschuwd: de datum nadert', 'Warned: the date comes near');
    case 'due-escalated':
      return both('Dringend gemeld: de datum is er bijna', 'Escalated: the date is almost here');
    case 'due-passed':
      return both('De datum is voorbij', 'The date has passed');
    case 'promise-passed':
      return both('Onze belofte is voorbij', 'Our promise has passed');
    case 'case-closed':
      return event.by === null
        ? both(`Gesloten: ${nl.statuses[event.status]}`, `Closed: ${en.statuses[event.status]}`)
        : both(`${by} sloot: ${nl.statuses[event.status]}`, `${by} closed: ${en.statuses[event.status]}`);
    case 'case-reopened':
      return event.because === 'bounce'
        ? both('Heropend: de brief kwam terug', 'Reopened: the letter came back')
        : both(`${by} heropende`, `${by} reopened`);
    default:
      return event satisfies never;
  }
}

function disclosed({ ground, what }: Extract<CaseEvent, { type: 'disclosure-recorded' }>, by: string, on: Bilingual): Bilingual {
  if (ground === null)
    return both(`${by} legde vast dat niets is verstrekt (${on.nl})`, `${by} recorded that nothing was disclosed (${on.en})`);
  const [nlWhat, enWhat] = [what.map((one) => disclosedNames[one].nl).join(', '), what.map((one) => disclosedNames[one].en).join(', ')];
  return both(
    `${by} legde vast dat op ${on.nl} is verstrekt: ${nlWhat}. Grond: ${groundNames[ground].nl}`,
    `${by} recorded a disclosure on ${on.en}: ${enWhat}. Ground: ${groundNames[ground].en}`,
  );
}

function opened({ kind, channel, openedBy }: Extract<CaseEvent, { type: 'case-opened' }>, names: EventNames): Bilingual {
  const who = openedBy === null ? both('', '') : both(`, door ${names.person(openedBy)}`, `, by ${names.person(openedBy)}`);
  return both(
    `Geopend: ${nl.kinds[kind]}, ${channelNames[channel].nl}${who.nl}`,
    `Opened: ${en.kinds[kind]}, ${channelNames[channel].en}${who.en}`,
  );
}

function identity(
  event: Extract<CaseEvent, { type: 'identity-verified' | 'identity-asked' | 'identity-code-wrong' | 'identity-code-ended' }>,
  by: string,
): Bilingual {
  switch (event.type) {
    case 'identity-asked':
      return both(
        `Code gestuurd, geldig tot en met ${dayWords('nl', event.untilOn)}`,
        `Code sent, valid until ${dayWords('en', event.untilOn)}`,
      );
    case 'identity-code-wrong':
      return both('Verkeerde code', 'Wrong code');
    case 'identity-code-ended':
      return event.because === 'tries'
        ? both('De code vervalt: te vaak verkeerd', 'The code lapses: wrong too often')
        : both('De code is verlopen', 'The code has expired');
    case 'identity-verified':
      return both(`Identiteit ${howVerified(event.method, by).nl}`, `Identity ${howVerified(event.method, by).en}`);
    default:
      return event satisfies never;
  }
}

/** How an identity was verified, after the word identity. */
export function howVerified(method: 'staff' | 'code' | 'address-on-file', by: string): Bilingual {
  if (method === 'code') return both('vastgesteld met een code', 'verified by a code');
  if (method === 'address-on-file') return both('vastgesteld: bekend adres', 'verified: address on file');
  return both(`vastgesteld door ${by}`, `verified by ${by}`);
}

const voidWords = {
  'new-message': both('er kwam een nieuw bericht', 'a new message came in'),
  edited: both('er kwam een ander voor in de plaats', 'another took its place'),
  'case-changed': both('het dossier veranderde', 'the case changed'),
  'sent-back': both('teruggestuurd', 'sent back'),
  undone: both('het akkoord werd teruggenomen', 'the approval was taken back'),
} as const;
