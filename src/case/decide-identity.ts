import type { OpenCase } from './case.ts';
import { verified } from './decide-task.ts';
import { type Decision, type DecisionContext, happened, refused, todayOf, type Wish } from './decision.ts';
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
  if (todayOf(context).toString() > challenge.untilOn) return happened({ type: 'identity-code-ended', because: 'expired' });
  if (challenge.digest === digest) return happened(...verified({ by: null, method: 'code' }, current, context));
  return challenge.triesLeft > 1
    ? happened({ type: 'identity-code-wrong' })
    : happened({ type: 'identity-code-wrong' }, { type: 'identity-code-ended', because: 'tries' });
}
