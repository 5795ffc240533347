import { addWorkingDays } from './calendar.ts';
import type { Why } from './case.ts';
import type { Day, HolidayTable, Instant, Policy } from './policy.ts';
import { dayName, lengthName } from './wording.ts';

export interface RefundWindow {
  /** The last day of the window; null when the service day is not known. */
  readonly endsOn: Temporal.PlainDate | null;
  readonly why: readonly Why[];
}

/**
 * The window of our own cancellation clause: so many working days after the day of service (that day not counted), with the
 * customer's calendar. It says who may cancel under that clause, judged by when the notice was sent (Directive 2011/83/EU
 * art. 11(2)); it is never by itself a reason to refuse, because the statutory right of withdrawal stands beside it.
 */
export function refundWindow(
  facts: { readonly receivedAt: Instant; readonly serviceDate: Day | null; readonly sentAt: Instant | null },
  policy: Policy,
  holidays: HolidayTable,
): RefundWindow {
  const { workingDays, source } = policy.refundWindow;
  if (facts.serviceDate === null) return { endsOn: null, why: [serviceDayUnknown(source)] };
  const serviceOn = Temporal.PlainDate.from(facts.serviceDate);
  const endsOn = addWorkingDays(serviceOn, workingDays, holidays, 'customer');
  const sentOn = sentInstant(facts).toZonedDateTimeISO(policy.timeZone).toPlainDate();
  return { endsOn, why: [windowEnd(serviceOn, workingDays, endsOn, source), sentWithin(sentOn, endsOn)] };
}

/** The earlier of sent and received: nobody sends after we received, and the earlier favours the customer. */
function sentInstant(facts: { readonly receivedAt: Instant; readonly sentAt: Instant | null }): Temporal.Instant {
  const received = Temporal.Instant.from(facts.receivedAt);
  if (facts.sentAt === null) return received;
  const sent = Temporal.Instant.from(facts.sentAt);
  return Temporal.Instant.compare(sent, received) < 0 ? sent : received;
}

function serviceDayUnknown(source: string): Why {
  return {
    rule: 'service-day-unknown',
    source,
    text: {
      nl: 'De dag waarop de dienst is geleverd, is niet bekend: vraag ernaar voordat u de bedenktijd uit ons beleid beoordeelt.',
      en: 'The day on which the service was provided is not known: ask for it before judging the cancellation window of our policy.',
    },
  };
}

function windowEnd(serviceOn: Temporal.PlainDate, workingDays: number, endsOn: Temporal.PlainDate, source: string): Why {
  const service = dayName(serviceOn);
  const end = dayName(endsOn);
  const length = lengthName(workingDays, 'working-days');
  return {
    rule: 'refund-window',
    source,
    text: {
      nl: `De dienst is geleverd op ${service.nl}; de bedenktijd uit ons beleid, ${length.nl} na die dag, loopt tot en met ${end.nl}. Goede Vrijdag en brugdagen tellen daarbij niet als werkdag.`,
      en: `The service was provided on ${service.en}; the cancellation window of our policy, ${length.en} after that day, runs up to and including ${end.en}. Good Friday and bridge days are not counted as working days here.`,
    },
  };
}

function sentWithin(sentOn: Temporal.PlainDate, endsOn: Temporal.PlainDate): Why {
  const sent = dayName(sentOn);
  const within = Temporal.PlainDate.compare(sentOn, endsOn) <= 0;
  return {
    rule: within ? 'sent-within-window' : 'sent-after-window',
    source: 'Directive 2011/83/EU art. 11(2)',
    text: within
      ? {
          nl: `Het bericht is verzonden op ${sent.nl}, dus binnen die bedenktijd.`,
          en: `The message was sent on ${sent.en}, within that window.`,
        }
      : {
          nl: `Het bericht is verzonden op ${sent.nl}, na die bedenktijd. Dat is op zichzelf geen grond voor weigering: beoordeel het wettelijke herroepingsrecht (consument, geïnformeerd, toestemming vastgelegd, dienst volledig verricht).`,
          en: `The message was sent on ${sent.en}, after that window. That alone is no ground for refusal: assess the statutory right of withdrawal (consumer, informed, consent on record, service fully performed).`,
        },
  };
}
