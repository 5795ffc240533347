import { cannotWait, isDigestDay } from '../case/digest-day.ts';
import { isConfidential, type LetterLanguage } from '../case/kind.ts';
import type { DigestReader } from '../case/policy.ts';
import { digest } from '../responders/digest.ts';
import type { LetterText } from '../responders/letter.ts';
import { dailyOn, insertDaily, openCases } from '../store/digests.ts';
import type { StaffMember } from '../store/staff.ts';
import { type Context, dayOf } from './context.ts';
import { digestFacts } from './digest-facts.ts';
import { present } from './people.ts';
import { writeDaily } from './staff-letters.ts';

/**
 * Sends today's digest to every reader who has none yet; nothing on days that have none. Any number of workers may do
 * this at the same second: the row of the day decides. Returns how many letters were written.
 */
export async function sendDigest(context: Context): Promise<number> {
  const today = dayOf(context, context.clock.now());
  const done = await dailyOn(context.db, today.toString(), 'digest');
  const readers = digestReaders(context).filter((one) => !done.has(one.id));
  if (readers.length === 0 || !(await hasDigest(context, today))) return 0;
  const texts = new Map<LetterLanguage, LetterText>();
  let written = 0;
  for (const reader of readers) {
    const language = digestLanguage(context, reader);
    const text = texts.get(language) ?? (await writeDigestText(context, today, language));
    texts.set(language, text);
    if (await insertDaily(context.db, today.toString(), 'digest', await writeDaily(context, reader, 'digest', text))) written++;
  }
  return written;
}

/** Whether a day has a digest: by the policy, or because something cannot wait for the next one. */
export async function hasDigest(context: Context, day: Temporal.PlainDate): Promise<boolean> {
  const { digest: policy } = context.policy;
  if (isDigestDay(day, policy, context.holidays)) return true;
  // What only named people may know is no reason to write to others.
  const open = (await openCases(context.db.query)).filter(({ kind }) => !isConfidential(kind));
  return cannotWait(
    open.map(({ dates }) => dates),
    day,
    policy,
    context.holidays,
  );
}

const roleOf: Readonly<Record<DigestReader, (member: StaffMember) => boolean>> = {
  managers: ({ isManager }) => isManager,
  approvers: ({ isApprover }) => isApprover,
  auditors: ({ isAuditor }) => isAuditor,
};

/** Who gets the digest and the summaries by the policy, or who stands in for them today; each once. */
export function digestReaders(context: Context): readonly StaffMember[] {
  const { to } = context.policy.digest;
  return present(
    context,
    context.people.filter((one) => to.some((reader) => roleOf[reader](one))),
  );
}

/** The language of the policy for all, else the reader's own, else that of our own people. */
export function digestLanguage({ policy }: Context, reader: Pick<StaffMember, 'language'> | null = null): LetterLanguage {
  return policy.digest.language ?? reader?.language ?? policy.languages.staff;
}

/** The digest of a day as managers read it. */
export async function writeDigestText(
  context: Context,
  day: Temporal.PlainDate,
  language: LetterLanguage = digestLanguage(context),
): Promise<LetterText> {
  return digest(await digestFacts(context, day, language));
}
