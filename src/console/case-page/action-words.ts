import type { Bilingual } from '../../case/policy.ts';
import { demandActionWords, disclosedNames, groundNames } from './demand-words.ts';
import { type ActionWords, letterActionWords } from './letter-action-words.ts';

const reason: Bilingual = { nl: 'Reden (alleen voor collega’s)', en: 'Reason (for colleagues only)' };

/** What can be done to a case, in words. */
export const actionWords = {
  approve: {
    label: { nl: 'Goedkeuren', en: 'Approve' },
    explain: { nl: 'U keurt precies deze tekst goed, met deze bijlagen.', en: 'You approve exactly this text, with these files.' },
  },
  reject: {
    label: { nl: 'Afwijzen', en: 'Reject' },
    explain: { nl: 'De brief vervalt. Het dossier blijft open.', en: 'The letter is dropped. The case stays open.' },
    fields: { reason },
  },
  'send-back': {
    label: { nl: 'Terugsturen', en: 'Send back' },
    explain: {
      nl: 'Niet goed genoeg: er wordt een nieuw concept geschreven, zonder akkoord.',
      en: 'Not good enough: a fresh draft is written, without any approval.',
    },
    fields: { reason: { nl: 'Wat moet anders (alleen voor collega’s)', en: 'What should change (for colleagues only)' } },
  },
  edit: {
    label: { nl: 'Bewerken', en: 'Edit' },
    explain: {
      nl: 'Een wijziging haalt alle akkoorden weg en telt als uw eigen.',
      en: 'A change removes all approvals and counts as your own.',
    },
    send: { nl: 'Concept bewaren', en: 'Save the draft' },
    fields: {
      body: { nl: 'Tekst die u kunt aanpassen', en: 'Text you can change' },
      files: { nl: 'Bijlage toevoegen', en: 'Add a file' },
    },
  },
  undo: {
    label: { nl: 'Akkoord terugnemen', en: 'Take the approval back' },
    explain: { nl: 'De brief vertrekt niet en wacht opnieuw op akkoord.', en: 'The letter does not leave and waits for approval again.' },
  },
  tick: {
    label: { nl: 'Afvinken', en: 'Tick' },
    explain: { nl: 'Uw naam en het tijdstip worden erbij gezet.', en: 'Your name and the time are recorded with it.' },
  },
  untick: {
    label: { nl: 'Terugzetten', en: 'Untick' },
    explain: { nl: 'De taak staat weer open.', en: 'The task is open again.' },
  },
  determine: {
    label: { nl: 'Soort vastleggen', en: 'Record the kind' },
    explain: {
      nl: 'De termijn blijft lopen vanaf de eerste ontvangst.',
      en: 'The term keeps running from the first receipt.',
    },
    fields: { kind: { nl: 'De klant vraagt om', en: 'The customer asks for' } },
  },
  'confirm-intake': {
    label: { nl: 'Bevestigen', en: 'Confirm' },
    explain: { nl: 'Daarna worden de datums berekend en kan er post uit.', en: 'Then the dates are computed and letters may leave.' },
    fields: {
      requester: { nl: 'E-mailadres van de aanvrager', en: 'E-mail address of the requester' },
      received: { nl: 'Ontvangen (datum en tijd)', en: 'Received (date and time)' },
    },
  },
  outside: {
    label: { nl: 'Antwoord buiten Tijdig', en: 'Answer from outside' },
    explain: {
      nl: 'Afgerond kan alleen als alles wat hier nodig is ook gedaan is.',
      en: 'It can be finished only if everything needed here is done as well.',
    },
    fields: { finished: { nl: 'Rondde dit het verzoek af?', en: 'Did this finish the request?' } },
  },
  note: {
    label: { nl: 'Notitie', en: 'Note' },
    explain: { nl: 'Alleen collega’s lezen dit.', en: 'Only colleagues read this.' },
    send: { nl: 'Notitie bewaren', en: 'Save the note' },
    fields: { text: { nl: 'Notitie voor collega’s', en: 'Note for colleagues' } },
  },
  assign: {
    label: { nl: 'Toewijzen', en: 'Assign' },
    explain: { nl: 'Iedereen kan er nog steeds aan werken.', en: 'Everybody can still work on it.' },
    fields: { to: { nl: 'In handen van', en: 'With' } },
  },
  ...letterActionWords,
  pause: {
    label: { nl: 'Termijn pauzeren', en: 'Pause the term' },
    explain: {
      nl: 'Bij redelijke twijfel over de identiteit, of een vraag bij een grote kopie. Waarschuwingen lopen door tot een manager de pauze aanvaardt.',
      en: 'On reasonable doubt about the identity, or a question about a large copy. Warnings run on until a manager accepts the pause.',
    },
    fields: { because: { nl: 'Waarom', en: 'Why' }, reason },
  },
  resume: {
    label: { nl: 'Pauze beëindigen', en: 'End the pause' },
    explain: { nl: 'De termijn loopt weer.', en: 'The term runs again.' },
  },
  'accept-pause': {
    label: { nl: 'Pauze aanvaarden', en: 'Accept the pause' },
    explain: { nl: 'U staat er met uw naam voor dat de termijn stilstaat.', en: 'You answer by name for the term standing still.' },
  },
  'accept-breach': {
    label: { nl: 'Overschreden belofte aanvaarden', en: 'Accept the broken promise' },
    explain: {
      nl: 'Binnen de wet, maar later dan ons beleid belooft. U staat ervoor met uw naam.',
      en: 'Within the law, but later than our policy promises. You answer for it by name.',
    },
    fields: { reason },
  },
  reclassify: {
    label: { nl: 'Soort wijzigen', en: 'Change the kind' },
    explain: {
      nl: 'Het was iets anders, of toch geen verzoek. De ontvangsttijd blijft.',
      en: 'It was something else, or no request after all. The time of receipt stays.',
    },
    fields: { kind: { nl: 'De klant vraagt om', en: 'The customer asks for' }, reason },
  },
  split: {
    label: { nl: 'Nog een verzoek afsplitsen', en: 'Split off another request' },
    explain: {
      nl: 'In dit bericht staat nog een verzoek: een eigen dossier met dezelfde ontvangsttijd.',
      en: 'This message holds one more request: a case of its own with the same time of receipt.',
    },
    fields: { kind: { nl: 'Het andere verzoek', en: 'The other request' } },
  },
  represent: {
    label: { nl: 'Vertegenwoordiger', en: 'Representative' },
    explain: {
      nl: 'Iemand vraagt dit namens de klant; de machtiging wordt een taak.',
      en: 'Somebody asks this for the customer; their authorisation becomes a task.',
    },
    fields: { who: { nl: 'Wie', en: 'Who' } },
  },
  ...demandActionWords,
  link: {
    label: { nl: 'Koppelen', en: 'Link' },
    explain: {
      nl: 'Twee dossiers die bij elkaar horen. Elk houdt zijn eigen datums.',
      en: 'Two cases that belong together. Each keeps its own dates.',
    },
    fields: { other: { nl: 'Kenmerk van het andere dossier', en: 'Reference of the other case' } },
  },
  unlink: {
    label: { nl: 'Ontkoppelen', en: 'Unlink' },
    explain: { nl: 'Zij hoorden toch niet bij elkaar.', en: 'They did not belong together after all.' },
    fields: { other: { nl: 'Kenmerk van het andere dossier', en: 'Reference of the other case' } },
  },
  acknowledge: {
    label: { nl: 'Ontvangst alsnog bevestigen', en: 'Acknowledge anyway' },
    explain: {
      nl: 'De ontvangstbevestiging werd ingehouden (een machine, ongewenste post, een limiet). U stuurt haar alsnog.',
      en: 'The acknowledgement was withheld (a machine, junk, a limit). You send it after all.',
    },
    send: { nl: 'Alsnog versturen', en: 'Send anyway' },
  },
  withdraw: {
    label: { nl: 'Ingetrokken', en: 'Withdrawn' },
    explain: { nl: 'De klant ziet van het verzoek af. Het dossier sluit.', en: 'The customer gives the request up. The case closes.' },
    send: { nl: 'Sluiten als ingetrokken', en: 'Close as withdrawn' },
    fields: { reason: { nl: 'Waaruit dat blijkt (alleen voor collega’s)', en: 'How we know (for colleagues only)' } },
  },
  hold: {
    label: { nl: 'Bewaarplicht', en: 'Legal hold' },
    explain: {
      nl: 'Er mag niets worden verwijderd: een vordering of een geschil (artikel 17, lid 3, AVG).',
      en: 'Nothing may be erased: an order or a dispute (GDPR art. 17(3)).',
    },
    send: { nl: 'Bewaarplicht vastleggen', en: 'Place the hold' },
    fields: { until: { nl: 'Opnieuw bekijken op', en: 'Review on' }, reason },
  },
  'lift-hold': {
    label: { nl: 'Bewaarplicht opheffen', en: 'Lift the hold' },
    explain: { nl: 'De reden om te bewaren is voorbij.', en: 'The reason to keep things is gone.' },
    fields: { reason },
  },
  reopen: {
    label: { nl: 'Heropenen', en: 'Reopen' },
    explain: {
      nl: 'Het antwoord was niet goed. De datums blijven, zodat te laat ook te laat heet.',
      en: 'The answer was wrong. The dates stay, so that late is called late.',
    },
    fields: { reason },
  },
} as const satisfies Readonly<Record<string, ActionWords>>;

