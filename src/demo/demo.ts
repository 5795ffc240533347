/**
 * `tijdig demo`: about twenty messages through the real worker, on servers of its own, and one deletion lived to its end.
 * What it shows it has read back from the database and from the SMTP server, and every line of it is checked.
 */
import { addWorkingDays } from '../case/calendar.ts';
import { type Io, printJson, type Surroundings } from '../commands/io.ts';
import { readLedger } from '../store/ledger.ts';
import { type Context, dayOf } from '../worker/context.ts';
import { writeDigestText } from '../worker/send-digest.ts';
import { completeCase } from './complete.ts';
import { type Expectation, expectOf, expectOfCompletion, expectOfLedger, expectOfLetters } from './expectation.ts';
import { completionJson, outcomeJson } from './json.ts';
import { livedToItsEnd, shownInFull } from './messages/samples.ts';
import { createProgress } from './progress.ts';
import { receive } from './receive.ts';
import { digestShown, heading, ledgerShown, letterShown, lookAround, outcomeTable, stepLine, verdict, welcome, whatNext } from './show.ts';
import { GivenUp, NothingCame, type Stage, setStage } from './stage.ts';

interface DemoOptions {
  readonly exit?: boolean;
  readonly json?: boolean;
}

/** Returns the exit status: 0 when everything went as it should, 130 when the user stopped it before it was known. */
export async function demo(here: Surroundings, options: DemoOptions): Promise<number> {
  const quiet: Io = { ...here, out: () => {} };
  const words = options.json ? quiet : here;
  let stage: Stage | null = null;
  try {
    words.out('Starting …\n');
    stage = await setStage(here);
    words.out(welcome(stage.folder));
    const { expectations, reference } = await play(stage, words, options.json ? here : quiet);
    const ok = expectations.every((one) => one.met);
    if (options.json) printJson(here, { type: 'result', ok, checks: expectations.length, broken: broken(expectations) });
    words.out(verdict(expectations) + whatNext());
    if (!options.exit) await stayUp(stage, here, options, reference);
    return ok ? 0 : 1;
  } catch (error) {
    if (error instanceof GivenUp) return 130;
    if (!(error instanceof NothingCame)) throw error;
    here.err(`The demo waited a minute for ${error.message}, and it did not come.\n`);
    return 1;
  } finally {
    await stage?.close();
  }
}

interface Played {
  readonly expectations: readonly Expectation[];
  /** The case that was lived to its end. */
  readonly reference: string;
}

/** The whole story: `words` for people, `data` for programs. */
async function play(stage: Stage, words: Io, data: Io): Promise<Played> {
  words.out(heading('Mail arrives'));
  const outcomes = await receive(stage, createProgress(words));
  words.out(`\n${outcomeTable(outcomes, stage.context.policy)}`);
  for (const outcome of outcomes) printJson(data, outcomeJson(outcome));
  for (const letter of outcomes.find(({ sample }) => sample.name === shownInFull)?.letters ?? [])
    words.out(heading('Two requests in one message, one acknowledgement') + letterShown(letter));
  const letters = expectOfLetters(outcomes, stage.letters);

  const lived = outcomes.find(({ sample }) => sample.name === livedToItsEnd);
  const reference = lived?.opened[0]?.reference;
  if (lived === undefined || reference === undefined) return { expectations: [...outcomes.flatMap(expectOf), ...letters], reference: '' };
  words.out(heading(`A deletion lived to its end: ${reference}, ${lived.sample.from.name}`));
  const completion = await completeCase(stage, reference, lived.sample.from.address, (step) => words.out(stepLine(step, reference)));
  printJson(data, completionJson(completion));

  const tomorrow = nextWorkingDay(stage.context);
  const digest = await writeDigestText(stage.context, tomorrow);
  words.out(heading('The digest, as managers get it on the next working day at 08:00') + digestShown(digest));
  printJson(data, { type: 'digest', on: tomorrow.toString(), subject: digest.subject, text: digest.text });

  const ledger = await stage.until('the last message to be handled', async () => {
    const lines = await readLedger(stage.context.db.query);
    return lines.every((line) => line.pending === 0) ? lines : null;
  });
  words.out(heading('The ledger: nothing lost') + ledgerShown(ledger));
  for (const line of ledger) printJson(data, { type: 'ledger', ...line });
  const answers = 1;
  return {
    expectations: [
      ...outcomes.flatMap(expectOf),
      ...letters,
      ...expectOfCompletion(completion),
      ...expectOfLedger(ledger, outcomes.length + answers),
    ],
    reference,
  };
}

function nextWorkingDay(context: Context): Temporal.PlainDate {
  return addWorkingDays(dayOf(context, context.clock.now()), 1, context.holidays);
}

async function stayUp(stage: Stage, here: Surroundings, options: DemoOptions, reference: string): Promise<void> {
  if (options.json) printJson(here, { type: 'running', dataDir: stage.folder });
  else here.out(lookAround(stage.folder, reference));
  await Promise.race([
    stage.fallen,
    new Promise<void>((resolve) => {
      if (here.signal.aborted) resolve();
      here.signal.addEventListener('abort', () => resolve(), { once: true });
    }),
  ]);
}

function broken(expectations: readonly Expectation[]): readonly string[] {
  return expectations.filter((one) => !one.met).map((one) => one.text);
}
