import type { Command } from 'commander';
import { printJson, type Surroundings } from './io.ts';
import { signInOf } from './pages.ts';

/** `sign-in`: a way into the staff pages while the mail does not work. */
export function addSignInCommand(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('sign-in <address>')
    .description('Print a one-time code with which a colleague signs in to the staff pages: for the first time, or while the mail is down.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig sign-in anna@example.nl')
    .action((address: string, options: { readonly json?: boolean }) =>
      here.withHouse(async ({ context }) => {
        await context.refreshPeople();
        const member = context.people.find((one) => one.address === address.trim().toLowerCase());
        if (member === undefined) {
          here.err('This address is not on the list of tijdig staff, or has no role.\n');
          return exit(1);
        }
        const code = await (await signInOf(context)).makeCode(member.id, null);
        if (options.json) return printJson(here, { code });
        here.out(
          `${code.replace(/(?=(?:\d{4})+$)(?!^)/g, ' ')}\nTyped after that address, on the page that asks for the code. It works once, within the hour.\n`,
        );
      }),
    );
}
