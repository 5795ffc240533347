import { join } from 'node:path';
import type { Command } from 'commander';
import { caseStatuses } from '../case/case.ts';
import { caseKinds } from '../case/kind.ts';
import { normaliseReference } from '../case/reference.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { loadRaw } from '../store/messages.ts';
import type { Context } from '../worker/context.ts';
import { type CaseLine, caseLines, type ShownCase, showCase } from '../worker/show-case.ts';
import { isDemand } from '../worker/show-demands.ts';
import { namedReader } from './actor.ts';
import { printJson, type Surroundings, writeGiven } from './io.ts';
import { choice } from './options.ts';
import { writeCase } from './show.ts';
import { table } from './table.ts';
import { noSuchCase } from './turn.ts';

interface CasesOptions {
  readonly all?: boolean;
  readonly status?: CaseLine['status'];
  readonly kind?: CaseLine['kind'];
  readonly from?: string;
  readonly authority?: boolean;
  readonly as?: string;
  readonly json?: boolean;
}

/** `cases`, `case`. */
export function addCaseCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('cases')
    .helpGroup('Cases:')
    .description('List cases, the most urgent first.')
    .option('--all', 'closed ones too')
    .addOption(choice('--status <status>', 'only this status', caseStatuses))
    .addOption(choice('--kind <kind>', 'only this kind', caseKinds))
    .option('--from <address>', 'only of this requester')
    .option('--authority', 'demands of public bodies too, for whoever is named for those: with --as')
    .option('--as <address>', 'who you are')
    .option('--json', 'one line of JSON per case')
    .addHelpText('after', '\nExample:\n  tijdig cases --kind deletion')
    .action((options: CasesOptions) =>
      here.withHouse(async ({ context }) => {
        if (options.authority === true && namedReader(context, options.as) === null) {
          here.err('--authority: say with --as who you are; only the people named for demands of public bodies see them (tijdig staff).\n');
          return exit(2);
        }
        await listCases(context, here, options);
      }),
    );

  program
    .command('case <reference>')
    .helpGroup('Cases:')
    .description('Show everything about one case: messages, dates and why, tasks, letters, events.')
    .option('--as <address>', 'who you are; a demand of a public body is shown to the people named for those alone')
    .option('--json', 'as JSON')
    .option('--save <folder>', 'write its messages there as they came in (.eml)')
    .addHelpText('after', '\nExample:\n  tijdig case T-4827-3915-1')
    .action((reference: string, options: { json?: boolean; save?: string; as?: string }) =>
      here.withHouse(async ({ context }) => {
        const of = normaliseReference(reference) ?? reference;
        const known = !(await isDemand(context, of)) || namedReader(context, options.as) !== null;
        const shown = known ? await showCase(context, of) : null;
        if (shown === null) return exit(noSuchCase(here));
        if (options.save !== undefined) return saveMessages(context, here, shown, { folder: options.save, json: options.json ?? false });
        if (options.json) printJson(here, shown);
        else here.out(writeCase(shown));
      }),
    );
}

async function saveMessages(
  context: Context,
  here: Surroundings,
  shown: ShownCase,
  { folder, json }: { readonly folder: string; readonly json: boolean },
): Promise<void> {
  const raws = await loadRaw(
    context.db.query,
    context.subKeys,
    shown.messages.map((message) => message.id),
  );
  for (const [id, raw] of raws) writeGiven(here, join(folder, `${id}.eml`), raw);
  if (json) printJson(here, { saved: [...raws.keys()].map((id) => join(folder, `${id}.eml`)) });
  else here.out(`${raws.size} message(s) written to ${folder}. They are as the sender wrote them: open them with care.\n`);
}

async function listCases(context: Context, here: Surroundings, options: CasesOptions): Promise<void> {
  const lines = await caseLines(context, {
    demands: options.authority === true,
    ...(options.all || options.status !== undefined ? {} : { open: true }),
    ...(options.status === undefined ? {} : { status: options.status }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.from === undefined ? {} : { requesterIndex: blindIndex(context.indexKey, 'address', options.from) }),
  });
  if (options.json) {
    for (const line of lines) printJson(here, line);
    return;
  }
  if (lines.length === 0) {
    here.out(options.all ? 'There are no cases.\n' : 'There are no open cases. With --all: closed ones too.\n');
    return;
  }
  const body = lines.map((line) => [line.reference, line.kind, line.status, line.requester ?? '(nobody)', line.actByOn, line.dueOn]);
  here.out(table(['reference', 'kind', 'status', 'requester', 'act by', 'due'], body));
  here.out(`\nNext: tijdig case ${lines[0]?.reference}\n`);
}
