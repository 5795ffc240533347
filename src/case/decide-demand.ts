import type { OpenCase } from './case.ts';
import type { Refusal } from './command.ts';
import { datesOf } from './dates-of.ts';
import { type Decision, type DecisionContext, happened, refused, todayOf, type Wish } from './decision.ts';
import { nothingKnown } from './demand.ts';
import { isConfidential } from './kind.ts';
import * as refusal from './refusal.ts';
import * as said from './refusal-demand.ts';
import { answeredTask, assessedTask, originTask } from './requirements.ts';

// What a public body demands (policy §3). The order: who it is, whether it may, what it got.

/** The day the order itself gives, sooner or later than our own hours; it may be set again when a longer one is granted. */
export function setTerm({ dueOn, by }: Wish<'set-term'>, current: OpenCase, context: DecisionContext): Decision {
  if (!isConfidential(current.kind)) return refused(said.notADemand());
  if (dueOn < receivedOn(current, context)) return refused(said.termBeforeReceipt());
  const demand = current.demand ?? nothingKnown;
  if (demand.term?.on === dueOn) return refused(refusal.alreadyNoted());
  const today = todayOf(context);
  const dates = datesOf({ ...current, demand: { ...demand, term: { on: dueOn, by } } }, context.policy, context.holidays, today);
  return happened({ type: 'term-set', dueOn, dates, on: today.toString(), by });
}

/** Nothing goes to whom nobody has called back, on a demand nobody has assessed. That nothing went can be recorded at once. */
export function recordDisclosure(command: Wish<'record-disclosure'>, current: OpenCase, context: DecisionContext): Decision {
  const { ground, what, on, by } = command;
  if (!isConfidential(current.kind)) return refused(said.notADemand());
  if (!current.intakeConfirmed) return refused(refusal.intakeUnconfirmed());
  if ((ground === null) !== (what.length === 0)) return refused(said.disclosureIncomplete());
  if (on < receivedOn(current, context) || on > todayOf(context).toString()) return refused(said.disclosureDayWrong());
  const shut = what.length === 0 ? null : (before(assessedTask, current) ?? open(assessedTask, current, said.demandNotAssessed()));
  if (shut !== null) return refused(shut);
  return happened({ type: 'disclosure-recorded', ground, what: [...new Set(what)], on, by });
}

/** What must come before a task of a demand is ticked; null: nothing is missing, or it is a task of another kind. */
export function before(task: string, current: OpenCase): Refusal | null {
  if (!isConfidential(current.kind)) return null;
  if (task === assessedTask) return open(originTask, current, said.originUnverified());
  if (task !== answeredTask) return null;
  return (current.demand ?? nothingKnown).disclosures.length > 0 ? null : said.disclosureMissing();
}

function open(task: string, { tasks }: OpenCase, why: Refusal): Refusal | null {
  return tasks.some((one) => one.id === task && one.ticked === null) ? why : null;
}

function receivedOn({ receivedAt }: OpenCase, { policy }: DecisionContext): string {
  return Temporal.Instant.from(receivedAt).toZonedDateTimeISO(policy.timeZone).toPlainDate().toString();
}
