/**
 * `tijdig demo`: about twenty messages through the real worker, on servers of its own, and one deletion lived to its end.
 * What it shows it has read back from the database and from the SMTP server, and every line of it is checked.
 */
import { randomUUID } from 'node:crypto';
import { type Io, printJson, type Surroundings } from '../commands/io.ts';
import { readLedger } from '../store/ledger.ts';
import { dayOf } from '../worker/context.ts';
import { writeDigestText } from '../worker/send-digest.ts';
import { completeCase } from './complete.ts';
import { type Expectation, expectOf, expectOfCompletion, expectOfLedger, expectOfLetters } from './expectation.ts';
import { completionJson, outcomeJson } from './json.ts';
import type { Answered, Sample } from './messages/sample.ts';
import { livedToItsEnd, samples } from './messages/samples.ts';
import { subjectOf, writeMessage } from './messages/write-message.ts';
import { acknowledgementOf, countHandled, type Delivered, type Outcome, readOutcomes } from './outcome.ts';
import { createProgress, type Progress } from './progress.ts';
import { digestShown, heading, ledgerShown, lookAround, outcomeTable, stepLine, verdict, welcome, whatNext } from './show.ts';
import { GivenUp, NothingCame, type Stage, setStage } from './stage.ts';

interface DemoOptions {
  readonly exit?: boolean;
  readonly json?: boolean;
}

/** Milliseconds between two arrivals: quick, and slow enough to watch. */
const beat = 40;

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
  const letters = expectOfLetters(outcomes, stage.letters);

  const lived = outcomes.find(({ sample }) => sample.name === livedToItsEnd);
  const reference = lived?.opened[0]?.reference;
  if (lived === undefined || reference === undefined) return { expectations: [...outcomes.flatMap(expectOf), ...letters], reference: '' };
  words.out(heading(`A deletion lived to its end: ${reference}, ${lived.sample.from.name}`));
  const completion = await completeCase(stage, reference, lived.sample.from.address, (step) => words.out(stepLine(step, reference)));
  printJson(data, completionJson(completion));

  const digest = await writeDigestText(stage.context, dayOf(stage.context, stage.context.clock.now()));
  words.out(heading('The digest, as managers get it on working days at 08:00') + digestShown(digest));
  printJson(data, { type: 'digest', subject: digest.subject, text: digest.text });

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

/** Delivers everything: first what comes by itself, then what answers our acknowledgements. */
async function receive(stage: Stage, progress: Progress): Promise<readonly Outcome[]> {
  const delivered: Delivered[] = [];
  const begun = stage.context.clock.now();
  const tell = (handled: number) => progress.show(`${handled} of ${samples.length} messages handled, ${stage.letters.length} letters sent`);
  for (const sample of samples) {
    const { answers } = sample;
    const answered =
      answers === undefined
        ? null
        : await stage.until(`the acknowledgement of ${answers}`, () => acknowledgementOf(stage, delivered, answers));
    delivered.push(deliver(stage, sample, answered));
    tell(await countHandled(stage, delivered));
    await new Promise((resolve) => setTimeout(resolve, beat));
  }
  const outcomes = await stage.until('the messages to be handled', async () => {
    tell(await countHandled(stage, delivered));
    return readOutcomes(stage, delivered);
  });
  const seconds = begun.until(stage.context.clock.now()).total('seconds').toFixed(1);
  tell(outcomes.length);
  progress.end();
  progress.show(`Done in ${seconds} seconds, first message to last letter.`);
  progress.end();
  return outcomes;
}

function deliver(stage: Stage, sample: Sample, answered: Answered | null): Delivered {
  const at = stage.context.clock.now().subtract({ hours: 24 * (sample.daysBefore ?? 0) });
  const messageId = `<${randomUUID()}@${sample.from.address.split('@')[1]}>`;
  const writing = { messageId, at, answered };
  const folder = sample.folder ?? 'INBOX';
  const uid = stage.deliver(writeMessage(sample, writing), folder, at);
  return { sample, subject: subjectOf(sample, writing), folder, uid, messageId };
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
