import type { CaseFacts, LegalHold, Task } from './case.ts';
import type { Refusal } from './command.ts';

// Every way to say no: why not, and what would make it possible.

export function caseClosed(): Refusal {
  return {
    code: 'case-closed',
    text: {
      nl: 'Dit dossier is gesloten. Wat er nog binnenkomt, krijgt een nieuw dossier dat naar dit dossier verwijst.',
      en: 'This case is closed. Whatever still comes in gets a new case that is linked to this one.',
    },
  };
}

export function identityNotVerified(): Refusal {
  return {
    code: 'identity-not-verified',
    text: {
      nl: 'De identiteit van de aanvrager is nog niet vastgesteld. Stuur een code naar het bekende adres, of controleer haar zelf en vink de taak identity-verified af.',
      en: "The requester's identity is not verified yet. Send a code to the address on file, or verify it yourself and tick the task identity-verified.",
    },
  };
}

export function tasksOpen(open: readonly Task[]): Refusal {
  return {
    code: 'tasks-open',
    text: {
      nl: `Er staan nog verplichte taken open: ${open.map((task) => `${task.id} (${task.title.nl})`).join(', ')}. Vink ze af zodra ze gedaan zijn.`,
      en: `Required tasks are still open: ${open.map((task) => `${task.id} (${task.title.en})`).join(', ')}. Tick them once they are done.`,
    },
  };
}

export function earlierRequestOpen(): Refusal {
  return {
    code: 'earlier-request-open',
    text: {
      nl: 'Dezelfde klant vroeg ook een terugbetaling of een kopie, en die zijn na de verwijdering niet meer mogelijk. Rond dat dossier eerst af, of ontkoppel het.',
      en: 'The same customer also asked for a refund or a copy, which the deletion would make impossible. Finish that case first, or unlink it.',
    },
  };
}

export function noSuchTask(tasks: readonly Task[]): Refusal {
  const ids = tasks.map((task) => task.id).join(', ');
  return {
    code: 'no-such-task',
    text: {
      nl: ids === '' ? 'Dit dossier heeft geen taken.' : `Zo’n taak heeft dit dossier niet. De taken zijn: ${ids}.`,
      en: ids === '' ? 'This case has no tasks.' : `This case has no such task. Its tasks are: ${ids}.`,
    },
  };
}

export function alreadyTicked(): Refusal {
  return {
    code: 'already-ticked',
    text: {
      nl: 'Deze taak is al afgevinkt. Kies een taak die nog openstaat.',
      en: 'This task is ticked already. Choose one that is still open.',
    },
  };
}

export function noDraft(): Refusal {
  return {
    code: 'no-draft',
    text: {
      nl: 'Er ligt geen concept van deze brief. Vraag er een aan; dan wordt hij geschreven.',
      en: 'There is no draft of this letter. Ask for one and it is written.',
    },
  };
}

export function draftChanged(): Refusal {
  return {
    code: 'draft-changed',
    text: {
      nl: 'Het concept is gewijzigd sinds u het zag. Lees de laatste versie en keur die goed.',
      en: 'The draft has changed since you saw it. Read the latest version and approve that one.',
    },
  };
}

export function draftOutdated(): Refusal {
  return {
    code: 'draft-outdated',
    text: {
      nl: 'Dit concept is geschreven toen één akkoord genoeg was; nu zijn er twee nodig. Stuur het terug, dan wordt er een nieuw concept geschreven.',
      en: 'This draft was written when one approval was enough; now two are needed. Send it back and a new one is written.',
    },
  };
}

export function alreadyApproved(): Refusal {
  return {
    code: 'already-approved',
    text: {
      nl: 'U telt voor dit concept al mee, als goedkeurder of als schrijver. Een collega moet het nu goedkeuren.',
      en: 'You are already counted for this draft, as approver or as editor. A colleague must approve it now.',
    },
  };
}

export function caseOpen(): Refusal {
  return {
    code: 'case-open',
    text: {
      nl: 'Dit dossier is niet gesloten; heropenen is niet nodig.',
      en: 'This case is not closed; there is nothing to reopen.',
    },
  };
}

export function identityNotNeeded(): Refusal {
  return {
    code: 'identity-not-needed',
    text: {
      nl: 'Voor dit dossier hoeft de identiteit niet (meer) te worden vastgesteld.',
      en: 'This case does not need the identity verified, or it is verified already.',
    },
  };
}

export function codesUsedUp(): Refusal {
  return {
    code: 'codes-used-up',
    text: {
      nl: 'Voor dit dossier zijn al genoeg codes verstuurd. Stel de identiteit op een andere manier vast en vink de taak identity-verified af.',
      en: 'Enough codes have been sent for this case. Verify the identity another way and tick the task identity-verified.',
    },
  };
}

