import { type Attention, type Case, type Draft, isClosed, type Pause, type Task } from '../../src/case/case.ts';
import type { CaseCommand, Refusal } from '../../src/case/command.ts';
import { type DecisionContext, decide } from '../../src/case/decide.ts';
import type { Demand } from '../../src/case/demand.ts';
import type { CaseEvent } from '../../src/case/event.ts';
import { evolve } from '../../src/case/evolve.ts';
import type { Day, Policy } from '../../src/case/policy.ts';
import { at, holidays, present } from './fixtures.ts';

// A breadth-first walk over every distinct state that commands can bring a case to. Two cases are one state when they
// differ only in what `decide` does not read: names of letters, hashes and people, counters, moments of ticks.

export interface Place {
  readonly current: Case;
  /** Index into the days of the walk. Days only go forward. */
  readonly day: number;
}

export interface Step {
  readonly before: Place;
  readonly command: CaseCommand;
  readonly events: readonly CaseEvent[];
  readonly after: Case;
  readonly on: Day;
}

export interface Walk {
  readonly roots: readonly Case[];
  readonly days: readonly Day[];
  readonly policy: Policy;
  /** Everything anybody may want of a case in this state. */
  readonly commands: (place: Place, on: Day) => readonly CaseCommand[];
  readonly atState?: (place: Place, on: Day) => void;
  readonly atStep?: (step: Step) => void;
  readonly atRefusal?: (refusal: Refusal, command: CaseCommand, place: Place) => void;
}

export interface Walked {
  readonly places: readonly Place[];
  /** For each place, the places one step away. */
  readonly next: readonly (readonly number[])[];
  readonly transitions: number;
  readonly has: (place: Place) => boolean;
}

/** A walk of ours ends long before this many. */
const mostStates = 40_000;

/** Walks until no new state appears. */
export function walk({ roots, days, policy, commands, atState, atStep, atRefusal }: Walk): Walked {
  const known = new Map<string, number>();
  const places: Place[] = [];
  const next: number[][] = [];
  let transitions = 0;
  function reach(current: Case, day: number): number {
    const place = { current: canonical(current), day };
    const key = keyOf(place);
    const found = known.get(key);
    if (found !== undefined) return found;
    if (places.length === mostStates) throw new Error(`more than ${mostStates} states: the alphabet is too large, or the walk has no end`);
    known.set(key, places.length);
    places.push(place);
    return places.length - 1;
  }
  for (const root of roots) reach(root, 0);
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as Place;
    const on = days[place.day] as Day;
    const context = { policy, holidays, now: at(on) };
    const targets = new Set<number>();
    atState?.(place, on);
    for (const command of commands(place, on)) {
      const decision = decide(command, place.current, context);
      transitions += 1;
      if ('refusal' in decision) {
        atRefusal?.(decision.refusal, command, place);
        continue;
      }
      const after = present(decision.events.reduce<Case | null>(evolve, place.current));
      atStep?.({ before: place, command, events: decision.events, after, on });
      const target = reach(after, place.day);
      targets.add(target);
      if (transitions % 50 === 0 && reach(disguised(place, command, context), place.day) !== target)
        throw new Error(`under other names ${command.type} comes to another state`);
    }
    if (place.day + 1 < days.length) targets.add(reach(place.current, place.day + 1));
    next.push([...targets]);
  }
  return { places, next, transitions, has: (place) => known.has(keyOf({ ...place, current: canonical(place.current) })) };
}

/** The same step of a case that differs only in what is said not to matter. */
function disguised({ current }: Place, command: CaseCommand, context: DecisionContext): Case {
  const other: Case = {
    ...renamed(current),
    version: 17,
    assignedTo: 'chris',
    attention: [...current.attention, 'possible-repeat'],
    identity: { ...current.identity, verified: current.identity.verified && { by: null, method: 'code', at: '2026-11-03T09:00:00Z' } },
  };
  const decision = decide(renamed(command), other, context);
  if ('refusal' in decision) throw new Error(`under other names ${command.type} is refused`);
  return present(decision.events.reduce<Case | null>(evolve, other));
}

const otherNames: Readonly<Record<string, string>> = { letter: 'brief', hash: 'digest', anna: 'zoë', bram: 'youri', 'sent-1': 'sent-2' };

function renamed<Of>(value: Of): Of {
  return JSON.parse(JSON.stringify(value), (_, text) => (typeof text === 'string' ? (otherNames[text] ?? text) : text));
}

/** Which places can come to one that `arrived` says is an end. */
export function canReach({ places, next }: Walked, arrived: (place: Place) => boolean): readonly boolean[] {
  const before: number[][] = places.map(() => []);
  next.forEach((targets, from) => {
    for (const target of targets) before[target]?.push(from);
  });
  const reached = places.map(arrived);
  const queue = reached.flatMap((yes, index) => (yes ? [index] : []));
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    for (const from of before[index] ?? []) {
      if (reached[from] === true) continue;
      reached[from] = true;
      queue.push(from);
    }
  }
  return reached;
}

const read: readonly Attention[] = ['acknowledgement-withheld', 'hold-review-due', 'message-after-release'];
const moment = '2026-11-05T09:00:00Z';

