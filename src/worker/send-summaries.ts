import { type SummarySpan, summariesDue } from '../case/digest-day.ts';
import type { LetterLanguage } from '../case/kind.ts';
import type { LetterText } from '../responders/letter.ts';
import { summary } from '../responders/summary.ts';
import { dailyOn, insertDaily } from '../store/digests.ts';
import { type Context, dayOf } from './context.ts';
import { digestLanguage, digestReaders } from './send-digest.ts';
import { writeDaily } from './staff-letters.ts';
import { summaryFacts } from './summary-facts.ts';

/**
 * Sends the summaries of the week and the month that have ended to every reader of the digest who has none yet. Any number of
 * workers may do this at the same second: the row of the span decides. Returns how many letters were written.
 */
export async function sendSummaries(context: Context): Promise<number> {
  const today = dayOf(context, context.clock.now());
  let written = 0;
  for (const span of summariesDue(today, context.policy.digest, context.holidays)) {
    if (wasThere(context, span)) written += await sendSummary(context, span);
  }
  return written;
}

/** Of a span before Tijdig began there is nothing to tell. */
function wasThere(context: Context, { to }: SummarySpan): boolean {
  return Temporal.PlainDate.compare(dayOf(context, context.begunAt), to) <= 0;
}

async function sendSummary(context: Context, span: SummarySpan): Promise<number> {
  const on = span.from.toString();
  const done = await dailyOn(context.db, on, span.period);
  const texts = new Map<LetterLanguage, LetterText>();
  let written = 0;
  for (const reader of digestReaders(context).filter((one) => !done.has(one.id))) {
    const language = digestLanguage(context, reader);
    const text = texts.get(language) ?? (await writeSummaryText(context, span, language));
    texts.set(language, text);
    if (await insertDaily(context.db, on, span.period, await writeDaily(context, reader, 'summary', text))) written++;
  }
  return written;
}

/** The summary of a week or month as managers read it. */
export async function writeSummaryText(
  context: Context,
  span: SummarySpan,
  language: LetterLanguage = digestLanguage(context),
): Promise<LetterText> {
  return summary(await summaryFacts(context, span, language));
}
