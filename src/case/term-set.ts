import type { Why } from './case.ts';
import { dayName } from './wording.ts';

/** A member of staff, named by id, read in the order itself until when it must be answered. */
export function termSet(on: Temporal.PlainDate, by: string): Why {
  const day = dayName(on);
  return {
    rule: 'term-set',
    source: 'Policy §3; the order itself',
    text: {
      nl: `In het bevel zelf staat een termijn; een medewerker heeft die vastgelegd: uiterlijk ${day.nl}. Die gaat voor, of zij nu eerder of later eindigt.`,
      en: `The order itself gives a term, which a member of staff has recorded: by ${day.en}. It decides, whether it ends sooner or later.`,
    },
    by,
  };
}
