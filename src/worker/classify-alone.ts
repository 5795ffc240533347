import { findReferences } from '../case/reference.ts';
import type { Classification, ContentClassification } from '../classify/classification.ts';
import type { ClassifyInput } from '../classify/classify.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { screen } from '../intake/screen.ts';
import { authenticate } from '../intake/sender.ts';
import { type Belonging, judge } from './judge.ts';

/**
 * What a message would be taken for, known by itself alone: no database, no boundary of ours. Otherwise as `triage` does
 * it: the sender's own words to the classifier, then text, screen and thread together into one disposition.
 * @param belonging where it is known from elsewhere
 */
export function classifyAlone(
  message: ParsedMessage,
  classify: (input: ClassifyInput) => ContentClassification,
  belonging: Belonging | null = null,
): Classification {
  const verdict = screen(message, {
    ownAddresses: [],
    ownDomain: '',
    isOurLoop: () => false,
    authentication: authenticate(message, null),
  });
  return judge(message, verdict, classify({ subject: message.subject, ownText: message.ownText }), belonging ?? belongingOf(message));
}

/** Without a database a thread is known by its marks alone: a reference that checks, or a Message-ID of our making. */
function belongingOf(message: ParsedMessage): Belonging {
  const ours = /^<[0-9a-f-]{36}\.[0-9a-f]{32}@/;
  if ([...message.inReplyTo, ...message.references].some((id) => ours.test(id))) return 'own-case';
  return findReferences(message.subject).length > 0 ? 'own-case' : 'nothing';
}
