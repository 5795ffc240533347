import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { caseStatuses, isClosed } from '../case/case.ts';
import { caseKinds, requestKinds } from '../case/kind.ts';
import { normaliseReference } from '../case/reference.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { loadRaw } from '../store/messages.ts';
import type { Context } from '../worker/context.ts';
import { settleByHand } from '../worker/settle-by-hand.ts';
import { type CaseLine, caseLines, type ShownCase, showCase } from '../worker/show-case.ts';
import { approve, determine, reject, requestLetter, type StaffOutcome, tickTask } from '../worker/staff-commands.ts';
import { actor } from './actor.ts';
import { type Io, printJson, readGiven, type Surroundings, writeGiven } from './io.ts';
import { choice } from './options.ts';
import { writeCase } from './show.ts';
import { table } from './table.ts';

interface CasesOptions {
  readonly all?: boolean;
  readonly status?: CaseLine['status'];
  readonly kind?: CaseLine['kind'];
  readonly from?: string;
  readonly json?: boolean;
}

/** `cases`, `case`, `approve`, `reject`, `task`, `complete`. */
export function addCaseCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('cases')
    .description('List cases, the most urgent first.')
    .option('--all', 'closed ones too')
    .addOption(choice('--status <status>', 'only this status', caseStatuses))
    .addOption(choice('--kind <kind>', 'only this kind', caseKinds))
    .option('--from <address>', 'only of this requester')
    .option('--json', 'one line of JSON per case')
    .addHelpText('after', '\nExample:\n  tijdig cases --kind deletion')
    .action((options: CasesOptions) => here.withHouse(({ context }) => listCases(context, here, options)));

  program
    .command('case <reference>')
    .description('Show everything about one case: messages, dates and why, tasks, letters, events.')
    .option('--json', 'as JSON')
    .option('--save <folder>', 'write its messages there as they came in (.eml)')
    .addHelpText('after', '\nExample:\n  tijdig case T-4827-3915-1')
    .action((reference: string, options: { json?: boolean; save?: string }) =>
      here.withHouse(async ({ context }) => {
        const shown = await showCase(context, normaliseReference(reference) ?? reference);
        if (shown === null) return exit(noSuchCase(here));
        if (options.save !== undefined) return saveMessages(context, here, shown, { folder: options.save, json: options.json ?? false });
        if (options.json) printJson(here, shown);
        else here.out(writeCase(shown));
      }),
    );

  addStaffCommands(program, here, exit);
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

interface StaffOptions {
  readonly as?: string;
  readonly json?: boolean;
}

function addStaffCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const act = (
    reference: string,
    options: StaffOptions,
    work: (context: Context, reference: string, by: string) => Promise<StaffOutcome>,
  ) =>
    here.withHouse(async ({ context }) => {
      const member = actor(context, here, options.as);
      if (member === null) return exit(2);
      exit(report(here, options, await work(context, normaliseReference(reference) ?? reference, member.id)));
    });
  const staffCommand = (name: string, description: string, example: string) =>
    program
      .command(name)
      .description(description)
      .option('--as <address>', 'who you are, when several people are in STAFF')
      .option('--json', 'as JSON')
      .addHelpText('after', `\nExample:\n  ${example}`);

  staffCommand('approve <reference>', 'Approve the draft that waits: exactly this text may leave.', 'tijdig approve T-4827-3915-1').action(
    (reference: string, options: StaffOptions) => act(reference, options, approve),
  );
  staffCommand('reject <reference>', 'Reject the draft that waits; nothing leaves.', 'tijdig reject T-4827-3915-1 --reason "wrong name"')
    .requiredOption('--reason <text>', 'why, for your colleagues')
    .action((reference: string, options: StaffOptions & { reason: string }) =>
      act(reference, options, (context, of, by) => reject(context, of, by, options.reason)),
    );
  staffCommand(
    'task <reference> <task>',
    'Tick a task of a case. The last one writes the draft of the completion notice.',
    'tijdig task T-4827-3915-1 identity-verified',
  )
    .addOption(
      choice('--kind <kind>', 'with message-read, on any open case: what the message asks for; none: no request after all', [
        ...requestKinds,
        'none',
      ] as const),
    )
    .action((reference: string, task: string, options: StaffOptions & { kind?: (typeof requestKinds)[number] | 'none' }) => {
      const { kind } = options;
      if ((task === 'message-read') !== (kind !== undefined)) {
        here.err(kind === undefined ? 'Say what the message asks for: --kind deletion, or another kind, or none.\n' : kindElsewhere);
        return exit(2);
      }
      return act(reference, options, (context, of, by) =>
        kind === undefined ? tickTask(context, of, task, by) : determine(context, of, kind, by),
      );
    });
  staffCommand(
    'complete <reference>',
    'Write the draft of the completion notice, with your own words or files in it.',
    'tijdig complete T-4827-3915-1 --done "Your account was removed on 3 December."',
  )
    .option('--done <text>', 'what was done, in your own words')
    .option('--attach <file...>', 'files to go with it')
    .addOption(choice('--letter-left <answer>', 'when nobody knows whether it left: what you found out', ['yes', 'no']))
    .action((reference: string, options: StaffOptions & { done?: string; attach?: string[]; letterLeft?: 'yes' | 'no' }) => {
      if (options.letterLeft !== undefined)
        return sayWhetherLeft(here, exit, reference, { left: options.letterLeft === 'yes', json: options.json ?? false });
      const attachments = (options.attach ?? []).map((file) => readAttachment(here, file));
      return act(reference, options, (context, of, by) =>
        requestLetter(context, of, 'completion-notice', by, { input: { words: options.done ?? null }, attachments }),
      );
    });
}

