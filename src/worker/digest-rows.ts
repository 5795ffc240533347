/** Open cases as managers decide on them: who must move, what fixed the date, and which list they stand in. */
import type { Attention, Case } from '../case/case.ts';
import type { DigestFacts, DigestRow } from '../responders/digest-facts.ts';
import type { Context } from './context.ts';
import { colleaguesFor } from './people.ts';
import { whomToAsk } from './review.ts';

/** Calendar days before the last day to act on which a case is named. */
const soonDays = 5;

/** Attention that a list of its own, or a status, says already. */
const saidElsewhere: readonly Attention[] = [
  'undetermined',
  'authority',
  'requester-unreachable',
  'acknowledgement-withheld',
  'hold-review-due',
];

/** @param closed cases that ended lately, or lie under a hold: listed only for what needs notice on them */
export function digestListsOf(
  context: Context,
  open: readonly Case[],
  closed: readonly Case[],
  today: Temporal.PlainDate,
): DigestFacts['lists'] {
  const on = today.toString();
  const soon = today.add({ days: soonDays }).toString();
  const isPast = (day: string | null) => day !== null && day < on;
  const listed = (all: readonly Case[], belongs: (one: Case) => boolean) => all.filter(belongs).map((one) => rowOf(context, one, today));
  const marked = (what: Attention) => listed([...open, ...closed], ({ attention }) => attention.includes(what));
  return {
    'past-law': listed(open, ({ dates }) => isPast(dates.legalOn)),
    'past-promise': listed(open, (one) => isPastPromise(one, on)),
    'act-by': listed(open, ({ dates }) => !isPast(dates.dueOn) && dates.actByOn <= soon),
    'to-read': listed(open, ({ status }) => status === 'needs-a-person'),
    approval: listed(open, ({ status }) => status === 'awaiting-approval'),
    unreachable: marked('requester-unreachable'),
    withheld: marked('acknowledgement-withheld'),
    'hold-review': listed([...open, ...closed], ({ hold }) => hold !== null && hold.reviewOn <= on),
    'to-notice': listed([...open, ...closed], ({ attention }) => attention.some((what) => !saidElsewhere.includes(what))),
  };
}

/** Past our own promise, within the law. */
function isPastPromise({ dates }: Case, on: string): boolean {
  return dates.policyOn !== null && dates.policyOn < on && dates.legalOn >= on;
}

function rowOf(context: Context, one: Case, today: Temporal.PlainDate): DigestRow {
  const { dates } = one;
  const promised = isPastPromise(one, today.toString()) && dates.policyOn !== null ? dates.policyOn : dates.dueOn;
  return {
    reference: one.reference,
    kind: one.kind,
    status: one.status,
    dueOn: dates.dueOn,
    actByOn: dates.actByOn,
    daysLeft: today.until(promised, { largestUnit: 'days' }).days,
    why: whyDue(one),
    waitsFor: waitsFor(context, one),
    attention: one.attention.filter((what) => what !== 'undetermined'),
  };
}

/** Whose approval a draft waits for; otherwise whoever is assigned to the case, or stands in. */
function waitsFor(context: Context, one: Case): readonly string[] {
  if (one.status !== 'awaiting-approval' && one.assignedTo === null) return [];
  const members = one.status === 'awaiting-approval' ? whomToAsk(context, one) : colleaguesFor(context, one);
  return members.map(({ address }) => address.split('@', 1).join(''));
}

/** The term that fixed the due date: a pause, the promise, an extension or the law, in the words of the derivation. */
function whyDue({ dates, extended, pauses }: Case): DigestRow['why'] {
  const sourceOf = (rule: string) => dates.why.findLast((step) => step.rule === rule)?.source ?? '';
  if (pauses.some(({ acceptedBy }) => acceptedBy !== null)) return { rule: 'pause', source: sourceOf('pause') };
  if (dates.policyOn === dates.dueOn) return { rule: 'promise', source: sourceOf('promise') };
  return extended ? { rule: 'extension', source: sourceOf('extension') } : { rule: 'law', source: sourceOf('legal-term') };
}

/** How many open cases wait for whom. */
export function waitingFor(open: readonly Case[]): DigestFacts['waiting'] {
  const count = (...statuses: readonly Case['status'][]) => open.filter((one) => statuses.includes(one.status)).length;
  const all: DigestFacts['waiting'] = [
    { forWhom: 'person', count: count('needs-a-person') },
    { forWhom: 'identity', count: count('awaiting-identity') },
    { forWhom: 'clarification', count: count('awaiting-clarification') },
    { forWhom: 'staff', count: count('in-progress') },
    { forWhom: 'approval', count: count('awaiting-approval') },
  ];
  return all.filter((one) => one.count > 0);
}

/** The next thirty days: what is due on each, and what would still be open if each were answered on its last day. */
export function daysAhead(open: readonly Case[], today: Temporal.PlainDate): DigestFacts['days'] {
  return Array.from({ length: 30 }, (_, ahead) => {
    const on = today.add({ days: ahead }).toString();
    const due = open.filter(({ dates }) => dates.dueOn === on).length;
    return { on, open: open.filter(({ dates }) => dates.dueOn >= on).length, due };
  });
}
