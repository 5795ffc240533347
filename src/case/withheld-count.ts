/** Counts below this are withheld in anything statistical that leaves the company: few people are easily recognised (policy §3). */
const fewest = 10;

/** A count as it may leave the company; null: withheld. Nought is withheld as well, for "nobody" says as much as "one". */
export function withheldCount(count: number): number | null {
  return count < fewest ? null : count;
}

/**
 * The parts of a total that itself leaves the company. Where subtracting what is shown from the total would give away a
 * withheld part, or a sum of withheld ones below the threshold, the next smallest part is withheld as well.
 */
export function withheldParts(parts: readonly number[]): readonly (number | null)[] {
  const hidden = new Set(parts.keys().filter((at) => withheldCount(parts[at] ?? 0) === null));
  if (hidden.size === 0) return parts;
  const bySize = [...parts.keys()].filter((at) => !hidden.has(at)).sort((one, other) => (parts[one] ?? 0) - (parts[other] ?? 0));
  for (const at of bySize) {
    const sum = [...hidden].reduce((before, one) => before + (parts[one] ?? 0), 0);
    if (hidden.size > 1 && sum >= fewest) break;
    hidden.add(at);
  }
  return parts.map((count, at) => (hidden.has(at) ? null : count));
}
