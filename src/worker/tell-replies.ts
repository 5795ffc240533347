/** Customers' replies, told in bundles: the first waits a few minutes for those that follow. */
import type { Case } from '../case/case.ts';
import { replyNotice } from '../responders/internal-letter.ts';
import type { NewLetter } from '../store/letters.ts';
import { insertReplyNotices, untoldReplies } from '../store/told.ts';
import type { Context } from './context.ts';
import { colleaguesFor, together } from './people.ts';
import { staffLanguage, writeStaffLetter } from './staff-letters.ts';

/**
 * One mail to each person whom the untold replies concern, once the oldest has waited `replyMinutes`. Any number of workers
 * may do this at once: one of them tells. Returns how many letters were written.
 */
export async function tellReplies(context: Context): Promise<number> {
  const replies = await untoldReplies(context.db.query);
  const [oldest] = replies;
  if (oldest === undefined) return 0;
  const now = context.clock.now();
  const tellAt = Temporal.Instant.from(oldest.receivedAt).add({ minutes: context.policy.quiet.replyMinutes });
  if (Temporal.Instant.compare(now, tellAt) < 0) return 0;
  await context.refreshPeople();
  const cases = [...new Map(replies.map(({ state }) => [state.id, state])).values()];
  const letters = await writeNotices(context, cases);
  return (await insertReplyNotices(context.db, replies, letters, now.toString())) ? letters.length : 0;
}

async function writeNotices(context: Context, cases: readonly Case[]): Promise<readonly NewLetter[]> {
  const members = together(...cases.map((one) => colleaguesFor(context, one)));
  return Promise.all(
    members.map((member) => {
      const theirs = cases.filter((one) => colleaguesFor(context, one).some(({ id }) => id === member.id));
      const replies = theirs.map(({ reference, kind, status }) => ({ reference, kind, status }));
      const text = replyNotice(context.templates, { language: staffLanguage(context, member), replies });
      return writeStaffLetter(
        context,
        member,
        'reply-notice',
        text,
        theirs.map(({ id }) => id),
      );
    }),
  );
}