export function noCodeAsked(): Refusal {
  return {
    code: 'no-code-asked',
    text: {
      nl: 'Er staat geen code open. Stuur eerst een code naar het bekende adres.',
      en: 'No code is outstanding. Send one to the address on file first.',
    },
  };
}

export function notTicked(): Refusal {
  return {
    code: 'not-ticked',
    text: {
      nl: 'Deze taak is niet afgevinkt; er is niets terug te nemen.',
      en: 'This task is not ticked; there is nothing to take back.',
    },
  };
}

export function kindTaken(): Refusal {
  return {
    code: 'kind-taken',
    text: {
      nl: 'Voor dit bericht bestaat al een dossier van die soort. Koppel de dossiers, of sluit dit dossier als geen verzoek.',
      en: 'There is a case of that kind for this message already. Link the two, or close this one as no request.',
    },
  };
}

export function intakeUnconfirmed(): Refusal {
  return {
    code: 'intake-unconfirmed',
    text: {
      nl: 'Nog niet bevestigd is wie dit vraagt en wanneer het ons bereikte. Bevestig dat eerst.',
      en: 'Who asks this and when it reached us is not confirmed yet. Confirm that first.',
    },
  };
}

export function intakeConfirmed(): Refusal {
  return {
    code: 'intake-confirmed',
    text: {
      nl: 'Aanvrager en tijdstip van ontvangst staan al vast.',
      en: 'Requester and time of receipt are confirmed already.',
    },
  };
}

export function receiptInFuture(): Refusal {
  return {
    code: 'receipt-in-future',
    text: {
      nl: 'Een verzoek kan niet in de toekomst zijn ontvangen. Geef het tijdstip waarop het ons bereikte.',
      en: 'A request cannot have been received in the future. Give the time at which it reached us.',
    },
  };
}

export function refundNotAssessed(): Refusal {
  return {
    code: 'refund-not-assessed',
    text: {
      nl: 'Weiger geen terugbetaling voordat onze bedenktijd én het wettelijk herroepingsrecht zijn beoordeeld. Vink daarna refund-window-checked af.',
      en: 'Do not refuse a refund before our own window and the statutory right of withdrawal are both assessed. Then tick refund-window-checked.',
    },
  };
}

export function alreadyAsked(): Refusal {
  return {
    code: 'already-asked',
    text: {
      nl: 'Er staat al een vraag open bij de klant. Stuur een herinnering, of wacht op het antwoord.',
      en: 'The customer has been asked something already. Send a reminder, or wait for the answer.',
    },
  };
}

export function nothingAsked(): Refusal {
  return {
    code: 'nothing-asked',
    text: {
      nl: 'Er staat niets open bij de klant; een herinnering heeft geen zin.',
      en: 'Nothing is outstanding with the customer; there is nothing to remind of.',
    },
  };
}

export function alreadyExtended(): Refusal {
  return {
    code: 'already-extended',
    text: {
      nl: 'De termijn is al eens verlengd. Dat kan maar één keer.',
      en: 'The term was extended before. That can be done only once.',
    },
  };
}

export function pauseForIdentity(): Refusal {
  return {
    code: 'pause-not-allowed',
    text: {
      nl: 'Pauzeren kan hier niet: dat mag alleen bij een vastgelegde, redelijke twijfel over de identiteit (artikel 12, lid 6, AVG).',
      en: 'No pause here: it takes a recorded, reasonable doubt about the identity (GDPR art. 12(6)).',
    },
  };
}

export function pauseForClarification(): Refusal {
  return {
    code: 'pause-not-allowed',
    text: {
      nl: 'Pauzeren voor een toelichting kan alleen bij een verzoek om een kopie van veel gegevens, nadat de vraag is gesteld (overweging 63 AVG).',
      en: 'A pause for clarification is only for a request for a copy of much data, once the question was asked (GDPR recital 63).',
    },
  };
}

export function alreadyPaused(): Refusal {
  return {
    code: 'already-paused',
    text: {
      nl: 'De termijn is al gepauzeerd. Hervat hem eerst.',
      en: 'The term is paused already. Resume it first.',
    },
  };
}

export function notPaused(): Refusal {
  return {
    code: 'not-paused',
    text: {
      nl: 'Er is geen pauze om te hervatten of te aanvaarden.',
      en: 'There is no pause to resume or accept.',
    },
  };
}

export function noBreach(): Refusal {
  return {
    code: 'no-breach',
    text: {
      nl: 'Onze belofte wordt hier niet overschreden, of dat is al aanvaard.',
      en: 'Our promise is not broken here, or that was accepted before.',
    },
  };
}

export function notOnHold(): Refusal {
  return {
    code: 'not-on-hold',
    text: {
      nl: 'Op dit dossier rust geen bewaarplicht die kan worden opgeheven.',
      en: 'There is no legal hold on this case to lift.',
    },
  };
}

