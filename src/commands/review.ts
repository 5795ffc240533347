import type { Command } from 'commander';
import { normaliseReference } from '../case/reference.ts';
import { mailReview } from '../worker/review.ts';
import { actorOn } from './actor.ts';
import { printJson, type Surroundings } from './io.ts';

/** `review`. */
export function addReview(program: Command, here: Surroundings, exit: (status: number) => void): void {
  program
    .command('review <reference>')
    .description('Have the letter that waits for approval mailed to you; a reply approves or rejects it.')
    .option('--as <address>', 'who you are, when several people are in STAFF')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  tijdig review T-4827-3915-1')
    .action((reference: string, options: { as?: string; json?: boolean }) =>
      here.withHouse(async ({ context }) => {
        const of = normaliseReference(reference) ?? reference;
        const member = await actorOn(context, here, of, options.as);
        if (member === null) return exit(2);
        const outcome = member === 'no-case' ? member : member.isApprover ? await mailReview(context, of, member) : 'not-approver';
        if (outcome !== 'asked') {
          here.err(`${refusals[outcome]}\n`);
          return exit(1);
        }
        if (options.json) printJson(here, { done: true });
        else here.out('The review mail is written: a running worker sends it at once; without one: tijdig poll\n');
      }),
    );
}

const refusals = {
  'not-approver': 'You are no approver: tijdig staff',
  'no-case': 'There is no case with this reference. Next: tijdig cases',
  'no-draft': 'No letter of this case waits for approval. Next: tijdig case REFERENCE',
} as const;
