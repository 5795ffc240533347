import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { germanAndFrench } from './german-french.ts';
import type { Sample } from './sample.ts';

/** Every message of the demo: those that answer something come last. */
export const samples: readonly Sample[] = [...dutch, ...english, ...germanAndFrench].sort(
  (one, other) => Number(one.answers !== undefined) - Number(other.answers !== undefined),
);

/** The sample whose case is lived to its end. */
export const livedToItsEnd = 'goodbye';

/** The sample whose acknowledgement is shown. */
export const shownInFull = 'two-in-one';

/** The sample whose case is left for the visitor to complete. */
export const leftToTheVisitor = 'no-more-offers';
