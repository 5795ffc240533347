import { holidayOn, isWorkingDay } from './calendar.ts';
import type { Why } from './case.ts';
import type { Bilingual, HolidayTable, Term } from './policy.ts';
import { capitalised, clockTime, dateName, dayName, enumeration, lengthName } from './wording.ts';

// The steps of "why this date?" as sentences. Nothing is decided here: every function is told what was decided and says it.

const regulation = 'Regulation (EEC, Euratom) 1182/71';

/** Working days before the due date on which to warn and to escalate. */
export interface WarningPair {
  readonly warn: number;
  readonly escalate: number;
}

export function receipt(received: Temporal.ZonedDateTime, legal: Term): Why {
  const on = dayName(received.toPlainDate());
  const moment = {
    nl: `Ontvangen op ${on.nl} om ${clockTime(received)} uur (tijdzone ${received.timeZoneId})`,
    en: `Received on ${on.en} at ${clockTime(received)} (time zone ${received.timeZoneId})`,
  };
  const start =
    legal.unit === 'hours'
      ? { nl: 'de uren lopen vanaf dat moment', en: 'the hours run from that moment' }
      : { nl: 'de dag van ontvangst telt niet mee', en: 'the day of receipt is not counted' };
  return {
    rule: 'receipt',
    source: legal.unit === 'hours' ? legal.source : `${regulation} art. 3(1)`,
    text: { nl: `${moment.nl}; ${start.nl}.`, en: `${moment.en}; ${start.en}.` },
  };
}

export function kindUnknown(): Why {
  return {
    rule: 'kind-unknown',
    source: 'GDPR art. 12(3)',
    text: {
      nl: 'Wat de klant vraagt, staat nog niet vast; totdat een medewerker het bericht heeft gelezen, gelden de termijnen van een verzoek tot verwijdering.',
      en: 'What the customer asks is not known yet; until a person has read the message, the terms of a deletion request apply.',
    },
  };
}

/** What a term gives, before clamp is explained and roll-over applied; `on` is its last day. */
export function term(
  rule: 'promise' | 'legal-term' | 'extension',
  given: Term,
  received: Temporal.ZonedDateTime,
  on: Temporal.PlainDate,
): Why {
  return { rule, source: given.source, text: given.unit === 'hours' ? hoursText(given, received) : termText(rule, given, dayName(on)) };
}

function hoursText(given: Term, received: Temporal.ZonedDateTime): Bilingual {
  const end = received.add({ hours: given.count });
  const name = dayName(end.toPlainDate());
  const length = lengthName(given.count, 'hours');
  return {
    nl: `Er geldt een termijn van ${length.nl} na ontvangst, tot ${name.nl} om ${clockTime(end)} uur, zolang niemand een andere heeft vastgelegd.`,
    en: `A term of ${length.en} from receipt applies, until ${name.en} at ${clockTime(end)}, as long as nobody has set another.`,
  };
}

function termText(rule: 'promise' | 'legal-term' | 'extension', given: Term, on: Bilingual): Bilingual {
  const length = lengthName(given.count, given.unit);
  const stays =
    given.rolls || given.unit === 'working-days'
      ? { nl: '', en: '' }
      : {
          nl: '; deze datum verschuift niet vanwege een weekend of feestdag',
          en: '; this date does not move for a weekend or a holiday',
        };
  if (rule === 'extension') {
    return {
      nl: `De termijn is één keer verlengd, tot ${length.nl} na ontvangst: tot en met ${on.nl}${stays.nl}.`,
      en: `The term was extended once, to ${length.en} from receipt: up to and including ${on.en}${stays.en}.`,
    };
  }
  return rule === 'promise'
    ? {
        nl: `Ons eigen beleid belooft afhandeling binnen ${length.nl} na ontvangst: uiterlijk ${on.nl}${stays.nl}.`,
        en: `Our own policy promises completion within ${length.en} of receipt: by ${on.en}${stays.en}.`,
      }
    : {
        nl: `De wet geeft ${length.nl} na ontvangst: tot en met ${on.nl}${stays.nl}.`,
        en: `The law gives ${length.en} from receipt: up to and including ${on.en}${stays.en}.`,
      };
}

