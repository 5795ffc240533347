// A day began: warnings, escalations and what is overdue, each on its working day, once, to whom it concerns.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { changeStaff } from '../../src/store/staff.ts';
import { beginDay } from '../../src/worker/begin-day.ts';
import type { Context } from '../../src/worker/context.ts';
import { recomputeWhenChanged } from '../../src/worker/recompute-dates.ts';
import { sendDigest } from '../../src/worker/send-digest.ts';
import { commandCase } from '../../src/worker/staff-commands.ts';
import { watchDueDates } from '../../src/worker/watch-due-dates.ts';
import { anna, newest, staffId, tenWorkers, theCase, write } from '../journey/steps.ts';
import { linesOf, runIn } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';

const [bram, marit] = ['bram@winkel.example', 'marit@winkel.example'];
const two = { STAFF: `${anna},${bram}`, MANAGERS: marit };

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const refund = 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.';
const copy = 'Ik verzoek u om een kopie van alle persoonsgegevens die u van mij bewaart.';

/** References of the cases alerted so far, a reference for each letter. */
async function alerted({ context }: Journey): Promise<readonly string[]> {
  const found = await rows<{ reference: string }>(
    context.db.query,
    sql`select c.reference from letters l join letter_cases lc on lc.letter_id = l.id join cases c on c.id = lc.case_id
        where l.kind = 'due-alert' order by l.written_at`,
  );
  return found.map(({ reference }) => reference);
}

/** Alerts somebody got. */
function alertsTo(journey: Journey, address: string): readonly string[] {
  const first = ['Let op de datum', 'Dringend', 'Termijn verstreken'];
  return journey
    .lettersTo(address)
    .flatMap(({ subject }) => first.filter((one) => subject.startsWith(`${one}: `)).map((one) => `${one} ${/T-\S+\d/.exec(subject)?.[0]}`))
    .sort();
}

async function assign(journey: Journey, reference: string, to: string): Promise<void> {
  const outcome = await commandCase(journey.context, reference, () => ({ type: 'assign', to: staffId(journey, to), by: staffId(journey) }));
  expect(outcome.done).toBe(true);
}

