import type { Attention, Channel } from '../../case/case.ts';
import type { CaseLetterKind } from '../../case/kind.ts';
import type { Bilingual } from '../../case/policy.ts';

type Names<Key extends string> = Readonly<Record<Key, Bilingual>>;

/** With its article, to stand in a sentence. */
export const letterNames: Names<CaseLetterKind | 'acknowledgement' | 'download-code'> = {
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
};

/** Short and without an article, for a heading. */
export function letterTitle(kind: string, language: 'nl' | 'en'): string {
  const name = Object.hasOwn(letterNames, kind) ? letterNames[kind as keyof typeof letterNames][language] : kind;
  const bare = name.replace(/^(?:de|het|the) /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

export const attentionNames: Names<Attention> = {
  unreadable: { nl: 'Het bericht kon niet worden gelezen', en: 'The message could not be read' },
  'too-large': { nl: 'Het bericht is te groot; alleen het begin is bewaard', en: 'The message is too large; only its beginning was kept' },
  undetermined: { nl: 'Onduidelijk wat de klant vraagt', en: 'Unclear what the customer asks' },
  authority: { nl: 'Verzoek van een overheidsinstantie', en: 'Request by a public authority' },
  'possible-repeat': { nl: 'Mogelijk een herhaling van een eerder verzoek', en: 'Possibly a repeat of an earlier request' },
  'other-sender': { nl: 'Antwoord van een andere afzender', en: 'Reply from another sender' },
  'sender-doubtful': { nl: 'De afzender is niet zeker', en: 'The sender is doubtful' },
  'on-behalf': {
    nl: 'Geschreven namens iemand anders: leg vast wie vertegenwoordigt en laat de machtiging zien',
    en: 'Written for somebody else: note who represents them and ask for the authorisation',
  },
  'acknowledgement-withheld': { nl: 'De ontvangst is niet bevestigd', en: 'Receipt was not acknowledged' },
  'requester-unreachable': { nl: 'Mail aan de klant kwam terug', en: 'Mail to the customer came back' },
  'letter-outcome-unknown': { nl: 'Onzeker of een brief is vertrokken', en: 'Unsure whether a letter left' },
  'message-after-release': {
    nl: 'Er kwam een bericht binnen toen de brief al wegging',
    en: 'A message came in when the letter was already leaving',
  },
  'before-go-live': { nl: 'Van vóór de ingebruikname', en: 'From before we started' },
  'intake-to-confirm': { nl: 'Aanvrager en ontvangst nog te bevestigen', en: 'Requester and receipt to be confirmed' },
  'answered-outside': { nl: 'Buiten Tijdig beantwoord', en: 'Answered outside Tijdig' },
  'new-message': { nl: 'De klant schreef opnieuw', en: 'The customer wrote again' },
  'identity-code-failed': { nl: 'De code werkte niet', en: 'The code did not work' },
  'extension-too-late': { nl: 'De verlenging kwam te laat en verlengt niets', en: 'The extension came too late and extends nothing' },
  'hold-review-due': { nl: 'De bewaarplicht moet opnieuw worden bekeken', en: 'The legal hold is due for review' },
};

/** Why an acknowledgement waits for a person. */
export const withheldNames: Names<
  'screen' | 'junk' | 'sender-authentication' | 'sender-doubtful' | 'other-sender' | 'too-many' | 'by-hand' | 'restored'
> = {
  screen: { nl: 'het bericht lijkt van een machine', en: 'the message looks like a machine’s' },
  junk: { nl: 'het lag in Ongewenst', en: 'it lay in Junk' },
  'sender-authentication': { nl: 'de afzender lijkt vervalst', en: 'the sender looks forged' },
  'sender-doubtful': { nl: 'de afzender is niet zeker', en: 'the sender is doubtful' },
  'other-sender': { nl: 'het bericht antwoordt op een dossier van iemand anders', en: 'the message answers a case of somebody else' },
  'too-many': { nl: 'dit adres kreeg vandaag al genoeg bevestigingen', en: 'this address had enough acknowledgements today' },
  'by-hand': { nl: 'een collega vroeg daarom', en: 'a colleague asked for that' },
  restored: {
    nl: 'er is een back-up teruggezet; misschien is het bericht daarvoor al bevestigd',
    en: 'a backup was put back; the message may have been acknowledged before',
  },
};

export const channelNames: Names<Channel> = {
  mail: { nl: 'per e-mail', en: 'by e-mail' },
  telephone: { nl: 'per telefoon', en: 'by telephone' },
  letter: { nl: 'per brief', en: 'by letter' },
  form: { nl: 'via een formulier', en: 'by web form' },
  forward: { nl: 'doorgestuurd door een collega', en: 'forwarded by a colleague' },
};

export const languageNames: Names<'nl' | 'en' | 'de' | 'fr'> = {
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
  de: { nl: 'Duits', en: 'German' },
  fr: { nl: 'Frans', en: 'French' },
};
