// The door of the second channel, against a real web server: what is sent, and every way it may fail.
import { expect, test } from 'vitest';
import { createAlertDoor } from '../../src/outbox/alert.ts';
import { startAlertServer } from '../support/alert-server.ts';

const alert = {
  text: 'Tijdig: de mailbox wordt niet meer gelezen.',
  code: 'mailbox-away',
  at: '2026-01-13T07:00:00Z',
  state: 'began',
} as const;

test('sends words and a code, and nothing else', async () => {
  const server = await startAlertServer();
  expect(await createAlertDoor(server.url)(alert)).toEqual({ told: true });
  expect(server.bodies.map((body) => JSON.parse(body) as unknown)).toEqual([alert]);
});

test.each([500, 404, 302, 429])('an answer of %i is not taken for yes', async (status) => {
  const server = await startAlertServer();
  server.answer(status);
  expect(await createAlertDoor(server.url)(alert)).toEqual({ told: false, code: status === 302 ? 'unreachable' : `status-${status}` });
  expect(server.bodies).toHaveLength(1);
});

test('a channel that does not answer, or is not there, is no error', async () => {
  const server = await startAlertServer();
  server.answer(null);
  expect(await createAlertDoor(server.url, 100)(alert)).toEqual({ told: false, code: 'no-answer' });
  expect(await createAlertDoor('http://127.0.0.1:1/')(alert)).toEqual({ told: false, code: 'unreachable' });
});