export function alreadyOnHold(): Refusal {
  return {
    code: 'already-noted',
    text: {
      nl: 'Op dit dossier rust al een bewaarplicht. Hef die eerst op om hem te wijzigen.',
      en: 'There is a legal hold on this case already. Lift it first to change it.',
    },
  };
}

export function reviewInPast(): Refusal {
  return {
    code: 'review-in-past',
    text: {
      nl: 'De datum om de bewaarplicht opnieuw te bekijken moet na vandaag liggen.',
      en: 'The day on which the hold is reviewed must lie after today.',
    },
  };
}

export function notLinked(): Refusal {
  return {
    code: 'not-linked',
    text: {
      nl: 'Deze dossiers zijn niet gekoppeld.',
      en: 'These cases are not linked.',
    },
  };
}

export function noOutsideAnswer(): Refusal {
  return {
    code: 'no-outside-answer',
    text: {
      nl: 'Er is geen bericht buiten Tijdig om waarover u moet beslissen.',
      en: 'There is no message from outside Tijdig to decide about.',
    },
  };
}

export function nothingWithheld(): Refusal {
  return {
    code: 'nothing-withheld',
    text: {
      nl: 'Er is geen ontvangstbevestiging ingehouden die nog weg kan.',
      en: 'No acknowledgement is withheld that could still leave.',
    },
  };
}

export function alreadyNoted(): Refusal {
  return {
    code: 'already-noted',
    text: {
      nl: 'Dat is al vastgelegd; er hoeft niets meer te gebeuren.',
      en: 'That is on record already; nothing more is needed.',
    },
  };
}

export function undoTooLate(): Refusal {
  return {
    code: 'letter-on-its-way',
    text: {
      nl: 'De brief is al vertrokken of onderweg; de goedkeuring kan niet meer worden ingetrokken. Stuur zo nodig een correctie.',
      en: 'The letter has left or is on its way; the approval cannot be taken back. Send a correction if need be.',
    },
  };
}

export function kindAlreadyKnown(current: CaseFacts): Refusal {
  return {
    code: 'kind-already-known',
    text: {
      nl: `De soort van dit dossier is al ${current.kind}. Kies een andere soort, of sluit het als geen verzoek.`,
      en: `The kind of this case is ${current.kind} already. Choose another one, or close it as no request.`,
    },
  };
}

export function codePending(untilOn: string): Refusal {
  return {
    code: 'code-pending',
    text: {
      nl: `Er staat nog een code open, geldig tot en met ${untilOn}. Wacht op het antwoord of stuur een herinnering.`,
      en: `A code is outstanding, valid up to and including ${untilOn}. Wait for the answer or send a reminder.`,
    },
  };
}

export function letterNotForKind(kinds: 'refund' | 'privacy'): Refusal {
  return {
    code: 'letter-not-for-kind',
    text:
      kinds === 'refund'
        ? { nl: 'Deze brief hoort bij een verzoek om terugbetaling.', en: 'This letter belongs to a request for a refund.' }
        : {
            nl: 'Deze brief hoort bij een privacyverzoek (wijziging, verwijdering, kopie of bezwaar).',
            en: 'This letter belongs to a privacy request (change, deletion, copy or objection).',
          },
  };
}

export function extensionTooLate(legalOn: string): Refusal {
  return {
    code: 'extension-too-late',
    text: {
      nl: `Verlengen kon tot en met ${legalOn}, de laatste dag van de eerste termijn. Handel het verzoek zo snel mogelijk af.`,
      en: `The term could be extended up to and including ${legalOn}, its last day. Complete the request as soon as possible.`,
    },
  };
}

export function onHold(hold: LegalHold): Refusal {
  return {
    code: 'on-hold',
    text: {
      nl: `Op dit dossier rust een bewaarplicht: er mag niets worden verwijderd. Zij wordt opnieuw bekeken op ${hold.reviewOn}; hef haar op om verder te gaan.`,
      en: `A legal hold rests on this case: nothing may be erased. It is reviewed on ${hold.reviewOn}; lift it to go on.`,
    },
  };
}

export function kindUndetermined(): Refusal {
  return {
    code: 'kind-undetermined',
    text: {
      nl: 'Niemand heeft nog bepaald wat de klant vraagt. Lees het bericht en leg de soort vast, of sluit het dossier als geen verzoek.',
      en: 'Nobody has determined yet what the customer asks. Read the message and set its kind, or close the case as no request.',
    },
  };
}

export function letterOnItsWay(): Refusal {
  return {
    code: 'letter-on-its-way',
    text: {
      nl: 'Een goedgekeurde brief is al onderweg. Wacht tot bekend is of hij is aangenomen.',
      en: 'An approved letter is already on its way. Wait until it is known whether it was accepted.',
    },
  };
}
