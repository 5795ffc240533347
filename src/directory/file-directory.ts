/**
 * DOOR to a customer list in a file (CSV, RFC 4180). The header row names the columns, in any order and case: `address`
 * and `customerId` must be there, `addressesOnFile` (separated by semicolons), `language` and `name` may. Looked at for
 * every question and read again when its size or time of change differs. Never written to; nothing of it is logged.
 * A file that cannot be read or understood is an `ExpectedError`; it is tried again at the next question.
 */
import { readFile, stat } from 'node:fs/promises';
import { ExpectedError } from '../errors.ts';
import { normalAddress } from './address.ts';
import { readCsv } from './csv.ts';
import type { Customer, Directory } from './directory.ts';

/** Bytes of the largest file that is read: some million customers. */
const largest = 256 * 1024 * 1024;

/** By address; `several`: more than one customer has it, so that it says nothing. */
type Index = ReadonlyMap<string, Customer | 'several'>;

export function createFileDirectory(path: string): Directory {
  let known: { readonly mark: string; readonly index: Index } | null = null;
  async function current(): Promise<Index> {
    const mark = await markOf(path);
    if (known?.mark !== mark) known = { mark, index: await readIndex(path) };
    return known.index;
  }
  return {
    async lookUp(address) {
      const normal = normalAddress(address);
      const found = normal === null ? undefined : (await current()).get(normal);
      return found === undefined || found === 'several' ? null : found;
    },
  };
}

async function markOf(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path).catch(unreadable);
  if (size > largest) throw unusable('is larger than 256 MB');
  return `${size} ${mtimeMs} ${ino}`;
}

async function readIndex(path: string): Promise<Index> {
  const rows = readCsv(await readFile(path, 'utf8').catch(unreadable));
  if (rows === null) throw unusable('has a quoted field that does not end');
  const [header = [], ...customers] = rows;
  const names = header.map((name) => name.trim().toLowerCase());
  const column = (name: string) => {
    const at = names.indexOf(name);
    return (row: readonly string[]) => (at === -1 ? '' : (row[at] ?? '').trim());
  };
  for (const name of ['address', 'customerid']) if (!names.includes(name)) throw unusable('has no column address or no column customerId');
  const [address, customerId, onFile] = [column('address'), column('customerid'), column('addressesonfile')];
  const [language, name] = [column('language'), column('name')];
  const index = new Map<string, Customer | 'several'>();
  for (const row of customers) {
    const addresses = [address(row), ...onFile(row).split(';')].map(normalAddress).filter((one) => one !== null);
    if (customerId(row) === '' || addresses.length === 0) continue;
    add(index, {
      customerId: customerId(row),
      addresses: [...new Set(addresses)],
      language: language(row) || null,
      name: name(row) || null,
    });
  }
  return index;
}

/** A customer may have several rows; an address that two customers share belongs to neither. */
function add(index: Map<string, Customer | 'several'>, customer: Customer): void {
  const before = customer.addresses.map((one) => index.get(one)).find((one) => typeof one === 'object');
  const same = before?.customerId === customer.customerId ? before : null;
  const merged = same === null ? customer : { ...same, addresses: [...new Set([...same.addresses, ...customer.addresses])] };
  for (const one of merged.addresses) {
    const holder = index.get(one);
    const taken = holder === 'several' || (holder !== undefined && holder.customerId !== customer.customerId);
    index.set(one, taken ? 'several' : merged);
  }
}

function unreadable(cause: unknown): never {
  throw new ExpectedError('directory-away', 'DIRECTORY_URL: the file cannot be read.', { retry: 'later', cause });
}

function unusable(what: string): ExpectedError {
  return new ExpectedError('directory-answer', `DIRECTORY_URL: the file ${what}.`, { retry: 'later' });
}
