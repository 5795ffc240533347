import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ExpectedError } from '../errors.ts';

const run = promisify(execFile);

/**
 * Runs the shell command that prints an OAuth2 access token and returns the token without blanks around it.
 * At most 30 seconds. What the command printed never reaches an error or a log.
 *
 * @param variable The setting the command came from, named in the error: `MAILBOX_TOKEN_COMMAND`.
 * @throws ExpectedError `token-command`
 */
export async function accessToken(command: string, variable: string): Promise<string> {
  const token = await printed(command).catch((error: unknown) => {
    throw refusal(variable, failure(error));
  });
  if (token === '') throw refusal(variable, 'printed nothing');
  if (/[^\x21-\x7e]/.test(token)) throw refusal(variable, 'printed more than one word; it must print the access token alone');
  return token;
}

async function printed(command: string): Promise<string> {
  const { stdout } = await run('/bin/sh', ['-c', command], { timeout: 30_000, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 });
  return stdout.trim();
}

// The error of `execFile` carries the command line and its output: only its status is repeated, and it is no `cause`.
function failure(error: unknown): string {
  const { code, killed } = error as { code?: unknown; killed?: boolean };
  if (killed === true) return 'did not answer within 30 seconds';
  return typeof code === 'number' ? `ended with status ${code}` : 'could not be run';
}

function refusal(variable: string, what: string): ExpectedError {
  return new ExpectedError('token-command', `${variable}: the command ${what}. Run it by hand to see why.`, { retry: 'later' });
}
