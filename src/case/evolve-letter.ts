import { type Attention, type Case, type Draft, isClosed } from './case.ts';
import type { CaseEvent } from './event.ts';
import { atRest, factsOf, letterIdOf, withAttention, withoutAttention } from './state.ts';

type Happened<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;

/** The case after something happened to one of its letters. */
export function letterChanged(
  current: Case,
  event: Happened<
    | 'draft-prepared'
    | 'draft-approved'
    | 'draft-rejected'
    | 'draft-voided'
    | 'letter-released'
    | 'acknowledgement-released'
    | 'letter-accepted'
    | 'letter-refused'
    | 'letter-outcome-unknown'
  >,
): Case {
  switch (event.type) {
    case 'draft-prepared':
      return draftPrepared(current, event);
    case 'draft-approved':
      return draftApproved(current, event);
    case 'draft-rejected':
    case 'draft-voided':
      return letterIdOf(current) === event.letterId ? atRest(factsOf(withoutAttention(current, ['message-after-release']))) : current;
    case 'letter-released':
      return letterReleased(current, event);
    case 'acknowledgement-released':
      return withoutAttention(current, ['acknowledgement-withheld']);
    case 'letter-accepted':
      return letterAccepted(current, event);
    case 'letter-refused':
      return letterRefused(current, event);
    case 'letter-outcome-unknown':
      return withAttention(current, 'letter-outcome-unknown');
    default:
      return event satisfies never;
  }
}

function draftPrepared(current: Case, event: Happened<'draft-prepared'>): Case {
  if (isClosed(current)) return current;
  const { type: _, ...draft } = event;
  return { ...factsOf(current), status: 'awaiting-approval', draft: { ...draft, approvals: [] } };
}

function draftApproved(current: Case, event: Happened<'draft-approved'>): Case {
  if (current.status !== 'awaiting-approval' || current.draft.hash !== event.hash) return current;
  const draft: Draft = { ...current.draft, approvals: [...new Set([...current.draft.approvals, event.by])] };
  return { ...current, draft };
}

function letterReleased(current: Case, event: Happened<'letter-released'>): Case {
  if (current.status !== 'awaiting-approval' || current.draft.hash !== event.hash) return current;
  return { ...factsOf(current), status: 'in-progress', leaving: current.draft };
}

function letterAccepted(current: Case, event: Happened<'letter-accepted'>): Case {
  const marks: readonly Attention[] =
    event.letterKind === 'acknowledgement' ? ['acknowledgement-withheld', 'letter-outcome-unknown'] : ['letter-outcome-unknown'];
  const told = withoutAttention(current, marks);
  if (letterIdOf(current) !== event.letterId) return told;
  // A letter got through: what came back before is of the past.
  return atRest(factsOf(withoutAttention(stillToRead(told), ['requester-unreachable'])));
}

function letterRefused(current: Case, event: Happened<'letter-refused'>): Case {
  const marked = withAttention(withoutAttention(current, ['letter-outcome-unknown']), 'requester-unreachable');
  return letterIdOf(current) === event.letterId ? atRest(factsOf(stillToRead(marked))) : marked;
}

/** A message that came while a letter was on its way, and the letter is gone one way or the other: it is still to be read. */
export function stillToRead(current: Case): Case {
  const crossed = current.attention.includes('message-after-release');
  return crossed ? withAttention(withoutAttention(current, ['message-after-release']), 'new-message') : current;
}
