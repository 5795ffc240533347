/**
 * The file of a backup: gzip (RFC 1952) over lines of JSON. The first says what it is; then a line per table and per row; the
 * last has the SHA-256 of all lines before it and our mark upon that, so that what was cut off or changed is not read back.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { ExpectedError } from '../errors.ts';
import type { Part, TableHead } from '../store/dump.ts';

/** The first line. */
export interface BackupHead {
  readonly backup: 'tijdig';
  readonly format: 1;
  readonly part: Part;
  /** Version of the program that wrote it, and how many migrations its tables had. */
  readonly program: string;
  readonly migrations: number;
  readonly at: string;
}

/** The last line. */
interface BackupEnd {
  readonly end: true;
  readonly rows: number;
  readonly sha256: string;
  readonly mark: string;
}

export interface Written {
  readonly rows: number;
  readonly bytes: number;
}

/** Writes it beside its place and puts it there in one step, readable by its owner only. @throws ExpectedError `backup-folder` */
export async function writeBackupFile(
  path: string,
  head: BackupHead,
  lines: AsyncIterable<string>,
  mark: (sha256: string) => string,
): Promise<Written> {
  const part = `${path}.part`;
  let rows = 0;
  async function* content() {
    const hash = createHash('sha256');
    yield add(hash, JSON.stringify(head));
    for await (const line of lines) {
      if (!isTableHead(line)) rows += 1;
      yield add(hash, line);
    }
    const sha256 = hash.digest('hex');
    yield `${JSON.stringify({ end: true, rows, sha256, mark: mark(sha256) } satisfies BackupEnd)}\n`;
  }
  try {
    // Sealed bytes hardly shrink: the quickest level is as good as any.
    await pipeline(Readable.from(content()), createGzip({ level: 1 }), createWriteStream(part, { mode: 0o600, flush: true }));
    await rename(part, path);
    return { rows, bytes: (await stat(path)).size };
  } catch (cause) {
    await rm(part, { force: true });
    throw fileTrouble(cause) ? folderError(cause) : cause;
  }
}

function add(hash: Hash, line: string): string {
  const ended = `${line}\n`;
  hash.update(ended);
  return ended;
}

export function isTableHead(line: string): boolean {
  return line.startsWith('{"table":');
}

/** Reads a whole file, to know that all of it is there. @throws ExpectedError `backup-missing`, `backup-damaged` */
export async function checkBackupFile(
  path: string,
  part: Part,
): Promise<{ readonly head: BackupHead; readonly sha256: string; readonly mark: string }> {
  const hash = createHash('sha256');
  let [head, end, rows, left]: [BackupHead | null, BackupEnd | null, number, number] = [null, null, 0, 0];
  for await (const line of rawLines(path)) {
    if (end !== null) throw damaged(path);
    if (head === null) head = readHead(path, line, part);
    else if (line.startsWith('{"end":')) end = parseLine<BackupEnd>(path, line);
    else if (isTableHead(line)) {
      if (left !== 0) throw damaged(path);
      left = parseLine<TableHead>(path, line).rows;
    } else [rows, left] = [rows + 1, left - 1];
    if (end === null) hash.update(`${line}\n`);
  }
  const sha256 = hash.digest('hex');
  if (head === null || end === null || end.sha256 !== sha256 || end.rows !== rows || left !== 0) throw damaged(path);
  return { head, sha256, mark: end.mark };
}

function readHead(path: string, line: string, part: Part): BackupHead {
  const head = parseLine<Partial<BackupHead>>(path, line);
  if (head.backup !== 'tijdig') throw damaged(path);
  if (head.part !== part)
    throw new ExpectedError('backup-part', `${path} holds the ${head.part} of a backup, and its ${part} are wanted.`, { retry: 'never' });
  if (head.format === 1) return head as BackupHead;
  throw new ExpectedError('backup-newer', `${path} was written by a newer Tijdig (${head.program}). Install that version.`, {
    retry: 'never',
  });
}

function parseLine<T>(path: string, line: string): T {
  try {
    return JSON.parse(line) as T;
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/** What stands between the first line and the last. */
export async function* backupLines(path: string): AsyncGenerator<string> {
  let first = true;
  for await (const line of rawLines(path)) {
    if (!first && !line.startsWith('{"end":')) yield line;
    first = false;
  }
}

/** Lines end with a line feed and nothing else: a value may hold what Unicode takes for the end of a line. */
async function* rawLines(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const content = createGunzip();
  const flow = pipeline(source, content).catch((cause: unknown) => content.destroy(cause as Error));
  let parts: Buffer[] = [];
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      let from = 0;
      for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
        yield Buffer.concat([...parts, chunk.subarray(from, at)]).toString('utf8');
        parts = [];
        from = at + 1;
      }
      parts.push(chunk.subarray(from));
    }
    await flow;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code.startsWith('Z_')) throw damaged(path, cause);
    throw fileTrouble(cause) ? new ExpectedError('backup-missing', `${path} cannot be read (${code}).`, { retry: 'never', cause }) : cause;
  }
  if (parts.some((part) => part.length > 0)) throw damaged(path);
}

function damaged(path: string, cause?: unknown): ExpectedError {
  const message = `${path} is damaged or not a whole backup; nothing was changed. Use another one.`;
  return new ExpectedError('backup-damaged', message, { retry: 'never', ...(cause === undefined ? {} : { cause }) });
}

function fileTrouble(error: unknown): boolean {
  return ['ENOENT', 'EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EISDIR', 'ENOTDIR', 'EDQUOT'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );
}

function folderError(cause: unknown): ExpectedError {
  return new ExpectedError('backup-folder', 'The backup cannot be written there. Is the disk full, or the folder read-only?', {
    retry: 'never',
    cause,
  });
}
