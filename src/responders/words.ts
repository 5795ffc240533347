import type { Attention, CaseStatus } from '../case/case.ts';
import type { CaseKind, StaffLanguage } from '../case/kind.ts';
import type { LetterKind } from './letter.ts';

/** What our own people read; customers' words stand in the templates. */
type Words<K extends string> = Readonly<Record<K, Readonly<Record<StaffLanguage, string>>>>;

/** The words of one language. */
export function inLanguage<K extends string>(words: Words<K>, language: StaffLanguage): Readonly<Record<K, string>> {
  return Object.fromEntries(Object.entries<Words<K>[K]>(words).map(([code, each]) => [code, each[language]])) as Record<K, string>;
}

/** How staff call a kind. */
export const kindWords: Words<CaseKind> = {
  change: { nl: 'wijziging', en: 'change' },
  deletion: { nl: 'verwijdering', en: 'deletion' },
  copy: { nl: 'kopie van gegevens', en: 'copy of data' },
  refund: { nl: 'terugbetaling', en: 'refund' },
  objection: { nl: 'bezwaar', en: 'objection' },
  undetermined: { nl: 'nog te bepalen', en: 'to be determined' },
  authority: { nl: 'overheidsverzoek', en: 'authority request' },
};

export const letterWords: Words<LetterKind> = {
  acknowledgement: { nl: 'de ontvangstbevestiging', en: 'the acknowledgement' },
  'download-code': { nl: 'de downloadcode', en: 'the download code' },
  'completion-notice': { nl: 'het afhandelingsbericht', en: 'the completion notice' },
  'partial-completion': { nl: 'het bericht van gedeeltelijke afhandeling', en: 'the partial completion' },
  refusal: { nl: 'de weigering', en: 'the refusal' },
  'identity-request': { nl: 'het verzoek om de code', en: 'the identity request' },
  clarification: { nl: 'de vraag aan de klant', en: 'the question to the customer' },
  extension: { nl: 'het verlengingsbericht', en: 'the extension notice' },
  'refund-window': { nl: 'de brief over de bedenktijd', en: 'the refund window letter' },
  'fee-notice': { nl: 'de kostenaankondiging', en: 'the fee notice' },
  correction: { nl: 'de correctie', en: 'the correction' },
  reminder: { nl: 'de herinnering', en: 'the reminder' },
  'review-request': { nl: 'het verzoek om akkoord', en: 'the review request' },
  'review-receipt': { nl: 'het antwoord op uw akkoord', en: 'the review receipt' },
  digest: { nl: 'het dagoverzicht', en: 'the digest' },
  summary: { nl: 'het week- of maandoverzicht', en: 'the weekly or monthly summary' },
  morning: { nl: 'het ochtendbericht', en: 'the morning mail' },
  'due-alert': { nl: 'de waarschuwing over een datum', en: 'the due date alert' },
  'authority-alert': { nl: 'de melding van een vordering', en: 'the alert of a demand' },
  'reply-notice': { nl: 'het bericht over antwoorden van klanten', en: 'the notice of customers’ replies' },
  'staff-question': { nl: 'de vraag aan een medewerker', en: 'the question to staff' },
  'sign-in-code': { nl: 'de inlogcode', en: 'the sign-in code' },
};

export const statusWords: Words<CaseStatus> = {
  'needs-a-person': { nl: 'wacht op beoordeling', en: 'needs a person' },
  'awaiting-identity': { nl: 'wacht op identiteitscontrole', en: 'awaiting identity check' },
  'awaiting-clarification': { nl: 'wacht op antwoord van de klant', en: 'awaiting the customer’s answer' },
  'in-progress': { nl: 'in behandeling', en: 'in progress' },
  'awaiting-approval': { nl: 'wacht op akkoord', en: 'awaiting approval' },
  completed: { nl: 'afgehandeld', en: 'completed' },
  refused: { nl: 'geweigerd', en: 'refused' },
  'partly-completed': { nl: 'deels afgehandeld', en: 'partly completed' },
  withdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  'not-a-request': { nl: 'geen verzoek', en: 'not a request' },
};

/** A status in words; one we do not know is shown as it is rather than hidden. */
export function statusInWords(language: StaffLanguage, status: string): string {
  return Object.hasOwn(statusWords, status) ? statusWords[status as CaseStatus][language] : status;
}

export const attentionWords: Words<Attention> = {
  unreadable: { nl: 'bericht kon niet worden gelezen', en: 'message could not be read' },
  'too-large': { nl: 'bericht is te groot', en: 'message is too large' },
  undetermined: { nl: 'onduidelijk wat de klant vraagt', en: 'unclear what the customer asks' },
  authority: { nl: 'verzoek van een overheidsinstantie', en: 'request by a public authority' },
  'possible-repeat': { nl: 'mogelijk een herhaling', en: 'possible repeat' },
  'other-sender': { nl: 'antwoord van een andere afzender', en: 'reply from another sender' },
  'sender-doubtful': { nl: 'afzender is niet zeker', en: 'sender is doubtful' },
  'on-behalf': { nl: 'geschreven namens iemand anders', en: 'written for somebody else' },
  'acknowledgement-withheld': { nl: 'ontvangst niet bevestigd', en: 'not acknowledged' },
  'requester-unreachable': { nl: 'klant is niet bereikbaar per e-mail', en: 'customer cannot be reached by e-mail' },
  'letter-outcome-unknown': { nl: 'onzeker of een brief is vertrokken', en: 'unsure whether a letter left' },
  'message-after-release': {
    nl: 'nieuw bericht kwam binnen nadat de brief was vrijgegeven',
    en: 'a message came in after the letter was released',
  },
  'before-go-live': { nl: 'van vóór de start, nog te bevestigen', en: 'from before we started, to be confirmed' },
  'intake-to-confirm': { nl: 'aanvrager en ontvangst nog te bevestigen', en: 'requester and receipt to be confirmed' },
  'answered-outside': { nl: 'mogelijk al buiten Tijdig beantwoord', en: 'perhaps answered outside Tijdig' },
  'new-message': { nl: 'nieuw bericht van de klant', en: 'new message from the customer' },
  'identity-code-failed': { nl: 'identiteitscode niet (juist) beantwoord', en: 'identity code not answered, or wrongly' },
  'extension-too-late': { nl: 'verlenging kwam te laat', en: 'extension came too late' },
  'hold-review-due': { nl: 'bewaarplicht opnieuw te bekijken', en: 'legal hold to be reviewed' },
};

/** `nog 3 dagen`, `vandaag`, `1 dag te laat`. Counts calendar days. */
export function daysLeftInWords(language: StaffLanguage, daysLeft: number): string {
  if (daysLeft === 0) return language === 'nl' ? 'vandaag' : 'today';
  const count = Math.abs(daysLeft);
  if (language === 'nl') {
    const days = count === 1 ? '1 dag' : `${count} dagen`;
    return daysLeft < 0 ? `${days} te laat` : `nog ${days}`;
  }
  const days = count === 1 ? '1 day' : `${count} days`;
  return daysLeft < 0 ? `${days} late` : `${days} left`;
}
