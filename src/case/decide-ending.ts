import { type Case, isClosed, type OpenCase } from './case.ts';
import { pauseEnded } from './consequence.ts';
import { type Decision, type DecisionContext, happened, leaving, refused, voidedDraft, type Wish } from './decision.ts';
import { completionGate } from './gate.ts';
import * as refusal from './refusal.ts';

/** By name, so that it can be asked about later. Open to every kind: a question can be taken for a request. */
export function close(status: 'not-a-request' | 'withdrawn', by: string, current: OpenCase, context: DecisionContext): Decision {
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  return happened(...voidedDraft(current), ...pauseEnded('any', by, current, context), {
    type: 'case-closed',
    status,
    by,
    at: context.now,
  });
}

/** What a colleague wrote outside finishes a case only if the case could be completed here as well. */
export function settleOutsideAnswer(command: Wish<'settle-outside-answer'>, current: OpenCase, context: DecisionContext): Decision {
  const { outsideMessageId: messageId } = current;
  if (messageId === null) return refused(refusal.noOutsideAnswer());
  const { finished, by } = command;
  if (!finished) return happened({ type: 'outside-answer-settled', messageId, finished, by });
  if (leaving(current)) return refused(refusal.letterOnItsWay());
  const shut = current.intakeConfirmed ? completionGate(current) : refusal.intakeUnconfirmed();
  if (shut !== null) return refused(shut);
  return happened(
    ...voidedDraft(current),
    { type: 'outside-answer-settled', messageId, finished, by },
    ...pauseEnded('any', by, current, context),
    { type: 'case-closed', status: 'completed', by, at: context.now },
  );
}

/** Answered wrongly: the dates stay as they were, so that what is late is seen to be late. */
export function reopen({ by }: Wish<'reopen'>, current: Case): Decision {
  return isClosed(current) ? happened({ type: 'case-reopened', because: 'answered-wrongly', by }) : refused(refusal.caseOpen());
}
