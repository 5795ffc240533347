/**
 * Erasing what we hold of one person because they ask for it (GDPR art. 17): at once, whatever the days of the policy. Open cases
 * and those under a legal hold are refused by name; what belongs to somebody else's case goes with that.
 */
import { blindIndex } from '../privacy/fingerprint.ts';
import type { Due } from '../store/due.ts';
import { findPersonData, type PersonData } from '../store/person-data.ts';
import { type Context, dayOf } from './context.ts';
import { addRetained, type EraseDoors, eraseAll, nothingErased, type Retained } from './retain.ts';

/** Why something of a person stays. */
export interface Stays {
  /** Of a case that stays. Null: of somebody else's case, or a letter on its way. */
  readonly reference: string | null;
  readonly because: 'open' | 'held' | 'somebody-else' | 'on-its-way';
}

export interface PersonErasure {
  /** What goes. */
  readonly going: readonly Due[];
  readonly stays: readonly Stays[];
}

/** One of our own people is no requester: their mail is full of others. */
export function isOwnAddress({ people }: Pick<Context, 'people'>, address: string): boolean {
  return people.some((one) => one.address === address.trim().toLowerCase());
}

export async function planErasure(context: Context, address: string): Promise<PersonErasure> {
  const found = await findPersonData(context.db.query, blindIndex(context.indexKey, 'address', address));
  return planOf(found, dayOf(context, context.clock.now()).toString());
}

function planOf({ cases, ...data }: PersonData, today: string): PersonErasure {
  const messages = data.messages.filter(({ erased }) => !erased);
  const letters = data.letters.filter(({ erased }) => !erased);
  const free = new Set(cases.filter(({ open, held }) => !open && !held).map(({ id }) => id));
  const own = new Set(cases.map(({ id }) => id));
  const isFree = (mail: { readonly cases: readonly string[] }) => mail.cases.every((id) => free.has(id));
  const isElsewhere = (mail: { readonly cases: readonly string[] }) => mail.cases.some((id) => !own.has(id));
  const due = (subject: Due['subject'], all: readonly { readonly id: string }[]): readonly Due[] =>
    all.map(({ id }) => ({ subject, id, rule: 'person', dueOn: today, ofCase: true }));
  const through = letters.filter((letter) => isFree(letter) && !letter.onItsWay);
  return {
    going: [
      ...due('message', messages.filter(isFree)),
      ...due('letter', through),
      ...due(
        'case',
        cases.filter(({ id, erased }) => free.has(id) && !erased),
      ),
    ],
    stays: [
      ...cases.flatMap(({ reference, open, held }): readonly Stays[] =>
        held ? [{ reference, because: 'held' }] : open ? [{ reference, because: 'open' }] : [],
      ),
      ...[...messages, ...letters].filter(isElsewhere).map((): Stays => ({ reference: null, because: 'somebody-else' })),
      ...letters.filter((one) => isFree(one) && one.onItsWay).map((): Stays => ({ reference: null, because: 'on-its-way' })),
    ],
  };
}

/** @param by staff id of who answers for it */
export async function erasePerson(context: Context, doors: EraseDoors, plan: PersonErasure, by: string): Promise<Retained> {
  const why = { because: 'person', at: context.clock.now().toString(), by } as const;
  let all = nothingErased;
  for (const subject of ['message', 'letter', 'case'] as const) {
    const items = plan.going.filter((one) => one.subject === subject);
    all = addRetained(all, await eraseAll(context, doors, items, why, 'at-once'));
  }
  context.log.info('erased what was held of a person', { ...all, by });
  return all;
}
