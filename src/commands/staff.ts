import type { Command } from 'commander';
import { staffLanguages } from '../case/kind.ts';
import { readAddress } from '../config/address.ts';
import { ExpectedError } from '../errors.ts';
import { addStaff, changeStaff, roleNames, type StaffMember, type StaffRole, staffRoles } from '../store/staff.ts';
import { endWaiver, findWaiver, recordWaiver } from '../store/waivers.ts';
import { readPolicy } from '../worker/assemble.ts';
import { type Context, dayOf } from '../worker/context.ts';
import { checkFourEyes } from '../worker/four-eyes.ts';
import { isAway } from '../worker/people.ts';
import { printJson, type Surroundings } from './io.ts';
import { choice, parseDay } from './options.ts';
import { table } from './table.ts';

interface Json {
  readonly json?: boolean;
}
type Language = NonNullable<StaffMember['language']>;

/** What a subcommand does with the house it is lent; the line to print, or null when it was refused with a line. */
type Deed<Options> = (context: Context, options: Options & Json) => Promise<string | null>;

/** `staff` and what stands under it. */
export function addStaffCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const staff = program
    .command('staff')
    .description('List our own people: roles, absences, who said so. Subcommands change them.')
    .option('--json', 'one line of JSON per person, then the waiver of four eyes if there is one')
    .addHelpText(
      'after',
      '\nExample:\n  tijdig staff\n  tijdig staff add bo@example.nl --role approver\n  tijdig staff away bo@example.nl --until 2026-12-01 --to anna@example.nl',
    )
    .action((options: Json) => here.withHouse(({ context }) => list(context, here, options)));

  const act = <Options>(options: Options & Json, deed: Deed<Options>) =>
    here.withHouse(async ({ context }) => {
      const line = await deed(context, options);
      if (line === null) return exit(1);
      await context.refreshPeople();
      if (options.json) printJson(here, { done: true });
      else here.out(`${line}\n`);
      for (const worry of await worries(context)) here.err(`${worry}\n`);
    });
  const subcommand = (name: string, description: string, example: string) =>
    staff.command(name).description(description).option('--json', 'as JSON').addHelpText('after', `\nExample:\n  ${example}`);
  addPeople(subcommand, here, act);
  addAbsences(subcommand, here, act);
  addWaiver(subcommand, here, act);
}

type Subcommand = (name: string, description: string, example: string) => Command;
type Act = <Options>(options: Options & Json, deed: Deed<Options>) => Promise<void>;

function addPeople(subcommand: Subcommand, here: Surroundings, act: Act): void {
  type Wish = { readonly role?: readonly StaffRole[]; readonly language?: Language };
  const role = choice(
    '--role <role...>',
    'staff work on cases, approvers let letters leave, managers answer for dates, auditors only read, authority handles demands of public bodies',
    staffRoles,
  );
  const language = choice('--language <language>', 'of mails and console; default: that of the policy', staffLanguages);
  subcommand(
    'add <address>',
    'Add a colleague; kept whatever STAFF, MANAGERS and AUTHORITY say.',
    'tijdig staff add bo@example.nl --role approver',
  )
    .addOption(role)
    .addOption(language)
    .action((given: string, options: Wish & Json) =>
      act(options, async (context) => {
        const address = readAddress(given.trim());
        if (address === null) return refuse(here, 'This is not a plain address. Example: tijdig staff add bo@example.nl --role approver');
        const roles = options.role ?? ['approver'];
        await addStaff(context.db, context.subKeys, context.indexKey, address, { roles, ...languageOf(options) });
        return `Added as ${roles.join(', ')}. STAFF, MANAGERS and AUTHORITY no longer change these roles.`;
      }),
    );
  subcommand('role <address> <role...>', 'Give a colleague exactly these roles.', 'tijdig staff role bo@example.nl approver manager')
    .addOption(language)
    .action((given: string, names: readonly string[], options: Wish & Json) =>
      act(options, async (context) => {
        const roles = staffRoles.filter((one) => names.includes(one));
        if (roles.length !== new Set(names).size) return refuse(here, `The roles are ${staffRoles.join(', ')}.`);
        return change(context, here, given, { roles, ...languageOf(options) }, `The roles are now ${roles.join(', ')}.`);
      }),
    );
  subcommand(
    'remove <address>',
    'Take every role from a colleague. What they did stays on record.',
    'tijdig staff remove bo@example.nl',
  ).action((given: string, options: Json) =>
    act(options, (context) =>
      change(
        context,
        here,
        given,
        { roles: [], awayUntil: null, standInId: null },
        'Removed: no roles any more, whatever STAFF, MANAGERS and AUTHORITY say.',
      ),
    ),
  );
}

function languageOf({ language }: { readonly language?: Language }): { readonly language?: Language } {
  return language === undefined ? {} : { language };
}

