import type { Classification } from '../classify/classification.ts';
import { listVerdicts, type Verdict } from '../store/verdicts.ts';
import { classifyAlone } from './classify-alone.ts';
import type { Context } from './context.ts';
import { readAgain } from './own-examples.ts';

/** A past message, and what the program as it is now would make of it. */
export interface Replayed {
  readonly messageId: string;
  readonly receivedAt: string;
  readonly was: { readonly disposition: string; readonly kinds: readonly string[] };
  readonly now: { readonly disposition: string; readonly kinds: readonly string[] };
  /** Kinds that staff gave it since; empty when they said nothing else. */
  readonly staff: readonly string[];
  readonly differs: boolean;
}

/**
 * Classifies past messages again and changes nothing. A message that joined a case is taken as an answer of its own case,
 * as it was then. Calls `each` after every message, for progress.
 * @param since RFC 3339
 * @param classify with or without the optional model
 */
export async function replay(
  context: Context,
  since: string,
  classify: Context['classify'],
  each: (done: number, of: number) => void = () => {},
): Promise<readonly Replayed[]> {
  const verdicts = await listVerdicts(context.db.query, since);
  const replayed: Replayed[] = [];
  for (const [at, verdict] of verdicts.entries()) {
    const message = await readAgain(context, verdict);
    if (message !== null) {
      const content = await classify({ subject: message.subject, ownText: message.ownText });
      const joined = verdict.disposition === 'follow_up' && verdict.opened.length === 0;
      replayed.push(
        compare(
          verdict,
          classifyAlone(message, () => content, joined ? 'own-case' : null),
        ),
      );
    }
    each(at + 1, verdicts.length);
  }
  return replayed;
}

function compare({ messageId, receivedAt, disposition, opened, kinds, corrected }: Verdict, found: Classification): Replayed {
  const was = { disposition, kinds: [...opened].sort() };
  const now = { disposition: found.disposition, kinds: found.requests.map(({ kind }) => kind as string).sort() };
  const differs = was.kinds.join() !== now.kinds.join() || (was.kinds.length === 0 && was.disposition !== now.disposition);
  return { messageId, receivedAt, was, now, staff: corrected ? [...kinds].sort() : [], differs };
}
