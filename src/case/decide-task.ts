import type { OpenCase } from './case.ts';
import { completionAsked, overtaken, pauseEnded } from './consequence.ts';
import { before } from './decide-demand.ts';
import { type Decision, type DecisionContext, happened, leaving, refused, type Wish } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { holdGate } from './gate.ts';
import * as refusal from './refusal.ts';
import { identityTask } from './requirements.ts';

/** The tick that leaves nothing to be done asks for the completion notice. */
export function tickTask(command: Wish<'tick-task'>, current: OpenCase, context: DecisionContext): Decision {
  const task = current.tasks.find(({ id }) => id === command.task);
  if (task === undefined) return refused(refusal.noSuchTask(current.tasks));
  if (task.ticked !== null) return refused(refusal.alreadyTicked());
  const { by } = command;
  if (task.id === identityTask) return happened(...verified({ by, method: 'staff' }, current, context));
  const shut = holdGate(current) ?? before(task.id, current);
  if (shut !== null) return refused(shut);
  const ticked: CaseEvent = { type: 'task-ticked', task: task.id, by, at: context.now };
  return happened(ticked, ...completionAsked(by, current, [ticked]));
}

/** What was asked with it, and had to come first, is done with. */
export function noteEarlierEnded({ caseId }: Wish<'note-earlier-ended'>, current: OpenCase): Decision {
  if (!current.waitsFor.includes(caseId)) return happened();
  const ended: CaseEvent = { type: 'earlier-case-ended', caseId };
  return happened(ended, ...completionAsked(null, current, [ended]));
}

/** A tick made by mistake is taken back; a draft that needed it falls with it. */
export function untickTask({ task: id, by }: Wish<'untick-task'>, current: OpenCase, context: DecisionContext): Decision {
  const task = current.tasks.find((one) => one.id === id);
  if (task === undefined) return refused(refusal.noSuchTask(current.tasks));
  if (task.ticked === null) return refused(refusal.notTicked());
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const unticked: CaseEvent = { type: 'task-unticked', task: id, by };
  return happened(unticked, ...overtaken(by, current, [unticked], context));
}

/** The requester is who they say: a wait for that ends, and what waited only for it goes on. */
export function verified(
  how: { readonly by: string | null; readonly method: 'staff' | 'code' | 'address-on-file' },
  current: OpenCase,
  context: DecisionContext,
): readonly CaseEvent[] {
  const events: CaseEvent[] = [{ type: 'identity-verified', ...how, at: context.now }];
  // A code is of no use any more, nor a reminder of one.
  events.push(...overtaken(how.by, current, events, context));
  events.push(...pauseEnded('identity-doubt', how.by, current, context));
  return [...events, ...completionAsked(how.by, current, events)];
}
