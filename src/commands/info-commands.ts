import type { Command } from 'commander';
import { computeDates } from '../case/due-date.ts';
import { type CaseKind, caseKinds } from '../case/kind.ts';
import { readConfig } from '../config.ts';
import { readLedger } from '../store/ledger.ts';
import { readHolidays, readPolicy } from '../worker/assemble.ts';
import { printJson, type Surroundings, Told } from './io.ts';
import { choice, parseDay, parseInstant } from './options.ts';
import { table } from './table.ts';

const asking = 'Asking without a database:';

/** `due`, `policy`, `ledger`. */
export function addInfoCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  addDue(program, here);
  addPolicy(program, here);
  program
    .command('ledger')
    .description('Account for every message ever seen: the difference must be 0.')
    .option('--json', 'one line of JSON per folder')
    .addHelpText('after', '\nExample:\n  tijdig ledger')
    .action((options: { json?: boolean }) =>
      here.withHouse(async ({ context }) => {
        const lines = await readLedger(context.db.query);
        if (options.json) for (const line of lines) printJson(here, line);
        else if (lines.length === 0) here.out('No folder was read yet. Next: tijdig poll\n');
        else
          for (const { mailbox, role: _role, ...counts } of lines) {
            const shown = Object.entries(counts).filter(([name, count]) => count !== 0 || name === 'difference' || name === 'seen');
            here.out(`${mailbox}\n${shown.map(([name, count]) => `  ${name.padEnd(13)}${String(count).padStart(8)}\n`).join('')}`);
          }
        if (lines.some((line) => line.difference !== 0)) exit(1);
      }),
    );
}

interface DueOptions {
  readonly kind: CaseKind;
  readonly received: Temporal.Instant;
  readonly serviceDate?: Temporal.PlainDate;
  readonly json?: boolean;
}

function addDue(program: Command, here: Surroundings): void {
  program
    .command('due')
    .helpGroup(asking)
    .description('Compute the dates of a request and say why. Needs no database.')
    .addOption(choice('--kind <kind>', 'what is asked', caseKinds).makeOptionMandatory())
    .requiredOption('--received <instant>', 'when the message reached the mailbox', parseInstant)
    .option('--service-date <day>', 'refunds: the day the service was provided', parseDay)
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig due --kind deletion --received 2026-01-31T12:00:00+01:00')
    .action(({ kind, received, serviceDate, json }: DueOptions) => {
      const policy = readPolicy(policySettings(here));
      const facts = { kind, receivedAt: received.toString(), serviceDate: serviceDate?.toString() ?? null, sentAt: null };
      const dates = computeDates(facts, policy, readHolidays(policy, received));
      if (json)
        return printJson(here, {
          kind,
          receivedAt: received.toString(),
          ...dates,
          why: dates.why.map(({ rule, source, text }) => ({ rule, source, text })),
        });
      const rows: (readonly [string, string | null])[] = [
        ['promised by policy', dates.policyOn],
        ['demanded by law', dates.legalOn],
        ['due', dates.dueOn],
        ['act by', dates.actByOn],
        ['warn on', dates.warnOn],
        ['escalate on', dates.escalateOn],
        ['refund window ends', dates.refundWindowEndsOn],
      ];
      here.out(rows.flatMap(([name, day]) => (day === null ? [] : [`${name.padEnd(20)}${day}\n`])).join(''));
      here.out(`\nWhy?\n${dates.why.map((step) => `  - ${step.text.en} [${step.source}]\n`).join('')}`);
    });
}

function addPolicy(program: Command, here: Surroundings): void {
  program
    .command('policy')
    .helpGroup(asking)
    .description('Check the policy in force and show what it promises.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  POLICY_FILE=./our-policy.yaml tijdig policy')
    .action((options: { json?: boolean }) => {
      const { holidayRules: _, ...policy } = readPolicy(policySettings(here));
      if (options.json) return printJson(here, policy);
      const term = (one: { count: number; unit: string; rolls: boolean } | null) =>
        one === null ? '–' : `${one.count} ${one.count === 1 ? one.unit.slice(0, -1) : one.unit}${one.rolls ? ', rolled' : ''}`;
      const body = caseKinds.map((kind) => {
        const of = policy.kinds[kind];
        return [kind, term(of.promise), term(of.legal), of.identity, of.completion, of.source];
      });
      const company = policy.company.name || 'the company of MAIL_FROM';
      here.out(`${company}, ${policy.timeZone}, version ${policy.hash.slice(0, 12)}\n\n`);
      here.out(table(['kind', 'promise', 'law', 'identity', 'completion', 'source'], body));
    });
}

/** These commands need no more than two settings, and must not stumble over the others. */
function policySettings(here: Surroundings): { policyFile: string | null; timeZone: string | null } {
  const { POLICY_FILE, TIME_ZONE } = here.environment;
  const read = readConfig({
    ...(POLICY_FILE === undefined ? {} : { POLICY_FILE }),
    ...(TIME_ZONE === undefined ? {} : { TIME_ZONE }),
    DATA_DIR: here.environment.DATA_DIR,
  });
  if ('config' in read) return read.config;
  for (const problem of read.problems) here.err(`${problem}\n`);
  throw new Told();
}
