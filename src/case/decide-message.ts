import { type Case, isClosed, type OpenCase } from './case.ts';
import { pauseEnded } from './consequence.ts';
import { codeEnded } from './decide-identity.ts';
import { redrafted } from './decide-letter.ts';
import { type Decision, type DecisionContext, happened, leaving, letterOf, type Wish } from './decision.ts';
import type { CaseEvent } from './event.ts';
import { closes } from './kind.ts';

/**
 * A message can void a draft or a queued letter, but not one already being sent: that case is marked for a person (see
 * evolve). It is the answer to whatever we asked, and ends the wait for it.
 */
export function joinMessage(command: Wish<'join-message'>, current: OpenCase, context: DecisionContext): Decision {
  const joined: CaseEvent[] = [{ type: 'message-joined', messageId: command.messageId }];
  if (current.askedOn !== null) joined.push({ type: 'clarification-answered', messageId: command.messageId });
  joined.push(...pauseEnded('clarification', null, current, context));
  const letter = letterOf(current);
  if (letter === null || (leaving(current) && command.letterOnItsWay)) return happened(...joined);
  return happened(...redrafted(letter, 'new-message', null, joined, current, context));
}

/** A closing letter that came back closed nothing: the case is open again. */
export function reportUnreachable(
  { messageId, letterKind }: Wish<'report-unreachable'>,
  current: Case,
  context: DecisionContext,
): Decision {
  const unreachable: CaseEvent = { type: 'requester-unreachable', messageId };
  if (isClosed(current)) {
    return closes(letterKind) === current.status
      ? happened(unreachable, { type: 'case-reopened', because: 'bounce', by: null })
      : happened(unreachable);
  }
  const codeLost = letterKind === 'identity-request' && current.identity.challenge !== null;
  return codeLost ? happened(...codeEnded('expired', [unreachable], current, context)) : happened(unreachable);
}
