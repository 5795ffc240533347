import type { Case } from './case.ts';
import type { Effect } from './effect.ts';
import type { CaseEvent } from './event.ts';
import { type CaseKind, isConfidential } from './kind.ts';

/**
 * What the shell must do because of events, in the transaction that writes them: the only place that says "send".
 * @param events the events of one decision: either those of `open`, for any number of cases, or those of `decide`, for one
 * @param after the case or cases as they stand after those events
 */
export function react(events: readonly CaseEvent[], after: readonly Case[]): readonly Effect[] {
  return [...acknowledgements(events), ...events.flatMap((event) => effectOf(event, events, after))];
}

/** One acknowledgement per opening message, naming every case it opened. */
function acknowledgements(events: readonly CaseEvent[]): Effect[] {
  const caseIds = new Map<string, string[]>();
  for (const event of events) {
    if (event.type !== 'case-opened' || !event.acknowledge) continue;
    caseIds.set(event.openingMessageId, [...(caseIds.get(event.openingMessageId) ?? []), event.caseId]);
  }
  return [...caseIds].map(([openingMessageId, ids]) => ({ type: 'acknowledge', caseIds: ids, openingMessageId }));
}

function effectOf(event: CaseEvent, events: readonly CaseEvent[], after: readonly Case[]): Effect[] {
  switch (event.type) {
    case 'draft-requested':
      return [{ type: 'draft', caseId: only(after).id, letterKind: event.letterKind }];
    case 'draft-prepared': {
      // A letter released by the same decision needs no review.
      if (events.some((other) => other.type === 'letter-released' && other.letterId === event.letterId)) return [];
      return [{ type: 'ask-review', caseId: only(after).id, letterId: event.letterId, hash: event.hash }];
    }
    case 'letter-released': {
      const byPerson = events.some((other) => other.type === 'draft-approved');
      return [{ type: 'release', caseId: only(after).id, letterId: event.letterId, undoable: byPerson }];
    }
    case 'acknowledgement-released':
      return [{ type: 'release', caseId: only(after).id, letterId: event.letterId, undoable: false }];
    case 'intake-confirmed':
      return [{ type: 'acknowledge', caseIds: [only(after).id], openingMessageId: only(after).openingMessageId }];
    case 'outside-answer-noted':
      return [{ type: 'ask-staff', caseId: only(after).id, question: 'answered-outside' }];
    case 'due-warned':
      return [{ type: 'alert', caseId: only(after).id, level: 'warn' }];
    case 'due-escalated':
      return [{ type: 'alert', caseId: only(after).id, level: 'escalate' }];
    case 'due-passed':
      return [{ type: 'alert', caseId: only(after).id, level: 'overdue' }];
    case 'draft-rejected':
    case 'draft-voided':
      return [{ type: 'void', caseId: only(after).id, letterId: event.letterId }];
    case 'case-opened':
      return [
        ...demandAlert(event.caseId, event.kind),
        ...(event.intakeConfirmed ? [] : [{ type: 'ask-staff', caseId: event.caseId, question: 'confirm-intake' } as const]),
      ];
    case 'kind-determined':
      return demandAlert(only(after).id, event.kind);
    default:
      return [];
  }
}

function demandAlert(caseId: string, kind: CaseKind): Effect[] {
  return isConfidential(kind) ? [{ type: 'alert-to-demand', caseId }] : [];
}

/** Events other than an opening carry no case id: they belong to the one case the decision was about. */
function only(after: readonly Case[]): Case {
  const [current] = after;
  if (current === undefined || after.length !== 1) throw new Error(`events of one case came with ${after.length} cases`);
  return current;
}
