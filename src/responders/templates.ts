/**
 * DOOR to liquidjs: the letters' templates, read and checked once at start.
 *
 * A template is Markdown with Liquid, one file per letter and language: `templates/<language>/<letter>.md`, of which
 * the first line is `Subject: …`. Templates can branch and loop and nothing else: no filters, no includes, no files,
 * no assignments; time and memory are limited. Values come out as placeholders (placeholder.ts).
 *
 * Fails with an `ExpectedError` at start when a template is missing, does not parse or uses a fact its letter does
 * not have. A fact missing at run time is a bug and throws.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import { type LetterLanguage, letterLanguages } from '../case/kind.ts';
import { ExpectedError } from '../errors.ts';
import { type LetterKind, letterKinds } from './letter.ts';
import { letterFacts, type View } from './letter-facts.ts';
import { hasPlaceholder, oneLine, placeholder } from './placeholder.ts';

/** Subject and body of a letter with placeholders where `values` belong. */
interface FilledTemplate {
  readonly subject: string;
  readonly body: string;
  readonly values: readonly string[];
}

export interface Templates {
  fill<K extends LetterKind>(kind: K, language: LetterLanguage, view: View<K>): FilledTemplate;
}

interface ParsedTemplate {
  readonly subject: Template[];
  readonly body: Template[];
}

const allowedTags = ['if', 'unless', 'case', 'for', 'comment'];
const limits = { parseLimit: 100_000, renderLimit: 2_000, memoryLimit: 10_000_000 };

/** Reads and checks every template; see `checkTemplates`. */
export function loadTemplates(folder = templatesFolder()): Templates {
  let values: string[] = [];
  const liquid = logicOnlyLiquid((value) => placeholder(values.push(oneLine(value)) - 1));
  const parsed = checkTemplates(liquid, folder);
  return {
    fill(kind, language, view) {
      const template = parsed.get(`${language}/${kind}`);
      if (!template) throw new Error(`No template ${language}/${kind}.`);
      values = [];
      const subject: string = liquid.renderSync(template.subject, view);
      const body: string = liquid.renderSync(template.body, view);
      return { subject, body, values };
    },
  };
}

/** Verifies that each letter exists in each language and uses only its own facts. Throws an `ExpectedError` that names the file. */
function checkTemplates(liquid: Liquid, folder: string): ReadonlyMap<string, ParsedTemplate> {
  const parsed = new Map<string, ParsedTemplate>();
  for (const language of letterLanguages) {
    for (const kind of letterKinds) {
      const name = `${language}/${kind}`;
      const template = parseTemplate(liquid, name, readTemplate(folder, name));
      for (const part of [template.subject, template.body]) checkFacts(liquid, name, kind, part);
      parsed.set(name, template);
    }
  }
  return parsed;
}

function readTemplate(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, `${name}.md`), 'utf8').replaceAll('\r\n', '\n');
  } catch (cause) {
    throw new ExpectedError('template-missing', `The template ${name}.md is missing or cannot be read.`, { retry: 'never', cause });
  }
}

function parseTemplate(liquid: Liquid, name: string, source: string): ParsedTemplate {
  const lineEnd = source.indexOf('\n');
  const firstLine = source.slice(0, lineEnd);
  if (lineEnd < 0 || !firstLine.startsWith('Subject: ')) {
    throw invalid(name, 'its first line is not "Subject: …"');
  }
  if (hasPlaceholder(source)) throw invalid(name, 'it contains the characters U+E000 or U+E001');
  try {
    return { subject: liquid.parse(firstLine.slice('Subject: '.length)), body: liquid.parse(source.slice(lineEnd + 1)) };
  } catch (cause) {
    throw invalid(name, cause instanceof Error ? oneLine(cause.message) : 'it does not parse', cause);
  }
}

function checkFacts(liquid: Liquid, name: string, kind: LetterKind, part: Template[]): void {
  const { facts, rows }: { facts: readonly string[]; rows: readonly string[] } = letterFacts[kind];
  const unknown = liquid.globalVariablesSync(part).find((fact) => !facts.includes(fact));
  if (unknown !== undefined) throw invalid(name, `it uses "${unknown}", which this letter does not have`);
  for (const [root, ...fields] of liquid.variableSegmentsSync(part)) {
    const wrong = fields.find((field) => typeof field !== 'string' || !rows.includes(field));
    if (wrong !== undefined) throw invalid(name, `it uses "${root}.${wrong}", which this letter does not have`);
  }
}

function invalid(name: string, problem: string, cause?: unknown): ExpectedError {
  return new ExpectedError('template-invalid', `The template ${name}.md cannot be used: ${problem}.`, { retry: 'never', cause });
}

/** Liquid with branches and loops only, of which every output goes through `write`. */
function logicOnlyLiquid(write: (value: string) => string): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    outputEscape: (value: unknown) => {
      if (typeof value === 'string') return write(value);
      if (typeof value === 'number' && Number.isFinite(value)) return write(String(value));
      throw new Error('A letter lacks a fact, or would print something that is neither text nor a number.');
    },
    ...limits,
  });
  for (const tag of Object.keys(liquid.tags)) if (!allowedTags.includes(tag)) delete liquid.tags[tag];
  for (const filter of Object.keys(liquid.filters)) liquid.unregisterFilter(filter);
  return liquid;
}

/** `templates/` at the package's top, from `src/` as from `dist/`. */
function templatesFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new ExpectedError('template-missing', 'The folder "templates" cannot be found.', { retry: 'never' });
    folder = parent;
  }
  return path.join(folder, 'templates');
}
