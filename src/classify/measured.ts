/**
 * How many requests the classifier missed of those it was measured on: rules and local model at the doubt of the policy that
 * comes with the program, on the fresh messages. Measured by `npm run eval`; docs/classification.md, "Figures".
 */
const measured = { missed: 2, of: 274 };

/** How many requests were probably missed, where so many were found: an estimate, a fraction. */
export function estimatedMissed(found: number): number {
  return (found * measured.missed) / (measured.of - measured.missed);
}
