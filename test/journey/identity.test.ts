// Who asks is found out as gently as can be: by an address on file, by a code mailed there, by a person.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadCase } from '../../src/store/cases.ts';
import { updatePerson } from '../../src/store/persons.ts';
import { requestLetter } from '../../src/worker/staff-commands.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { type Letter, mail, reply } from '../support/mail.ts';
import { answer, decide, doTheWork, newest, reviews, staffId, statusOf, theCase, write } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';

/** A directory in a file: who writes from `klant@post.example` is known there, and at `oud@post.example`. */
function directory(): Readonly<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'tijdig-directory-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'klanten.csv');
  const rows = [
    'address,customerId,addressesOnFile,language,name',
    'klant@post.example,K-1,oud@post.example;tweede@post.example,nl,"Klant, de"',
  ];
  writeFileSync(file, `\uFEFF${rows.join('\r\n')}\r\n`);
  return { DIRECTORY_URL: file };
}

/** Staff ask for a code, and its letter is approved. */
async function askCode(journey: Journey, reference: string, to: string | null = null): Promise<void> {
  const outcome = await requestLetter(journey.context, reference, 'identity-request', staffId(journey), { input: { to } });
  if (!outcome.done || !outcome.drafted) throw new Error(`no code was drafted: ${JSON.stringify(outcome)}`);
  await journey.settle();
  await decide(journey, reference, 'akkoord');
}

function codeIn(letter: Letter): string {
  return /Uw code: (\d{8})/.exec(letter.text)?.[1] ?? 'no code';
}

/** Eight digits that are not the code. */
function wrong(code: string, by = 1): string {
  return String((Number(code) + by) % 100_000_000).padStart(8, '0');
}

async function identityOf(journey: Journey, reference: string): Promise<string | null> {
  const { identity } = await journey.show(reference);
  return identity.verified?.method ?? null;
}