/** The date does not exist in the last month: its last day takes the place. */
export function clamp(wantedDay: number, on: Temporal.PlainDate): Why {
  const missing = dateName(wantedDay, on.month, on.year);
  const last = dayName(on);
  return {
    rule: 'clamp',
    source: `${regulation} art. 3(2)(c)`,
    text: {
      nl: `${missing.nl} bestaat niet; de termijn eindigt daarom op de laatste dag van die maand, ${last.nl}.`,
      en: `${missing.en} does not exist; the term therefore ends on the last day of that month, ${last.en}.`,
    },
  };
}

/** From the day the term would end, over every day off, to the working day it ends on. */
export function rollOver(from: Temporal.PlainDate, to: Temporal.PlainDate, holidays: HolidayTable): Why {
  const skipped: Temporal.PlainDate[] = [];
  for (let day = from; Temporal.PlainDate.compare(day, to) < 0; day = day.add({ days: 1 })) skipped.push(day);
  const names = skipped.map((day) => dayOffName(day, holidays));
  const rows = skipped.filter((day) => holidayOn(day, holidays) !== null);
  const one = skipped.length === 1;
  const target = dayName(to);
  const days = {
    nl: capitalised(
      enumeration(
        names.map((name) => name.nl),
        'en',
      ),
    ),
    en: enumeration(
      names.map((name) => name.en),
      'and',
    ),
  };
  return {
    rule: 'roll-over',
    source: `${regulation} art. 3(4)${rows.length === 0 ? '' : `; holiday calendar ${rows.join(', ')}`}`,
    text: {
      nl: `${days.nl} ${one ? 'is geen werkdag' : 'zijn geen werkdagen'}; de termijn loopt door tot en met de eerstvolgende werkdag, ${target.nl}.`,
      en: `${days.en} ${one ? 'is not a working day' : 'are not working days'}; the term runs on to the end of the next working day, ${target.en}.`,
    },
  };
}

/** The earlier of promise and law. */
export function choice(promisedOn: Temporal.PlainDate | null, legalOn: Temporal.PlainDate): Why {
  return { rule: 'due', source: 'docs/due-dates.md, two dates', text: choiceText(promisedOn, legalOn) };
}

function choiceText(promisedOn: Temporal.PlainDate | null, legalOn: Temporal.PlainDate): Bilingual {
  const legal = dayName(legalOn);
  if (promisedOn === null) {
    return {
      nl: `Ons eigen beleid belooft hiervoor geen termijn; de uiterste datum is ${legal.nl}.`,
      en: `Our own policy promises no term for this; the due date is ${legal.en}.`,
    };
  }
  const order = Temporal.PlainDate.compare(promisedOn, legalOn);
  if (order === 0) {
    return {
      nl: `Onze belofte en de wettelijke termijn eindigen op dezelfde dag; de uiterste datum is ${legal.nl}.`,
      en: `Our promise and the legal term end on the same day; the due date is ${legal.en}.`,
    };
  }
  if (order > 0) {
    return {
      nl: `De wettelijke termijn eindigt eerder dan onze belofte en gaat dus voor; de uiterste datum is ${legal.nl}.`,
      en: `The legal term ends before our promise and so decides; the due date is ${legal.en}.`,
    };
  }
  const promised = dayName(promisedOn);
  return {
    nl: `Onze belofte eindigt eerder dan de wettelijke termijn en gaat dus voor; de uiterste datum is ${promised.nl}.`,
    en: `Our promise ends before the legal term and so decides; the due date is ${promised.en}.`,
  };
}

/** After an extension the law alone sets the due date; what we promised stays said. */
export function promiseStays(promisedOn: Temporal.PlainDate | null, legalOn: Temporal.PlainDate): Why {
  const legal = dayName(legalOn);
  const promised = promisedOn === null ? null : dayName(promisedOn);
  return {
    rule: 'due',
    source: 'GDPR art. 12(3)',
    text:
      promised === null
        ? { nl: `De uiterste datum is ${legal.nl}.`, en: `The due date is ${legal.en}.` }
        : {
            nl: `De uiterste datum is ${legal.nl}. Onze eigen belofte eindigde op ${promised.nl}; na die dag zijn wij binnen de wet, maar voorbij onze belofte.`,
            en: `The due date is ${legal.en}. Our own promise ended on ${promised.en}; after that day we are within the law but past our promise.`,
          },
  };
}

