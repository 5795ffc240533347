// The command line: reads the environment and the arguments, and hands them to the command; see docs/cli.md. While a worker
// runs embedded, commands about its data are carried out by that worker.
import { systemClock } from './clock.ts';
import { configure } from './commands/configure.ts';
import { forward, isLent } from './commands/control.ts';
import { type Surroundings, Told } from './commands/io.ts';
import { runCommand } from './commands/program.ts';
import { loadEnvironment } from './config.ts';
import { ExpectedError } from './errors.ts';
import { createLog } from './log.ts';
import { openHouse } from './worker/assemble.ts';

// `tijdig cases | head`: whoever read us has gone; the work goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

function surroundings(): Surroundings {
  const giveUp = new AbortController();
  // The first asks for an orderly stop, the second does not wait for it.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => (giveUp.signal.aborted ? process.exit(130) : giveUp.abort()));
  const here: Surroundings = {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    cwd: process.cwd(),
    signal: giveUp.signal,
    terminal: process.stdout.isTTY === true,
    environment: loadEnvironment(),
    run: runCommand,
    async withHouse(deed, purpose = 'look') {
      const config = configure(here);
      if (config === null) throw new Told();
      const house = await openHouse(config, systemClock, createLog(config.logLevel === 'info' ? 'warn' : config.logLevel), purpose);
      try {
        return await deed(house);
      } finally {
        await house.close();
      }
    },
  };
  return here;
}

async function main(argv: readonly string[]): Promise<number> {
  const here = surroundings();
  if (isLent(argv) && !argv.includes('--help') && !argv.includes('-h')) {
    const config = configure(here, { warn: true });
    if (config === null) return 2;
    const forwarded = config.database.kind === 'embedded' ? await forward(config.dataDir, argv, here) : null;
    if (forwarded !== null) return forwarded;
  }
  return runCommand(argv.length === 0 ? ['--help'] : argv, here);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = 2;
  if (!(error instanceof ExpectedError)) throw error;
  process.stderr.write(`${error.message}\n`);
}
