import { type Case, isClosed } from './case.ts';
import type { CaseCommand } from './command.ts';
import * as clock from './decide-clock.ts';
import * as demand from './decide-demand.ts';
import * as ending from './decide-ending.ts';
import * as identity from './decide-identity.ts';
import * as letters from './decide-letter.ts';
import * as messages from './decide-message.ts';
import * as subject from './decide-subject.ts';
import * as tasks from './decide-task.ts';
import { type Decision, type DecisionContext, happened, refused } from './decision.ts';
import * as refusal from './refusal.ts';

export type { Decision, DecisionContext } from './decision.ts';

/**
 * What happens to a case when somebody, or the clock, wants something of it: the only place that says no.
 * Pure; writing the events under the version check is the shell's.
 */
export function decide(command: CaseCommand, current: Case, context: DecisionContext): Decision {
  switch (command.type) {
    case 'report-unreachable':
      return messages.reportUnreachable(command, current, context);
    case 'link-case':
      return subject.linkCase(command, current);
    case 'unlink-case':
      return subject.unlinkCase(command, current);
    case 'reopen':
      return ending.reopen(command, current);
    case 'settle-letter':
      return letters.settleLetter(command, current, context);
    case 'place-hold':
      return clock.placeHold(command, current, context);
    case 'lift-hold':
      return clock.liftHold(command, current);
    case 'begin-day':
      return isClosed(current) ? clock.beginDayAfter(command, current) : clock.beginDay(command, current, context);
    default:
      return isClosed(current) ? refused(refusal.caseClosed()) : decideOpen(command, current, context);
  }
}

type OnAny = 'report-unreachable' | 'link-case' | 'unlink-case' | 'reopen' | 'settle-letter' | 'place-hold' | 'lift-hold' | 'begin-day';
type OnOpen = Exclude<CaseCommand, { readonly type: OnAny }>;

function decideOpen(command: OnOpen, current: Exclude<Case, { readonly closedAt: string }>, context: DecisionContext): Decision {
  switch (command.type) {
    case 'join-message':
      return messages.joinMessage(command, current, context);
    case 'note-outside-answer':
      return happened({ type: 'outside-answer-noted', messageId: command.messageId });
    case 'settle-outside-answer':
      return ending.settleOutsideAnswer(command, current, context);
    case 'determine-kind':
      return subject.determineKind(command, current, context);
    case 'confirm-intake':
      return subject.confirmIntake(command, current, context);
    case 'note-representative':
      return subject.noteRepresentative(command, current, context);
    case 'note-earlier-ended':
      return tasks.noteEarlierEnded(command, current);
    case 'assign':
      return subject.assign(command, current);
    case 'tick-task':
      return tasks.tickTask(command, current, context);
    case 'untick-task':
      return tasks.untickTask(command, current, context);
    case 'recognise-address':
      return identity.recogniseAddress(current, context);
    case 'answer-code':
      return identity.answerCode(command, current, context);
    case 'request-letter':
      return letters.requestLetter(command, current, context);
    case 'record-draft':
      return letters.recordDraft(command, current, context);
    case 'approve':
      return letters.approve(command, current, context);
    case 'reject':
      return letters.reject(command, current);
    case 'send-back':
      return letters.sendBack(command, current, context);
    case 'undo-approval':
      return letters.undoApproval(command, current, context);
    case 'send-acknowledgement':
      return letters.sendAcknowledgement(command, current);
    case 'retry-letter':
      return letters.retryLetter(command, current, context);
    case 'set-term':
      return demand.setTerm(command, current, context);
    case 'record-disclosure':
      return demand.recordDisclosure(command, current, context);
    case 'recompute-dates':
      return clock.recomputeDates(current, context);
    case 'pause':
      return clock.pause(command, current, context);
    case 'resume':
      return clock.resume(command, current, context);
    case 'accept-pause':
      return clock.acceptPause(command, current, context);
    case 'accept-breach':
      return clock.acceptBreach(command, current);
    case 'close-as-no-request':
      return ending.close('not-a-request', command.by, current, context);
    case 'withdraw':
      return ending.close('withdrawn', command.by, current, context);
    default:
      return command satisfies never;
  }
}
