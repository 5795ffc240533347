/**
 * `tijdig demo`: about twenty messages through the real worker, on servers of its own; a deletion lived to its end in the
 * staff pages and a refund by mail; then everything is left open to look at. What it shows it has read back from the
 * database, the pages and the SMTP server, and every line of it is checked.
 */
import { addWorkingDays } from '../case/calendar.ts';
import type { StaffLanguage } from '../case/kind.ts';
import { type Io, printJson, type Surroundings } from '../commands/io.ts';
import { type LedgerLine, readLedger } from '../store/ledger.ts';
import { dayOf } from '../worker/context.ts';
import { writeDigestText } from '../worker/send-digest.ts';
import { type EndedByMail, endByMail } from './by-mail.ts';
import { type Expectation, expectOf, expectOfLedger, expectOfLeft, expectOfLetters, expectOfMail, expectOfPages } from './expectation.ts';
import { type LivedInPages, liveInPages } from './in-pages.ts';
import { completionJson, leftJson, outcomeJson } from './json.ts';
import { addressesOfLeft, type Left, leaveCases, partOf, referenceOf } from './leave.ts';
import { shownInFull } from './messages/samples.ts';
import type { Outcome } from './outcome.ts';
import { createProgress } from './progress.ts';
import { receive } from './receive.ts';
import * as show from './show.ts';
import { GivenUp, NothingCame, type Stage, setStage } from './stage.ts';
import { makeCode, visitPages } from './visit.ts';

interface DemoOptions {
  readonly exit?: boolean;
  readonly json?: boolean;
  /** Of our own people; absent: as the policy says. */
  readonly language?: StaffLanguage;
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
    stage = await setStage(here, options.language ?? null);
    to.words.out(show.welcome(stage.folder, stage.pages.url));
    const { expectations, outcomes } = await play(stage, to);
    const broken = expectations.filter((one) => !one.met).map((one) => one.text);
    to.words.out(show.verdict(expectations) + show.whatNext());
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
  const { inPages, byMail, left } = await tellLives(stage, to, outcomes);
  const visit = await visitPages(stage, left);
  await tellDigest(stage, to);
  const ledger = await tellLedger(stage, to);
  // Besides acknowledgements: a code and a notice, a notice, and what the cases that are left had written.
  const further = [inPages, inPages, byMail].map(({ requester }) => requester).concat(addressesOfLeft(outcomes));
  const answersToUs = 2;
  return {
    outcomes,
    expectations: [
      ...outcomes.flatMap(expectOf),
      ...expectOfPages(inPages),
      ...expectOfMail(byMail),
      ...expectOfLeft(left, visit),
      ...expectOfLetters(outcomes, stage.letters, further),
      ...expectOfLedger(ledger, outcomes.length + answersToUs),
    ],
  };
}

async function tellMail(stage: Stage, { words, data }: Tellers): Promise<readonly Outcome[]> {
  words.out(show.heading('Mail arrives'));
  const outcomes = await receive(stage, createProgress(words));
  words.out(`\n${show.outcomeTable(outcomes, stage.context.policy)}`);
  for (const outcome of outcomes) printJson(data, outcomeJson(outcome));
  const letters = outcomes.find(({ sample }) => sample.name === shownInFull)?.letters ?? [];
  if (letters.length > 0)
    words.out(show.heading('Two requests in one message, one acknowledgement') + letters.map(show.letterShown).join('\n'));
  return outcomes;
}

interface Lives {
  readonly inPages: LivedInPages & { readonly requester: string };
  readonly byMail: EndedByMail & { readonly requester: string };
  readonly left: readonly Left[];
}

/** Three things at once, as in an office, and told one after the other. */
async function tellLives(stage: Stage, { words, data }: Tellers, outcomes: readonly Outcome[]): Promise<Lives> {
  const requester = partOf(outcomes, 'livedInPages').sample.from;
  const reference = referenceOf(outcomes, 'livedInPages');
  words.out(show.heading(`A deletion lived to its end in the staff pages: ${reference}, ${requester.name}`));
  const mailed = { reference: referenceOf(outcomes, 'endedByMail'), requester: partOf(outcomes, 'endedByMail').sample.from };
  const mailSteps: string[] = [];
  const [inPages, byMail, left] = await together(
    liveInPages({ stage, reference, requester, tell: (step) => words.out(show.pageStepLine(step)) }),
    endByMail(stage, { reference: mailed.reference, requester: mailed.requester.address }, (step) => {
      mailSteps.push(show.mailStepLine(step, mailed.reference));
    }),
    leaveCases(stage, outcomes),
  );
  words.out(show.heading(`A refund ended by mail meanwhile: ${mailed.reference}, ${mailed.requester.name}`) + mailSteps.join(''));
  words.out(show.heading('Cases left for you') + show.leftTable(left));
  printJson(data, completionJson('pages', inPages));
  printJson(data, completionJson('mail', byMail));
  for (const one of left) printJson(data, leftJson(one));
  return { inPages: { ...inPages, requester: requester.address }, byMail: { ...byMail, requester: mailed.requester.address }, left };
}

/** Like Promise.all, and none is still at work when it fails. */
async function together<T extends readonly unknown[]>(...all: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(all);
  return (await Promise.all(all)) as unknown as T;
}

/** The digest of the next working day: today's would count nothing of what has just come in. */
async function tellDigest({ context }: Stage, { words, data }: Tellers): Promise<void> {
  const on = addWorkingDays(dayOf(context, context.clock.now()), 1, context.holidays);
  const digest = await writeDigestText(context, on);
  words.out(show.heading('The digest, as managers get it on the next working day at 08:00') + show.digestShown(digest));
  printJson(data, { type: 'digest', on: on.toString(), subject: digest.subject, text: digest.text });
}

async function tellLedger({ context, until }: Stage, { words, data }: Tellers): Promise<readonly LedgerLine[]> {
  const ledger = await until('the last message to be handled', async () => {
    const lines = await readLedger(context.db.query);
    return lines.every((line) => line.pending === 0) ? lines : null;
  });
  words.out(show.heading('The ledger: nothing lost') + show.ledgerShown(ledger));
  for (const line of ledger) printJson(data, { type: 'ledger', ...line });
  return ledger;
}

async function stayUp(stage: Stage, { words, data }: Tellers, outcomes: readonly Outcome[], signal: AbortSignal): Promise<void> {
  const { folder, pages } = stage;
  words.out(show.lookAround(folder, referenceOf(outcomes, 'freshAndSimple')) + show.wayIn(pages.url, await makeCode(stage)));
  printJson(data, { type: 'running', dataDir: folder, console: pages.url });
  await Promise.race([stage.fallen, tellLetters(stage, words, signal)]);
  words.out('Stopped, and the folder is gone with it.\n');
}

/** Tells what leaves while the visitor looks around, until Ctrl-C. */
async function tellLetters(stage: Stage, words: Io, signal: AbortSignal): Promise<void> {
  for (let told = stage.letters.length; !signal.aborted; ) {
    for (const letter of stage.letters.slice(told)) words.out(show.letterLeft(letter));
    told = stage.letters.length;
    // Ctrl-C is the end of looking around, not of the story.
    await stage.pause(200).catch(() => {});
  }
}