function sayWhetherLeft(
  here: Surroundings,
  exit: (status: number) => void,
  reference: string,
  { left, json }: { readonly left: boolean; readonly json: boolean },
): Promise<void> {
  return here.withHouse(async ({ context }) => {
    const status = await settleByHand(context, normaliseReference(reference) ?? reference, left);
    if (status === null) {
      here.err('No letter of this case waits for that answer. Next: tijdig cases\n');
      return exit(1);
    }
    if (json) printJson(here, { done: true, letter: status });
    else
      here.out(
        status === 'accepted' ? 'Noted: it left. The case is completed.\n' : `Noted: it did not leave. The letter is now ${status}.\n`,
      );
  });
}

const kindElsewhere = '--kind goes with the task message-read, which every open case takes.\n';

function readAttachment(io: Io, file: string) {
  return { filename: basename(file), contentType: 'application/octet-stream', content: readGiven(io, file).toString('base64') };
}

async function listCases(context: Context, here: Surroundings, options: CasesOptions): Promise<void> {
  const lines = await caseLines(context, {
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

function noSuchCase(here: Surroundings): number {
  here.err('There is no case with this reference. Next: tijdig cases\n');
  return 1;
}

function report(here: Surroundings, options: StaffOptions, outcome: StaffOutcome): number {
  if (!outcome.done) {
    if (outcome.refusal === null) return noSuchCase(here);
    if (options.json) printJson(here, { done: false, code: outcome.refusal.code, text: outcome.refusal.text });
    else here.err(`${outcome.refusal.text.en}\n`);
    return 1;
  }
  const state = outcome.case;
  if (options.json) {
    printJson(here, { done: true, reference: state.reference, status: state.status, released: outcome.released, drafted: outcome.drafted });
    return 0;
  }
  here.out(`${state.reference} is now ${state.status}. ${nextStep(outcome)}\n`);
  return 0;
}

function nextStep(outcome: Extract<StaffOutcome, { done: true }>): string {
  const { reference, status, tasks, identity } = outcome.case;
  if (isClosed(outcome.case)) return 'It is closed.';
  if (outcome.released) return 'The letter may leave: a running worker sends it at once; without one: tijdig poll';
  if (outcome.addressless) return 'There is nobody to write to: no draft was made.';
  if (status === 'awaiting-approval')
    return `The draft waits for approval. Next: tijdig case ${reference}, then tijdig approve ${reference}`;
  const open = tasks.filter((task) => task.required && task.ticked === null).map((task) => task.id);
  if (open.length > 0) return `Open tasks: ${open.join(', ')}. Next: tijdig task ${reference} ${open[0]}`;
  return identity.needed && identity.verified === null
    ? `Next: tijdig task ${reference} identity-verified`
    : `Next: tijdig case ${reference}`;
}
