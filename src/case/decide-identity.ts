import type { OpenCase } from './case.ts';
import { overtaken } from './consequence.ts';
import { verified } from './decide-task.ts';
import { type Decision, type DecisionContext, happened, refused, todayOf, type Wish } from './decision.ts';
import type { CaseEvent } from './event.ts';
import * as refusal from './refusal.ts';

/** The least intrusive proof (art. 12(2)): our own boundary vouches for an address we have on file. Not for somebody who acts for another. */
export function recogniseAddress(current: OpenCase, context: DecisionContext): Decision {
  const { identity, representative } = current;
  if (!identity.needed || identity.verified !== null || representative !== null) return refused(refusal.identityNotNeeded());
  return happened(...verified({ by: null, method: 'address-on-file' }, current, context));
}

/** A wrong code is an event, not a refusal: it uses up a try. */
export function answerCode({ digest }: Wish<'answer-code'>, current: OpenCase, context: DecisionContext): Decision {
  const { challenge } = current.identity;
  if (challenge === null) return refused(refusal.noCodeAsked());
  if (todayOf(context).toString() > challenge.untilOn) return happened(...codeEnded('expired', [], current, context));
  if (challenge.digest === digest) return happened(...verified({ by: null, method: 'code' }, current, context));
  const wrong: CaseEvent = { type: 'identity-code-wrong' };
  return happened(...(challenge.triesLeft > 1 ? [wrong] : codeEnded('tries', [wrong], current, context)));
}

/** A code that is taken no more; a reminder of it has lost its sense. */
export function codeEnded(
  because: 'tries' | 'expired',
  already: readonly CaseEvent[],
  current: OpenCase,
  context: DecisionContext,
): readonly CaseEvent[] {
  const events: CaseEvent[] = [...already, { type: 'identity-code-ended', because }];
  return [...events, ...overtaken(null, current, events, context)];
}
