import type { OpenCase } from './case.ts';
import { isClosed } from './case.ts';
import { openPause } from './dates-of.ts';
import { datesChanged } from './decide-clock.ts';
import {
  type Decision,
  type DecisionContext,
  draftRequested,
  happened,
  leaving,
  letterOf,
  refused,
  todayOf,
  voided,
  type Wish,
} from './decision.ts';
import type { CaseEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import { completionGate, holdGate } from './gate.ts';
import * as refusal from './refusal.ts';
import { identityTask } from './requirements.ts';

/** The tick that leaves nothing to be done asks for the completion notice. */
export function tickTask(command: Wish<'tick-task'>, current: OpenCase, context: DecisionContext): Decision {
  const task = current.tasks.find(({ id }) => id === command.task);
  if (task === undefined) return refused(refusal.noSuchTask(current.tasks));
  if (task.ticked !== null) return refused(refusal.alreadyTicked());
  const { by } = command;
  if (task.id === identityTask) return happened(...verified({ by, method: 'staff' }, current, context));
  const held = holdGate(current);
  if (held !== null) return refused(held);
  const ticked: CaseEvent = { type: 'task-ticked', task: task.id, by, at: context.now };
  return happened(ticked, ...completionAsked([ticked], current, by));
}

/** What was asked with it, and had to come first, is done with. */
export function noteEarlierEnded({ caseId }: Wish<'note-earlier-ended'>, current: OpenCase): Decision {
  if (!current.waitsFor.includes(caseId)) return happened();
  const ended: CaseEvent = { type: 'earlier-case-ended', caseId };
  return happened(ended, ...completionAsked([ended], current, null));
}

/** A tick made by mistake is taken back; a completion notice that waits for approval falls with it. */
export function untickTask({ task: id, by }: Wish<'untick-task'>, current: OpenCase): Decision {
  const task = current.tasks.find((one) => one.id === id);
  if (task === undefined) return refused(refusal.noSuchTask(current.tasks));
  if (task.ticked === null) return refused(refusal.notTicked());
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const draft = letterOf(current);
  const needsIt = draft !== null && draft.letterKind !== 'clarification' && draft.letterKind !== 'extension';
  return happened(...(needsIt ? [voided(draft, 'case-changed', by)] : []), { type: 'task-unticked', task: id, by });
}

/** The requester is who they say: a wait for that ends, and what waited only for it goes on. */
export function verified(
  how: { readonly by: string | null; readonly method: 'staff' | 'code' | 'address-on-file' },
  current: OpenCase,
  context: DecisionContext,
): readonly CaseEvent[] {
  const events: CaseEvent[] = [{ type: 'identity-verified', ...how, at: context.now }];
  const draft = letterOf(current);
  // A code is of no use any more.
  if (draft?.letterKind === 'identity-request' && !leaving(current)) events.unshift(voided(draft, 'case-changed', how.by));
  if (openPause(current)?.because === 'identity-doubt') {
    events.push({ type: 'pause-ended', on: todayOf(context).toString(), by: how.by });
    events.push(...datesChanged('pause', current, events, context));
  }
  return [...events, ...completionAsked(events, current, how.by)];
}

/** Asks for the completion notice when `events` open its gate and no other letter waits or leaves. */
function completionAsked(events: readonly CaseEvent[], current: OpenCase, by: string | null): readonly CaseEvent[] {
  const after = evolveAll(current, events);
  if (isClosed(after) || letterOf(after) !== null) return [];
  const opensGate = after.intakeConfirmed && completionGate(after) === null && completionGate(current) !== null;
  return opensGate ? [draftRequested('completion-notice', by)] : [];
}
