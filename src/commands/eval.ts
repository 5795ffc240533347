import { existsSync, readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { ContentClassification } from '../classify/classification.ts';
import { type ClassifyInput, type ClassifyOptions, classify } from '../classify/classify.ts';
import { byKeywords, byMajority } from '../classify/evaluation/baselines.ts';
import { type LabelledMessage, readLabelled } from '../classify/evaluation/labelled.ts';
import { type Answer, isExact, isFound, kindsSaid, labelledKinds, type Measured, measure } from '../classify/evaluation/measure.ts';
import { rateOf } from '../classify/evaluation/rate.ts';
import { alwaysRight, alwaysWrong, withModel } from '../classify/evaluation/stub-model.ts';
import { loadLocalModel } from '../classify/local-model/load.ts';
import type { LocalModel } from '../classify/local-model/weights.ts';
import { ExpectedError } from '../errors.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { createParser } from '../intake/parse.ts';
import { packageFile, readPolicy, siteModel } from '../worker/assemble.ts';
import { classifyAlone } from '../worker/classify-alone.ts';
import { ownExamples } from '../worker/own-examples.ts';
import { reportLines, type SetReport } from './eval-report.ts';
import { pathFrom, printJson, readGiven, type Surroundings } from './io.ts';
import { portion } from './options.ts';

interface EvalOptions {
  readonly own?: boolean;
  readonly json?: boolean;
  readonly errors?: boolean;
  readonly threshold?: number;
  readonly doubt?: number;
}

/** What is measured when no file is named, where it is there: our own held-out messages, and public ones. */
const usualFiles = ['test/evals/fresh.jsonl', '../shared/corpora/requests.jsonl'];

/** `eval [FILE…]`: how well messages are understood. Needs no configuration and no database. */
export function addEval(program: Command, here: Surroundings): void {
  program
    .command('eval [file...]')
    .description('Measure the classifier on labelled messages (JSON lines), beside simpler ones. Stores nothing, sends nothing.')
    .option('--own', 'measure on the messages that our own staff corrected (needs the database)')
    .option('--errors', 'list every message that was not understood exactly, and why')
    .option('--threshold <share>', 'instead of the policy: from this probability a case is opened', portion)
    .option('--doubt <share>', 'instead of the policy: from this probability a person reads the message', portion)
    .option('--json', 'one line of JSON per set of messages, and with --errors one per message')
    .addHelpText(
      'after',
      '\nA line: {"id":"1","lang":"nl","subject":"","text":"Wis mijn gegevens.","kinds":["deletion"],"disposition":"request"}\n\nExample:\n  tijdig eval messages.jsonl --errors',
    )
    .action(async (given: string[], options: EvalOptions) => {
      const localModel = options.own ? await here.withHouse(async ({ context }) => siteModel(context.config)) : loadLocalModel();
      const sets = options.own ? [await ownSet(here)] : await Promise.all(setsOf(here, given).map(parsed));
      for (const set of sets) {
        const { report, answers } = evaluate(set, options, localModel);
        if (options.json) printJson(here, report);
        else here.out(reportLines(report));
        if (!options.errors) continue;
        for (const mistake of answers.filter((one) => !isExact(one)).map(mistakeOf)) {
          if (options.json) printJson(here, mistake);
          else here.out(mistakeLine(mistake));
        }
      }
    });
}

interface Named {
  readonly name: string;
  readonly rows: readonly LabelledMessage[];
}

/** A set with its messages as they came in, or would have. */
interface Prepared extends Named {
  readonly messages: readonly ParsedMessage[];
  /** Kinds that are labelled wherever they are asked; another is not counted, for or against anybody. */
  readonly counted: ReadonlySet<string>;
}

/** What our own staff said of messages; an empty set is told how it fills. */
async function ownSet(here: Surroundings): Promise<Prepared> {
  const examples = await here.withHouse(({ context }) => ownExamples(context));
  if (examples.length === 0)
    throw new ExpectedError(
      'nothing-to-evaluate',
      'Nobody has corrected the program yet. Every kind that staff set, and every case closed as no request, becomes an example here.',
      { retry: 'never' },
    );
  const rows = examples.map(({ id, message, kinds }) => ({
    id,
    lang: 'und',
    subject: message.subject,
    text: message.ownText,
    kinds: [...kinds],
    utterance: false,
    debatable: false,
  }));
  return { name: 'corrected by our own staff', rows, messages: examples.map(({ message }) => message), counted: new Set(labelledKinds) };
}

/** The rows of each file, mail apart from one-line utterances, debatable ones left out. */
function setsOf(here: Surroundings, given: readonly string[]): readonly Named[] {
  const files = given.length > 0 ? given.map((name) => ({ name, content: readGiven(here, name).toString('utf8') })) : usual(here);
  return files
    .flatMap(({ name, content }) => {
      const rows = readLabelled(name, content).filter(({ debatable }) => !debatable);
      return [
        { name, rows: rows.filter(({ utterance }) => !utterance) },
        { name: `${name}, utterances`, rows: rows.filter(({ utterance }) => utterance) },
      ];
    })
    .filter(({ rows }) => rows.length > 0);
}

function usual(here: Surroundings): readonly { readonly name: string; readonly content: string }[] {
  const found = usualFiles.flatMap((name) => {
    const path = pathFrom({ cwd: packageFile('.') }, name);
    if (existsSync(path)) return [{ name, content: readFileSync(path, 'utf8') }];
    here.err(`skipped: ${name} is not here\n`);
    return [];
  });
  if (found.length > 0) return found;
  throw new ExpectedError('nothing-to-evaluate', 'Name a file of labelled messages: tijdig eval messages.jsonl', { retry: 'never' });
}

/** The systems of one run, simplest first; `local` is what runs in production. */
function evaluate(
  { name, rows, messages, counted }: Prepared,
  wished: EvalOptions,
  localModel: LocalModel,
): { readonly report: SetReport; readonly answers: readonly Measured[] } {
  const policy = readPolicy({ policyFile: null, timeZone: null }).classification;
  const options: ClassifyOptions = {
    threshold: wished.threshold ?? policy.threshold,
    doubt: wished.doubt ?? policy.doubt,
    localModel,
  };
  const milliseconds: number[] = [];
  const timed = (input: ClassifyInput): ContentClassification => {
    const start = performance.now();
    const answer = classify(input, options);
    milliseconds.push(performance.now() - start);
    return answer;
  };
  const system = (answer: (row: LabelledMessage, at: number) => Answer): readonly Measured[] =>
    rows.map((row, at) => ({ row, answer: onlyCounted(answer(row, at), counted) }));
  const alone = (judge: (input: ClassifyInput) => ContentClassification) => (_: LabelledMessage, at: number) =>
    classifyAlone(messages[at] as ParsedMessage, judge);
  const rules = { threshold: 0.7, doubt: 0, localModel: null };
  const local = system(alone(timed));
  const systems = {
    majority: system(byMajority(rows)),
    keywords: system(byKeywords),
    rules: system(alone((input) => classify(input, rules))),
    local,
    'local, and a model that is always right': system((row, at) =>
      alone((input) => withModel(classify(input, options), alwaysRight(row), input))(row, at),
    ),
    'local, and a model that is always wrong': system((row, at) =>
      alone((input) => withModel(classify(input, options), alwaysWrong(row), input))(row, at),
    ),
  };
  const languages = [...new Set(rows.map(({ lang }) => lang))].sort();
  return {
    answers: local,
    report: {
      name,
      systems: Object.fromEntries(Object.entries(systems).map(([which, all]) => [which, measure(all)])),
      languages: Object.fromEntries(languages.map((language) => [language, measure(local.filter(({ row }) => row.lang === language))])),
      milliseconds: quantiles(milliseconds),
      exactDispositions: dispositionsOf(local),
    },
  };
}

function onlyCounted(answer: Answer, counted: ReadonlySet<string>): Answer {
  const requests = answer.requests.filter(({ kind }) => kind === 'undetermined' || counted.has(kind));
  return { ...answer, requests };
}

function dispositionsOf(all: readonly Measured[]) {
  const labelled = all.filter(({ row }) => row.disposition !== undefined);
  return rateOf(labelled.filter(({ row, answer }) => row.disposition === answer.disposition).length, labelled.length);
}

function quantiles(all: readonly number[]): { readonly median: number; readonly p99: number } {
  const sorted = [...all].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** Rows as the messages they would have come in as. */
async function parsed({ name, rows }: Named): Promise<Prepared> {
  const parser = createParser();
  try {
    const answers = await Promise.all(rows.map((row) => parser.parse(rawOf(row), { truncated: false })));
    const messages = answers.map((answer, at) => {
      if (answer.status === 'parsed') return answer.message;
      throw new ExpectedError('evaluation-file-invalid', `The message ${rows[at]?.id} cannot be read.`, { retry: 'never' });
    });
    // A kind that no row of a file carries is not labelled there, unless it is all ordinary mail.
    const kinds = new Set(rows.flatMap((row) => row.kinds));
    return { name, rows, messages, counted: kinds.size === 0 ? new Set(labelledKinds) : kinds };
  } finally {
    await parser.close();
  }
}

function rawOf({ id, subject, text }: LabelledMessage): Buffer {
  const token = Buffer.from(id).toString('hex').slice(0, 40);
  const head = [
    'From: Klant <klant@example.org>',
    'To: help@example.com',
    `Subject: ${/^[ -~]*$/.test(subject) ? subject : encodedWords(subject)}`,
    `Message-ID: <${token}@example.org>`,
    'Date: Tue, 3 Mar 2026 10:00:00 +0100',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`);
}

/** RFC 2047, a few characters a word so that none is too long. */
function encodedWords(subject: string): string {
  const words = [...subject.replace(/[\r\n]+/g, ' ')].reduce<string[][]>((all, character, at) => {
    if (at % 12 === 0) all.push([]);
    all.at(-1)?.push(character);
    return all;
  }, []);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word.join('')).toString('base64')}?=`).join('\r\n ');
}

/** Without a word of the message: a file of one's own may hold real people's. */
function mistakeOf({ row, answer }: Measured) {
  const missed = row.kinds.length > 0 && !isFound({ row, answer });
  const mistake = missed ? 'missed' : kindsSaid(answer).length > 0 && row.kinds.length === 0 ? 'false' : 'other';
  const { disposition, person, reasons = [] } = answer;
  const said = answer.requests.map(({ kind, confidence }) => ({ kind, confidence }));
  return { mistake, id: row.id, lang: row.lang, wanted: row.kinds, said, disposition, person, reasons };
}

function mistakeLine({ mistake, id, lang, wanted, said, disposition, person, reasons }: ReturnType<typeof mistakeOf>): string {
  const heard = said.map(({ kind, confidence }) => `${kind} ${confidence.toFixed(2)}`).join(', ') || disposition;
  const why = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
  const word = mistake === 'other' ? mistake : mistake.toUpperCase();
  return `${word.padEnd(7)} ${id} [${lang}] wanted ${wanted.join('+') || 'nothing'}, said ${heard}${person ? ', a person looks' : ''}${why}\n`;
}