/** The one case that stands for all that differ from it in nothing `decide` reads. It is a case itself. */
export function canonical(current: Case): Case {
  const same = {
    ...current,
    version: 1,
    assignedTo: null,
    attention: read.filter((mark) => current.attention.includes(mark)),
    tasks: current.tasks.map(plainTask),
    identity: { ...current.identity, verified: current.identity.verified && { by: 'anna', method: 'staff' as const, at: moment } },
    pauses: plainPauses(current.pauses),
    hold: current.hold && { ...current.hold, by: 'anna', placedOn: '2026-11-05' },
    askedOn: current.askedOn && '2026-11-05',
    breachAcceptedBy: current.breachAcceptedBy && 'anna',
    outsideMessageId: current.outsideMessageId && 'sent-1',
    ...(current.demand === undefined ? {} : { demand: plainDemand(current.demand) }),
  };
  if (isClosed(current)) return { ...same, closedAt: moment } as Case;
  if (current.status === 'awaiting-approval') return { ...same, draft: plainDraft(current.draft) } as Case;
  if (current.status === 'in-progress' && current.leaving !== null) return { ...same, leaving: left(current.leaving) } as Case;
  return same as Case;
}

/** Whether anything was recorded, and until when the order gives. */
function plainDemand({ term, disclosures }: Demand): Demand {
  return { term: term && { ...term, by: 'anna' }, disclosures: disclosures.slice(0, 1).map(() => nothing) };
}

const nothing = { ground: null, what: [], on: '2026-11-05', by: 'anna' };

function plainTask(task: Task): Task {
  return task.ticked === null ? task : { ...task, ticked: { by: 'anna', at: moment } };
}

/** People by order of appearance: the editor first. */
function plainDraft(draft: Draft): Draft {
  const people = [...new Set([...(draft.editedBy === null ? [] : [draft.editedBy]), ...draft.approvals])];
  const name = (person: string) => (people.indexOf(person) === 0 ? 'anna' : 'bram');
  return {
    ...draft,
    letterId: 'letter',
    hash: 'hash',
    editedBy: draft.editedBy && name(draft.editedBy),
    approvals: draft.approvals.map(name).sort(),
  };
}

/** Who approved a letter that leaves is not asked again. */
function left(draft: Draft): Draft {
  return { ...draft, letterId: 'letter', hash: 'hash', approvals: [], editedBy: null };
}

/** Of the pauses that ended only the days count, by reason and by whether a manager accepted them. */
function plainPauses(pauses: readonly Pause[]): readonly Pause[] {
  const lasting = pauses.filter(({ untilOn }) => untilOn === null).map((pause) => ({ ...pause, acceptedBy: pause.acceptedBy && 'mia' }));
  const days = new Map<string, { readonly pause: Pause; readonly days: number }>();
  for (const pause of pauses) {
    if (pause.untilOn === null) continue;
    const length = Temporal.PlainDate.from(pause.sinceOn).until(pause.untilOn).days;
    // One of no length counts for nothing, but can still be accepted.
    const name = `${pause.acceptedBy === null} ${length === 0 ? '' : pause.because}`;
    if (length === 0 && pause.acceptedBy !== null) continue;
    days.set(name, { pause, days: (days.get(name)?.days ?? 0) + length });
  }
  const ended = [...days].toSorted(([one], [other]) => one.localeCompare(other)).map(([, one]) => plainPause(one.pause, one.days));
  return [...ended, ...lasting];
}

function plainPause({ because, acceptedBy }: Pause, days: number): Pause {
  const sinceOn = Temporal.PlainDate.from('2026-11-05');
  return {
    because: days === 0 ? 'identity-doubt' : because,
    acceptedBy: acceptedBy && 'mia',
    sinceOn: sinceOn.toString(),
    untilOn: sinceOn.add({ days }).toString(),
  };
}

function pauseKey({ sinceOn, untilOn, acceptedBy, because }: Pause): string {
  return `${sinceOn} ${untilOn} ${acceptedBy} ${because}`;
}

function keyOf({ current, day }: Place): string {
  const { policyOn, legalOn, dueOn, warnOn, escalateOn, pausedDueOn } = current.dates;
  const { identity, alarms } = current;
  const letter = current.status === 'awaiting-approval' ? current.draft : current.status === 'in-progress' ? current.leaving : null;
  return JSON.stringify([
    day,
    current.status,
    current.kind,
    [policyOn, legalOn, dueOn, warnOn, escalateOn, pausedDueOn],
    [identity.needed, identity.verified !== null, identity.codesSent],
    identity.challenge && [identity.challenge.digest, identity.challenge.untilOn, identity.challenge.triesLeft],
    current.tasks.map((task) => [task.id, task.ticked !== null]),
    letter && [letter.letterKind, letter.approvalsNeeded, letter.codeDigest, letter.editedBy, letter.approvals],
    current.attention,
    [current.intakeConfirmed, current.extended],
    [current.representative, current.hold?.reviewOn, current.askedOn, current.outsideMessageId, current.breachAcceptedBy],
    current.pauses.map(pauseKey),
    [alarms.warned, alarms.escalated, alarms.overdue, alarms.promisePassed],
    current.receivedAt,
    current.waitsFor,
    current.demand && [current.demand.term?.on, current.demand.disclosures.length > 0],
  ]);
}
