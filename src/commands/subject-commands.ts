import type { Command } from 'commander';
import { representatives } from '../case/case.ts';
import { type DeterminedKind, determinedKinds, type RequestKind, requestKinds } from '../case/kind.ts';
import { normaliseReference } from '../case/reference.ts';
import { writeNote } from '../worker/case-page-commands.ts';
import { linkCases } from '../worker/link-cases.ts';
import { handsFor, isDemand } from '../worker/show-demands.ts';
import { splitCase } from '../worker/split-case.ts';
import { commandCase, determine } from '../worker/staff-commands.ts';
import { actorOn } from './actor.ts';
import { printJson, type Surroundings } from './io.ts';
import { choice } from './options.ts';
import { noSuchCase, report, type TurnOptions, turns } from './turn.ts';

const heading = 'What it is about:';

/** `reclassify`, `split`, `link`, `unlink`, `represent`, `assign`, `note`. */
export function addSubjectCommands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = turns(program, here, exit, heading);
  command(
    'reclassify <reference>',
    'Taken for the wrong kind: the terms change, the clock keeps running from the first receipt.',
    'tijdig reclassify T-4827-3915-1 --kind copy',
  )
    .addOption(choice('--kind <kind>', 'what it is; none: no request after all', [...determinedKinds, 'none']).makeOptionMandatory())
    .action((reference: string, options: TurnOptions & { kind: DeterminedKind | 'none' }) =>
      act(reference, options, (context, of, { id }) => determine(context, of, options.kind, id)),
    );
  addSplit(program, here, exit);
  for (const [name, type, description] of [
    ['link', 'link-case', 'Tie two cases to one another; each keeps its dates and its end.'],
    ['unlink', 'unlink-case', 'Untie two cases.'],
  ] as const)
    command(`${name} <reference> <other>`, description, `tijdig ${name} T-4827-3915-1 T-1726-8020-8`).action(
      (reference: string, other: string, options: TurnOptions) =>
        act(reference, options, (context, of, { id }) => linkCases(context, type, of, normaliseReference(other) ?? other, id)),
    );
  command(
    'represent <reference>',
    'Somebody acts for the requester: their authorisation becomes a task that a person checks.',
    'tijdig represent T-4827-3915-1 --by lawyer',
  )
    .addOption(choice('--by <representative>', 'who acts', representatives).makeOptionMandatory())
    .action((reference: string, options: TurnOptions & { by: (typeof representatives)[number] }) =>
      act(reference, options, (context, of, { id }) =>
        commandCase(context, of, () => ({ type: 'note-representative', representative: options.by, by: id })),
      ),
    );
  addHands(program, here, exit);
}

function addSplit(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = turns(program, here, exit, heading);
  command(
    'split <reference>',
    'One more request of the same message becomes a linked case of its own, with the same receipt.',
    'tijdig split T-4827-3915-1 --kind refund',
  )
    .addOption(choice('--kind <kind>', 'what else is asked', requestKinds).makeOptionMandatory())
    .action((reference: string, options: TurnOptions & { kind: RequestKind }) =>
      act(reference, options, async (context, of, { id }) => {
        const { outcome, opened } = await splitCase(context, of, options.kind, id);
        if (opened === null) return outcome;
        if (options.json) {
          report(here, options, outcome, { opened: opened.reference });
          return 'said';
        }
        here.out(`Opened ${opened.reference}: ${opened.kind}, due ${opened.dates.dueOn}, act by ${opened.dates.actByOn}. `);
        here.out(`It was not acknowledged: the message was.\nNext: tijdig case ${opened.reference}\n`);
        return 'said';
      }),
    );
}

/** Who works on it, and what they write down. */
function addHands(program: Command, here: Surroundings, exit: (status: number) => void): void {
  const { command, act } = turns(program, here, exit, heading);
  command(
    'assign <reference> <colleague>',
    'Give a case to a colleague, by address; nobody: it is everybody’s again.',
    'tijdig assign T-4827-3915-1 anna@example.nl',
  ).action((reference: string, colleague: string, options: TurnOptions) =>
    act(reference, options, async (context, of, { id: by }) => {
      const wanted = colleague.trim().toLowerCase();
      const member = handsFor(context, await isDemand(context, of)).find((one) => one.address === wanted);
      if (wanted !== 'nobody' && member === undefined) {
        here.err('Nobody of that address works on cases: tijdig staff\n');
        return 'misunderstood';
      }
      return commandCase(context, of, () => ({ type: 'assign', to: member?.id ?? null, by }));
    }),
  );
  command(
    'note <reference> <text>',
    'Write something down for colleagues; it is never sent.',
    'tijdig note T-4827-3915-1 "Called back."',
  ).action((reference: string, text: string, options: TurnOptions) =>
    here.withHouse(async ({ context }) => {
      const of = normaliseReference(reference) ?? reference;
      const member = await actorOn(context, here, of, options.as);
      if (member === null) return exit(2);
      if (member === 'no-case' || !(await writeNote(context, of, member.id, text))) return exit(noSuchCase(here));
      if (options.json) printJson(here, { done: true });
      else here.out('Noted.\n');
    }),
  );
}
