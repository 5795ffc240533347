// SECRET_KEY changes while cases live: nothing becomes unreadable, and what was signed before is known again.
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConsole } from '../../src/console/server.ts';
import { deriveWrapping } from '../../src/privacy/seal.ts';
import { openDb } from '../../src/store/db.ts';
import { openSiteKeys } from '../../src/store/keys.ts';
import { openSignIn } from '../../src/store/sign-in.ts';
import { countWrapped, rewrapKeys } from '../../src/store/wrapped-keys.ts';
import type { Context } from '../../src/worker/context.ts';
import { runOnce } from '../../src/worker/run.ts';
import { caseLines, showCase } from '../../src/worker/show-case.ts';
import { requestLetter } from '../../src/worker/staff-commands.ts';
import { runIn } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { mail } from '../support/mail.ts';
import { answer, awaitingApproval, decide, doTheWork, newest, statusOf, theCase, write } from './steps.ts';

const fresh = createHash('sha256').update('the key of next year').digest();
const settings = {
  SECRET_KEY_OTHERS: fresh.toString('hex'),
  REPLY_ADDRESS: 'hulp+{token}@winkel.example',
  PUBLIC_URL: 'http://console.winkel.example:8425',
  CONSOLE_PORT: '0',
};

function oldKey({ config }: Journey): Uint8Array {
  if (config.secretKey === null) throw new Error('the journey has no key');
  return config.secretKey;
}

/** The same worker as it would be after a restart with other keys. */
async function restarted(journey: Journey, present: Uint8Array, ...others: readonly Uint8Array[]): Promise<Context> {
  const { context } = journey;
  const { subKeys } = await openSiteKeys(context.db, { present, others });
  return { ...context, subKeys, lease: { ...context.lease, worker: `${context.lease.worker}-${others.length}` } };
}

/** Rounds of several workers at once, until none of them finds anything to do. */
async function settleAll(journey: Journey, contexts: readonly Context[]): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    const done = await Promise.all(contexts.map((context) => runOnce(context, journey.doors)));
    if (done.every(({ read, triaged, attempted }) => read + triaged + attempted === 0)) return;
  }
  throw new Error('the workers do not come to rest');
}

/** The journey as if one worker with these keys ran it. */
function ranBy(journey: Journey, context: Context): Journey {
  return {
    ...journey,
    context,
    settle: () => settleAll(journey, [context]),
    cases: async (requester) => (await caseLines(context, {})).filter((line) => requester === undefined || line.requester === requester),
    async show(reference) {
      const shown = await showCase(context, reference);
      if (shown === null) throw new Error('no case of that reference');
      return shown;
    },
  };
}

async function rewrap(journey: Journey): Promise<number> {
  const { database } = journey.config;
  const wrapping = deriveWrapping({ present: fresh, others: [oldKey(journey)] });
  if (database.kind === 'embedded') return rewrapKeys(journey.context.db, wrapping, () => {});
  const owner = await openDb(database, 'owner');
  return rewrapKeys(owner, wrapping, () => {}).finally(() => owner.close());
}

