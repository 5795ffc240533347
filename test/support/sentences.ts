// What generated messages say: our own sentences, Dutch and English, each one a plain request of its kind or plainly none.
import type { RequestKind } from '../../src/case/kind.ts';

interface Wording {
  readonly subjects: readonly string[];
  readonly asks: readonly string[];
}

export type Phrases = Readonly<Record<RequestKind, Wording>>;

export const phrases: { readonly nl: Phrases; readonly en: Phrases } = {
  nl: {
    change: {
      subjects: ['Nieuw adres', 'Adreswijziging', 'Ander e-mailadres', 'Gegevens aanpassen'],
      asks: [
        'Wilt u mijn adres wijzigen? Het nieuwe adres is Lindelaan 14, 3521 AB Utrecht.',
        'Graag mijn e-mailadres aanpassen naar nieuw@klanten.example.',
        'Wij zijn verhuisd. Kunt u ons adres wijzigen in Havenstraat 3, 9711 KL Groningen?',
        'Ik verzoek u mijn telefoonnummer te wijzigen in 06 12345678.',
      ],
    },
    deletion: {
      subjects: ['Account verwijderen', 'Verzoek om verwijdering', 'Mijn gegevens wissen'],
      asks: [
        'Graag wil ik dat u mijn account verwijdert.',
        'Wilt u mijn account en al mijn gegevens verwijderen?',
        'Ik verzoek u al mijn persoonsgegevens te wissen.',
        'Verwijder alstublieft mijn account.',
      ],
    },
    copy: {
      subjects: ['Inzage in mijn gegevens', 'Kopie van mijn gegevens', 'Inzageverzoek'],
      asks: [
        'Graag ontvang ik een kopie van al mijn persoonsgegevens.',
        'Kunt u mij een kopie sturen van de gegevens die u van mij heeft?',
        'Ik verzoek u om inzage in mijn persoonsgegevens.',
      ],
    },
    refund: {
      subjects: ['Geld terug', 'Terugbetaling', 'Verzoek om restitutie'],
      asks: [
        'Graag ontvang ik mijn geld terug voor deze bestelling.',
        'Ik verzoek u het bedrag aan mij terug te betalen.',
        'Wilt u mij het betaalde bedrag terugbetalen?',
      ],
    },
    objection: {
      subjects: ['Bezwaar tegen reclame', 'Geen reclame meer', 'Bezwaar'],
      asks: [
        'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame.',
        'Hierbij maak ik bezwaar tegen de verwerking van mijn persoonsgegevens.',
        'Ik wil geen reclame meer van u ontvangen.',
      ],
    },
  },
  en: {
    change: {
      subjects: ['New address', 'Change of address', 'Update my details'],
      asks: [
        'Please change my address to 14 Linden Lane, Utrecht.',
        'Could you please update my email address to new@klanten.example?',
        'We have moved. Please update our address to 3 Harbour Street, Groningen.',
        'Please change my phone number to +31 6 12345678.',
      ],
    },
    deletion: {
      subjects: ['Delete my account', 'Request for erasure', 'Please remove my data'],
      asks: [
        'Please delete my account.',
        'I would like you to delete my account and all my data.',
        'Please erase all my personal data.',
        'I want my account to be deleted.',
      ],
    },
    copy: {
      subjects: ['Copy of my data', 'Subject access request', 'Access to my data'],
      asks: [
        'Please send me a copy of all my personal data.',
        'I would like to receive a copy of the data you hold about me.',
        'I request access to my personal data.',
      ],
    },
    refund: {
      subjects: ['Refund', 'Refund request', 'Money back'],
      asks: [
        'Please refund the amount I paid for this order.',
        'I would like a refund for my last order.',
        'I want my money back for this order.',
      ],
    },
    objection: {
      subjects: ['Objection to marketing', 'No more marketing', 'I object'],
      asks: [
        'I object to the processing of my personal data for marketing.',
        'I object to the use of my data for direct marketing.',
        'Please stop sending me marketing emails.',
      ],
    },
  },
};

/** Questions and remarks that ask for nothing of ours. */
export const ordinary = {
  nl: [
    'De verbinding valt elke avond rond negen uur weg. Wat kan ik daaraan doen?',
    'Op welke dagen is de helpdesk geopend?',
    'Onze centrale geeft sinds gisteren een foutmelding bij doorschakelen.',
  ],
  en: [
    'The connection drops every evening around nine. What can I do about that?',
    'On which days is the help desk open?',
    'Since yesterday our phones show an error when we transfer a call.',
  ],
} as const;

/** Filling: what people write around a request, and no request itself. */
export const smallTalk = {
  nl: [
    'Wij zijn al een aantal jaren tevreden klant en bellen dagelijks met het toestel op kantoor.',
    'Alvast bedankt voor uw tijd en een prettige dag gewenst.',
    'De verbinding is de laatste tijd wisselend, vooral in de middag.',
    'De koffie bij de laatste vergadering smaakte iedereen erg goed.',
    'Overdag ben ik het best bereikbaar tussen negen en twaalf uur.',
    'Ons kantoor is in de zomer drie weken dicht; daarna is iedereen er weer.',
  ],
  en: [
    'We have been happy customers for some years and use the phone in the office every day.',
    'Yesterday I had a pleasant conversation with one of the colleagues on the phone.',
    'It rained all week, and still our shop on the canal was busy.',
    'The coffee at the last meeting was very good.',
    'During the day I am at my desk between nine and twelve.',
    'Our office is closed for three weeks in summer; after that everybody is back.',
  ],
} as const;

export const openings = {
  nl: {
    greetings: ['Beste helpdesk,', 'Geachte heer, mevrouw,', 'Goedemiddag,', 'Hallo,'],
    closings: ['Met vriendelijke groet,\r\nde klant', 'Groeten,\r\nuw klant', 'Hoogachtend,\r\nde klant'],
    subjects: ['Vraag over de verbinding', 'Openingstijden', 'Storing'],
    away: ['Ik ben deze week niet op kantoor en lees uw bericht na terugkomst.'],
  },
  en: {
    greetings: ['Dear help desk,', 'Dear sir or madam,', 'Good afternoon,', 'Hello,'],
    closings: ['Kind regards,\r\nthe customer', 'Best wishes,\r\nyour customer', 'Greetings from the customer'],
    subjects: ['Question about the connection', 'Opening hours', 'Outage'],
    away: ['I am not in the office this week and will read your message when I return.'],
  },
} as const;
