// What a start tells whoever ran it: where the staff pages are, and how to get in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startTijdig } from '../support/tijdig.ts';

test('the first start names the pages, and who could sign in: nobody; then by command, then by mail', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told = async (settings: Readonly<Record<string, string>>) => {
    const started = await startTijdig(folder, { CONSOLE_PORT: '0', ...settings });
    await expect.poll(started.out).toContain('Next, in another terminal');
    expect(await started.interrupt()).toBe(0);
    return started.out();
  };
  const first = await told({});
  expect(first).toMatch(/^Next, in a browser: http:\/\/127\.0\.0\.1:\d+$/m);
  expect(first).toMatch(/^ {2}Nobody can sign in yet: .*\n {4}STAFF=anna@example\.com,bram@example\.com$/m);
  const people = { STAFF: 'anna@example.com,bram@example.com' };
  expect(await told(people)).toContain('npx tijdig sign-in YOUR-ADDRESS');
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'support@example.com' };
  expect(await told({ ...people, ...mail })).toContain('the code comes by mail.');
  expect(await told({ ...people, CONSOLE_PORT: 'off' })).not.toContain('in a browser');
});
