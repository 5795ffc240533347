/** What `eval` measures on: labelled rows, with the messages they would have come in as. */
import { existsSync, readFileSync } from 'node:fs';
import { type LabelledMessage, readLabelled } from '../classify/evaluation/labelled.ts';
import { labelledKinds } from '../classify/evaluation/measure.ts';
import { ExpectedError } from '../errors.ts';
import type { ParsedMessage } from '../intake/message.ts';
import { createParser } from '../intake/parse.ts';
import { packageFile } from '../worker/assemble.ts';
import { ownExamples } from '../worker/own-examples.ts';
import { pathFrom, readGiven, type Surroundings } from './io.ts';

/** What is measured when no file is named, where it is there: our own held-out messages, and public ones. */
const usualFiles = ['test/evals/fresh.jsonl', '../shared/corpora/requests.jsonl'];

interface Named {
  readonly name: string;
  readonly rows: readonly LabelledMessage[];
}

/** A set with its messages as they came in, or would have. */
export interface Prepared extends Named {
  readonly messages: readonly ParsedMessage[];
  /** Kinds that are labelled wherever they are asked; another is not counted, for or against anybody. */
  readonly counted: ReadonlySet<string>;
}

/** What our own staff said of messages; an empty set is told how it fills. */
export async function ownSet(here: Surroundings): Promise<Prepared> {
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

/** The sets of these files, or of the usual ones. */
export function fileSets(here: Surroundings, given: readonly string[]): Promise<readonly Prepared[]> {
  return Promise.all(setsOf(here, given).map(parsed));
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
