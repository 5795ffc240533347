import type { DisclosedCategory, DisclosureGround } from '../../case/demand.ts';
import type { Bilingual } from '../../case/policy.ts';
import type { ActionWords } from './letter-action-words.ts';

/** On what a public body demanded it, with where that stands. */
export const groundNames: Readonly<Record<DisclosureGround, Bilingual>> = {
  'court-order': {
    nl: 'rechterlijk bevel (Sv art. 125i, Rv art. 22)',
    en: 'order of a court (Sv art. 125i, Rv art. 22)',
  },
  prosecutor: {
    nl: 'officier van justitie of opsporingsambtenaar (Sv art. 126n e.v.)',
    en: 'public prosecutor or investigating officer (Sv art. 126n ff.)',
  },
  tax: { nl: 'Belastingdienst (AWR art. 47, 53)', en: 'tax administration (AWR art. 47, 53)' },
  intelligence: { nl: 'inlichtingen- of veiligheidsdienst (Wiv 2017)', en: 'intelligence or security service (Wiv 2017)' },
  regulator: { nl: 'toezichthouder (Awb art. 5:16, 5:17)', en: 'regulator (Awb art. 5:16, 5:17)' },
  'foreign-assistance': {
    nl: 'buitenlandse instantie, via rechtshulp (AVG art. 48)',
    en: 'foreign body, through legal assistance (GDPR art. 48)',
  },
  other: { nl: 'andere grond, zie de notitie', en: 'other ground, see the note' },
};

/** What was handed over, by kind. */
export const disclosedNames: Readonly<Record<DisclosedCategory, Bilingual>> = {
  'name-and-address': { nl: 'naam en adres', en: 'name and address' },
  'contact-data': { nl: 'contactgegevens', en: 'contact data' },
  numbers: { nl: 'telefoonnummers in gebruik', en: 'telephone numbers in use' },
  'orders-and-payments': { nl: 'bestellingen en betalingen', en: 'orders and payments' },
  'traffic-data': { nl: 'verkeersgegevens', en: 'traffic data' },
  'log-in-data': { nl: 'inloggegevens en IP-adressen', en: 'log-in data and IP addresses' },
  correspondence: { nl: 'correspondentie', en: 'correspondence' },
  other: { nl: 'andere gegevens, zie de notitie', en: 'other data, see the note' },
};

/** What can be done about a demand, in words. */
export const demandActionWords = {
  'set-term': {
    label: { nl: 'Termijn uit het bevel', en: 'Term of the order' },
    explain: {
      nl: 'De laatste dag die het bevel zelf noemt; hij vervangt onze acht uur, ook als hij eerder valt.',
      en: 'The last day that the order itself names; it takes the place of our eight hours, also when it comes sooner.',
    },
    send: { nl: 'Termijn vastleggen', en: 'Set the term' },
    fields: { until: { nl: 'Uiterlijk', en: 'By' }, reason: { nl: 'Waar dat staat', en: 'Where it says so' } },
  },
  disclose: {
    label: { nl: 'Verstrekking vastleggen', en: 'Record a disclosure' },
    explain: {
      nl: 'Wat de instantie kreeg, wanneer en op welke grond. De woorden blijven verzegeld bij dit dossier.',
      en: 'What the public body got, when and on which ground. The words stay sealed with this case.',
    },
    send: { nl: 'Vastleggen', en: 'Record' },
    fields: {
      ground: { nl: 'Rechtsgrond', en: 'Legal ground' },
      what: { nl: 'Wat is verstrekt', en: 'What was disclosed' },
      on: { nl: 'Op', en: 'On' },
      words: { nl: 'Nummer van het bevel, wie het ontving, langs welke weg', en: 'Number of the order, who received it, by which way' },
    },
  },
  'disclose-nothing': {
    label: { nl: 'Er is niets verstrekt', en: 'Nothing was disclosed' },
    explain: {
      nl: 'De vordering klopte niet, of wij hebben de gegevens niet.',
      en: 'The demand did not hold, or we do not have the data.',
    },
    send: { nl: 'Vastleggen', en: 'Record' },
    fields: { words: { nl: 'Waarom niet', en: 'Why not' } },
  },
} as const satisfies Readonly<Record<string, ActionWords>>;
