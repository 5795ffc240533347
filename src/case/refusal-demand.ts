import type { Refusal } from './command.ts';

// What is refused about a public body's demand, and what would make it possible.

export function notADemand(): Refusal {
  return {
    code: 'not-a-demand',
    text: {
      nl: 'Dit kan alleen bij een vordering van een overheidsinstantie. Is dit er een, leg dan eerst die soort vast.',
      en: 'This can only be done for a demand by a public body. If this is one, set that kind first.',
    },
  };
}

export function termBeforeReceipt(): Refusal {
  return {
    code: 'term-before-receipt',
    text: {
      nl: 'Deze dag ligt vóór de ontvangst. Neem de laatste dag over die in het bevel staat.',
      en: 'This day lies before the receipt. Take the last day that the order names.',
    },
  };
}

export function originUnverified(): Refusal {
  return {
    code: 'origin-unverified',
    text: {
      nl: 'De herkomst is nog niet nagegaan. Bel de instantie terug op een nummer dat u van elders kent, nooit op een nummer uit de vordering zelf, en vink origin-verified af.',
      en: 'The origin is not verified yet. Call the public body back on a number known from elsewhere, never one given in the demand itself, and tick origin-verified.',
    },
  };
}

export function demandNotAssessed(): Refusal {
  return {
    code: 'demand-not-assessed',
    text: {
      nl: 'Bevoegdheid en rechtsgrond zijn nog niet beoordeeld. Beoordeel ze en vink demand-assessed af voordat u iets verstrekt.',
      en: 'Authority and legal ground are not assessed yet. Assess them and tick demand-assessed before anything is disclosed.',
    },
  };
}

export function disclosureMissing(): Refusal {
  return {
    code: 'disclosure-missing',
    text: {
      nl: 'Er is nog niet vastgelegd wat er is verstrekt. Leg de verstrekking met haar rechtsgrond vast, of dat er niets is verstrekt.',
      en: 'What was disclosed is not recorded yet. Record the disclosure with its legal ground, or that nothing was disclosed.',
    },
  };
}

export function disclosureIncomplete(): Refusal {
  return {
    code: 'disclosure-incomplete',
    text: {
      nl: 'Bij een verstrekking horen een rechtsgrond en ten minste één soort gegevens. Is er niets verstrekt, laat dan beide weg.',
      en: 'A disclosure has a legal ground and at least one kind of data. If nothing was disclosed, give neither.',
    },
  };
}

export function disclosureDayWrong(): Refusal {
  return {
    code: 'disclosure-day-wrong',
    text: {
      nl: 'De dag van verstrekking ligt niet vóór de ontvangst en niet in de toekomst.',
      en: 'The day of a disclosure is neither before the receipt nor in the future.',
    },
  };
}

export function neverAcknowledged(): Refusal {
  return {
    code: 'never-acknowledged',
    text: {
      nl: 'Een vordering van een overheidsinstantie wordt nooit automatisch bevestigd. Neem contact op via een nummer dat u van elders kent.',
      en: 'A demand by a public body is never acknowledged automatically. Get in touch through a number known from elsewhere.',
    },
  };
}