atEveryPlace((house) => {
  test('each on its working day and on no other, once with ten watchers at once', async () => {
    const journey = await house.open({ start: '2026-01-10T12:00:00+01:00' });
    const { clock } = journey;
    // Saturday: fourteen days, due on Saturday the 24th; warned 4 and escalated 1 working days before.
    await write(journey, 'zaterdag@post.example', refund);
    clock.set('2026-01-12T10:00:00+01:00');
    // Monday: thirty days, due on Wednesday 11 February; warned 7 and escalated 2 working days before.
    await write(journey, 'maandag@post.example', deletion);
    const [short, long] = [await theCase(journey, 'zaterdag@post.example'), await theCase(journey, 'maandag@post.example')];
    expect([short.dueOn, short.actByOn, long.dueOn, long.actByOn]).toEqual(['2026-01-24', '2026-01-23', '2026-02-11', '2026-02-11']);
    const watchers = await tenWorkers(journey);
    const said: string[] = [];
    for (let day = Temporal.PlainDate.from('2026-01-12'); day.toString() <= '2026-02-16'; day = day.add({ days: 1 })) {
      for (const hour of ['07:59', '08:00']) {
        clock.set(day.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: hour }).toInstant());
        const before = await alerted(journey);
        const changed = await Promise.all(watchers.map((context) => watchDueDates(context)));
        const fresh = (await alerted(journey)).slice(before.length);
        // Whoever comes second finds nothing left to do.
        expect(changed.filter((one) => one.changed > 0).length).toBeLessThanOrEqual(fresh.length);
        for (const reference of fresh) said.push(`${day} ${hour} ${reference === short.reference ? 'refund' : 'deletion'}`);
      }
    }
    expect(said).toEqual([
      '2026-01-20 08:00 refund',
      '2026-01-23 08:00 refund',
      '2026-01-26 08:00 refund',
      '2026-02-02 08:00 deletion',
      '2026-02-09 08:00 deletion',
      '2026-02-12 08:00 deletion',
    ]);
    await journey.settle();
    // Staff are warned; what is urgent or late goes to the managers of a case that is nobody's.
    expect(alertsTo(journey, anna)).toEqual([short, long].map(({ reference }) => `Let op de datum ${reference}`).sort());
    expect(alertsTo(journey, marit)).toEqual(
      [short, long].flatMap(({ reference }) => [`Dringend ${reference}`, `Termijn verstreken ${reference}`]).sort(),
    );
    const { events } = await journey.show(long.reference);
    expect(events.map(({ type }) => type).filter((type) => type.startsWith('due-'))).toEqual(['due-warned', 'due-escalated', 'due-passed']);
  });

  test('whoever slept through the hours says the weightiest thing alone, when awake, and never at a weekend', async () => {
    const journey = await house.open();
    const { clock } = journey;
    await write(journey, 'slaap@post.example', deletion);
    const { reference } = await theCase(journey, 'slaap@post.example');
    clock.set('2026-02-10T15:30:00+01:00');
    await beginDay(journey.context);
    await beginDay(journey.context);
    await journey.settle();
    expect(alertsTo(journey, anna)).toEqual([]);
    expect(alertsTo(journey, marit)).toEqual([`Dringend ${reference}`]);
    expect(journey.lettersTo(marit).filter(({ subject }) => subject.includes('Dagoverzicht dinsdag 10 februari'))).toHaveLength(1);
    expect(
      journey.lettersTo(anna).filter(({ subject }) => subject.startsWith('Vandaag, dinsdag 10 februari 2026: 1 dossier')),
    ).toHaveLength(1);
    // Due on Wednesday the 11th; asleep on Thursday and Friday.
    for (const [at, count] of [
      ['2026-02-11T23:59:00+01:00', 1],
      ['2026-02-14T12:00:00+01:00', 1],
      ['2026-02-15T12:00:00+01:00', 1],
      ['2026-02-16T07:59:00+01:00', 1],
      ['2026-02-16T08:00:00+01:00', 2],
      ['2026-02-17T08:00:00+01:00', 2],
    ] as const) {
      clock.set(at);
      await watchDueDates(journey.context);
      expect([at, (await alerted(journey)).length]).toEqual([at, count]);
    }
  });

  test('an assigned case concerns one colleague, whose stand-in hears of it until the absence has passed', async () => {
    const journey = await house.open({ environment: two });
    const { clock, context } = journey;
    await write(journey, 'toegewezen@post.example', deletion);
    const { reference } = await theCase(journey, 'toegewezen@post.example');
    await assign(journey, reference, bram);
    // Away over the weekend and the Monday of the warning.
    await changeStaff(context.db, staffId(journey, bram), { awayUntil: '2026-02-02', standInId: staffId(journey) });
    clock.set('2026-02-02T08:00:00+01:00');
    await watchDueDates(context);
    clock.set('2026-02-09T08:00:00+01:00');
    await watchDueDates(context);
    await journey.settle();
    expect(alertsTo(journey, anna)).toEqual([`Let op de datum ${reference}`]);
    expect(alertsTo(journey, bram)).toEqual([`Dringend ${reference}`]);
    expect(alertsTo(journey, marit)).toEqual([`Dringend ${reference}`]);
  });

  test('where there is no manager staff hear what is urgent', async () => {
    const journey = await house.open({ environment: { STAFF: anna, MANAGERS: '' } });
    await write(journey, 'zonder@post.example', deletion);
    journey.clock.set('2026-02-09T08:00:00+01:00');
    await watchDueDates(journey.context);
    await journey.settle();
    expect(alertsTo(journey, anna)).toHaveLength(1);
  });

  test('changed holidays move the dates of exactly the cases they touch, once, and the digest says which', async () => {
    const journey = await house.open();
    const { clock, context } = journey;
    for (const [from, text] of [
      ['wissen@post.example', deletion],
      ['geld@post.example', refund],
      ['kopie@post.example', copy],
    ] as const)
      await write(journey, from, text);
    const [wiped, paid, copied] = [
      await theCase(journey, 'wissen@post.example'),
      await theCase(journey, 'geld@post.example'),
      await theCase(journey, 'kopie@post.example'),
    ];
    expect([wiped.dueOn, paid.dueOn, copied.dueOn]).toEqual(['2026-02-11', '2026-01-26', '2026-02-12']);
    await recomputeWhenChanged(context);
    const extra = ['2026-02-11', '2026-02-12'].map((on) => ({ on, ours: true, name: { nl: 'Kroning', en: 'Coronation' } }));
    const watchers = (await tenWorkers(journey)).map((one): Context => ({ ...one, holidays: [...one.holidays, ...extra] }));
    await Promise.all(watchers.map(recomputeWhenChanged));
    await Promise.all(watchers.map(recomputeWhenChanged));
    const moved = async (reference: string) => (await journey.show(reference)).events.filter(({ type }) => type === 'dates-changed').length;
    expect([await moved(wiped.reference), await moved(paid.reference), await moved(copied.reference)]).toEqual([1, 0, 1]);
    const after = await Promise.all(['wissen@post.example', 'geld@post.example', 'kopie@post.example'].map((one) => theCase(journey, one)));
    expect(after.map(({ dueOn, actByOn }) => `${dueOn} ${actByOn}`)).toEqual([
      '2026-02-11 2026-02-10',
      '2026-01-26 2026-01-26',
      '2026-02-13 2026-02-13',
    ]);

    const later = { on: '2026-02-13', ours: true, name: { nl: 'Kroning', en: 'Coronation' } };
    const again = { ...context, holidays: [...context.holidays, ...extra, later] };
    // The deletion is due by our promise, which stays; the law's date behind it moves.
    expect(linesOf(await runIn(again, 'holidays --recompute --json'))).toMatchObject([
      {
        reference: wiped.reference,
        from: { dueOn: '2026-02-11', legalOn: '2026-02-13' },
        to: { dueOn: '2026-02-11', legalOn: '2026-02-16' },
      },
      { reference: copied.reference, from: { dueOn: '2026-02-13' }, to: { dueOn: '2026-02-16', actByOn: '2026-02-16' } },
    ]);
    expect((await runIn(again, 'holidays --recompute')).out).toBe('No date moved.\n');
    expect((await runIn(again, 'holidays')).out).toMatch(/2026-02-13 +Coronation +everybody\n/);

    clock.set('2026-01-13T08:00:00+01:00');
    await sendDigest(context);
    await journey.settle();
    const { text } = newest(journey.lettersTo(marit));
    expect(text).toContain('uiterlijk vr 13 feb, was do 12 feb');
    expect(text).toContain('laatste werkdag di 10 feb, was wo 11 feb');
    expect(text.match(/datum verschoven door gewijzigde feestdagen/g)).toHaveLength(3);
  });
});
