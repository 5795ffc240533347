// 1,000 messages through real servers: exactly the right cases and acknowledgements, nothing
// more when it is done again, and a mailbox that nobody touched.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import { listCases } from '../../src/store/cases.ts';
import { openSiteKeys } from '../../src/store/keys.ts';
import { openDoors, openHouse } from '../../src/worker/assemble.ts';
import { runOnce } from '../../src/worker/run.ts';
import { findDovecot } from '../support/dovecot.ts';
import { generateMessages } from '../support/generate.ts';
import { findPostgres } from '../support/postgres.ts';
import { skipOrFail } from '../support/servers.ts';
import { fourZeros, readOutcome } from './outcome.ts';
import { type Site, startSite, user } from './site.ts';

const count = 1_000;

describe('many messages', () => {
  let site: Site | null = null;
  beforeAll(async () => {
    if (findDovecot() !== null && findPostgres() !== null) site = await startSite({ database: 'server' });
  });
  afterAll(() => site?.stop());

  it(`${count} messages open exactly their cases and get exactly their acknowledgements`, async (context) => {
    if (site === null) return skipOrFail(context, 'Dovecot or PostgreSQL is not installed');
    const messages = generateMessages({ count });
    const deliveries = messages.flatMap((message) => message.deliveries);
    await site.dovecot.deliver(deliveries, [user]);
    await site.dovecot.flag(user, '3:9', ['\\Seen']);
    await site.dovecot.flag(user, '7:12', ['\\Flagged', 'behandeld']);
    const flags = await site.dovecot.flags(user);

    const first = await run(site);
    expect(first.read).toBe(count);
    expect(first.triaged).toBe(count);
    const db = await site.openDb();
    try {
      expect(await readOutcome(site, db, messages)).toEqual(fourZeros);
      const letters = site.sink.rows().length;
      expect(letters).toBe(messages.filter((message) => message.acknowledged).length);
      // Our own letters have come to lie in the Sent folder meanwhile: seen once, as what they are.
      expect(await run(site)).toEqual({ read: letters, triaged: letters, attempted: 0, failed: 0 });
      expect(await run(site)).toEqual({ read: 0, triaged: 0, attempted: 0, failed: 0 });
      expect(await readOutcome(site, db, messages)).toEqual(fourZeros);
      expect(site.sink.rows()).toHaveLength(letters);
    } finally {
      await db.close();
    }
    expect(await site.dovecot.flags(user)).toEqual(flags);
    expect(flags.filter((line) => line.includes('\\Seen'))).toHaveLength(7);
  });

  it('twelve messages of one sender at once: each sees the one before, and five are acknowledged', async (context) => {
    if (site === null) return skipOrFail(context, 'Dovecot or PostgreSQL is not installed');
    const from = 'veel@klanten.example';
    const lines = (number: number) => [
      `From: ${from}`,
      'To: support@bedrijf.example',
      `Subject: Account ${number}`,
      `Message-ID: <veel-${number}@klanten.example>`,
      '',
      `Graag wil ik dat u mijn account ${number} verwijdert.`,
      '',
    ];
    await site.dovecot.deliver(
      Array.from({ length: 12 }, (_, number) => Buffer.from(lines(number).join('\r\n'))),
      [user],
    );
    expect(await run(site)).toMatchObject({ read: 12, triaged: 12 });
    expect(site.sink.rows().filter((row) => row.to.includes(from))).toHaveLength(5);
    const db = await site.openDb();
    try {
      const { subKeys } = await openSiteKeys(db, { present: site.config().secretKey ?? new Uint8Array(), others: [] });
      const all = await listCases(db.query, subKeys, {});
      const attention = all.filter((one) => one.requester === from).map((one) => one.state.attention);
      expect(attention).toHaveLength(12);
      expect(attention.filter((one) => one.includes('possible-repeat'))).toHaveLength(11);
      expect(attention.filter((one) => one.includes('acknowledgement-withheld'))).toHaveLength(7);
    } finally {
      await db.close();
    }
  });
});

async function run(site: Site) {
  const config = site.config();
  const house = await openHouse(config, systemClock, silentLog);
  const doors = openDoors(config, systemClock, silentLog);
  try {
    return await runOnce(house.context, doors);
  } finally {
    await doors.close();
    await house.close();
  }
}
