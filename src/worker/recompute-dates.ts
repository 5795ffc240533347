/** Public holidays are live: a table that changed moves the dates of open cases, and nothing else of them. */
import { digestOf } from '../privacy/fingerprint.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { MovedDate } from '../store/told.ts';
import type { Context } from './context.ts';
import { giveToOpen } from './give-to-open.ts';

/** Recomputes the dates of every open case; those that moved, with both dates. */
export async function recomputeDates(context: Context): Promise<readonly MovedDate[]> {
  const changed = await giveToOpen(context, { type: 'recompute-dates' });
  await writeSetting(context.db, 'holidays', tableHash(context));
  return changed.map(({ before, after }) => ({ reference: after.reference, from: before.dates, to: after.dates }));
}

/** The same, when the table is not the one the dates were computed by. */
export async function recomputeWhenChanged(context: Context): Promise<void> {
  const known = await readSetting(context.db, 'holidays');
  if (known === tableHash(context)) return;
  const moved = await recomputeDates(context);
  if (known !== null || moved.length > 0) context.log.info('the public holidays changed: dates computed again', { moved: moved.length });
}

function tableHash({ holidays }: Context): string {
  return digestOf(...holidays.map(({ on, ours }) => `${on} ${ours}`));
}
