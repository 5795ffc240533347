// Telling the second channel: ten workers tell once, a channel that is away is told later, and nothing personal leaves.
import { expect, test } from 'vitest';
import { createAlertDoor } from '../../src/outbox/alert.ts';
import { endAlarm, raiseAlarm } from '../../src/store/alarms.ts';
import { tellAlarms } from '../../src/worker/tell-alarms.ts';
import { tenWorkers, write } from '../journey/steps.ts';
import { startAlertServer } from '../support/alert-server.ts';
import { atEveryPlace } from '../support/ground.ts';

atEveryPlace((house) => {
  test('ten workers at the same second tell once, in the language of our people, and once more when it is over', async () => {
    const server = await startAlertServer();
    const journey = await house.open({ environment: { ALERT_URL: server.url } });
    const workers = await tenWorkers(journey);
    const tell = async () => {
      const told = await Promise.all(workers.map((context) => tellAlarms(context, journey.doors.alert)));
      return told.reduce((sum, one) => sum + one, 0);
    };
    const now = () => journey.clock.now().toString();
    await raiseAlarm(journey.context.db.query, 'mailbox-away', '', now());
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
    journey.clock.forward({ minutes: 20 });
    await endAlarm(journey.context.db.query, 'mailbox-away', '', now());
    expect(await tell()).toBe(1);
    expect(await tell()).toBe(0);
    expect(server.bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
      {
        text: expect.stringMatching(/^Tijdig: De mailbox wordt niet meer gelezen\. .* Sinds 2026-01-12 10:00\.$/),
        code: 'mailbox-away',
        at: '2026-01-12T09:00:00Z',
        state: 'began',
      },
      {
        text: 'Tijdig: De mailbox wordt weer gelezen. Het duurde van 2026-01-12 10:00 tot 2026-01-12 10:20.',
        code: 'mailbox-away',
        at: '2026-01-12T09:20:00Z',
        state: 'over',
      },
    ]);
  });

  test('a channel that fails is told again later, and the log says so without its address', async () => {
    const server = await startAlertServer();
    const journey = await house.open({ environment: { ALERT_URL: server.url } });
    server.answer(500);
    await raiseAlarm(journey.context.db.query, 'authority', 'T-4827-3915-1', journey.clock.now().toString());
    await journey.settle();
    expect(server.bodies).toHaveLength(1);
    server.answer(200);
    await journey.settle();
    expect(server.bodies).toHaveLength(1);
    journey.clock.forward({ seconds: 30 });
    await journey.settle();
    journey.clock.forward({ hours: 5 });
    await journey.settle();
    expect(server.bodies).toHaveLength(2);
    expect(JSON.parse(server.bodies[1] ?? '')).toMatchObject({
      about: 'T-4827-3915-1',
      text: expect.stringContaining('(T-4827-3915-1)'),
    });
    const logged = journey.logged.join('\n');
    expect(logged).toContain('status-500');
    expect(logged).not.toContain('/hook/secret');
  });

  test('what it is told holds nothing of a customer; without the setting nobody is told', async () => {
    const server = await startAlertServer();
    const journey = await house.open();
    await write(journey, 'kanarie@post.example', 'Verwijder mijn account. Bel mij op 06 12345678.');
    const { context } = journey;
    for (const code of ['mailbox-away', 'mailbox-silent', 'mailbox-emptied', 'digest-missing', 'authority', 'audit-cut'] as const)
      await raiseAlarm(context.db.query, code, '', journey.clock.now().toString());
    expect(journey.doors.alert).toBeNull();
    await journey.settle();
    expect(server.bodies).toEqual([]);
    expect(await tellAlarms(context, createAlertDoor(server.url))).toBe(6);
    const told = server.bodies.join('\n');
    for (const secret of ['kanarie', 'post.example', 'hulp@', '12345678', '@']) expect(told).not.toContain(secret);
    expect(told).not.toContain('%');
  });
});
