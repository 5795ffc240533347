import type { CaseFacts, Task } from './case.ts';
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
      nl: 'De identiteit van de aanvrager is nog niet vastgesteld. Stel haar vast en vink de taak identity-verified af.',
      en: "The requester's identity is not verified yet. Verify it and tick the task identity-verified.",
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
      nl: 'Er ligt geen concept van deze brief. Vraag om afronding van het dossier; dan wordt er een geschreven.',
      en: 'There is no draft of this letter. Ask for completion of the case and one is written.',
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

export function alreadyApproved(): Refusal {
  return {
    code: 'already-approved',
    text: {
      nl: 'U telt voor dit concept al mee, als goedkeurder of als schrijver. Een collega moet het nu goedkeuren.',
      en: 'You are already counted for this draft, as approver or as editor. A colleague must approve it now.',
    },
  };
}

export function kindAlreadyKnown(current: CaseFacts): Refusal {
  return {
    code: 'kind-already-known',
    text: {
      nl: `De soort van dit dossier staat al vast (${current.kind}). Is het in werkelijkheid geen verzoek, sluit het dan als geen verzoek.`,
      en: `The kind of this case is known already (${current.kind}). If it is no request in truth, close it as no request.`,
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
