import type { Command } from 'commander';
import { noDraft } from '../case/refusal.ts';
import { rewriteDraft } from '../worker/rewrite-draft.ts';
import { showCaseView } from '../worker/show-case-view.ts';
import { approve, commandCase, reject } from '../worker/staff-commands.ts';
import { printJson, readGiven, type Surroundings } from './io.ts';
import { type TurnOptions, turns } from './turn.ts';

type Reason = TurnOptions & { readonly reason: string };
type Edit = TurnOptions & { readonly bodyFile?: string };

/** `approve`, `reject`, `send-back`, `undo`, `edit`. */
export function addDraftCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = turns(program, here, exit, 'The letter that waits:');
  command('approve <reference>', 'Approve the draft that waits: exactly this text may leave.', 'tijdig approve T-4827-3915-1').action(
    (reference: string, options: TurnOptions) => act(reference, options, (context, of, { id }) => approve(context, of, id), 'approver'),
  );
  command('reject <reference>', 'Reject the draft that waits; nothing leaves.', 'tijdig reject T-4827-3915-1 --reason "wrong name"')
    .requiredOption('--reason <text>', 'why, for your colleagues')
    .action((reference: string, options: Reason) =>
      act(reference, options, (context, of, { id }) => reject(context, of, id, options.reason), 'approver'),
    );
  command(
    'send-back <reference>',
    'Not good enough: the draft is written anew, as its template has it.',
    'tijdig send-back T-4827-3915-1 --reason "the amount is missing"',
  )
    .requiredOption('--reason <text>', 'why, for your colleagues')
    .action((reference: string, options: Reason) =>
      act(reference, options, (context, of, { id: by }) =>
        commandCase(
          context,
          of,
          (current) => (current.status === 'awaiting-approval' ? { type: 'send-back', letterId: current.draft.letterId, by } : noDraft()),
          { note: { by, text: options.reason } },
        ),
      ),
    );
  command(
    'undo <reference>',
    'Take an approval back while the letter has not left; its text waits for approval anew.',
    'tijdig undo T-4827-3915-1',
  ).action((reference: string, options: TurnOptions) =>
    act(reference, options, (context, of, { id: by }) =>
      commandCase(context, of, (_, { letterOnItsWay }) => ({ type: 'undo-approval', letterOnItsWay, by })),
    ),
  );
  addEdit(program, here, exit);
}

/** Without a file it prints what may be edited, to be written to one. */
function addEdit(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = turns(program, here, exit, 'The letter that waits:');
  command(
    'edit <reference>',
    'Rewrite the part of the draft that is yours to write; without --body-file it prints that part.',
    'tijdig edit T-4827-3915-1 > body.txt, then tijdig edit T-4827-3915-1 --body-file body.txt',
  )
    .option('--body-file <file>', 'the new words; what the law wants in the letter stays')
    .action((reference: string, options: Edit) => {
      const { bodyFile } = options;
      if (bodyFile !== undefined) {
        const body = readGiven(here, bodyFile).toString('utf8');
        return act(reference, options, (context, of, { id }) =>
          rewriteDraft(context, of, id, { hash: null, body, keep: 'all', added: [] }),
        );
      }
      return act(reference, options, async (context, of) => {
        const view = await showCaseView(context, of);
        if (view === null) return { done: false, refusal: null };
        if (view.draft === null) return { done: false, refusal: noDraft() };
        if (options.json) printJson(here, { body: view.draft.body, fixed: view.draft.fixed });
        else here.out(`${view.draft.body.trimEnd()}\n`);
        return 'said';
      });
    });
}
