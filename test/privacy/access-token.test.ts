import { expect, it } from 'vitest';
import { accessToken } from '../../src/privacy/access-token.ts';

it('gives the token without blanks', async () => {
  expect(await accessToken("printf '  ya29.token==\\n\\n'", 'MAILBOX_TOKEN_COMMAND')).toBe('ya29.token==');
});

it.each([
  ['true', /printed nothing/],
  ['echo geheim; echo geheim >&2; exit 4', /ended with status 4/],
  ["printf 'geheim token'", /printed more than one word/],
  ['/nonexistent/geheim', /ended with status 127/],
])('says in one line without secrets why there is none: %s', async (command, why) => {
  const error = await accessToken(command, 'SMTP_TOKEN_COMMAND').catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'token-command', retry: 'later', message: expect.stringMatching(why) });
  expect(error).toMatchObject({ message: expect.stringMatching(/^SMTP_TOKEN_COMMAND: [^\n]*$/) });
  expect(JSON.stringify([String(error), { ...(error as object) }])).not.toContain('geheim');
  expect((error as Error).cause).toBeUndefined();
});
