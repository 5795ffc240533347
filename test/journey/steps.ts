// What customers and staff do in a journey, in one word each.
import type { Context } from '../../src/worker/context.ts';
import { tickTask } from '../../src/worker/staff-commands.ts';
import type { Journey } from '../support/journey.ts';
import { type Authentication, type Letter, type Mail, mail, reply } from '../support/mail.ts';

export const anna = 'anna@winkel.example';

type Extra = Partial<Omit<Mail, 'from' | 'text' | 'date'>>;

/** A message comes in and is dealt with. */
export async function write(journey: Journey, from: string, text: string, extra: Extra = {}): Promise<void> {
  await journey.arrive(mail({ from, subject: 'Een vraag', text, date: journey.clock.now(), ...extra }));
  await journey.settle();
}

/** Somebody answers a letter of ours. */
export async function answer(journey: Journey, letter: Letter, from: string, text: string, extra: Extra = {}): Promise<void> {
  await journey.arrive(reply(letter, { from, text, date: journey.clock.now(), ...extra }));
  await journey.settle();
}

/** A staff member answers the newest review mail of a case, or `letter`. */
export async function decide(
  journey: Journey,
  reference: string,
  text: string,
  options: { readonly by?: string; readonly letter?: Letter; readonly authentication?: Authentication } = {},
): Promise<void> {
  const by = options.by ?? anna;
  const { letter = newest(reviews(journey, reference, by)), authentication = 'pass' } = options;
  await answer(journey, letter, by, text, { authentication });
}

export function reviews(journey: Journey, reference: string, by = anna): readonly Letter[] {
  return journey.lettersTo(by).filter(({ subject }) => subject.startsWith('Graag uw akkoord') && subject.endsWith(reference));
}

/** What the bot told a staff member about a case: the first words of the subjects, in order. */
export function receipts(journey: Journey, reference: string, by = anna): readonly string[] {
  const told = journey.lettersTo(by).filter(({ subject }) => subject.endsWith(`: ${reference}`));
  return told.map(({ subject }) => subject.slice(0, -reference.length - 2));
}

export async function theCase(journey: Journey, requester: string) {
  const found = await journey.cases(requester);
  const [only] = found;
  if (only === undefined || found.length !== 1) throw new Error(`${found.length} cases where one was expected`);
  return only;
}

export function newest<T>(all: readonly T[]): T {
  const last = all.at(-1);
  if (last === undefined) throw new Error('there is none');
  return last;
}

export function staffId(journey: Journey, address = anna): string {
  const member = journey.context.people.find((one) => one.address === address);
  if (member === undefined) throw new Error('no such staff member');
  return member.id;
}

/** Ticks every required task; the last tick asks for the completion notice, and with a round its review mail goes out. */
export async function doTheWork(journey: Journey, reference: string): Promise<void> {
  const { tasks } = await journey.show(reference);
  for (const task of tasks.filter(({ required, ticked }) => required && ticked === null)) {
    const outcome = await tickTask(journey.context, reference, task.id, staffId(journey));
    if (!outcome.done) throw new Error(`a task could not be ticked: ${outcome.refusal?.code}`);
  }
  await journey.settle();
}

/** A deletion that waits for approval. */
export async function awaitingApproval(journey: Journey, requester: string): Promise<string> {
  await write(journey, requester, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
  const { reference } = await theCase(journey, requester);
  await doTheWork(journey, reference);
  return reference;
}

/** What became of the letters to the customer, in order. */
export async function customerLetters(journey: Journey, reference: string): Promise<readonly string[]> {
  const { letters } = await journey.show(reference);
  return letters.filter(({ kind }) => kind !== 'review-request').map(({ kind, status }) => `${kind} ${status}`);
}

export async function statusOf(journey: Journey, reference: string): Promise<string> {
  return (await journey.show(reference)).status;
}

/** Ten workers on one PostgreSQL, each with connections of its own; an embedded database has one worker, asked ten times. */
export async function tenWorkers(journey: Journey): Promise<readonly Context[]> {
  if (journey.config.database.kind === 'embedded') return Array.from({ length: 10 }, () => journey.context);
  return Promise.all(Array.from({ length: 10 }, async () => (await journey.openAnother()).context));
}
