/**
 * `tijdig demo`: about twenty messages through the real worker, on servers of its own, and one deletion lived to its end.
 * What it shows it has read back from the database and from the SMTP server, and every line of it is checked.
 */
import { addWorkingDays } from '../case/calendar.ts';
import { type Io, printJson, type Surroundings } from '../commands/io.ts';
import { type LedgerLine, readLedger } from '../store/ledger.ts';
import { dayOf } from '../worker/context.ts';
import { writeDigestText } from '../worker/send-digest.ts';
import { type Completion, completeCase } from './complete.ts';
import { type Expectation, expectOf, expectOfCompletion, expectOfLedger, expectOfLetters } from './expectation.ts';
import { completionJson, outcomeJson } from './json.ts';
import { leftToTheVisitor, livedToItsEnd, shownInFull } from './messages/samples.ts';
import type { Outcome } from './outcome.ts';
import { createProgress } from './progress.ts';
import { receive } from './receive.ts';
import { digestShown, heading, ledgerShown, letterShown, lookAround, outcomeTable, stepLine, verdict, welcome, whatNext } from './show.ts';
import { GivenUp, NothingCame, type Stage, setStage } from './stage.ts';

interface DemoOptions {
  readonly exit?: boolean;
  readonly json?: boolean;
}

/** Where the story is told: `words` to people, `data` to programs. */
interface Tellers {
  readonly words: Io;
  readonly data: Io;
}

/** Returns the exit status: 0 when everything went as it should, 130 when the user stopped it before that was known. */
export async function demo(here: Surroundings, options: DemoOptions): Promise<number> {
  const quiet: Io = { ...here, out: () => {} };
  const to: Tellers = options.json ? { words: quiet, data: here } : { words: here, data: quiet };
  let stage: Stage | null = null;
  try {
    to.words.out('Starting …\n');
    stage = await setStage(here);
    to.words.out(welcome(stage.folder));
    const { expectations, outcomes } = await play(stage, to);
    const broken = expectations.filter((one) => !one.met).map((one) => one.text);
    to.words.out(verdict(expectations) + whatNext());
    printJson(to.data, { type: 'result', ok: broken.length === 0, checks: expectations.length, broken });
    if (!options.exit) await stayUp(stage, to, outcomes, here.signal);
    return broken.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof GivenUp) {
      to.words.out('\nStopped early. Nothing is left behind.\n');
      return 130;
    }
    if (!(error instanceof NothingCame)) throw error;
    here.err(`The demo waited a minute for ${error.message}, and it did not come.\n`);
    return 1;
  } finally {
    await stage?.close();
  }
}

/** The whole story. */
async function play(stage: Stage, to: Tellers): Promise<{ expectations: readonly Expectation[]; outcomes: readonly Outcome[] }> {
  const outcomes = await tellMail(stage, to);
  const completion = await tellCompletion(stage, to, outcomes);
  await tellDigest(stage, to);
  const ledger = await tellLedger(stage, to);
  const staffAnswers = completion === null ? 0 : 1;
  return {
    outcomes,
    expectations: [
      ...outcomes.flatMap(expectOf),
      ...(completion === null ? [] : expectOfCompletion(completion)),
      ...expectOfLetters(outcomes, stage.letters, completion === null ? 0 : 1),
      ...expectOfLedger(ledger, outcomes.length + staffAnswers),
    ],
  };
}

async function tellMail(stage: Stage, { words, data }: Tellers): Promise<readonly Outcome[]> {
  words.out(heading('Mail arrives'));
  const outcomes = await receive(stage, createProgress(words));
  words.out(`\n${outcomeTable(outcomes, stage.context.policy)}`);
  for (const outcome of outcomes) printJson(data, outcomeJson(outcome));
  const letters = named(outcomes, shownInFull)?.letters ?? [];
  if (letters.length > 0) words.out(heading('Two requests in one message, one acknowledgement') + letters.map(letterShown).join('\n'));
  return outcomes;
}

/** Null when the case that should be completed was not opened. */
async function tellCompletion(stage: Stage, { words, data }: Tellers, outcomes: readonly Outcome[]): Promise<Completion | null> {
  const lived = named(outcomes, livedToItsEnd);
  const reference = lived?.opened[0]?.reference;
  if (lived === undefined || reference === undefined) return null;
  const { name, address } = lived.sample.from;
  words.out(heading(`A deletion lived to its end: ${reference}, ${name}`));
  const completion = await completeCase(stage, reference, address, (step) => words.out(stepLine(step, reference)));
  printJson(data, completionJson(completion));
  return completion;
}

/** The digest of the next working day: today's would count nothing of what has just come in. */
async function tellDigest({ context }: Stage, { words, data }: Tellers): Promise<void> {
  const on = addWorkingDays(dayOf(context, context.clock.now()), 1, context.holidays);
  const digest = await writeDigestText(context, on);
  words.out(heading('The digest, as managers get it on the next working day at 08:00') + digestShown(digest));
  printJson(data, { type: 'digest', on: on.toString(), subject: digest.subject, text: digest.text });
}

async function tellLedger({ context, until }: Stage, { words, data }: Tellers): Promise<readonly LedgerLine[]> {
  const ledger = await until('the last message to be handled', async () => {
    const lines = await readLedger(context.db.query);
    return lines.every((line) => line.pending === 0) ? lines : null;
  });
  words.out(heading('The ledger: nothing lost') + ledgerShown(ledger));
  for (const line of ledger) printJson(data, { type: 'ledger', ...line });
  return ledger;
}

async function stayUp(stage: Stage, { words, data }: Tellers, outcomes: readonly Outcome[], signal: AbortSignal): Promise<void> {
  words.out(lookAround(stage.folder, named(outcomes, leftToTheVisitor)?.opened[0]?.reference ?? ''));
  printJson(data, { type: 'running', dataDir: stage.folder });
  await Promise.race([stage.fallen, once(signal)]);
  words.out('Stopped, and the folder is gone with it.\n');
}

function named(outcomes: readonly Outcome[], name: string): Outcome | undefined {
  return outcomes.find(({ sample }) => sample.name === name);
}

function once(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
