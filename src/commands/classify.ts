import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type Classification, type ContentClassification, noEntities } from '../classify/classification.ts';
import { type ClassifyInput, classify } from '../classify/classify.ts';
import { loadLocalModel } from '../classify/local-model/load.ts';
import { createParser, type Parser } from '../intake/parse.ts';
import { readPolicy } from '../worker/assemble.ts';
import { classifyAlone } from '../worker/classify-alone.ts';
import { type Io, pathFrom, printJson, type Surroundings } from './io.ts';
import { table } from './table.ts';

type Answer = { readonly file: string } & Classification;

/** `classify FILE…`: what each message is taken for. Needs no configuration and no database. */
export function addClassify(program: Command, here: Surroundings): void {
  program
    .command('classify <file...>')
    .description('Say what messages (.eml files, or folders of them) would be taken for. Stores nothing.')
    .option('--json', 'one line of JSON per file')
    .addHelpText('after', '\nExample:\n  tijdig classify message.eml')
    .action(async (given: string[], options: { json?: boolean }) => {
      const parser = createParser();
      try {
        const answers: Answer[] = [];
        for (const file of given.flatMap((name) => filesIn(here, name))) {
          const answer = await classifyFile(parser, here, file);
          if (options.json) printJson(here, answer);
          else answers.push(answer);
        }
        if (!options.json) here.out(table(['file', 'taken for', 'language', 'acknowledge', 'why'], answers.map(rowOf)));
      } finally {
        await parser.close();
      }
    });
}

function rowOf(answer: Answer): readonly string[] {
  const kinds = answer.requests.map((one) => one.kind).join(' + ');
  const why = answer.requests[0]?.quote || answer.reasons.join(', ');
  return [
    answer.file,
    kinds === '' ? answer.disposition : `${answer.disposition}: ${kinds}`,
    answer.language,
    answer.acknowledge ? 'yes' : 'no',
    why,
  ];
}

/** Files as named; a folder stands for the .eml files in it, at any depth, by name. */
function filesIn(io: Io, name: string): readonly string[] {
  const path = pathFrom(io, name);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [name];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(name, entry.name);
      if (entry.isDirectory()) return filesIn(io, inside);
      return entry.name.toLowerCase().endsWith('.eml') ? [inside] : [];
    });
}

const unreadable: Classification = {
  disposition: 'unreadable',
  requests: [],
  language: 'und',
  person: true,
  acknowledge: false,
  reasons: [],
  entities: noEntities,
  evidence: [],
};

async function classifyFile(parser: Parser, io: Io, file: string): Promise<Answer> {
  let raw: Uint8Array;
  try {
    raw = readFileSync(pathFrom(io, file));
  } catch {
    return { file, ...unreadable, reasons: ['file-cannot-be-read'] };
  }
  const parsed = await parser.parse(raw, { truncated: false });
  if (parsed.status === 'strike') return { file, ...unreadable, reasons: [parsed.reason] };
  return inOrder(file, classifyAlone(parsed.message, classifyHere()));
}

/** The public order of the fields (docs/cli.md). */
function inOrder(file: string, found: Classification): Answer {
  const { disposition, requests, language, person, acknowledge, reasons, entities, evidence } = found;
  return { file, disposition, requests, language, person, acknowledge, reasons, entities, evidence };
}

/** The classifier as it is shipped: the policy and the weights that come with the program. */
const shipped = () => ({ ...readPolicy({ policyFile: null, timeZone: null }).classification, localModel: loadLocalModel() });
let options: ReturnType<typeof shipped> | null = null;

function classifyHere(): (input: ClassifyInput) => ContentClassification {
  options ??= shipped();
  const given = options;
  return (input) => classify(input, given);
}