export type ActionId = keyof typeof actionWords;

/** What a value of a choice says. */
export const choiceWords: Readonly<Record<string, Bilingual>> = {
  change: { nl: 'wijziging van gegevens', en: 'a change of data' },
  deletion: { nl: 'verwijdering van gegevens', en: 'deletion of data' },
  copy: { nl: 'een kopie van gegevens', en: 'a copy of data' },
  refund: { nl: 'annulering en terugbetaling', en: 'cancellation and a refund' },
  objection: { nl: 'stoppen of beperken van gebruik (bezwaar)', en: 'stopping or restricting use (objection)' },
  authority: { nl: 'een vordering van een overheidsinstantie', en: 'a demand by a public body' },
  none: { nl: 'niets: het is geen verzoek', en: 'nothing: it is no request' },
  yes: { nl: 'ja, het verzoek is afgehandeld', en: 'yes, the request is dealt with' },
  no: { nl: 'nee, wij gaan verder', en: 'no, we go on' },
  'further-copy': { nl: 'een verdere kopie', en: 'a further copy' },
  excessive: { nl: 'een buitensporig verzoek', en: 'an excessive request' },
  complexity: { nl: 'het verzoek is ingewikkeld', en: 'the request is complex' },
  'number-of-requests': { nl: 'het aantal verzoeken', en: 'the number of requests' },
  'identity-doubt': { nl: 'redelijke twijfel over de identiteit', en: 'reasonable doubt about the identity' },
  clarification: { nl: 'wachten op het antwoord van de klant', en: 'waiting for the customer’s answer' },
  lawyer: { nl: 'advocaat of gemachtigde', en: 'lawyer or agent' },
  portal: { nl: 'privacyportaal', en: 'privacy portal' },
  parent: { nl: 'ouder of voogd', en: 'parent or guardian' },
  ...groundNames,
  ...disclosedNames,
  other: { nl: 'iets anders, zie de notitie', en: 'something else, see the note' },
};

export const groupWords = {
  answer: { nl: 'De klant antwoorden', en: 'Answer the customer' },
  ask: { nl: 'De klant iets vragen', en: 'Ask the customer' },
  term: { nl: 'De termijn', en: 'The term' },
  subject: { nl: 'Waar het over gaat', en: 'What it is about' },
  end: { nl: 'Begin en einde', en: 'Beginning and end' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type { ActionWords };
