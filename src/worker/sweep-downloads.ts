import { eraseDownloads } from '../store/downloads.ts';
import { type Context, dayOf } from './context.ts';

/** Erases the copies whose page has ended. Returns how many. */
export async function sweepDownloads(context: Context): Promise<number> {
  const today = dayOf(context, context.clock.now()).toString();
  let erased = 0;
  for (let more = await eraseDownloads(context.db, today); more > 0; more = await eraseDownloads(context.db, today)) erased += more;
  if (erased > 0) context.log.info('copies whose page has ended were erased', { count: erased });
  return erased;
}