async function openPages(context: Context) {
  const signIn = openSignIn(context.db, context.subKeys.console, settings.PUBLIC_URL);
  const server = await openConsole(context, signIn, { port: 0, host: '127.0.0.1', publicUrl: null });
  onTestFinished(() => server.close());
  const post = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(new URL(path, server.url), {
      method: 'POST',
      headers: { origin: server.url, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  return { signIn, post };
}

/** A copy that waits on a page; the path of the page. */
async function sendCopy(journey: Journey, from: string): Promise<string> {
  await write(journey, from, 'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.');
  const { reference } = await theCase(journey, from);
  await doTheWork(journey, reference);
  const attachments = [{ filename: 'gegevens.csv', contentType: 'text/csv', content: Buffer.from('a,b').toString('base64') }];
  await requestLetter(journey.context, reference, 'completion-notice', journey.context.people[0]?.id ?? '', { attachments });
  await journey.settle();
  await decide(journey, reference, 'akkoord');
  return /(\/d\/[\w-]{22})/.exec(newest(journey.lettersTo(from)).text)?.[1] ?? 'no page';
}

describe('a new secret key', () => {
  atEveryPlace((house) => {
    test('an old worker and a new one live cases across at once; afterwards the old key opens nothing', async () => {
      const journey = await house.open({ environment: settings });
      const b = await restarted(journey, fresh, oldKey(journey));
      const senders = Array.from({ length: 12 }, (_, nth) => `klant${nth}@post.example`);
      for (const from of senders) {
        const text = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
        await journey.arrive(mail({ from, subject: 'Verwijderen', text, date: journey.clock.now() }));
      }
      await settleAll(journey, [journey.context, b]);
      expect(senders.map((from) => journey.lettersTo(from).length)).toEqual(senders.map(() => 1));

      // Each worker goes on with what the other began.
      const before = await countWrapped(journey.context.db.query, b.subKeys);
      expect(before).toMatchObject({ by: [expect.any(Number), expect.any(Number)], unknown: 0 });
      for (const [nth, from] of senders.entries()) {
        const { reference } = await theCase(journey, from);
        const worker = ranBy(journey, nth % 2 === 0 ? b : journey.context);
        await doTheWork(worker, reference);
        await decide(ranBy(journey, nth % 2 === 0 ? journey.context : b), reference, 'akkoord');
        expect(await statusOf(worker, reference)).toBe('completed');
      }
      const [byNew = 0, byOld = 0] = (await countWrapped(journey.context.db.query, b.subKeys)).by;
      expect(byNew).toBeGreaterThan(20);
      expect(byOld).toBeGreaterThan(20);

      expect(await rewrap(journey)).toBe(byOld);
      expect(await rewrap(journey)).toBe(0);
      const after = ranBy(journey, await restarted(journey, fresh));
      expect(await countWrapped(journey.context.db.query, after.context.subKeys)).toEqual({ by: [byNew + byOld], unknown: 0 });
      for (const from of senders) {
        const shown = await after.show((await theCase(after, from)).reference);
        expect(shown.requester).toBe(from);
        expect(shown.letters.filter(({ status }) => status === 'accepted').length).toBeGreaterThanOrEqual(2);
      }
      const old = deriveWrapping({ present: oldKey(journey), others: [] });
      expect(await countWrapped(journey.context.db.query, old)).toEqual({ by: [0], unknown: byNew + byOld });
      await expect(openSiteKeys(journey.context.db, { present: oldKey(journey), others: [] })).rejects.toMatchObject({
        code: 'secret-key',
      });
    });

    test('what was signed before is known again: Message-IDs, tokens, the loop header, codes, grants, sessions', async () => {
      const journey = await house.open({ environment: settings });
      const from = 'vroeger@post.example';
      const reviewed = await awaitingApproval(journey, 'akkoord@post.example');
      await write(journey, from, 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
      const acknowledgement = newest(journey.lettersTo(from));
      const { reference } = await theCase(journey, from);
      const asked = await requestLetter(journey.context, reference, 'identity-request', journey.context.people[0]?.id ?? '', {
        input: { to: from },
      });
      expect(asked).toMatchObject({ done: true });
      await journey.settle();
      await decide(journey, reference, 'akkoord');
      const code = /Uw code: (\d{8})/.exec(newest(journey.lettersTo(from)).text)?.[1] ?? 'no code';
      const copy = await sendCopy(journey, 'kopie@post.example');
      const before = await openPages(journey.context);
      await before.post(`${copy}/code`, {});
      await journey.settle();
      const downloadCode = /\b(\d{8})\b/.exec(newest(journey.lettersTo('kopie@post.example')).text)?.[1] ?? 'no code';
      const opened = await (await before.post(`${copy}/open`, { code: downloadCode })).text();
      const grant = /name="grant" value="([^"]*)"/.exec(opened)?.[1] ?? '';
      const member = { staffId: journey.context.people[0]?.id ?? '', browser: null };
      const signedIn = await before.signIn.redeem(await before.signIn.makeCode(member.staffId, null), member, journey.clock.now());
      const cookies = (signedIn ?? []).map((line) => line.split(';')[0]).join('; ');

      await rewrap(journey);
      const after = ranBy(journey, await restarted(journey, fresh));

      // An approval by mail: our Message-ID, and the marks of approval and identity on the way out.
      await decide(after, reviewed, 'akkoord');
      expect(await statusOf(after, reviewed)).toBe('completed');
      expect(journey.lettersTo('akkoord@post.example')).toHaveLength(2);
      // The token of the reply address alone.
      const token = /hulp\+[0-9a-f]{40}@winkel\.example/.exec(Buffer.from(acknowledgement.raw).toString('latin1'))?.[0] ?? 'no token';
      await write(after, from, 'Mijn telefoonnummer mag ook weg.', { to: token, subject: 'Nog iets' });
      expect(await after.cases(from)).toHaveLength(1);
      // The code that verifies a requester.
      await answer(after, newest(journey.lettersTo(from)), from, `De code: ${code}`);
      expect((await after.show(reference)).identity.verified?.method).toBe('code');
      // A letter of ours that comes back to the mailbox.
      const cases = (await after.cases()).length;
      await after.arrive(acknowledgement.raw);
      await after.settle();
      expect(await after.cases()).toHaveLength(cases);
      // A page that was opened, and somebody who was signed in.
      const pages = await openPages(after.context);
      expect((await pages.post(`${copy}/file`, { grant, file: '0' })).status).toBe(200);
      expect((await pages.signIn.find(cookies))?.staffId).toBe(member.staffId);
    });

    test('the command line counts, wraps anew, and says what to do next', async () => {
      const journey = await house.open({ environment: settings });
      await write(journey, 'regel@post.example', 'Ik verzoek u mijn account te verwijderen.');
      const b = await restarted(journey, fresh, oldKey(journey));
      const counted = await runIn(b, 'keys');
      expect(counted).toMatchObject({ status: 0, err: '' });
      expect(counted.out).toContain('Next, once every worker has the new SECRET_KEY: tijdig keys rewrap');
      expect((await runIn(b, 'keys new')).err).toContain('SECRET_KEY_OTHERS');
      expect((await runIn(b, 'keys rewrap')).out).toMatch(/^[1-9]\d* key\(s\) wrapped anew\. No other key is needed any more\./);
      expect(JSON.parse((await runIn(b, 'keys rewrap --json')).out)).toMatchObject({
        rewrapped: 0,
        by: [expect.any(Number), 0],
        unknown: 0,
      });
      const { wrapping } = deriveWrapping({ present: oldKey(journey), others: [] });
      const old = await runIn({ ...b, subKeys: { ...b.subKeys, wrapping } }, 'keys --json');
      expect(old.status).toBe(1);
      expect(old.out).toContain('"key":null');
    });
  });
});
