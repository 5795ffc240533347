import type { Command } from 'commander';
import type { Surroundings } from './io.ts';

/** `demo`: everything on this machine alone, in a folder that is thrown away. */
export function addDemo(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('demo')
    .description('See it work: local servers, sample mail, a deletion lived to its end, the digest. Nothing leaves this machine.')
    .option('--exit', 'end when done; the status says whether all went as it should')
    .option('--json', 'the result as JSON')
    .addHelpText('after', '\nExample:\n  tijdig demo --exit')
    .action(async (options: { exit?: boolean; json?: boolean }) => {
      const { demo } = await import('../demo/demo.ts');
      exit(await demo(here, options));
    });
}