/** Days the term stood still: counted once a manager accepts them. */
export function pause(
  paused: { readonly days: number; readonly acceptedDays: number },
  dueOn: Temporal.PlainDate,
  pausedDueOn: Temporal.PlainDate,
): Why {
  const days = lengthName(paused.days, 'calendar-days');
  const due = dayName(dueOn);
  const later = dayName(pausedDueOn);
  return {
    rule: 'pause',
    source: 'GDPR art. 12(6), recital 63',
    text:
      paused.acceptedDays === paused.days
        ? {
            nl: `De termijn stond ${days.nl} stil; een manager heeft dat aanvaard. De uiterste datum wordt ${due.nl}.`,
            en: `The term stood still for ${days.en}, which a manager accepted. The due date becomes ${due.en}.`,
          }
        : {
            nl: `De termijn stond ${days.nl} stil. Zolang geen manager dat aanvaardt, blijft ${due.nl} de uiterste datum; daarna wordt het ${later.nl}.`,
            en: `The term stood still for ${days.en}. Until a manager accepts that, the due date stays ${due.en}; then it becomes ${later.en}.`,
          },
  };
}

export function actBy(dueOn: Temporal.PlainDate, actByOn: Temporal.PlainDate, holidays: HolidayTable): Why {
  return { rule: 'act-by', source: 'docs/due-dates.md, act by', text: actByText(dueOn, actByOn, holidays) };
}

function actByText(dueOn: Temporal.PlainDate, actByOn: Temporal.PlainDate, holidays: HolidayTable): Bilingual {
  if (isWorkingDay(dueOn, holidays)) {
    return { nl: 'Dat is een werkdag: handel het uiterlijk die dag af.', en: 'That is a working day: complete it that day at the latest.' };
  }
  const by = dayName(actByOn);
  if (!isWorkingDay(actByOn, holidays)) {
    return {
      nl: `Tussen ontvangst en uiterste datum ligt geen werkdag: handel het af op de dag van ontvangst, ${by.nl}.`,
      en: `No working day lies between receipt and due date: complete it on the day of receipt, ${by.en}.`,
    };
  }
  const off = dayOffName(dueOn, holidays);
  return {
    nl: `${capitalised(off.nl)} is geen werkdag; handel het uiterlijk af op de laatste werkdag daarvoor, ${by.nl}.`,
    en: `${off.en} is not a working day; complete it by the last working day before it, ${by.en}.`,
  };
}

export function warnings(warnOn: Temporal.PlainDate, escalateOn: Temporal.PlainDate, pair: WarningPair): Why {
  return { rule: 'warnings', source: 'docs/due-dates.md, warnings', text: warningsText(warnOn, escalateOn, pair) };
}

function warningsText(warnOn: Temporal.PlainDate, escalateOn: Temporal.PlainDate, pair: WarningPair): Bilingual {
  const warn = dayName(warnOn);
  const escalate = dayName(escalateOn);
  if (warnOn.equals(escalateOn)) {
    return { nl: `Waarschuwing en escalatie vallen samen, op ${warn.nl}.`, en: `Warning and escalation fall together, on ${warn.en}.` };
  }
  const before = { warn: lengthName(pair.warn, 'working-days'), escalate: lengthName(pair.escalate, 'working-days') };
  return {
    nl: `Waarschuwing op ${warn.nl} (${before.warn.nl} vóór de uiterste datum), escalatie op ${escalate.nl} (${before.escalate.nl} ervoor).`,
    en: `Warning on ${warn.en} (${before.warn.en} before the due date), escalation on ${escalate.en} (${before.escalate.en} before it).`,
  };
}

function dayOffName(day: Temporal.PlainDate, holidays: HolidayTable): Bilingual {
  const name = dayName(day);
  const holiday = holidayOn(day, holidays);
  return holiday === null ? name : { nl: `${name.nl} (${holiday.name.nl})`, en: `${name.en} (${holiday.name.en})` };
}
