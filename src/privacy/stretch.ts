/** A stretch of a text: offsets in UTF-16 units, `end` after the last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What of `found` touches nothing of `taken`. Both sorted by start, `taken` without overlaps of its own; linear. */
export function apartFrom<T extends Stretch>(found: readonly T[], taken: readonly Stretch[]): T[] {
  let next = 0;
  return found.filter((one) => {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= one.start) next += 1;
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= one.end;
  });
}
