// Who is measured: started as a process of its own, told when there is mail, and stopped in good order.
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startWorker } from '../test/crash/site.ts';
import type { TestDovecot } from '../test/support/dovecot.ts';
import type { TestPostgres } from '../test/support/postgres.ts';
import type { SmtpSink } from '../test/support/smtp-sink.ts';
import type { BaselineOptions } from './baseline.ts';

export interface Site {
  readonly folder: string;
  readonly dovecot: TestDovecot;
  readonly postgres: TestPostgres;
}

/** Someone who reads a mailbox and answers. `go`: new messages are there. */
export interface Contestant {
  readonly pid: number;
  go(): void;
  stop(): Promise<void>;
}

/** The bare libraries. */
export async function beginBaseline(site: Site, smtp: SmtpSink): Promise<Contestant> {
  const { imapPort, password } = site.dovecot;
  const given: BaselineOptions = { imapPort, user: 'baseline', password, databaseUrl: site.postgres.createDatabase(), smtpPort: smtp.port };
  const program = join(import.meta.dirname, 'baseline.ts');
  const child = spawn(process.execPath, [program, JSON.stringify(given)], { stdio: ['pipe', 'pipe', 'inherit'] });
  await firstLine(child);
  return {
    pid: child.pid ?? 0,
    go: () => void child.stdin.write('go\n'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin.end();
      }),
  };
}

function firstLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the baseline ended')));
    if (child.stdout !== null) createInterface({ input: child.stdout }).once('line', () => resolve());
  });
}

/** Tijdig itself; `profile`: a folder for CPU profiles. */
export async function beginTijdig(site: Site, smtp: SmtpSink, profileInto: string | undefined): Promise<Contestant> {
  const profile = profileInto === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileInto}`];
  const worker = startWorker(
    {
      PATH: process.env.PATH ?? '',
      DATA_DIR: site.folder,
      DATABASE_URL: site.postgres.createDatabase(),
      SECRET_KEY: 'a key of thirty-two characters at least, for tests',
      MAILBOX_URL: site.dovecot.url('tijdig'),
      SMTP_URL: smtp.url,
      SENT_COPY: 'server',
      MAIL_FROM: 'Support <support@bedrijf.example>',
      SEND_PER_MINUTE: '0',
      SEND_PER_DAY: '0',
      GO_LIVE: '2026-01-01T00:00:00Z',
      LOG_LEVEL: 'warn',
    },
    profile,
  );
  await worker.started;
  return {
    pid: worker.pid,
    // It waits in IDLE as it always does.
    go: () => {},
    async stop() {
      worker.kill('SIGTERM');
      await worker.ended;
      for (const line of worker.errors) console.error(line);
    },
  };
}
