/**
 * DOOR to diff (jsdiff): what staff changed in a letter, against what the template says. Pure. Costs a bounded time: two
 * texts that have next to nothing in common are shown as one taken out and one put in.
 */
import { diffLines, diffWordsWithSpace } from 'diff';

export interface Change {
  readonly type: 'same' | 'out' | 'in';
  readonly text: string;
}

/** Words that are the same, taken out and put in, in reading order. */
export function diffText(before: string, after: string): readonly Change[] {
  if (before === after) return after === '' ? [] : [{ type: 'same', text: after }];
  const changes = diffWordsWithSpace(before, after, { maxEditLength: 2_000 }) ?? diffLines(before, after, { maxEditLength: 500 });
  if (changes === undefined)
    return [{ type: 'out', text: before } as const, { type: 'in', text: after } as const].filter((one) => one.text !== '');
  return changes.map(({ added, removed, value }) => ({ type: added ? 'in' : removed ? 'out' : 'same', text: value }));
}
