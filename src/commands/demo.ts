import type { Command } from 'commander';
import { type StaffLanguage, staffLanguages } from '../case/kind.ts';
import type { Surroundings } from './io.ts';
import { choice } from './options.ts';

/** `demo`: everything on this machine alone, in a folder that is thrown away. */
export function addDemo(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('demo')
    .description(
      'See it work: local servers, sample mail, a deletion lived to its end in the staff pages, the digest; then the pages stay open for you. Nothing leaves this machine.',
    )
    .addOption(choice('--language <language>', 'of our own people’s mails and pages; default: that of the policy', staffLanguages))
    .option('--exit', 'end when done; the status says whether all went as it should')
    .option('--json', 'the result as JSON')
    .addHelpText('after', '\nExample:\n  tijdig demo --exit')
    .action(async (options: { exit?: boolean; json?: boolean; language?: StaffLanguage }) => {
      const { demo } = await import('../demo/demo.ts');
      exit(await demo(here, options));
    });
}
