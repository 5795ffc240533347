/** What staff do to a case without a command of the core. */
import { loadCase } from '../store/cases.ts';
import { insertNote } from '../store/notes.ts';
import type { Context } from './context.ts';
import { settleByHand } from './settle-by-hand.ts';

/** A note that comes with no command. False: no such case. */
export async function writeNote(context: Context, reference: string, by: string, text: string): Promise<boolean> {
  const loaded = await loadCase(context.db.query, context.subKeys, reference);
  if (loaded === null) return false;
  await context.db.transaction((tx) => insertNote(tx, context.subKeys, loaded.state.id, by, text));
  return true;
}

/** Somebody looked and says whether a letter left. False: no letter of this case waits for that answer. */
export async function sayWhetherItLeft(context: Context, reference: string, by: string, left: boolean): Promise<boolean> {
  const status = await settleByHand(context, reference, left);
  if (status === null) return false;
  await writeNote(
    context,
    reference,
    by,
    left ? 'De brief is vertrokken. / The letter left.' : 'De brief is niet vertrokken. / The letter did not leave.',
  );
  return true;
}
