// A year of mail, cases and letters under a clock that moves day by day, beside a model that shares nothing with the program but
// the policy file: what can be read on each day must be exactly what the model says is kept.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { silentLog } from '../../src/log.ts';
import { openDoors, packageFile } from '../../src/worker/assemble.ts';
import type { Context } from '../../src/worker/context.ts';
import { retain } from '../../src/worker/retain.ts';
import type { TestClock } from '../support/journey.ts';
import {
  closeCase,
  holdCase,
  leftovers,
  liftHold,
  plantLetterAbout,
  plantOpenCase,
  plantReadMessage,
  readableNames,
  reopenCase,
} from '../support/keepsakes.ts';
import { random } from '../support/random.ts';
import { onEveryDatabase } from '../support/stores.ts';

interface Written {
  readonly mail: Readonly<Record<string, { readonly days: number }>>;
  readonly cases: Readonly<Record<string, { readonly days: number }>>;
  readonly staffMail: { readonly days: number };
}
const policy = (parse(readFileSync(packageFile('policy.yaml'), 'utf8')) as { retention: Written }).retention;

/** Number of the calendar day in Amsterdam, by another calendar than the program's. */
const amsterdam = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit' });
function dayNumber(milliseconds: number): number {
  return Date.parse(`${amsterdam.format(milliseconds)}T00:00:00Z`) / 86_400_000;
}

interface Mail {
  readonly id: string;
  readonly at: number;
  readonly class: string;
}
interface Letter {
  readonly id: string;
  readonly at: number;
  readonly audience: 'customer' | 'internal';
  readonly cases: readonly string[];
}
interface Dossier {
  readonly id: string;
  readonly kind: string;
  readonly messages: readonly string[];
  closedAt: number | null;
  held: boolean;
}

/** What was written down, and what of it is gone: by the policy as a person reads it, a day at a time. */
class Model {
  readonly mail: Mail[] = [];
  readonly letters: Letter[] = [];
  readonly dossiers: Dossier[] = [];
  readonly gone = new Set<string>();

  /** Once gone is gone, whatever happens to its case afterwards. */
  endDay(today: number): void {
    const over = (at: number, days: number) => today > dayNumber(at) + days;
    const done = (one: Dossier) => one.closedAt !== null && !one.held && over(one.closedAt, policy.cases[one.kind]?.days ?? Number.NaN);
    for (const one of this.dossiers) if (done(one)) this.gone.add(`case ${one.id}`);
    for (const { id, at, class: name } of this.mail) {
      const its = this.dossiers.filter(({ messages }) => messages.includes(id));
      const rule = policy.mail[name] ?? policy.mail.other;
      if (its.length > 0 ? its.every(done) : over(at, rule?.days ?? Number.NaN)) this.gone.add(`message ${id}`);
    }
    for (const { id, at, audience, cases } of this.letters) {
      const its = this.dossiers.filter((one) => cases.includes(one.id));
      const withCases = its.length > 0 && its.every(done);
      const own = audience === 'internal' && over(at, policy.staffMail.days) && !its.some(({ held }) => held);
      if (withCases || own) this.gone.add(`letter ${id}`);
    }
  }

  there(): readonly string[] {
    const all = [
      ...this.mail.map(({ id }) => `message ${id}`),
      ...this.letters.map(({ id }) => `letter ${id}`),
      ...this.dossiers.map(({ id }) => `case ${id}`),
    ];
    return all.filter((name) => !this.gone.has(name)).sort();
  }
}

const classes = ['none', 'automatic', 'bounce', 'own_copy', 'sent', 'unreadable'];
const kinds = Object.keys(policy.cases);
const hour = 3_600_000;

