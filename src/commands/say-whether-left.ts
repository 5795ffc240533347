import { normaliseReference } from '../case/reference.ts';
import { settleByHand } from '../worker/settle-by-hand.ts';
import { isDemand } from '../worker/show-demands.ts';
import { printJson, type Surroundings } from './io.ts';

/** A person found out whether a letter left that nobody could tell of. */
export function sayWhetherLeft(
  here: Surroundings,
  exit: (status: number) => void,
  reference: string,
  { left, json }: { readonly left: boolean; readonly json: boolean },
): Promise<void> {
  return here.withHouse(async ({ context }) => {
    const of = normaliseReference(reference) ?? reference;
    // Of a demand, whoever is named for it says so in the console.
    const status = (await isDemand(context, of)) ? null : await settleByHand(context, of, left);
    if (status === null) {
      here.err('No letter of this case waits for that answer. Next: tijdig cases\n');
      return exit(1);
    }
    if (json) printJson(here, { done: true, letter: status });
    else here.out(status === 'accepted' ? 'Noted: it left.\n' : `Noted: it did not leave. The letter is now ${status}.\n`);
  });
}
