import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFileDirectory } from '../../src/directory/file-directory.ts';

function fileOf(content: string): { readonly path: string; write(content: string, second: number): void } {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-customers-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'customers.csv');
  writeFileSync(path, content);
  return {
    path,
    write(changed, second) {
      writeFileSync(path, changed);
      utimesSync(path, second, second);
    },
  };
}

const header = 'Name,address,CustomerId,addressesOnFile,language';

test('a customer is found by each of their addresses, without case, columns in any order', async () => {
  const { path } = fileOf(
    `\uFEFF${header}\r\n"De Klant, A.",Anna@Post.example,K-1,"anna@werk.example; a.klant@münchen.example",nl\r\n,b@post.example,K-2,,\r\n`,
  );
  const directory = createFileDirectory(path);
  const customer = {
    customerId: 'K-1',
    addresses: ['anna@post.example', 'anna@werk.example', 'a.klant@xn--mnchen-3ya.example'],
    language: 'nl',
    name: 'De Klant, A.',
  };
  for (const address of ['anna@post.example', ' ANNA@werk.EXAMPLE ', 'a.klant@münchen.example'])
    expect(await directory.lookUp(address)).toEqual(customer);
  expect(await directory.lookUp('b@post.example')).toEqual({
    customerId: 'K-2',
    addresses: ['b@post.example'],
    language: null,
    name: null,
  });
  for (const nobody of ['c@post.example', 'anna', '', 'anna@post.example, b@post.example'])
    expect(await directory.lookUp(nobody)).toBeNull();
});

test('several rows of one customer are one; an address of two customers says nothing', async () => {
  const rows = [
    'a@x.example,K-1,',
    'b@x.example,K-1,',
    'c@x.example,K-2,shared@x.example',
    'd@x.example,K-3,shared@x.example',
    'e@x.example,K-3,b@x.example',
  ];
  const directory = createFileDirectory(fileOf(`address,customerid,addressesonfile\n${rows.join('\n')}\n`).path);
  expect((await directory.lookUp('c@x.example'))?.customerId).toBe('K-2');
  expect((await directory.lookUp('d@x.example'))?.customerId).toBe('K-3');
  expect(await directory.lookUp('shared@x.example')).toBeNull();
  expect(await directory.lookUp('b@x.example')).toBeNull();
  expect((await directory.lookUp('a@x.example'))?.customerId).toBe('K-1');
});

test('a changed file is read again', async () => {
  const file = fileOf('address,customerId\na@x.example,K-1\n');
  const directory = createFileDirectory(file.path);
  expect((await directory.lookUp('a@x.example'))?.customerId).toBe('K-1');
  file.write('address,customerId\na@x.example,K-2\n', 1_800_000_000);
  expect((await directory.lookUp('a@x.example'))?.customerId).toBe('K-2');
  file.write('address,customerId\nb@x.example,K-2\n', 1_800_000_001);
  expect(await directory.lookUp('a@x.example')).toBeNull();
});

test.each([
  ['nothing there', null, 'directory-away'],
  ['no such column', 'mail,customerId\na@x.example,K-1\n', 'directory-answer'],
  ['half a file', 'address,customerId\n"a@x.example,K-1\n', 'directory-answer'],
])('%s is an expected failure that names nobody', async (_, content, code) => {
  const directory = createFileDirectory(content === null ? '/nowhere/customers.csv' : fileOf(content).path);
  const failure = await directory.lookUp('a@x.example').catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'ExpectedError', code, retry: 'later' });
  expect(String(failure)).not.toContain('a@x');
});
