// What the house notices by itself: a mailbox that is away, silent or emptied, and a digest that did not arrive.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { alarmsIn } from '../../src/store/alarms.ts';
import { noteRound } from '../../src/store/workers.ts';
import { beginDay } from '../../src/worker/begin-day.ts';
import { deliver } from '../../src/worker/deliver.ts';
import { createHouseWatch } from '../../src/worker/watch-house.ts';
import { write } from '../journey/steps.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';

atEveryPlace((house) => {
  test('a mailbox that no worker reads is away at the third look, until one does', async () => {
    const journey = await house.open();
    const { clock, context } = journey;
    const watch = createHouseWatch(context);
    const round = () => noteRound(context.db, 'another', clock.now().toString(), '2026-01-12');
    await round();
    clock.forward({ minutes: 14 });
    await watch.look();
    clock.forward({ minutes: 1 });
    await watch.look();
    await watch.look();
    expect(await lasting(journey)).toEqual([]);
    await watch.look();
    expect(await lasting(journey)).toEqual(['mailbox-away']);
    await round();
    await watch.look();
    expect(await lasting(journey)).toEqual([]);
  });

  test('a mailbox is silent after twice its longest pause, and not where there is little mail', async () => {
    const journey = await house.open();
    const { clock, context } = journey;
    const watch = createHouseWatch(context);
    // One every six hours, so that the half day of silence counts, and then one pause of ten hours.
    await plant(journey, 49, 6, 10);
    clock.forward({ hours: 72 });
    await watch.look();
    expect(await lasting(journey)).not.toContain('mailbox-silent');
    clock.forward({ hours: -72 });
    await plant(journey, 1, 1, 0);
    clock.forward({ hours: 19, minutes: 59 });
    await watch.look();
    expect(await lasting(journey)).not.toContain('mailbox-silent');
    clock.forward({ minutes: 1 });
    await watch.look();
    expect(await lasting(journey)).toContain('mailbox-silent');
    await plant(journey, 1, 1, 0);
    await watch.look();
    expect(await lasting(journey)).not.toContain('mailbox-silent');
  });

  test('messages that go before they are read: five on a day, and over after a morning without any', async () => {
    const journey = await house.open();
    const { clock, context } = journey;
    const watch = createHouseWatch(context);
    await write(journey, 'vraag@post.example', 'Wat kost een nummer in Belgie?');
    const vanish = (count: number) =>
      context.db.query.execute(sql`update folders set vanished_count = vanished_count + ${count} where role = 'inbox'`);
    await vanish(20);
    await watch.look();
    await vanish(4);
    await watch.look();
    expect(await lasting(journey)).toEqual([]);
    await vanish(1);
    await watch.look();
    expect(await lasting(journey)).toEqual(['mailbox-emptied']);
    const at = async (instant: string) => {
      clock.set(instant);
      await noteRound(context.db, 'another', instant, instant.slice(0, 10));
      await watch.look();
      return (await lasting(journey)).filter((code) => code === 'mailbox-emptied');
    };
    expect(await at('2026-01-13T00:01:00+01:00')).toEqual(['mailbox-emptied']);
    expect(await at('2026-01-13T11:59:00+01:00')).toEqual(['mailbox-emptied']);
    expect(await at('2026-01-13T12:00:00+01:00')).toEqual([]);
  });

  test('a digest that is not there an hour after its time, or that no server takes; over when one arrives', async () => {
    const journey = await house.open();
    const { clock, context } = journey;
    const watch = createHouseWatch(context);
    const at = async (instant: string) => {
      clock.set(instant);
      await noteRound(context.db, 'another', instant, instant.slice(0, 10));
      await watch.look();
      return lasting(journey);
    };
    // On the first day, and on a Sunday, there is none to miss.
    expect(await at('2026-01-12T12:00:00+01:00')).toEqual([]);
    expect(await at('2027-01-10T12:00:00+01:00')).toEqual([]);
    expect(await at('2027-01-12T08:59:00+01:00')).toEqual([]);
    expect(await at('2027-01-12T09:00:00+01:00')).toEqual(['digest-missing']);
    await beginDay(context);
    // Written, and to leave: nobody knows yet. By the database's clock it was written long ago.
    journey.onLetter(() => ({ code: 451 }));
    await deliver(context, journey.doors.transport, journey.doors.mailbox);
    expect(await at('2027-01-12T09:30:00+01:00')).toEqual(['digest-missing']);
    expect(await at('2027-01-13T00:30:00+01:00')).toEqual(['digest-missing']);
    journey.onLetter(() => 'accept');
    await at('2027-01-13T08:00:00+01:00');
    await beginDay(context);
    await deliver(context, journey.doors.transport, journey.doors.mailbox);
    expect(await at('2027-01-13T09:00:00+01:00')).toEqual([]);
  });
});

async function lasting({ context, clock }: Journey): Promise<readonly string[]> {
  const all = await alarmsIn(context.db.query, { from: '2020-01-01T00:00:00Z', to: clock.now().add({ hours: 1 }).toString() });
  return all.flatMap(({ code, endedAt }) => (endedAt === null ? [code] : []));
}

/** Messages as they stand in their rows, every `hours`, the last one now; before them a pause. */
async function plant({ context, clock }: Journey, count: number, hours: number, pause: number): Promise<void> {
  const offsets = Array.from({ length: count }, (_, index) => index * hours + (index > 0 ? Math.max(0, pause - hours) : 0));
  for (const offset of offsets)
    await context.db.query.execute(sql`insert into messages (id, fingerprint, received_at, size, truncated, folder_role, before_go_live, key_id)
      values (gen_random_uuid(), uuid_send(gen_random_uuid()), ${clock.now().subtract({ hours: offset }).toString()}, 1, false, 'inbox', false, gen_random_uuid())`);
}