function addAbsences(subcommand: Subcommand, here: Surroundings, act: Act): void {
  type Absence = { readonly until: Temporal.PlainDate; readonly to: string };
  subcommand(
    'away <address>',
    'Somebody is away: until that day has passed, a colleague gets their mail and their cases.',
    'tijdig staff away bo@example.nl --until 2026-12-01 --to anna@example.nl',
  )
    .requiredOption('--until <day>', 'the last day of the absence', parseDay)
    .requiredOption('--to <colleague>', 'who stands in')
    .action((given: string, options: Absence & Json) =>
      act(options, async (context, { until, to }) => {
        const standIn = find(context, to);
        if (standIn === undefined) return refuse(here, `--to: ${nobody}`);
        if (standIn === find(context, given)) return refuse(here, '--to: somebody else must stand in.');
        if (Temporal.PlainDate.compare(until, dayOf(context, context.clock.now())) < 0)
          return refuse(here, '--until: this day has passed.');
        const absence = { awayUntil: until.toString(), standInId: standIn.id };
        return change(context, here, given, absence, `Away until ${until} (that day included). ${standIn.address} stands in.`);
      }),
    );
  subcommand('back <address>', 'Somebody is back before the absence ended.', 'tijdig staff back bo@example.nl').action(
    (given: string, options: Json) =>
      act(options, (context) => change(context, here, given, { awayUntil: null, standInId: null }, 'Welcome back.')),
  );
}

function addWaiver(subcommand: Subcommand, here: Surroundings, act: Act): void {
  type Say = { readonly as: string; readonly reason: string };
  const who = '--as <address>';
  subcommand(
    'waive-four-eyes',
    'An office of one: record that one approval is enough where the policy wants two people.',
    'tijdig staff waive-four-eyes --reason "I work alone" --as anna@example.nl',
  )
    .requiredOption('--reason <text>', 'why, for whoever asks later')
    .requiredOption(who, 'who you are')
    .action((options: Say & Json) =>
      act(options, async (context, { as, reason }) => {
        const member = accountable(context, as);
        if (member === undefined) return refuse(here, notAccountable);
        if (reason.trim() === '') return refuse(here, '--reason: say why.');
        const waiver = { by: member.id, at: context.clock.now().toString(), reason: reason.trim() };
        if (!(await recordWaiver(context.db, context.subKeys, waiver))) return refuse(here, 'Four eyes are waived already: tijdig staff');
        return 'Recorded: one approval is enough from the next start of Tijdig. To end it: tijdig staff unwaive-four-eyes';
      }),
    );
  subcommand('unwaive-four-eyes', 'End the waiver of four eyes.', 'tijdig staff unwaive-four-eyes --as anna@example.nl')
    .requiredOption(who, 'who you are')
    .action((options: Say & Json) =>
      act(options, async (context, { as }) => {
        const member = accountable(context, as);
        if (member === undefined) return refuse(here, notAccountable);
        const ended = await endWaiver(context.db, member.id, context.clock.now().toString());
        return ended ? 'Ended: the policy is followed again from the next start of Tijdig.' : refuse(here, 'There is no waiver.');
      }),
    );
}

const nobody = 'nobody with this address is on the list. Next: tijdig staff';
const notAccountable = '--as: only an approver or a manager can say so. Next: tijdig staff';

function find(context: Context, given: string): StaffMember | undefined {
  return context.people.find((one) => one.address === given.trim().toLowerCase());
}

function accountable(context: Context, given: string): StaffMember | undefined {
  const member = find(context, given);
  return member?.isApprover || member?.isManager ? member : undefined;
}

function refuse(here: Surroundings, line: string): null {
  here.err(`${line.charAt(0).toUpperCase()}${line.slice(1)}\n`);
  return null;
}

async function change(
  context: Context,
  here: Surroundings,
  given: string,
  changes: Parameters<typeof changeStaff>[2],
  line: string,
): Promise<string | null> {
  const member = find(context, given);
  if (member === undefined) return refuse(here, nobody);
  await changeStaff(context.db, member.id, changes);
  return line;
}

/** What whoever changes people should know about the next start. */
async function worries(context: Context): Promise<readonly string[]> {
  const waiver = await findWaiver(context.db.query, context.subKeys);
  try {
    return checkFourEyes(readPolicy(context.config), context.people, waiver, dayOf(context, context.clock.now()));
  } catch (error) {
    if (error instanceof ExpectedError) return [`The next start will be refused. ${error.message}`];
    throw error;
  }
}

async function list(context: Context, here: Surroundings, { json }: Json): Promise<void> {
  const addressOf = (id: string | null) => context.people.find((one) => one.id === id)?.address ?? null;
  const waiver = await findWaiver(context.db.query, context.subKeys);
  if (json) {
    for (const one of context.people)
      printJson(here, {
        address: one.address,
        roles: roleNames(one),
        language: one.language,
        awayUntil: one.awayUntil,
        standIn: addressOf(one.standInId),
        source: one.source,
      });
    if (waiver !== null) printJson(here, { waiver: { ...waiver, by: addressOf(waiver.by) } });
    return;
  }
  if (context.people.length === 0) return here.out('There is nobody. Next: tijdig staff add ADDRESS --role approver, or set STAFF\n');
  const today = dayOf(context, context.clock.now());
  const body = context.people.map((one) => [
    one.address,
    roleNames(one).join(', '),
    isAway(one, today) ? `until ${one.awayUntil}: ${addressOf(one.standInId) ?? 'nobody'}` : '',
    one.language ?? '',
    one.source === 'command' ? 'tijdig staff' : 'STAFF, MANAGERS, AUTHORITY',
  ]);
  here.out(table(['address', 'roles', 'away', 'language', 'roles said by'], body));
  if (context.people.some((one) => one.source === 'command'))
    here.out('\nRoles said by `tijdig staff` are kept, whatever STAFF, MANAGERS and AUTHORITY say.\n');
  if (waiver !== null)
    here.out(`\nFour eyes are waived since ${waiver.at} by ${addressOf(waiver.by) ?? 'a former colleague'}: ${waiver.reason}\n`);
  for (const worry of await worries(context)) here.out(`${worry}\n`);
}
