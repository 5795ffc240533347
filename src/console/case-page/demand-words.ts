import type { DisclosedCategory, DisclosureGround } from '../../case/demand.ts';
import type { Bilingual } from '../../case/policy.ts';

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
