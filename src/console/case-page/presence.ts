/** Who looks at which case, in this process's memory alone: a courtesy between colleagues, never a lock. */

export interface Presence {
  /** Somebody has the page of a case open, now. */
  see(reference: string, memberId: string, now: Temporal.Instant): void;
  /** Ids of the others who had it open within the last half minute. */
  others(reference: string, memberId: string, now: Temporal.Instant): readonly string[];
}

const seconds = 30;
const mostCases = 1_000;

export function createPresence(): Presence {
  const seen = new Map<string, Map<string, Temporal.Instant>>();
  const isRecent = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at.add({ seconds }), now) >= 0;
  return {
    see(reference, memberId, now) {
      const people = seen.get(reference) ?? new Map<string, Temporal.Instant>();
      people.set(memberId, now);
      // Set anew, so that the case looked at longest ago stands first and goes first.
      seen.delete(reference);
      seen.set(reference, people);
      const [oldest] = seen.keys();
      if (seen.size > mostCases && oldest !== undefined) seen.delete(oldest);
    },
    others(reference, memberId, now) {
      const people = seen.get(reference) ?? new Map<string, Temporal.Instant>();
      for (const [id, at] of people) if (!isRecent(at, now)) people.delete(id);
      return [...people.keys()].filter((id) => id !== memberId);
    },
  };
}
