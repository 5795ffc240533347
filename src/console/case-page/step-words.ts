import type { ClosedCase } from '../../case/case.ts';
import type { CaseLetterKind } from '../../case/kind.ts';
import type { Bilingual, Day, Instant } from '../../case/policy.ts';
import { en } from '../words/en.ts';
import { nl } from '../words/nl.ts';
import { dayWords } from './days.ts';
import { type Said, steps } from './fixed-steps.ts';
import { letterNames } from './names.ts';

/** What a step's sentence may need besides itself. */
interface StepDetails {
  readonly day?: Day | null;
  readonly letterKind?: CaseLetterKind;
  readonly given?: number;
  readonly needed?: number;
  readonly title?: Bilingual;
  readonly left?: number;
  readonly closedAt?: Instant;
  readonly status?: ClosedCase['status'];
}

type Fixed = keyof typeof steps;
export type StepCode = Fixed | 'on-hold' | 'code-sent' | 'asked' | 'remind' | 'approve' | 'task' | 'closed';

/** A step in words. */
export function stepWords(code: StepCode, details: StepDetails): Said {
  const on = (language: 'nl' | 'en') => (details.day == null ? '' : dayWords(language, details.day));
  switch (code) {
    case 'on-hold':
      return {
        what: { nl: `Wacht: bewaarplicht tot de herziening op ${on('nl')}`, en: `Wait: legal hold until its review on ${on('en')}` },
        why: {
          nl: 'Zolang de bewaarplicht duurt wordt er niets verwijderd (artikel 17, lid 3, AVG). Hef hem op om verder te gaan.',
          en: 'Nothing is erased while the hold lasts (GDPR art. 17(3)). Lift it to go on.',
        },
      };
    case 'code-sent':
      return {
        what: {
          nl: `Wacht op de klant: de code geldt tot en met ${on('nl')}`,
          en: `Wait for the customer: the code is valid until ${on('en')}`,
        },
        why: {
          nl: 'De klant antwoordt met de code. Dan staat de identiteit vanzelf vast.',
          en: 'The customer answers with the code. That verifies the identity by itself.',
        },
      };
    case 'asked':
      return {
        what: { nl: 'Wacht op het antwoord van de klant', en: 'Wait for the customer’s answer' },
        why: { nl: `Gevraagd op ${on('nl')}. De termijn loopt door.`, en: `Asked on ${on('en')}. The term keeps running.` },
      };
    case 'remind':
      return {
        what: { nl: 'Herinner de klant aan onze vraag', en: 'Remind the customer of our question' },
        why: {
          nl: `Gevraagd op ${on('nl')}, en nog geen antwoord. De termijn loopt door.`,
          en: `Asked on ${on('en')}, and no answer yet. The term keeps running.`,
        },
      };
    case 'approve':
      return approveWords(details);
    case 'task':
      return taskWords(details);
    case 'closed':
      return closedWords(details);
    default:
      return steps[code];
  }
}

function approveWords({ letterKind = 'completion-notice', given = 0, needed = 1 }: StepDetails): Said {
  const second = needed > 1 && given > 0;
  return {
    what: {
      nl: `Lees ${letterNames[letterKind].nl} en keur goed of wijs af`,
      en: `Read ${letterNames[letterKind].en}, and approve or reject it`,
    },
    why: second
      ? {
          nl: 'Een collega keurde al goed. Uw akkoord is het tweede; daarna vertrekt de brief.',
          en: 'A colleague has approved. Yours is the second; then the letter leaves.',
        }
      : needed > 1
        ? {
            nl: 'De brief ligt klaar. Twee mensen moeten goedkeuren voordat hij vertrekt.',
            en: 'The letter is ready. Two people must approve before it leaves.',
          }
        : { nl: 'De brief ligt klaar en vertrekt pas na akkoord.', en: 'The letter is ready and leaves only when approved.' },
  };
}

function taskWords({ title = { nl: '', en: '' }, left = 1 }: StepDetails): Said {
  return {
    what: { nl: `Doe dit en vink het af: ${title.nl}`, en: `Do this and tick it: ${title.en}` },
    why:
      left === 1
        ? {
            nl: 'Het is de laatste verplichte taak. Daarna wordt de brief geschreven.',
            en: 'It is the last required task. Then the letter is written.',
          }
        : { nl: `Er staan nog ${left} verplichte taken open.`, en: `${left} required tasks are open.` },
  };
}

function closedWords({ closedAt = '1970-01-01T00:00:00Z', status = 'completed' }: StepDetails): Said {
  const day = closedAt.slice(0, 10);
  return {
    what: { nl: `Niets: gesloten op ${dayWords('nl', day)}`, en: `Nothing: closed on ${dayWords('en', day)}` },
    why: {
      nl: `Uitkomst: ${nl.statuses[status]}. Schrijft de klant weer, dan komt er een nieuw dossier dat hiernaar verwijst.`,
      en: `Outcome: ${en.statuses[status]}. If the customer writes again, a new case is opened that refers to this one.`,
    },
  };
}
