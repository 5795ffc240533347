import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { spanBefore } from '../case/digest-day.ts';
import { type LetterLanguage, letterLanguages } from '../case/kind.ts';
import type { LetterText } from '../responders/letter.ts';
import { standalone } from '../responders/standalone.ts';
import { type Context, dayOf } from '../worker/context.ts';
import { hasDigest, sendDigest, writeDigestText } from '../worker/send-digest.ts';
import { sendMornings } from '../worker/send-mornings.ts';
import { sendSummaries, writeSummaryText } from '../worker/send-summaries.ts';
import { pathFrom, printJson, type Surroundings, writeGiven } from './io.ts';
import { openInBrowser } from './open-in-browser.ts';
import { choice, parseDay } from './options.ts';

interface DigestOptions {
  readonly date?: Temporal.PlainDate;
  readonly week?: boolean;
  readonly month?: boolean;
  readonly language?: LetterLanguage;
  readonly html?: string;
  readonly open?: boolean;
  readonly send?: boolean;
  readonly json?: boolean;
}

/** `digest`: the digest or a summary as managers read it, or sent to whoever has none. */
export function addDigest(program: Command, here: Surroundings): void {
  program
    .command('digest')
    .description('Show the digest of a day, or the summary of a week or month, as managers read it; --send sends what is due.')
    .option('--date <day>', 'the day, default today', parseDay)
    .option('--week', 'the summary of the week before that day')
    .option('--month', 'the summary of the month before that day')
    .addOption(choice('--language <language>', 'in which language, default that of the policy', letterLanguages))
    .option('--html <file>', 'write it as HTML, charts in it, to this file')
    .option('--open', 'open it as HTML in the browser')
    .option('--send', 'send today’s digest, summaries and morning mails now to whoever has none')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig digest --date 2026-11-23 --open')
    .action((options: DigestOptions) =>
      here.withHouse(async ({ context }) => {
        if (options.send) return sendNow(here, context, options);
        const day = options.date ?? dayOf(context, context.clock.now());
        const text = await textOf(context, day, options);
        if (options.json) printJson(here, { subject: text.subject, text: text.text });
        else here.out(`${text.subject}\n\n${text.text}\n`);
        await sayWhatIsNotKnown(here, context, day, options);
        await showHtml(here, text, day, options);
      }),
    );
}

function textOf(context: Context, day: Temporal.PlainDate, { week, month, language }: DigestOptions): Promise<LetterText> {
  if (week || month) return writeSummaryText(context, spanBefore(day, week ? 'week' : 'month'), language);
  return writeDigestText(context, day, language);
}

async function sendNow(here: Surroundings, context: Context, { json }: DigestOptions): Promise<void> {
  const written = (await sendDigest(context)) + (await sendSummaries(context)) + (await sendMornings(context));
  if (json) printJson(here, { written });
  else here.out(written === 0 ? 'Nobody is without today’s mail (or today has none).\n' : `Written: ${written} mail(s).\n`);
}

/** What the rows of now cannot say of another day. */
async function sayWhatIsNotKnown(here: Surroundings, context: Context, day: Temporal.PlainDate, options: DigestOptions): Promise<void> {
  if (options.week || options.month) return;
  const today = dayOf(context, context.clock.now());
  if (Temporal.PlainDate.compare(day, today) < 0)
    here.err('\nThe numbers are of that day; the lists name the cases that are open now, as they would stand on it.\n');
  else if (!(await hasDigest(context, day)))
    here.err('\nOn that day no digest is sent: it has none by the policy, and nothing in it is urgent.\n');
}

async function showHtml(here: Surroundings, text: LetterText, day: Temporal.PlainDate, { html, open }: DigestOptions): Promise<void> {
  if (html === undefined && !open) return;
  const file = pathFrom(here, html ?? join(mkdtempSync(join(tmpdir(), 'tijdig-digest-')), `digest-${day}.html`));
  writeGiven(here, file, Buffer.from(standalone(text)));
  const opened = open === true && (await openInBrowser(file));
  here.err(opened ? `Opened ${file}\n` : `Written to ${file}\n`);
}
