import type { Command } from 'commander';
import type { Due } from '../store/due.ts';
import { openDoors } from '../worker/assemble.ts';
import type { Context } from '../worker/context.ts';
import { type Retained, retain } from '../worker/retain.ts';
import { everythingDue, type KeptBy, type RetentionReport, reportRetention } from '../worker/retention-report.ts';
import { printJson, type Surroundings } from './io.ts';
import { parseDay } from './options.ts';
import { table } from './table.ts';

interface RetentionOptions {
  readonly date?: Temporal.PlainDate;
  readonly dryRun?: boolean;
  readonly now?: boolean;
  readonly json?: boolean;
}

/** `retention`. */
export function addRetention(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('retention')
    .description(
      'Show how long the policy keeps what, and why, what may go now, and what a legal hold keeps. A running worker erases hourly.',
    )
    .option('--date <day>', 'what may go on that day, default today', parseDay)
    .option('--dry-run', 'list each thing that may go; nothing is changed')
    .option('--now', 'erase what may go today, at once')
    .option('--json', 'as JSON; with --dry-run one line per thing')
    .addHelpText('after', '\nExample:\n  tijdig retention\n  tijdig retention --dry-run --date 2027-01-01')
    .action((options: RetentionOptions) =>
      here.withHouse(async ({ context }) => {
        if (options.now && (options.dryRun || options.date !== undefined)) {
          here.err('--now erases what may go today: it takes neither --date nor --dry-run.\n');
          return exit(2);
        }
        if (options.now) return eraseNow(context, here, options, exit);
        if (options.dryRun) return listDue(context, here, options);
        const report = await reportRetention(context, options.date);
        if (options.json) printJson(here, { ...report, mailboxCleanup: context.config.mailboxCleanup });
        else here.out(writeReport(report, context));
      }),
    );
}

async function eraseNow(context: Context, here: Surroundings, { json }: RetentionOptions, exit: (status: number) => void): Promise<void> {
  const doors = openDoors(context.config, context.clock, context.log);
  try {
    const done = await retain(context, doors, 'at-once');
    if (json) printJson(here, done);
    else here.out(sayErased(done));
    if (done.waiting > 0) exit(1);
  } finally {
    await doors.close();
  }
}

/** What was erased, in a few lines; also for `person --erase`. */
export function sayErased({ messages, letters, cases, copies, copiesLeft, waiting, kept }: Retained): string {
  const lines = [
    messages + letters + cases === 0
      ? 'Nothing was erased.'
      : `Erased: the content of ${messages} message(s), ${letters} letter(s) and ${cases} case(s). Dates and history stay.`,
    copies > 0 ? `${copies} copies were removed from the mailbox.` : '',
    copiesLeft > 0
      ? `${copiesLeft} copies stay in the mailbox: its server cannot remove single messages (UIDPLUS). Remove them there.`
      : '',
    waiting > 0 ? `${waiting} wait: the mailbox, or a file, cannot be changed now. The log says why; do it again later.` : '',
    kept > 0 ? `${kept} stay: their case was opened again or came under a legal hold.` : '',
  ];
  return lines.flatMap((line) => (line === '' ? [] : [`${line}\n`])).join('');
}

async function listDue(context: Context, here: Surroundings, { date, json }: RetentionOptions): Promise<void> {
  const found: Due[] = [];
  for await (const one of everythingDue(context, date)) {
    if (json) printJson(here, { subject: one.subject, id: one.id, rule: one.rule, since: one.dueOn });
    else found.push(one);
  }
  if (json) return;
  if (found.length === 0) return here.out('Nothing may go on that day. How long things are kept: tijdig retention\n');
  here.out(
    table(
      ['what', 'id', 'rule', 'since'],
      found.map(({ subject, id, rule, dueOn }) => [subject, id, rule, dueOn]),
    ),
  );
  here.out(`\n${found.length} in all. Nothing was changed. Next: tijdig retention --now\n`);
}

const froms: Readonly<Record<KeptBy['from'], string>> = { receipt: 'receipt', closing: 'closing', writing: 'writing' };

function writeReport({ day, rules, held }: RetentionReport, { config }: Context): string {
  const sum = (subject: Due['subject']) => rules.reduce((all, { due }) => all + due[subject], 0);
  const due = sum('message') + sum('letter') + sum('case');
  return [
    table(
      ['what', 'days', 'from', 'may go', 'why'],
      rules.map(({ rule, days, from, source, due: of }) => [
        rule,
        String(days),
        froms[from],
        String(of.message + of.letter + of.case),
        source,
      ]),
      90,
    ),
    `\nOn ${day} may go: ${sum('message')} message(s), ${sum('letter')} letter(s), ${sum('case')} case(s).\n`,
    held.cases === 0
      ? 'No legal hold keeps anything.\n'
      : `A legal hold keeps ${held.cases} case(s) with ${held.messages} message(s) and ${held.letters} letter(s).\n`,
    config.mailboxCleanup
      ? 'Copies in the mailbox go with their case (MAILBOX_CLEANUP=on).\n'
      : 'Copies in the mailbox stay (MAILBOX_CLEANUP=off).\n',
    due === 0 ? '' : 'Next: tijdig retention --dry-run says which; a running worker erases them within the hour, --now at once.\n',
  ].join('');
}
