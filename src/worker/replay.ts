import type { Classification } from '../classify/classification.ts';
import { listVerdicts, type Verdict } from '../store/verdicts.ts';
import type { Context } from './context.ts';
import { judge } from './judge.ts';
import { readAgain } from './own-examples.ts';
import { classifierInput } from './read.ts';

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
    const read = await readAgain(context, verdict);
    if (read !== null) {
      const content = await classify(classifierInput(context, read));
      const joined = verdict.disposition === 'follow_up' && verdict.opened.length === 0;
      replayed.push(compare(verdict, judge(read.message, read.verdict, content, joined ? 'own-case' : read.thread.belonging)));
    }
    each(at + 1, verdicts.length);
  }
  return replayed;
}

function compare({ messageId, receivedAt, disposition, opened, kinds, corrected }: Verdict, found: Classification): Replayed {
  // A demand is a disposition, not a request: its case has a kind of its own.
  const was = { disposition, kinds: opened.filter((kind) => kind !== 'authority').sort() };
  const now = { disposition: found.disposition, kinds: found.requests.map(({ kind }) => kind as string).sort() };
  const differs = was.kinds.join() !== now.kinds.join() || (was.kinds.length === 0 && was.disposition !== now.disposition);
  return { messageId, receivedAt, was, now, staff: corrected ? [...kinds].sort() : [], differs };
}
