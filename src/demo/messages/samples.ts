import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { germanAndFrench } from './german-french.ts';
import type { Sample } from './sample.ts';

/** Every message of the demo: those that answer something come last. */
export const samples: readonly Sample[] = [...dutch, ...english, ...germanAndFrench].sort(
  (one, other) => Number(one.answers !== undefined) - Number(other.answers !== undefined),
);

/** The sample whose acknowledgement is shown. */
export const shownInFull = 'two-in-one';

/** Samples whose cases have a part in the story, by that part. */
export const parts = {
  livedInPages: 'goodbye',
  endedByMail: 'second-thoughts',
  secondApproval: 'leaving',
  codeOutstanding: 'access',
  onHold: 'effacement',
  dueSoon: 'overlooked',
  toConfirm: 'passed-on',
  freshAndSimple: 'no-more-offers',
} as const;
