// Past messages read once more by the program as it is now: what would differ, what staff said of it, and nothing changes.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import type { ClassifyInput } from '../../src/classify/classify.ts';
import { rows } from '../../src/store/db.ts';
import { ownExamples } from '../../src/worker/own-examples.ts';
import { replay } from '../../src/worker/replay.ts';
import { splitCase } from '../../src/worker/split-case.ts';
import { determine } from '../../src/worker/staff-commands.ts';
import { linesOf, runIn, type Said } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { mail } from '../support/mail.ts';
import { answer as answerAt, newest, staffId, theCase, write as writeAt } from './steps.ts';

const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const copy = 'Graag ontvang ik een kopie van alle persoonsgegevens die u van mij bewaart.';
const ordinary = 'Hoe laat zijn jullie morgen open?';
const since = 'replay --since 2026-01-01';

/** Every row of every table, with what changes when it is written to. */
async function everything({ context }: Journey): Promise<unknown> {
  const tables = await rows<{ name: string }>(
    context.db.query,
    sql`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  expect(tables.length).toBeGreaterThan(15);
  const counted = await Promise.all(
    tables.map(async ({ name }) => [
      name,
      ...(await rows(
        context.db.query,
        sql`select count(*)::int as rows, coalesce(max(xmin::text::bigint), 0)::text as newest from ${sql.identifier(name)}`,
      )),
    ]),
  );
  const versions = await rows(context.db.query, sql`select reference, version from cases order by reference`);
  return { counted, versions };
}

/** One after the other, so that their order is certain. */
const write: typeof writeAt = async (journey, ...given) => {
  journey.clock.forward({ minutes: 1 });
  await writeAt(journey, ...given);
};
const answer: typeof answerAt = async (journey, ...given) => {
  journey.clock.forward({ minutes: 1 });
  await answerAt(journey, ...given);
};

async function customer(journey: Journey, name: string, text: string): Promise<string> {
  const from = `${name}@post.example`;
  await write(journey, from, text);
  return (await theCase(journey, from)).reference;
}

/** A policy for which nothing is sure. */
function unsure({ context }: Journey): Journey['context']['policy'] {
  return { ...context.policy, classification: { ...context.policy.classification, threshold: 1 } };
}

/** No word of a message of six letters or more, no address and no name stands in what was said. */
function expectNoText({ out, err }: Said): void {
  const words = [deletion, copy, ordinary].flatMap((text) => text.match(/\p{L}{6,}/gu) ?? []);
  for (const word of [...words, 'post.example', 'winkel.example', 'Een vraag']) expect(`${out}${err}`).not.toContain(word);
}

atEveryPlace((house) => {
  describe('replay', () => {
    test('says what each message would be taken for now and what staff made of it; only what differs, as text', async () => {
      const journey = await house.open();
      const wrong = await customer(journey, 'verkeerd', deletion);
      await customer(journey, 'goed', copy);
      await write(journey, 'gewoon@post.example', ordinary);
      await answer(journey, newest(journey.lettersTo('goed@post.example')), 'goed@post.example', 'Dank, ik hoor het wel.');
      await determine(journey.context, wrong, 'refund', staffId(journey));
      await journey.settle();
      const before = await everything(journey);
      const lettersBefore = journey.offered().length;
      const said = await runIn(journey.context, `${since} --json`);
      expect(said).toMatchObject({ status: 0, err: '' });
      expect(linesOf(said)).toMatchObject([
        { was: { disposition: 'request', kinds: ['deletion'] }, now: { kinds: ['deletion'] }, staff: ['refund'], differs: false },
        { was: { disposition: 'request', kinds: ['copy'] }, now: { kinds: ['copy'] }, staff: [], differs: false },
        { was: { disposition: 'none', kinds: [] }, now: { disposition: 'none', kinds: [] }, staff: [], differs: false },
        { was: { disposition: 'follow_up', kinds: [] }, now: { disposition: 'follow_up', kinds: [] }, staff: [], differs: false },
      ]);
      expect(linesOf(said)[0]).toMatchObject({ receivedAt: '2026-01-12T09:01:00.000Z' });
      expect(Object.keys(linesOf(said)[0] ?? {})).toEqual(['messageId', 'receivedAt', 'was', 'now', 'staff', 'differs']);
      const text = await runIn(journey.context, since);
      expect(text).toEqual({ status: 0, out: '4 messages, none would be taken for anything else.\n', err: '' });
      for (const one of [said, text]) expectNoText(one);
      expect(await everything(journey)).toEqual(before);
      await journey.settle();
      expect(journey.offered()).toHaveLength(lettersBefore);
    });

    test('a program that understands otherwise shows it, in a table with what staff said', async () => {
      const journey = await house.open();
      const reference = await customer(journey, 'anders', deletion);
      await determine(journey.context, reference, 'copy', staffId(journey));
      await write(journey, 'gewoon@post.example', ordinary);
      const before = await everything(journey);
      const blind = await journey.context.classify({ subject: '', ownText: ordinary });
      const seen: string[] = [];
      const all = await replay(
        journey.context,
        '2026-01-01T00:00:00Z',
        async () => blind,
        (done, of) => seen.push(`${done}/${of}`),
      );
      expect(seen).toEqual(['1/2', '2/2']);
      expect(all.map(({ was, now, staff, differs }) => ({ was: was.kinds, now: now.kinds, staff, differs }))).toEqual([
        { was: ['deletion'], now: [], staff: ['copy'], differs: true },
        { was: [], now: [], staff: [], differs: false },
      ]);
      const text = await runIn({ ...journey.context, policy: unsure(journey) }, since);
      expect(text.status).toBe(0);
      expect(text.out).toMatch(/^received +message +was taken for +would be +staff said$/m);
      expect(text.out).toMatch(/^2026-01-12 10:01 +[0-9a-f]{8} +deletion +undetermined +copy$/m);
      expect(text.out).toContain('2 messages, 1 would be taken for something else. Nothing was changed.\n');
      expectNoText(text);
      expect(await everything(journey)).toEqual(before);
    });

    test('gives the classifier what triage gave it: the header kept from a model, a form read as its customer’s, a demand no request', async () => {
      const form = 'formulier@winkel.example';
      const journey = await house.open({ environment: { FORM_SENDERS: form } });
      const filled = `Naam: Jan\nE-mail: invuller@post.example\nOnderwerp: Vraag\nBericht:\n${deletion}`;
      await journey.arrive(mail({ from: form, subject: 'Nieuw bericht: inzage of verwijderen', text: filled, date: journey.clock.now() }));
      await customer(journey, 'noemer', copy);
      const demand = 'Op grond van artikel 126nd Sv vordert de officier van justitie de gegevens van de gebruiker van dit nummer.';
      await write(journey, 'parket@om.example', demand);
      const given: ClassifyInput[] = [];
      const all = await replay(journey.context, '2026-01-01T00:00:00Z', (input) => {
        given.push(input);
        return journey.context.classify(input);
      });
      expect(all.map(({ was, differs }) => [was.disposition, differs])).toEqual([
        ['request', false],
        ['request', false],
        ['authority', false],
      ]);
      expect(given.map(({ addresses }) => addresses?.filter((one) => one.endsWith('@post.example')))).toEqual([
        ['invuller@post.example'],
        ['noemer@post.example'],
        [],
      ]);
      expect(given.map(({ receivedOn }) => receivedOn)).toEqual(['2026-01-12', '2026-01-12', '2026-01-12']);
      expect(given[0]?.ownText).toBe(deletion);
    });

    test('begins with the day, in our own time zone, and leaves out what came before', async () => {
      const journey = await house.open({ start: '2026-01-12T23:30:00Z' });
      await customer(journey, 'nacht', deletion);
      for (const [day, many] of [
        ['2026-01-13', 1],
        ['2026-01-14', 0],
      ] as const)
        expect(linesOf(await runIn(journey.context, `replay --since ${day} --json`))).toHaveLength(many);
    });

    test('asks for a model only when one is configured, and for a day that is one', async () => {
      const journey = house.shared();
      const model = await runIn(journey.context, `${since} --model`);
      expect(model).toMatchObject({ status: 1, out: '' });
      expect(model.err).toMatch(/^OPENAI_API_KEY is not set.*\n$/);
      expect(await runIn(journey.context, 'replay --since yesterday')).toMatchObject({ status: 2, out: '' });
      expect(await runIn(journey.context, 'replay')).toMatchObject({ status: 2, err: expect.stringContaining('--since') });
    });
  });

  describe('eval --own', () => {
    test('says how examples come about while there are none', async () => {
      const journey = await house.open();
      await customer(journey, 'onbetwist', deletion);
      const said = await runIn(journey.context, 'eval --own --json');
      expect(said).toMatchObject({ status: 1, out: '' });
      expect(said.err).toMatch(/^Nobody has corrected the program yet\..*\n$/);
    });

    test('measures on what staff changed, split off and called no request; erases and doubts nothing', async () => {
      const journey = await house.open();
      const by = staffId(journey);
      const changed = await customer(journey, 'gewijzigd', deletion);
      await determine(journey.context, changed, 'refund', by);
      const split = await customer(journey, 'gesplitst', copy);
      await splitCase(journey.context, split, 'change', by);
      const none = await customer(journey, 'niets', copy);
      await determine(journey.context, none, 'none', by);
      await customer(journey, 'onbetwist', deletion);
      const examples = await ownExamples(journey.context);
      expect(examples.map(({ kinds }) => kinds)).toEqual([['refund'], ['change', 'copy'], []]);
      const before = await everything(journey);
      const said = await runIn(journey.context, 'eval --own --errors --json');
      expect(said).toMatchObject({ status: 0, err: '' });
      const [report, ...mistakes] = linesOf(said);
      expect(report).toMatchObject({ name: 'corrected by our own staff', systems: { local: { rows: 3, found: { count: 2, of: 2 } } } });
      expect(mistakes.map(({ mistake, id, wanted }) => [mistake, id, wanted])).toEqual([
        ['other', examples[0]?.id, ['refund']],
        ['other', examples[1]?.id, ['change', 'copy']],
        ['false', examples[2]?.id, []],
      ]);
      const text = await runIn(journey.context, 'eval --own --errors');
      expect(text.out).toContain('corrected by our own staff: 3 messages');
      for (const one of [said, text]) expectNoText(one);
      expect(await everything(journey)).toEqual(before);
    });
  });
});
