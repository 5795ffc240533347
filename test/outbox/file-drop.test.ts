import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFileDrop } from '../../src/outbox/file-drop.ts';

const envelope = { from: 'hulp@shop.example', to: ['klant@mail.example'] };
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tijdig-drop-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('leaves one whole file a letter, however often it is dropped', async () => {
  const path = join(folder, 'outbox');
  const drop = createFileDrop({ path });
  const raw = Buffer.from('Subject: x\r\n\r\né\0');
  expect(await drop.send('l-1', envelope, raw)).toEqual({ outcome: 'accepted' });
  expect(await drop.send('l-1', envelope, raw)).toEqual({ outcome: 'accepted' });
  expect(await drop.send('l-2', envelope, raw)).toEqual({ outcome: 'accepted' });
  expect((await readdir(path)).sort()).toEqual(['l-1.eml', 'l-2.eml']);
  expect((await readFile(join(path, 'l-1.eml'))).equals(raw)).toBe(true);
});

it.each(['../x', 'a/b', '', '.', 'x'.repeat(101)])('takes no file name that leads elsewhere: %j', async (id) => {
  expect(await createFileDrop({ path: folder }).send(id, envelope, Buffer.from('x'))).toEqual({
    outcome: 'refused',
    retry: 'never',
    code: 'unusable-id',
  });
  expect(await readdir(folder)).toEqual([]);
});

it('refuses for now when the folder cannot be made', async () => {
  await writeFile(join(folder, 'file'), '');
  const drop = createFileDrop({ path: join(folder, 'file', 'outbox') });
  expect(await drop.send('l-1', envelope, Buffer.from('x'))).toEqual({ outcome: 'refused', retry: 'later', code: 'disk-enotdir' });
  await expect(drop.verify()).rejects.toMatchObject({ code: 'outbox-unwritable', retry: 'later' });
});

it('forgets a letter by removing its file and no other; one that is gone already is no trouble', async () => {
  const drop = createFileDrop({ path: folder });
  await drop.send('l-1', envelope, Buffer.from('x'));
  await drop.send('l-2', envelope, Buffer.from('x'));
  await writeFile(join(folder, '.l-1.eml.part'), 'half');
  await drop.forget('l-1');
  await drop.forget('l-1');
  await drop.forget('../l-2');
  expect(await readdir(folder)).toEqual(['l-2.eml']);
});
