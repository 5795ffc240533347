// A PostgreSQL of our own in a temporary folder, on loopback.
import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOf } from '../../src/privacy/fingerprint.ts';
import { madeOnce } from './made-once.ts';
import { eventually, findProgram, freePort, startServer, stopServer, unprivileged } from './servers.ts';

export interface TestPostgres {
  readonly pid: number;
  readonly port: number;
  /** The owner of everything, `postgres`. */
  url(database: string): string;
  /** Makes a database, empty or as that one is, and returns its URL. */
  createDatabase(template?: string): string;
  stop(): Promise<void>;
}

/** Null when PostgreSQL is not installed. */
export function findPostgres(): { readonly initdb: string; readonly postgres: string; readonly psql: string } | null {
  const [initdb, postgres, psql] = [findProgram('initdb'), findProgram('postgres'), findProgram('psql')];
  return initdb && postgres && psql ? { initdb, postgres, psql } : null;
}

export interface PostgresOptions {
  /** Writes to disk as in production (fsync); off for quick tests, on for benchmarks. */
  readonly durable?: boolean;
  /** More settings of the server: `{ shared_preload_libraries: 'pg_stat_statements' }`. */
  readonly extra?: Readonly<Record<string, string>>;
}

export async function startPostgres({ durable = false, extra = {} }: PostgresOptions = {}): Promise<TestPostgres> {
  const programs = findPostgres();
  if (programs === null) throw new Error('PostgreSQL is not installed');
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const made = await madeOnce('postgres', digestOf(programs.initdb, String(user?.uid ?? '')).slice(0, 16), (into) => {
    if (user) chownSync(into, user.uid, user.gid);
    const quiet = { stdio: 'ignore', ...(user ?? {}), cwd: into } as const;
    const args = ['-D', join(into, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(programs.initdb, args, quiet);
  });
  execFileSync('cp', ['-a', join(made, 'data'), data]);
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...extra,
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = startServer(programs.postgres, ['-D', data, ...args], { folder, stopSignal: 'SIGQUIT', user });
  child.stderr?.resume();
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  const sql = (text: string) => execFileSync(programs.psql, ['-X', '-q', url('postgres'), '-c', text], { stdio: 'pipe' });
  await eventually(() => answers(port));
  await eventually(async () => sql('select 1'));
  let databases = 0;
  return {
    pid: child.pid ?? 0,
    port,
    url,
    createDatabase(template = 'template1') {
      databases += 1;
      const name = `test_${process.pid}_${databases}`;
      sql(`create database ${name} template ${template}`);
      return url(name);
    },
    stop: () => stopServer(child),
  };
}

function answers(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).once('error', reject);
  });
}
