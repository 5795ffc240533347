/**
 * Obeys the policy's retention (Policy §2): what has been kept long enough is erased, a page at a time, so that ten workers do it
 * together. Today's policy decides, not the one a case was received under.
 */
import type { RetentionDay } from '../case/retention.ts';
import type { Tx } from '../store/db.ts';
import { beginning, type Due, dueCases, dueLetters, dueMessages, type Page } from '../store/due.ts';
import { erase } from '../store/erase.ts';
import { type Context, dayOf } from './context.ts';

const pageSize = 500;

/** What became of what was due. */
export interface Retained {
  readonly messages: number;
  readonly letters: number;
  readonly cases: number;
  /** What the database would not let go: a hold was placed or a case opened again meanwhile. */
  readonly kept: number;
}

export function retentionDay(context: Context, today: Temporal.PlainDate = dayOf(context, context.clock.now())): RetentionDay {
  return { retention: context.policy.retention, today: today.toString(), timeZone: context.timeZone };
}

/** Erases whatever is due today. */
export async function retain(context: Context): Promise<Retained> {
  const messages = await eraseDue(context, 'message', dueMessages);
  const letters = await eraseDue(context, 'letter', dueLetters);
  const cases = await eraseDue(context, 'case', dueCases);
  const swept = {
    messages: messages.gone,
    letters: letters.gone,
    cases: cases.gone,
    kept: messages.kept + letters.kept + cases.kept,
  };
  if (Object.values(swept).some((count) => count > 0)) context.log.info('erased what the policy keeps no longer', { ...swept });
  return swept;
}

async function eraseDue(
  context: Context,
  subject: Due['subject'],
  find: (tx: Tx, day: RetentionDay, page: Page) => Promise<readonly Due[]>,
): Promise<{ readonly gone: number; readonly kept: number }> {
  let [gone, kept] = [0, 0];
  const day = retentionDay(context);
  for await (const page of pages(context, day, find)) {
    const why = { because: 'retention', at: context.clock.now().toString(), by: null } as const;
    const erased = await erase(
      context.db,
      subject,
      page.map((one) => ({ ...one, mailboxCopies: null })),
      why,
    );
    gone += erased.gone.length;
    kept += erased.kept.length;
  }
  return { gone, kept };
}

/** Page after page by id: what stays is not met twice. */
async function* pages(
  context: Context,
  day: RetentionDay,
  find: (tx: Tx, day: RetentionDay, page: Page) => Promise<readonly Due[]>,
): AsyncGenerator<readonly Due[]> {
  for (let after = beginning; ; ) {
    const page = await find(context.db.query, day, { after, most: pageSize });
    if (page.length > 0) yield page;
    if (page.length < pageSize) return;
    after = page.at(-1)?.id ?? after;
  }
}
