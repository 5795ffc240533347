/** Ordinary words in an environment that happen to look like a name of ours. */
const ordinary: ReadonlySet<string> = new Set(['STAGE', 'STATE', 'START', 'STACK', 'STATS', 'STUFF']);

/** Longest name that is compared; an environment is not ours to trust. */
const longestName = 40;

/**
 * The name of ours that `name` was probably meant to be: at most two letters away, capitals aside.
 * Null when it is one of ours, or nothing like them.
 */
export function nearMiss(name: string, ours: readonly string[]): string | null {
  if (ours.includes(name) || name.length > longestName || ordinary.has(name)) return null;
  const upper = name.toUpperCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const candidate of ours) {
    const between = distance(upper, candidate);
    if (between <= 2 && between < (best?.distance ?? 3)) best = { name: candidate, distance: between };
  }
  return best?.name ?? null;
}

/** Edits between two names: insert, delete, replace, swap neighbours (Damerau-Levenshtein, optimal string alignment). */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
