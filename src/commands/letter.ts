import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { type CaseKind, caseKinds, type LetterLanguage, letterLanguages } from '../case/kind.ts';
import { type LetterKind, letterKinds } from '../responders/letter.ts';
import { type Sample, samples } from '../responders/sample.ts';
import { standalone } from '../responders/standalone.ts';
import { languagesOf, loadTemplates } from '../responders/templates.ts';
import { pathFrom, printJson, type Surroundings, writeGiven } from './io.ts';
import { openInBrowser } from './open-in-browser.ts';
import { choice } from './options.ts';

interface LetterOptions {
  readonly kind?: CaseKind;
  readonly language: LetterLanguage;
  readonly variant?: string;
  readonly html?: string;
  readonly open?: boolean;
  readonly json?: boolean;
}

/** `letter LETTER`: shows a letter with made-up facts. Needs no configuration and no database. */
export function addLetter(program: Command, here: Surroundings): void {
  program
    .command('letter')
    .description('Show any letter with made-up facts, as its template reads now. Needs no database.')
    .addArgument(new Argument('<letter>', 'which letter').choices([...letterKinds]))
    .addOption(choice('--kind <kind>', 'the kind of case it is about', caseKinds))
    .addOption(choice('--language <language>', 'in which language', letterLanguages).default('nl'))
    .option('--variant <name>', 'one of the variants the command names')
    .option('--html <file>', 'write it as HTML to this file')
    .option('--open', 'open it as HTML in the browser')
    .option('--json', 'as one line of JSON')
    .addHelpText('after', '\nExample:\n  tijdig letter refusal --kind deletion --language en --open')
    .action(async (letter: LetterKind, options: LetterOptions, command: Command) => {
      const { language } = options;
      const languages = languagesOf(letter);
      if (!languages.includes(language)) command.error(`error: The letter ${letter} exists in ${languages.join(' and ')} only.`);
      const variants = samples(loadTemplates(), language).filter((sample) => sample.letter === letter);
      const sample = choose(command, variants, options);
      if (options.json) printJson(here, inOrder(sample, language));
      else here.out(`Subject: ${sample.text.subject}\n\n${sample.text.text}`);
      if (!options.json && options.variant === undefined && variants.length > 1) {
        here.err(`\nThis is "${sample.variant}". Every --variant: ${variants.map(({ variant }) => variant).join(', ')}\n`);
      }
      await showHtml(here, sample, options);
    });
}

/** The public order of the fields (docs/cli.md). */
function inOrder({ letter, variant, kind, text: { subject, text, html } }: Sample, language: LetterLanguage) {
  return { letter, variant, kind, language, subject, text, html };
}

function choose(command: Command, variants: readonly Sample[], { kind, variant }: LetterOptions): Sample {
  const ofKind = variants.filter((sample) => kind === undefined || sample.kind === kind);
  const found = ofKind.find((sample) => variant === undefined || sample.variant === variant);
  if (found !== undefined) return found;
  const kinds = [...new Set(variants.flatMap((sample) => sample.kind ?? []))];
  if (ofKind.length > 0) return command.error(`error: The variants are ${ofKind.map((sample) => sample.variant).join(', ')}.`);
  return command.error(
    kinds.length === 0
      ? 'error: This letter reads the same for every kind: leave --kind out.'
      : `error: This letter is written for the kinds ${kinds.join(', ')}.`,
  );
}

async function showHtml(here: Surroundings, sample: Sample, { html, open }: LetterOptions): Promise<void> {
  if (html === undefined && !open) return;
  const file = pathFrom(here, html ?? join(mkdtempSync(join(tmpdir(), 'tijdig-letter-')), `${sample.letter}-${sample.variant}.html`));
  writeGiven(here, file, Buffer.from(standalone(sample.text)));
  const opened = open === true && (await openInBrowser(file));
  here.err(opened ? `Opened ${file}\n` : `Written to ${file}\n`);
}
