import type { Bilingual } from '../../case/policy.ts';

export interface ActionWords {
  /** What it is called. */
  readonly label: Bilingual;
  /** One line on what it does. */
  readonly explain: Bilingual;
  /** What its button says, where that is not its name. */
  readonly send?: Bilingual;
  readonly fields?: Readonly<Record<string, Bilingual>>;
}

/** Asking for a letter, in words. */
export const letterActionWords = {
  complete: {
    label: { nl: 'Afhandelingsbericht', en: 'Completion notice' },
    explain: {
      nl: 'Vertelt de klant wat er is gedaan en wanneer; sluit het dossier.',
      en: 'Tells the customer what was done and when; closes the case.',
    },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: {
      words: {
        nl: 'Wat er is gedaan, in de taal van de klant (leeg: de standaardtekst)',
        en: 'What was done, in the customer’s language (empty: the standard words)',
      },
      told: { nl: 'Wie is ingelicht, één per regel (artikel 19 AVG)', en: 'Who was told, one a line (GDPR art. 19)' },
      files: { nl: 'Bijlagen', en: 'Files' },
    },
  },
  partial: {
    label: { nl: 'Gedeeltelijke afhandeling', en: 'Partial completion' },
    explain: { nl: 'Een deel is gedaan, een deel geweigerd, met redenen.', en: 'Part was done, part refused, with reasons.' },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: {
      words: { nl: 'Wat wel is gedaan', en: 'What was done' },
      reasons: { nl: 'Wat niet, en waarom', en: 'What was not, and why' },
    },
  },
  refuse: {
    label: { nl: 'Weigeren', en: 'Refuse' },
    explain: {
      nl: 'Met redenen en de wegen naar toezichthouder en rechter. Binnen een maand na ontvangst te versturen.',
      en: 'With reasons and the ways to the authority and the court. To be sent within a month of receipt.',
    },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: { reasons: { nl: 'Redenen, in de taal van de klant', en: 'Reasons, in the customer’s language' } },
  },
  'refund-window': {
    label: { nl: 'Brief over de bedenktijd', en: 'Refund window letter' },
    explain: {
      nl: 'Legt onze bedenktijd én het wettelijk herroepingsrecht uit; weigert niets.',
      en: 'Explains our window and the statutory right of withdrawal; refuses nothing.',
    },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
  },
  fee: {
    label: { nl: 'Kosten aankondigen', en: 'Announce a fee' },
    explain: {
      nl: 'Alleen voor een verdere kopie of een buitensporig verzoek; een eerste kopie is gratis.',
      en: 'Only for a further copy or an excessive request; a first copy is free.',
    },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: {
      amount: { nl: 'Bedrag, bijvoorbeeld € 7,50', en: 'Amount, for example € 7,50' },
      because: { nl: 'Grond', en: 'Ground' },
      reasons: { nl: 'Redenen, in de taal van de klant', en: 'Reasons, in the customer’s language' },
    },
  },
  correct: {
    label: { nl: 'Correctie', en: 'Correction' },
    explain: { nl: 'Wij schreven iets wat niet klopte, en zeggen wat wel klopt.', en: 'We wrote something wrong, and say what is right.' },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: {
      words: {
        nl: 'Wat fout was en wat juist is, in de taal van de klant',
        en: 'What was wrong and what is right, in the customer’s language',
      },
    },
  },
  'ask-identity': {
    label: { nl: 'Code sturen', en: 'Send a code' },
    explain: {
      nl: 'Acht cijfers naar het adres dat wij al hadden. De klant antwoordt ermee, en de identiteit staat vast.',
      en: 'Eight digits to the address we had already. The customer answers with it, and the identity is verified.',
    },
    send: { nl: 'Code klaarzetten', en: 'Prepare the code' },
    fields: { to: { nl: 'Adres dat wij al van deze klant hadden', en: 'Address we had of this customer already' } },
  },
  clarify: {
    label: { nl: 'Vraag aan de klant', en: 'Question to the customer' },
    explain: { nl: 'Eén vraag. De termijn loopt door.', en: 'One question. The term keeps running.' },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: { words: { nl: 'De ene vraag, in de taal van de klant', en: 'The one question, in the customer’s language' } },
  },
  remind: {
    label: { nl: 'Herinneren', en: 'Remind' },
    explain: { nl: 'Herhaalt wat wij vroegen.', en: 'Repeats what we asked.' },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
  },
  extend: {
    label: { nl: 'Termijn verlengen', en: 'Extend the term' },
    explain: {
      nl: 'Eenmaal, tot drie maanden na ontvangst, met redenen en vóór het einde van de eerste maand (artikel 12, lid 3, AVG).',
      en: 'Once, to three months from receipt, with reasons and before the first month ends (GDPR art. 12(3)).',
    },
    send: { nl: 'Concept schrijven', en: 'Write the draft' },
    fields: {
      because: { nl: 'Waarom', en: 'Why' },
      words: { nl: 'De redenen in uw woorden, in de taal van de klant', en: 'The reasons in your words, in the customer’s language' },
    },
  },
} as const satisfies Readonly<Record<string, ActionWords>>;
