import type { Command } from 'commander';
import type { ContentClassification } from '../classify/classification.ts';
import { type ClassifyInput, type ClassifyOptions, classify } from '../classify/classify.ts';
import { byKeywords, byMajority } from '../classify/evaluation/baselines.ts';
import type { LabelledMessage } from '../classify/evaluation/labelled.ts';
import { type Answer, isExact, isFound, kindsSaid, type Measured, measure } from '../classify/evaluation/measure.ts';
import { rateOf } from '../classify/evaluation/rate.ts';
import { alwaysRight, alwaysWrong, withModel } from '../classify/evaluation/stub-model.ts';
import { loadLocalModel } from '../classify/local-model/load.ts';
import type { LocalModel } from '../classify/local-model/weights.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { readPolicy, siteModel } from '../worker/assemble.ts';
import { classifyAlone } from '../worker/classify-alone.ts';
import { reportLines, type SetReport } from './eval-report.ts';
import { fileSets, ownSet, type Prepared } from './eval-sets.ts';
import { printJson, type Surroundings } from './io.ts';
import { portion } from './options.ts';

interface EvalOptions {
  readonly own?: boolean;
  readonly json?: boolean;
  readonly errors?: boolean;
  readonly threshold?: number;
  readonly doubt?: number;
}

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
      const sets = options.own ? [await ownSet(here)] : await fileSets(here, given);
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
