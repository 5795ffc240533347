import { systemClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import { openDoors, openHouse } from '../worker/assemble.ts';
import type { Context } from '../worker/context.ts';
import { runWorker } from '../worker/run.ts';
import { listen } from './control.ts';
import { printJson, type Surroundings } from './io.ts';
import { openPages } from './pages.ts';

/** Runs the worker until the user gives up. Returns the exit status. */
export async function start(here: Surroundings, options: { readonly json?: boolean }): Promise<number> {
  const read = readConfig(here.environment);
  if ('problems' in read) {
    for (const line of [...read.problems, ...read.warnings]) here.err(`${line}\n`);
    return 2;
  }
  for (const warning of read.warnings) here.err(`${warning}\n`);
  const { config } = read;
  const log = createLog(config.logLevel);
  const house = await openHouse(config, systemClock, log);
  const doors = openDoors(config, systemClock, log);
  const pages = await openPages(house.context).catch(async (error: unknown) => {
    await Promise.allSettled([doors.close(), house.close()]);
    throw error;
  });
  const control = await listen(config.dataDir, house, here);
  const worker = runWorker(house.context, doors);
  const off = [...read.off.filter((line) => !isSaidElsewhere(house.context, line)), ...house.notices];
  introduce(here, config, { off, pages: pages?.url ?? null, signIn: howToSignIn(house.context) }, options);
  try {
    await Promise.race([worker.finished, aborted(here.signal)]);
    return 0;
  } finally {
    await worker.stop();
    await Promise.allSettled([pages?.close(), control.close(), doors.close()]);
    await house.close();
    farewell(here, log, options);
  }
}

/** People whom `tijdig staff` added are no less there. */
function isSaidElsewhere({ people }: Context, line: string): boolean {
  return (
    (line.endsWith(': STAFF is not set') && people.some((one) => one.isStaff)) ||
    (line.endsWith(': MANAGERS is not set') && people.some((one) => one.isManager))
  );
}

/** `nobody`: there are no people; `command`: mails go to a folder, so the code is asked for on the command line. */
type SignInBy = 'nobody' | 'command' | 'mail';

function howToSignIn({ people, config }: Context): SignInBy {
  if (people.length === 0) return 'nobody';
  return config.smtp.kind === 'folder' ? 'command' : 'mail';
}

function introduce(
  here: Surroundings,
  config: Config,
  { off, pages, signIn }: { readonly off: readonly string[]; readonly pages: string | null; readonly signIn: SignInBy },
  options: { readonly json?: boolean },
): void {
  if (options.json) {
    printJson(here, { started: true, console: pages, signIn: pages === null ? null : signIn, off });
    return;
  }
  here.out('Tijdig runs. Ctrl-C ends it.\n');
  for (const line of off) here.out(`  ${line}\n`);
  if (pages !== null) here.out(`Next, in a browser: ${pages}\n  ${signInLines[signIn]}\n`);
  if (config.mailbox.kind === 'maildir') here.out('Next, in another terminal: npx tijdig drop FILE, then npx tijdig cases\n');
}

const signInLines: Readonly<Record<SignInBy, string>> = {
  nobody: `Nobody can sign in yet: say who works here, two people or more, and start again. For example, in a file .env:
    STAFF=anna@example.com,bram@example.com`,
  command: 'Mails are only written to a folder, so ask for your code in another terminal: npx tijdig sign-in YOUR-ADDRESS',
  mail: 'Type your address there; the code comes by mail.',
};

function farewell(here: Surroundings, log: Log, options: { readonly json?: boolean }): void {
  log.info('stopped');
  if (!options.json) here.out('Stopped in good order: nothing is half done.\n');
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
