import type { Bilingual } from '../../case/policy.ts';

/** A step in words. */
export interface Said {
  readonly what: Bilingual;
  readonly why: Bilingual;
}

/** Steps whose words never change. */
export const steps = {
  'confirm-intake': {
    what: { nl: 'Bevestig wie dit vraagt en wanneer het ons bereikte', en: 'Confirm who asks this and when it reached us' },
    why: {
      nl: 'Een collega stuurde dit door of voerde het in. De termijn loopt vanaf het moment waarop het óns bereikte, en er gaat niets uit voordat dit vaststaat.',
      en: 'A colleague forwarded or entered this. The term runs from the moment it reached us, and nothing leaves before that is settled.',
    },
  },
  determine: {
    what: { nl: 'Lees het bericht en bepaal wat de klant vraagt', en: 'Read the message and decide what the customer asks' },
    why: {
      nl: 'Wij konden er niet zeker uit opmaken of dit een verzoek is, en welk. De strengste termijn loopt al.',
      en: 'We could not tell for certain whether this is a request, and which. The strictest term is running.',
    },
  },
  'determine-unreadable': {
    what: { nl: 'Open het bericht zelf en bepaal wat de klant vraagt', en: 'Open the message yourself and decide what the customer asks' },
    why: {
      nl: 'Dit bericht konden wij niet lezen. Download het, bekijk het in een mailprogramma en leg vast wat het is. De termijn loopt al.',
      en: 'We could not read this message. Download it, look at it in a mail program and record what it is. The term is running.',
    },
  },
  outside: {
    what: {
      nl: 'Beslis of het antwoord buiten Tijdig dit dossier afrondde',
      en: 'Decide whether the answer from outside Tijdig finished this case',
    },
    why: {
      nl: 'In Verzonden staat een mail aan de klant die niet van hier kwam. Alleen een mens kan zeggen of die het verzoek afhandelde.',
      en: 'The Sent folder holds a mail to the customer that did not come from here. Only a person can say whether it dealt with the request.',
    },
  },
  unreachable: {
    what: { nl: 'Bereik de klant op een andere manier', en: 'Reach the customer another way' },
    why: {
      nl: 'Een mail van ons kwam terug. Bel of schrijf de klant, noteer wat u deed, en ga daarna verder met het verzoek.',
      en: 'A mail of ours came back. Telephone or write, note what you did, and then go on with the request.',
    },
  },
  settle: {
    what: { nl: 'Zoek uit of de brief is vertrokken', en: 'Find out whether the letter left' },
    why: {
      nl: 'De mailserver gaf geen antwoord op het laatste moment. Kijk in Verzonden; een brief van dit gewicht sturen wij niet op goed geluk nog eens.',
      en: 'The mail server did not answer at the last moment. Look in Sent; a letter of this weight is not sent again on a guess.',
    },
  },
  undo: {
    what: { nl: 'Goedgekeurd. U kunt dit nog terugnemen', en: 'Approved. You can still take it back' },
    why: {
      nl: 'De brief wacht kort voordat hij vertrekt. Daarna kan alleen een correctie nog helpen.',
      en: 'The letter waits a little before it leaves. After that only a correction helps.',
    },
  },
  leaving: {
    what: { nl: 'Wacht: de brief is onderweg', en: 'Wait: the letter is on its way' },
    why: {
      nl: 'Hij is goedgekeurd en wordt aan de mailserver gegeven. Het dossier sluit vanzelf zodra die hem aanneemt.',
      en: 'It is approved and being handed to the mail server. The case goes on by itself once that takes it.',
    },
  },
  earlier: {
    what: { nl: 'Wacht: een ander verzoek uit dit bericht gaat voor', en: 'Wait: another request of this message goes first' },
    why: {
      nl: 'Een terugbetaling of een kopie komt vóór de verwijdering van wat daarvoor nodig is. Handel eerst dat dossier af; het staat bij Gekoppeld.',
      en: 'A refund or a copy comes before the deletion of what it needs. Finish that case first; it stands under Linked.',
    },
  },
  'second-approval': {
    what: { nl: 'Wacht op een collega: er is nog een akkoord nodig', en: 'Wait for a colleague: one more approval is needed' },
    why: {
      nl: 'U telt al mee, als schrijver of als goedkeurder. Deze brief vraagt twee verschillende mensen.',
      en: 'You are counted already, as editor or as approver. This letter takes two different people.',
    },
  },
  'new-message': {
    what: { nl: 'Lees het nieuwe bericht van de klant', en: 'Read the customer’s new message' },
    why: {
      nl: 'De klant schreef opnieuw. Kijk of er iets verandert aan wat gevraagd wordt, en ga daarna verder.',
      en: 'The customer wrote again. See whether it changes what is asked, and then go on.',
    },
  },
  disclose: {
    what: { nl: 'Leg vast wat is verstrekt', en: 'Record what was disclosed' },
    why: {
      nl: 'Een vordering is pas beantwoord als vaststaat wat de instantie kreeg, wanneer en op welke grond, of dat zij niets kreeg.',
      en: 'A demand is answered once it is on record what the public body got, when and on which ground, or that it got nothing.',
    },
  },
  'review-hold': {
    what: { nl: 'Bekijk de bewaarplicht opnieuw', en: 'Review the legal hold' },
    why: {
      nl: 'De afgesproken dag is er. Hef de bewaarplicht op als de reden voorbij is, of leg hem opnieuw vast met een nieuwe datum.',
      en: 'The agreed day has come. Lift the hold if its reason is gone, or place it anew with another date.',
    },
  },
  identity: {
    what: { nl: 'Stel vast dat de klant is wie hij zegt', en: 'Verify that the customer is who they say' },
    why: {
      nl: 'Hier gaan persoonsgegevens weg of van hand. Stuur een code naar het adres dat wij al hadden, of controleer het zelf in het account.',
      en: 'Personal data will be erased, changed or handed over. Send a code to the address we had already, or check it against the account.',
    },
  },
  'identity-again': {
    what: { nl: 'Stel de identiteit alsnog vast', en: 'Verify the identity after all' },
    why: {
      nl: 'De vorige code is niet gebruikt. Stuur een nieuwe of controleer het zelf; vraag nooit om een kopie van een identiteitsbewijs.',
      en: 'The last code was not used. Send another or check it yourself; never ask for a copy of an identity document.',
    },
  },
  'identity-failed': {
    what: { nl: 'Stel de identiteit op een andere manier vast', en: 'Verify the identity another way' },
    why: {
      nl: 'De code werd driemaal verkeerd ingevuld of verliep. Bel het nummer dat wij al hadden, of vraag iets wat alleen de klant over een bestelling weet.',
      en: 'The code was wrong three times or lapsed. Call the number we had already, or ask something only the customer knows about an order.',
    },
  },
  complete: {
    what: { nl: 'Schrijf het afhandelingsbericht', en: 'Write the completion notice' },
    why: {
      nl: 'Alles wat nodig was is gedaan. De klant hoeft het alleen nog te horen.',
      en: 'Everything that was needed is done. Only the customer remains to be told.',
    },
  },
  'accept-pause': {
    what: { nl: 'Aanvaard de pauze, of laat hem beëindigen', en: 'Accept the pause, or have it ended' },
    why: {
      nl: 'Een collega zette de termijn stil. Zolang geen manager dat aanvaardt, lopen de waarschuwingen alsof er geen pauze is.',
      en: 'A colleague stopped the term. Until a manager accepts that, warnings run as if there were no pause.',
    },
  },
  'accept-breach': {
    what: { nl: 'Aanvaard dat onze eigen belofte niet is gehaald', en: 'Accept that our own promise was not kept' },
    why: {
      nl: 'Wij zijn binnen de wet, maar voorbij wat ons beleid belooft. Een manager zet daar zijn naam onder.',
      en: 'We are within the law, but past what our policy promises. A manager puts their name to that.',
    },
  },
  reopen: {
    what: { nl: 'Kijk of dit dossier weer open moet', en: 'See whether this case must be reopened' },
    why: {
      nl: 'Na het sluiten bleek de klant onbereikbaar, of kwam er nog een bericht binnen dat niemand las.',
      en: 'After it closed the customer turned out unreachable, or a message came in that nobody read.',
    },
  },
} as const satisfies Readonly<Record<string, Said>>;
