import type { RequestKind } from '../../case/kind.ts';
import type { LabelledMessage } from './labelled.ts';
import type { Answer } from './measure.ts';
import { labelledKinds } from './measure.ts';

/** Two classifiers that anything worth its keep must beat. */

/** Words anybody would search a mailbox for. */
const keywords: Readonly<Record<RequestKind, readonly string[]>> = {
  change: ['change', 'wijzig', 'update', 'rectif', 'änder', 'modif', 'zmian', 'alter'],
  deletion: ['delet', 'verwijder', 'erase', 'erasure', 'lösch', 'supprim', 'effac', 'elimin', 'cancell', 'usun', 'apag'],
  copy: ['copy', 'kopie', 'inzage', 'access', 'auskunft', 'accès', 'acceso', 'accesso', 'dostęp', 'acesso'],
  refund: ['refund', 'geld terug', 'terugbetal', 'money back', 'erstatt', 'rembours', 'reembols', 'rimbors', 'zwrot'],
  objection: ['object', 'bezwaar', 'unsubscribe', 'afmeld', 'widerspr', 'opposition', 'oposi', 'opposi', 'sprzeciw'],
};

/** Every kind one of whose words occurs. */
export function byKeywords({ subject, text }: LabelledMessage): Answer {
  const all = `${subject} ${text}`.toLowerCase();
  return answerOf(labelledKinds.filter((kind) => keywords[kind].some((word) => all.includes(word))));
}

/** Always the commonest label of these very rows. */
export function byMajority(rows: readonly LabelledMessage[]): () => Answer {
  const counts = new Map<string, number>();
  for (const { kinds } of rows) counts.set(kinds.join(' '), (counts.get(kinds.join(' ')) ?? 0) + 1);
  const [top = ''] = [...counts].sort((one, other) => other[1] - one[1])[0] ?? [];
  const answer = answerOf(labelledKinds.filter((kind) => top.split(' ').includes(kind)));
  return () => answer;
}

function answerOf(kinds: readonly RequestKind[]): Answer {
  const requests = kinds.map((kind) => ({ kind, confidence: 1, quote: '' }));
  return { disposition: kinds.length === 0 ? 'none' : 'request', requests, person: false };
}
