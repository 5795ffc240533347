// Alarms in the database: each once while it lasts, told once by ten workers, and told again when it is over.
import { expect, test } from 'vitest';
import { alarmsIn, claimUntold, endAlarm, noteTold, raiseAlarm } from '../../src/store/alarms.ts';
import { onEveryDatabase } from '../support/stores.ts';

const at = (minute: number) => `2026-01-13T07:${String(minute).padStart(2, '0')}:00Z`;

onEveryDatabase((databases) => {
  test('raised by ten at once it begins once, for each thing it is about', async () => {
    const { db } = await databases.open();
    const raised = await Promise.all(Array.from({ length: 10 }, () => raiseAlarm(db.query, 'mailbox-away', '', at(0))));
    expect(raised.filter(Boolean)).toHaveLength(1);
    expect(await raiseAlarm(db.query, 'authority', 'T-1', at(0))).toBe(true);
    expect(await raiseAlarm(db.query, 'authority', 'T-2', at(0))).toBe(true);
    expect(await raiseAlarm(db.query, 'authority-waiting', 'T-2', at(1))).toBe(true);
    await endAlarm(db.query, 'mailbox-away', '', at(5));
    await raiseAlarm(db.query, 'digest-missing', '2026-01-13', at(7));
    const span = (from: number, to: number) => alarmsIn(db.query, { from: at(from), to: at(to) });
    const away = { code: 'mailbox-away', at: at(0), endedAt: at(5) };
    const missing = { code: 'digest-missing', at: at(7), endedAt: null };
    expect(await span(0, 9)).toEqual([away, missing]);
    expect(await span(5, 7)).toEqual([away]);
    expect(await span(6, 8)).toEqual([missing]);
    expect(await span(20, 30)).toEqual([missing]);
  });

  test('ten workers claim each once; an attempt that came to nothing is made again after half a minute, then a minute', async () => {
    const { db } = await databases.open();
    await raiseAlarm(db.query, 'mailbox-away', '', at(0));
    const claimed = (await Promise.all(Array.from({ length: 10 }, () => claimUntold(db, at(0))))).flat();
    expect(claimed).toMatchObject([{ code: 'mailbox-away', about: '', since: at(0), endedAt: null, attempts: 1 }]);
    expect(await claimUntold(db, '2026-01-13T07:00:29Z')).toEqual([]);
    expect(await claimUntold(db, '2026-01-13T07:00:30Z')).toMatchObject([{ attempts: 2 }]);
    expect(await claimUntold(db, '2026-01-13T07:01:29Z')).toEqual([]);
    expect(await claimUntold(db, '2026-01-13T07:01:30Z')).toMatchObject([{ attempts: 3 }]);
  });

  test('told, it is told no more until it is over, and then once', async () => {
    const { db } = await databases.open();
    await raiseAlarm(db.query, 'mailbox-away', '', at(0));
    const [began] = await claimUntold(db, at(1));
    if (began === undefined) throw new Error('nothing was claimed');
    await noteTold(db, began, at(1));
    expect(await claimUntold(db, at(50))).toEqual([]);
    expect(await raiseAlarm(db.query, 'mailbox-away', '', at(2))).toBe(false);
    // In the very instant in which it was told.
    expect(await endAlarm(db.query, 'mailbox-away', '', at(1))).toBe(true);
    const [over] = await claimUntold(db, at(3));
    if (over === undefined) throw new Error('nothing was claimed');
    expect(over).toMatchObject({ since: at(0), endedAt: at(1) });
    await noteTold(db, over, at(3));
    expect(await claimUntold(db, at(59))).toEqual([]);
    expect(await endAlarm(db.query, 'mailbox-away', '', at(4))).toBe(false);
    expect(await raiseAlarm(db.query, 'mailbox-away', '', at(5))).toBe(true);
  });

  test('an end that comes while the beginning is told is not lost', async () => {
    const { db } = await databases.open();
    await raiseAlarm(db.query, 'mailbox-emptied', '2026-01-13', at(0));
    const [began] = await claimUntold(db, at(1));
    await endAlarm(db.query, 'mailbox-emptied', '2026-01-13', at(1));
    if (began === undefined) throw new Error('nothing was claimed');
    await noteTold(db, began, at(2));
    expect(await claimUntold(db, at(3))).toMatchObject([{ endedAt: at(1) }]);
  });

  test('what began and ended unheard is told for a day; ending one spares the others of its code', async () => {
    const { db } = await databases.open();
    await raiseAlarm(db.query, 'digest-missing', '2026-01-12', at(0));
    await raiseAlarm(db.query, 'digest-missing', '2026-01-13', at(0));
    expect(await endAlarm(db.query, 'digest-missing', '2026-01-12', at(1))).toBe(true);
    expect((await claimUntold(db, '2026-01-14T07:00:59Z')).map(({ about }) => about).sort()).toEqual(['2026-01-12', '2026-01-13']);
    expect((await claimUntold(db, '2026-01-14T08:00:00Z')).map(({ about }) => about)).toEqual(['2026-01-13']);
  });
});
