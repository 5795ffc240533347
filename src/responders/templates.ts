/**
 * DOOR to liquidjs: the letters' templates, read and checked once at start.
 *
 * A template is Markdown with Liquid, one file per letter and language: `templates/<language>/<letter>.md`, of which
 * the first line is `Subject: …`. Templates can branch and loop and nothing else: no filters, no includes, no files,
 * no assignments; time and memory are limited. Values come out as placeholders (placeholder.ts).
 * In a letter about a case the line `<!-- fixed -->` divides what staff may edit from what they may not; the file is cut
 * there before Liquid reads it. Letters to our own people exist in the languages of staff only.
 *
 * Fails with an `ExpectedError` at start when a template is missing, does not parse or uses a fact its letter does
 * not have. A fact missing at run time is a bug and throws.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Liquid, type Template } from 'liquidjs';
import { caseLetterKinds, type LetterLanguage, letterLanguages, staffLanguages } from '../case/kind.ts';
import { ExpectedError } from '../errors.ts';
import { internalLetterKinds, type LetterKind, letterKinds, overviewKinds, type TemplateKind } from './letter.ts';
import { letterFacts, type View } from './letter-facts.ts';
import { hasPlaceholder, oneLine, placeholder } from './placeholder.ts';

/** Subject and body of a letter with placeholders where `values` belong. `fixed` is empty unless staff may edit the body. */
interface FilledTemplate {
  readonly subject: string;
  readonly body: string;
  readonly fixed: string;
  readonly values: readonly string[];
}

export interface Templates {
  fill<K extends TemplateKind>(kind: K, language: LetterLanguage, view: View<K>): FilledTemplate;
}

interface ParsedTemplate {
  readonly subject: Template[];
  readonly body: Template[];
  readonly fixed: Template[];
}

/** The line that ends what staff may edit. */
const divider = '<!-- fixed -->';

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
      const fixed: string = liquid.renderSync(template.fixed, view);
      return { subject, body, fixed, values };
    },
  };
}

/** Verifies that each letter exists in each language and uses only its own facts. Throws an `ExpectedError` that names the file. */
function checkTemplates(liquid: Liquid, folder: string): ReadonlyMap<string, ParsedTemplate> {
  const parsed = new Map<string, ParsedTemplate>();
  for (const language of letterLanguages) {
    for (const kind of letterKinds) {
      if (!hasTemplate(kind) || !languagesOf(kind).includes(language)) continue;
      const name = `${language}/${kind}`;
      const template = parseTemplate(liquid, name, kind, readTemplate(folder, name));
      for (const part of [template.subject, template.body, template.fixed]) checkFacts(liquid, name, kind, part);
      parsed.set(name, template);
    }
  }
  return parsed;
}

function hasTemplate(kind: LetterKind): kind is TemplateKind {
  return !overviewKinds.some((one) => one === kind);
}

/** Languages in which a letter exists: managers read the overviews in all of them. */
export function languagesOf(kind: LetterKind): readonly LetterLanguage[] {
  if (!hasTemplate(kind)) return letterLanguages;
  return internalLetterKinds.some((one) => one === kind) ? staffLanguages : letterLanguages;
}

function readTemplate(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, `${name}.md`), 'utf8').replaceAll('\r\n', '\n');
  } catch (cause) {
    throw new ExpectedError('template-missing', `The template ${name}.md is missing or cannot be read.`, { retry: 'never', cause });
  }
}

function parseTemplate(liquid: Liquid, name: string, kind: TemplateKind, source: string): ParsedTemplate {
  const lineEnd = source.indexOf('\n');
  const firstLine = source.slice(0, lineEnd);
  if (lineEnd < 0 || !firstLine.startsWith('Subject: ')) {
    throw invalid(name, 'its first line is not "Subject: …"');
  }
  if (hasPlaceholder(source)) throw invalid(name, 'it contains the characters U+E000 or U+E001');
  const [body = '', fixed = '', ...more] = source.slice(lineEnd + 1).split(`\n${divider}\n`);
  const editable = caseLetterKinds.some((one) => one === kind);
  if (more.length > 0 || editable !== (fixed.trim() !== '')) {
    throw invalid(name, editable ? `it needs one line "${divider}" with text after it` : `it may not have a line "${divider}"`);
  }
  try {
    return { subject: liquid.parse(firstLine.slice('Subject: '.length)), body: liquid.parse(body), fixed: liquid.parse(fixed) };
  } catch (cause) {
    throw invalid(name, cause instanceof Error ? oneLine(cause.message) : 'it does not parse', cause);
  }
}

function checkFacts(liquid: Liquid, name: string, kind: TemplateKind, part: Template[]): void {
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