describe('who asks', () => {
  atEveryPlace((house) => {
    test('is known when our own boundary vouches for an address on file', async () => {
      const journey = await house.open({ environment: directory() });
      await write(journey, 'Klant@post.example', deletion);
      const known = await theCase(journey, 'Klant@post.example');
      expect(await identityOf(journey, known.reference)).toBe('address-on-file');
      expect(known.status).toBe('in-progress');
      for (const [from, authentication] of [
        ['tweede@post.example', 'absent'],
        ['oud@post.example', 'fail'],
        ['vreemd@post.example', 'pass'],
      ] as const) {
        await write(journey, from, deletion, { authentication });
        expect([from, await identityOf(journey, (await theCase(journey, from)).reference)]).toEqual([from, null]);
      }
    });

    test('shows it with the code from the address on file, typed as people do, and never by the letter quoted', async () => {
      const journey = await house.open({ environment: directory() });
      const from = 'nieuw@post.example';
      await write(journey, from, `${deletion} Mijn account staat op klant@post.example.`);
      const { reference } = await theCase(journey, from);
      expect(await statusOf(journey, reference)).toBe('awaiting-identity');
      await askCode(journey, reference);
      const letter = newest(journey.lettersTo('klant@post.example'));
      const code = codeIn(letter);
      expect(newest(reviews(journey, reference)).text).toContain('klant@post.example');
      expect(
        journey
          .lettersTo(from)
          .map(({ text }) => text)
          .join(),
      ).not.toContain(code);

      // Only our own words, quoted: by a mail program that marks them, by one that does not, by a machine.
      await answer(journey, letter, 'klant@post.example', 'Dit heb ik niet gevraagd.');
      await journey.arrive(
        mail({
          from: 'klant@post.example',
          subject: `Re: ${letter.subject}`,
          inReplyTo: letter.messageId,
          text: `Dit was ik niet.\n\n${letter.text}`,
          date: journey.clock.now(),
        }),
      );
      await answer(journey, letter, 'klant@post.example', `Ik ben afwezig. ${code}`, { extra: ['Auto-Submitted: auto-replied'] });
      expect(await identityOf(journey, reference)).toBeNull();
      expect((await journey.show(reference)).identity.challenge?.triesLeft).toBe(3);

      await answer(
        journey,
        letter,
        'klant@post.example',
        `Ja, dat ben ik. De code: ${code.slice(0, 4)} ${code.slice(4)}\nTel. 06-12345678`,
      );
      expect(await identityOf(journey, reference)).toBe('code');
      expect(await statusOf(journey, reference)).toBe('in-progress');
    });

    test('may answer from the address they wrote from; a stranger with the code may not', async () => {
      const journey = await house.open({ environment: directory() });
      const from = 'elders@post.example';
      await write(journey, from, `${deletion} Mijn account staat op klant@post.example.`);
      const { reference } = await theCase(journey, from);
      await askCode(journey, reference);
      const letter = newest(journey.lettersTo('klant@post.example'));
      await answer(journey, letter, 'dief@post.example', codeIn(letter));
      await journey.arrive(reply(letter, { from, text: codeIn(letter), date: journey.clock.now(), authentication: 'fail' }));
      await journey.settle();
      expect(await identityOf(journey, reference)).toBeNull();
      await answer(journey, letter, from, codeIn(letter));
      expect(await identityOf(journey, reference)).toBe('code');
    });

    test('has three tries, and an end', async () => {
      const journey = await house.open({ environment: directory() });
      const from = 'raad@post.example';
      await write(journey, from, `${deletion} Mijn account staat op klant@post.example.`);
      const { reference } = await theCase(journey, from);
      await askCode(journey, reference);
      const first = newest(journey.lettersTo('klant@post.example'));
      const code = codeIn(first);
      // One message is one try, however many numbers it holds.
      await answer(journey, first, from, [1, 2, 3, 4].map((by) => wrong(code, by)).join('\n'));
      expect((await journey.show(reference)).identity.challenge?.triesLeft).toBe(2);
      await answer(journey, first, from, wrong(code, 5));
      await answer(journey, first, from, wrong(code, 6));
      expect((await journey.show(reference)).identity.challenge).toBeNull();
      await answer(journey, first, from, code);
      expect(await identityOf(journey, reference)).toBeNull();
      expect((await journey.show(reference)).attention).toContain('identity-code-failed');

      await askCode(journey, reference);
      const second = newest(journey.lettersTo('klant@post.example'));
      await answer(journey, second, from, code);
      expect(await identityOf(journey, reference)).toBeNull();
      journey.clock.forward({ hours: 24 * 15 });
      await answer(journey, second, from, codeIn(second));
      expect(await identityOf(journey, reference)).toBeNull();
      expect((await journey.show(reference)).identity.challenge).toBeNull();
    });

    test('without a directory staff say which address the account has, once', async () => {
      const journey = house.shared();
      const from = 'zonder@post.example';
      await write(journey, from, deletion);
      const { reference } = await theCase(journey, from);
      const none = await requestLetter(journey.context, reference, 'identity-request', staffId(journey));
      expect(none).toMatchObject({ done: true, drafted: false, addressless: true });
      await askCode(journey, reference, 'Account@post.example');
      const letter = newest(journey.lettersTo('Account@post.example'));
      expect(
        journey
          .lettersTo(from)
          .map(({ text }) => text)
          .join(),
      ).not.toContain(codeIn(letter));
      const { notes } = await journey.show(reference);
      expect(notes.map(({ text }) => text)).toEqual(['Adres in het account opgezocht voor de code: account@post.example']);
      await answer(journey, letter, 'account@post.example', codeIn(letter));
      expect(await identityOf(journey, reference)).toBe('code');
    });

    test('a code leaves for an address its case has on file, other letters for who asked, and nothing for anybody else', async () => {
      const journey = await house.open({ environment: directory() });
      const { context } = journey;
      const from = 'grens@post.example';
      await write(journey, from, `${deletion} Mijn account staat op klant@post.example.`);
      const { reference } = await theCase(journey, from);
      for (const to of ['geen adres', 'a@b@c,d', '<x@post.example>'])
        expect(await requestLetter(context, reference, 'identity-request', staffId(journey), { input: { to } })).toMatchObject({
          done: false,
          refusal: { code: 'not-possible-now' },
        });

      // Approved, and then the address is no longer on file: it stays here.
      const drafted = await requestLetter(context, reference, 'identity-request', staffId(journey));
      expect(drafted).toMatchObject({ done: true, drafted: true });
      await journey.settle();
      const loaded = await loadCase(context.db.query, context.subKeys, reference);
      if (loaded === null) throw new Error('no case');
      await updatePerson(context.db.query, context.subKeys, loaded.state.id, { ...loaded.person, addressesOnFile: ['oud@post.example'] });
      await decide(journey, reference, 'akkoord');
      expect(journey.lettersTo('klant@post.example')).toEqual([]);
      expect(journey.logged.some((line) => line.includes('recipient-is-not-the-requester'))).toBe(true);

      // A letter of another kind that somebody pointed at that address stays here too.
      const other = 'ander@post.example';
      await write(journey, other, 'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame.');
      const objection = await theCase(journey, other);
      await doTheWork(journey, objection.reference);
      const second = await loadCase(context.db.query, context.subKeys, objection.reference);
      if (second === null) throw new Error('no case');
      await updatePerson(context.db.query, context.subKeys, second.state.id, {
        ...second.person,
        requester: { address: 'klant@post.example', name: '' },
        addressesOnFile: ['klant@post.example'],
      });
      await requestLetter(context, objection.reference, 'completion-notice', staffId(journey));
      await journey.settle();
      await decide(journey, objection.reference, 'akkoord');
      expect(journey.lettersTo('klant@post.example')).toEqual([]);
      expect(await statusOf(journey, objection.reference)).not.toBe('completed');
      expect(journey.logged.filter((line) => line.includes('recipient-is-not-the-requester'))).toHaveLength(2);
    });

    test('an address is asked five times a day at most, whoever asks', async () => {
      const journey = await house.open({ environment: directory(), policy: { identityCode: { perCase: 20 } } });
      for (let nth = 1; nth <= 6; nth++) {
        const from = `lastig${nth}@post.example`;
        await write(journey, from, `${deletion} Mijn account staat op klant@post.example.`);
        const { reference } = await theCase(journey, from);
        const outcome = await requestLetter(journey.context, reference, 'identity-request', staffId(journey));
        expect([nth, outcome.done]).toEqual([nth, nth <= 5]);
        if (nth === 6) expect(outcome).toMatchObject({ refusal: { code: 'codes-used-up' } });
      }
    });

    test('a directory that is away stops nothing', async () => {
      const journey = await house.open({ environment: { DIRECTORY_URL: 'http://127.0.0.1:9/klanten' } });
      await write(journey, 'klant@post.example', deletion);
      const { reference } = await theCase(journey, 'klant@post.example');
      expect(await statusOf(journey, reference)).toBe('awaiting-identity');
      const said = journey.logged.filter((line) => line.includes('directory'));
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('directory-away');
      expect(said[0]).not.toContain('klant@');
    });

    test('a case that knows no address asks the directory once more when a code is wanted', async () => {
      const settings = directory();
      const journey = await house.open({ environment: settings });
      const file = settings.DIRECTORY_URL ?? '';
      const rows = readFileSync(file);
      rmSync(file);
      await write(journey, 'tweede@post.example', deletion);
      const { reference } = await theCase(journey, 'tweede@post.example');
      expect(await identityOf(journey, reference)).toBeNull();
      writeFileSync(file, rows);
      await askCode(journey, reference);
      const letter = newest(journey.lettersTo('tweede@post.example'));
      await answer(journey, letter, 'tweede@post.example', codeIn(letter));
      expect(await identityOf(journey, reference)).toBe('code');
    });
  });
});