/** One more day of an office: what comes in, what is closed, held and opened again. Moments lie anywhere, midnight above all. */
async function live(context: Context, model: Model, midnight: number, length: number, chance: () => number): Promise<void> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
  const moment = () => midnight + pick([0, 1, length - 1, length - hour, hour, 2 * hour, 3 * hour - 1, Math.floor(chance() * length)]);
  const iso = (at: number) => new Date(at).toISOString();
  async function mail(name: string): Promise<string> {
    const at = moment();
    const id = await plantReadMessage(context, { receivedAt: iso(at), disposition: name });
    model.mail.push({ id, at, class: name });
    return id;
  }
  async function letter(audience: Letter['audience'], cases: readonly string[]): Promise<void> {
    const at = moment();
    model.letters.push({ id: await plantLetterAbout(context, { cases, writtenAt: iso(at), audience }), at, audience, cases });
  }
  if (chance() < 0.6) await mail(pick(classes));
  if (chance() < 0.2) await letter('internal', []);
  if (chance() < 0.35) {
    const opening = await mail('request');
    // One message in three asks for two things; one case in three takes in another message.
    const asked = chance() < 0.34 ? [pick(kinds.slice(0, 3)), pick(kinds.slice(3))] : [pick(kinds)];
    const opened: string[] = [];
    for (const kind of asked) {
      const messages = chance() < 0.34 ? [opening, await mail('follow_up')] : [opening];
      const id = await plantOpenCase(context, { kind, messages });
      model.dossiers.push({ id, kind, messages, closedAt: null, held: false });
      opened.push(id);
    }
    await letter('customer', opened);
    await letter('internal', [pick(opened)]);
  }
  await change(context, model, chance, moment, pick);
}

async function change(
  context: Context,
  model: Model,
  chance: () => number,
  moment: () => number,
  pick: <T>(all: readonly T[]) => T,
): Promise<void> {
  const open = model.dossiers.filter(({ closedAt }) => closedAt === null);
  if (open.length > 0 && chance() < 0.4) {
    const one = pick(open);
    one.closedAt = moment();
    await closeCase(context, one.id, new Date(one.closedAt).toISOString());
  }
  const closed = model.dossiers.filter(({ closedAt, id }) => closedAt !== null && !model.gone.has(`case ${id}`));
  if (closed.length > 0 && chance() < 0.06) {
    const one = pick(closed);
    one.held = !one.held;
    await (one.held ? holdCase : liftHold)(context, one.id);
  }
  if (closed.length > 0 && chance() < 0.04) {
    const one = pick(closed);
    one.closedAt = null;
    await reopenCase(context, one.id);
  }
}

const seed = Number(process.env.SEED ?? 20_280_229);

onEveryDatabase(({ kind, open }) => {
  describe('retention over a simulated year', () => {
    // A leap day, both changes of the clocks, and 420 days of history before the first day that is looked at.
    const [first, days, before] = kind === 'PGlite' ? ['2027-10-01', 366, 420] : ['2027-10-15', 45, 120];

    it(`is on each of ${days} days exactly what the policy says (seed ${seed})`, async () => {
      const { context } = await open();
      const clock = context.clock as TestClock;
      const doors = openDoors(context.config, clock, silentLog);
      const [model, chance] = [new Model(), random(seed)];
      let [goneInAll, lookedAt] = [0, 0];
      for (let nth = -before; nth < days; nth++) {
        const day = Temporal.PlainDate.from(first).add({ days: nth }).toZonedDateTime('Europe/Amsterdam');
        const midnight = day.epochMilliseconds;
        const length = day.hoursInDay * hour;
        // Of the past every third day is enough.
        if (nth < 0 && nth % 3 !== 0) continue;
        clock.set(Temporal.Instant.fromEpochMilliseconds(midnight + (nth % 2 === 0 ? 0 : length - 1)));
        if (nth >= 0) {
          // At the first or the last moment of the day: all day long the same is there.
          await retain(context, doors);
          model.endDay(dayNumber(midnight + length / 2));
          const there = (await readableNames(context)).filter((name) => !name.startsWith('download'));
          expect({ day: day.toPlainDate().toString(), there }).toEqual({ day: day.toPlainDate().toString(), there: model.there() });
          goneInAll = model.gone.size;
          lookedAt += 1;
        }
        await live(context, model, midnight, length, chance);
      }
      await doors.close();
      expect(await leftovers(context)).toEqual({ orphans: 0, keys: 0 });
      expect(lookedAt).toBe(days);
      expect(goneInAll).toBeGreaterThan(kind === 'PGlite' ? 500 : 50);
      expect(model.there().length).toBeGreaterThan(50);
    }, 600_000);
  });
});
