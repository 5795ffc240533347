// The managers' digest: every working day, once each, whoever writes it, and what it says is so.
import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { readLedger } from '../../src/store/ledger.ts';
import { runWorker } from '../../src/worker/run.ts';
import { scheduleDaily } from '../../src/worker/schedule.ts';
import { sendDigest } from '../../src/worker/send-digest.ts';
import { commandCase } from '../../src/worker/staff-commands.ts';
import { asOwner } from '../support/databases.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { mail } from '../support/mail.ts';
import { eventually } from '../support/servers.ts';
import { awaitingApproval, doTheWork, newest, staffId, tenWorkers, theCase, write } from './steps.ts';

const marit = 'marit@winkel.example';

atEveryPlace((house) => {
  test('ten schedulers at the same second on a hundred mornings: one digest for each manager, each day that has one', async () => {
    const journey = await house.open({ start: '2026-02-24T10:00:00+01:00', environment: { MANAGERS: `${marit},noor@winkel.example` } });
    const schedulers = await tenWorkers(journey);
    const written = async () => {
      const counts = await Promise.all(schedulers.map((context) => sendDigest(context)));
      return counts.reduce((sum, one) => sum + one, 0);
    };
    // Due on a Tuesday and late until the first of April: over the weekend of summer time.
    await write(journey, 'maart@post.example', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    const events: Readonly<Record<string, () => Promise<void>>> = {
      '2026-04-01': () => withdraw(journey, 'maart@post.example'),
      // Due on a Saturday: late over the weekend of winter time.
      '2026-10-10': () => write(journey, 'oktober@post.example', 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.'),
      '2026-10-26': () => withdraw(journey, 'oktober@post.example'),
    };
    const weekends = ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'];
    const days = [...daysFrom('2026-03-05', 50), ...daysFrom('2026-10-01', 50)];
    const had: string[] = [];
    for (const day of days) {
      const on = day.toString();
      journey.clock.set(day.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '08:00' }).toInstant());
      // Easter Monday is the one public holiday among them.
      const expected = (day.dayOfWeek <= 5 && on !== '2026-04-06') || weekends.includes(on) ? 2 : 0;
      expect([on, await written()]).toEqual([on, expected]);
      if (expected > 0) had.push(on);
      await events[on]?.();
    }
    journey.clock.forward({ hours: 1 });
    expect(await written()).toBe(0);
    const rows = await journey.context.db.query.execute(sql`select 1 from digests where kind = 'digest'`);
    expect(Array.isArray(rows) ? rows.length : (rows as { rows: unknown[] }).rows.length).toBe(2 * had.length);
    await journey.settle();
    for (const manager of [marit, 'noor@winkel.example']) {
      const subjects = journey.lettersTo(manager).flatMap(({ subject }) => /\d+ \S+ 2026/.exec(subject)?.[0] ?? []);
      expect(subjects).toHaveLength(had.length);
      expect(new Set(subjects).size).toBe(had.length);
    }
  }, 300_000);

  test('what it says', async () => {
    const journey = await house.open();
    const { clock } = journey;
    await write(journey, 'te-laat@post.example', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    clock.set('2026-02-05T10:00:00+01:00');
    await write(journey, 'binnenkort@post.example', 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.');
    clock.set('2026-02-09T10:00:00+01:00');
    const approval = await awaitingApproval(journey, 'akkoord-nodig@post.example');
    // Friday, and a Saturday: on Monday both are the last working day's.
    clock.set('2026-02-13T16:00:00+01:00');
    await write(journey, 'vrijdag@post.example', 'Ik annuleer mijn bestelling 2026-0816 en wil mijn geld terug.');
    const friday = await theCase(journey, 'vrijdag@post.example');
    await doTheWork(journey, friday.reference);
    clock.set('2026-02-14T11:00:00+01:00');
    await write(journey, 'zaterdag@post.example', 'Wat kost een nummer in Belgie?');
    const overdue = await theCase(journey, 'te-laat@post.example');
    const soon = await theCase(journey, 'binnenkort@post.example');

    clock.set('2026-02-16T08:00:00+01:00');
    expect(await sendDigest(journey.context)).toBe(1);
    await journey.settle();
    const [digest, ...more] = journey.lettersTo(marit);
    expect(more).toEqual([]);
    expect(digest?.subject).toBe(
      '1 over de wettelijke termijn, 1 binnen vijf dagen, 2 andere punten · Dagoverzicht maandag 16 februari 2026',
    );
    const text = digest?.text ?? '';
    expect(text).toContain(`${overdue.reference}, verwijdering: 5 dagen te laat\n  wacht op identiteitscontrole; uiterlijk wo 11 feb`);
    expect(text).toContain(`${soon.reference}, terugbetaling: nog 3 dagen\n  in behandeling; uiterlijk do 19 feb`);
    expect(text).toContain(`${approval}, `);
    expect(text).toContain('Nu open: 4; wacht op identiteitscontrole 1, uitvoering 1, akkoord 2');
    expect(text).toContain('Sinds vr 13 feb\n---------------\n- Berichten: 2 ontvangen\n- Dossiers: 1 geopend, 1 bevestigd, 0 afgehandeld');
    expect(text).toContain('Telling: 5 ontvangen, 5 verantwoord');
    // The charts go with the mail, under the names by which the HTML shows them.
    expect(digest?.attachments.map(({ filename }) => filename)).toEqual(['days.png', 'weeks.png']);
    const raw = Buffer.from(digest?.raw ?? []).toString('latin1');
    const ids = [...raw.matchAll(/^Content-Id: <([^>]*)>/gim)].map(([, id]) => `cid:${id}`);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(raw.replaceAll('=\r\n', '')).toContain(`src=3D"${id}"`);
    for (const secret of ['te-laat@post.example', 'binnenkort@post.example', '2026-0815']) expect(text).not.toContain(secret);
  });

  test('a message that is lost from the database stands at the top', async () => {
    const journey = await house.open();
    await write(journey, 'verdwijnt@post.example', 'Wat kost een nummer in Belgie?');
    await losePlaces(journey);
    expect(await readLedger(journey.context.db.query)).toMatchObject([{ seen: 1, difference: 1 }, { difference: 0 }, { difference: 0 }]);
    journey.clock.set('2026-01-13T08:00:00+01:00');
    await sendDigest(journey.context);
    await journey.settle();
    const { subject, text } = newest(journey.lettersTo(marit));
    expect(subject).toContain('Telling klopt niet');
    expect(text).toContain('Er is een verschil van 1 bericht;');
  });

  test('a worker that was down at eight sends it when it starts, once; on its very first day it does not', async () => {
    const journey = await house.open({ environment: { POLL_SECONDS: '1' } });
    const { clock } = journey;
    const untilAnswered = async (from: string) => {
      const worker = runWorker(journey.context, journey.doors);
      await journey.arrive(mail({ from, subject: 'x', text: 'Verwijder mijn account en al mijn gegevens.', date: clock.now() }));
      await eventually(async () => newest(journey.lettersTo(from)));
      await worker.stop();
      await journey.settle();
    };
    await untilAnswered('dag1@post.example');
    expect(journey.lettersTo(marit)).toHaveLength(0);
    clock.set('2026-01-13T09:30:00+01:00');
    await untilAnswered('dag2@post.example');
    expect(journey.lettersTo(marit)).toHaveLength(1);
    await untilAnswered('dag2b@post.example');
    expect(journey.lettersTo(marit)).toHaveLength(1);
  });
});

describe('eight o’clock', () => {
  test.each([
    ['2026-01-12T12:00:00Z', ['2026-01-13T07:00:00.000Z', '2026-01-14T07:00:00.000Z']],
    ['2026-03-28T12:00:00Z', ['2026-03-29T06:00:00.000Z', '2026-03-30T06:00:00.000Z']],
    ['2026-10-24T12:00:00Z', ['2026-10-25T07:00:00.000Z', '2026-10-26T07:00:00.000Z']],
  ])('is eight by the wall clock, once a day, in the days after %s', async (start, expected) => {
    vi.useFakeTimers({ now: Date.parse(start) });
    const fired: string[] = [];
    const end = scheduleDaily({ hour: 8, minute: 0, timeZone: 'Europe/Amsterdam' }, async () => void fired.push(new Date().toISOString()));
    try {
      await vi.advanceTimersByTimeAsync(48 * 3_600_000);
    } finally {
      end();
      vi.useRealTimers();
    }
    expect(fired).toEqual(expected);
  });
});

function daysFrom(first: string, count: number): readonly Temporal.PlainDate[] {
  return Array.from({ length: count }, (_, after) => Temporal.PlainDate.from(first).add({ days: after }));
}

async function withdraw(journey: Journey, requester: string): Promise<void> {
  const { reference } = await theCase(journey, requester);
  const outcome = await commandCase(journey.context, reference, () => ({ type: 'withdraw', by: staffId(journey) }));
  expect(outcome.done).toBe(true);
}

/** What no program may do, a broken disk can. */
async function losePlaces({ context, config }: Journey): Promise<void> {
  const lose = 'do $$ begin alter table places disable trigger places_stay; delete from places; end $$';
  if (config.database.kind === 'embedded') await context.db.query.execute(sql.raw(lose));
  else await asOwner(config.database.migrateUrl ?? '', lose);
}
