// Quiet mails: one morning a day, a review mail when it is urgent or asked for, and replies told in bundles.
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { changeStaff } from '../../src/store/staff.ts';
import { sendMornings } from '../../src/worker/send-mornings.ts';
import { commandCase } from '../../src/worker/staff-commands.ts';
import { tellReplies } from '../../src/worker/tell-replies.ts';
import { watchDueDates } from '../../src/worker/watch-due-dates.ts';
import {
  anna,
  answer,
  awaitingApproval,
  decide,
  newest,
  receipts,
  reviews,
  staffId,
  statusOf,
  tenWorkers,
  theCase,
  write,
} from '../journey/steps.ts';
import { runIn } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey, PolicyPatch } from '../support/journey.ts';

const [bram, marit] = ['bram@winkel.example', 'marit@winkel.example'];
const two = { STAFF: `${anna},${bram}`, MANAGERS: marit };
const quiet: PolicyPatch = { quiet: { reviews: 'morning', urgentWorkingDays: 2, replyMinutes: 10 } };
const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';

function mornings(journey: Journey, address = anna) {
  return journey.lettersTo(address).filter(({ subject }) => /^(Vandaag|Today), /.test(subject));
}

function notices(journey: Journey, address = anna) {
  return journey.lettersTo(address).filter(({ subject }) => /nieuw antwoord|klant heeft geantwoord/.test(subject));
}

async function morning(journey: Journey, day: string): Promise<string> {
  journey.clock.set(`${day}T08:00:00+01:00`);
  await sendMornings(journey.context);
  await journey.settle();
  return newest(mornings(journey)).text;
}

async function writtenLetters({ context }: Journey, kind: string): Promise<number> {
  const [row] = await rows<{ count: number }>(context.db.query, sql`select count(*)::int as count from letters where kind = ${kind}`);
  return row?.count ?? 0;
}

async function sum(counts: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(counts)).reduce((total, one) => total + one, 0);
}

atEveryPlace((house) => {
  describe('the morning mail', () => {
    test('once for each of our people under ten schedulers, on working days, in their language; none for who is away or no staff', async () => {
      const journey = await house.open({ environment: { ...two, STAFF: `${anna},${bram},cato@winkel.example` } });
      const { context } = journey;
      await changeStaff(context.db, staffId(journey, bram), { language: 'en' });
      await changeStaff(context.db, staffId(journey, 'cato@winkel.example'), { awayUntil: '2026-01-16', standInId: staffId(journey) });
      const schedulers = await tenWorkers(journey);
      await Promise.all(schedulers.map((one) => one.refreshPeople()));
      for (const [at, count] of [
        ['2026-01-13T08:00:00+01:00', 2],
        ['2026-01-17T08:00:00+01:00', 0],
        ['2026-01-18T08:00:00+01:00', 0],
        ['2026-04-06T08:00:00+02:00', 0],
        ['2026-01-19T08:00:00+01:00', 3],
      ] as const) {
        journey.clock.set(at);
        expect([at, await sum(schedulers.map(sendMornings))]).toEqual([at, count]);
        expect([at, await sum(schedulers.map(sendMornings))]).toEqual([at, 0]);
      }
      await journey.settle();
      expect(mornings(journey).map(({ subject }) => subject)).toHaveLength(2);
      expect(mornings(journey)[0]?.subject).toMatch(/^Vandaag, .* januari 2026: niets te doen$/);
      expect(mornings(journey, bram)[0]?.subject).toMatch(/^Today, .* January 2026: nothing to do$/);
      expect(mornings(journey, marit)).toEqual([]);
    });

    test('an empty day is one line', async () => {
      const journey = await house.open();
      const text = await morning(journey, '2026-01-13');
      expect(text.trim().split('\n').filter(Boolean)[0]).toBe('Er wacht vandaag niets op u.');
      expect(text.split('\n').filter((line) => /dossier|T-\d/.test(line))).toEqual([]);
    });

    test('each case stands in one list of whom it concerns: to do, for approval, near, late, waiting', async () => {
      const journey = await house.open({ environment: two, policy: quiet });
      const { clock, context } = journey;
      await write(journey, 'laat@post.example', 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.');
      clock.set('2026-01-20T10:00:00+01:00');
      await write(journey, 'dichtbij@post.example', 'Ik annuleer mijn bestelling 2026-0816 en wil mijn geld terug.');
      clock.set('2026-01-26T10:00:00+01:00');
      await write(journey, 'tedoen@post.example', deletion);
      const approval = await awaitingApproval(journey, 'akkoord@post.example');
      await write(journey, 'vanbram@post.example', deletion);
      const of = async (from: string) => (await theCase(journey, from)).reference;
      const theirs = await of('vanbram@post.example');
      await commandCase(context, theirs, () => ({ type: 'assign', to: staffId(journey, bram), by: staffId(journey) }));
      const text = await morning(journey, '2026-01-29');
      const headings = ['Te laat', 'Wacht op uw akkoord', 'Te doen', 'Datum komt dichtbij'];
      const where = (reference: string) => {
        const at = text.indexOf(reference);
        const before = headings.filter((one) => text.includes(one) && text.indexOf(one) < at);
        return at < 0 ? null : before.sort((one, other) => text.indexOf(one) - text.indexOf(other)).at(-1);
      };
      const placed = await Promise.all(['laat', 'dichtbij', 'tedoen'].map(async (one) => where(await of(`${one}@post.example`))));
      expect({ text, placed }).toMatchObject({ placed: ['Te laat', 'Datum komt dichtbij', 'Te doen'] });
      expect(where(approval)).toBe('Wacht op uw akkoord');
      expect(where(theirs)).toBeNull();
      expect(newest(mornings(journey, bram)).text).toContain(theirs);
      for (const secret of ['post.example', '2026-0815']) expect(text).not.toContain(secret);
    });
  });

  describe('a draft that is not urgent', () => {
    test('waits for the morning; who answers that with the reference is sent it, and can approve', async () => {
      const journey = await house.open({ policy: quiet });
      const reference = await awaitingApproval(journey, 'rustig@post.example');
      expect(reviews(journey, reference)).toEqual([]);
      expect(await morning(journey, '2026-01-13')).toContain(reference);
      const mail = newest(mornings(journey));
      await answer(journey, mail, anna, `Graag de brief van\n${reference}`);
      expect(reviews(journey, reference)).toHaveLength(1);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      await decide(journey, reference, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('completed');
      // What is done is not asked again.
      await answer(journey, mail, anna, reference);
      expect(reviews(journey, reference)).toHaveLength(1);
      expect(receipts(journey, reference).at(-1)).toBe('Niet uitgevoerd');
    });

    test('"akkoord" under the morning mail decides nothing; neither does an answer that nobody vouches for, or a colleague’s', async () => {
      const journey = await house.open({ environment: two, policy: quiet });
      const reference = await awaitingApproval(journey, 'streng@post.example');
      await morning(journey, '2026-01-13');
      const mail = newest(mornings(journey));
      await answer(journey, mail, anna, 'akkoord');
      await answer(journey, mail, anna, `akkoord ${reference}`, { authentication: 'fail' });
      await answer(journey, mail, anna, `akkoord ${reference}`, { authentication: 'forged' });
      await answer(journey, mail, anna, `akkoord ${reference}`, { authentication: 'absent' });
      await answer(journey, mail, bram, `akkoord ${reference}`);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect([reviews(journey, reference), reviews(journey, reference, bram)]).toEqual([[], []]);
      const told = journey.lettersTo(anna).filter(({ subject }) => subject === 'Niet uitgevoerd: uw ochtendmail');
      expect(told.length).toBeGreaterThanOrEqual(2);
      await answer(journey, mail, anna, `akkoord ${reference}`);
      expect(await statusOf(journey, reference)).toBe('awaiting-approval');
      expect([reviews(journey, reference).length, reviews(journey, reference, bram).length]).toEqual([1, 0]);
    });

    test('is mailed when asked for on the command line', async () => {
      const journey = await house.open({ policy: quiet });
      const { context } = journey;
      const reference = await awaitingApproval(journey, 'gevraagd@post.example');
      expect(await runIn(context, 'review T-0000-0000-0')).toMatchObject({ status: 1, err: expect.stringContaining('There is no case') });
      expect((await runIn(context, `review ${reference} --as ${bram}`)).status).toBe(2);
      const asked = await runIn(context, `review ${reference.toLowerCase().replaceAll('-', '')} --as ${anna} --json`);
      expect(asked).toEqual({ status: 0, out: '{"done":true}\n', err: '' });
      await journey.settle();
      expect(reviews(journey, reference)).toHaveLength(1);
      await decide(journey, reference, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('completed');
      expect(await runIn(context, `review ${reference}`)).toMatchObject({
        status: 1,
        err: expect.stringContaining('No letter of this case waits'),
      });
    });

    test('is mailed once when its date comes near, by whichever of ten watchers', async () => {
      const journey = await house.open({ policy: quiet });
      const reference = await awaitingApproval(journey, 'straks@post.example');
      const watchers = await tenWorkers(journey);
      const urgent: string[] = [];
      // Due on Wednesday 11 February: two working days before is Monday the 9th.
      for (const day of ['06', '07', '08', '09', '10', '11']) {
        journey.clock.set(`2026-02-${day}T08:00:00+01:00`);
        const found = await sum(watchers.map(async (context) => (await watchDueDates(context)).urgent));
        if (found > 0) urgent.push(`${day}: ${found}`);
      }
      expect(urgent).toEqual(['09: 1']);
      await journey.settle();
      expect(reviews(journey, reference)).toHaveLength(1);
    });

    test('is mailed at once when its date is near already', async () => {
      const journey = await house.open({ policy: quiet });
      await write(journey, 'haast@post.example', deletion);
      journey.clock.set('2026-02-09T07:00:00+01:00');
      const { reference } = await theCase(journey, 'haast@post.example');
      for (const task of ['identity-verified', 'data-erased', 'recipients-told'])
        await commandCase(journey.context, reference, () => ({ type: 'tick-task', task, by: staffId(journey) }));
      await journey.settle();
      expect(reviews(journey, reference)).toHaveLength(1);
    });
  });

  describe('customers’ replies', () => {
    test('ten in ten minutes are one notice, told once by ten workers; the next ten minutes are another', async () => {
      const journey = await house.open();
      const { clock } = journey;
      const from = 'spraakzaam@post.example';
      await write(journey, from, deletion);
      const { reference } = await theCase(journey, from);
      const letter = newest(journey.lettersTo(from));
      const workers = await tenWorkers(journey);
      for (let minute = 0; minute < 10; minute++) {
        await answer(journey, letter, from, `En nog iets, nummer ${minute}.`);
        expect([minute, await sum(workers.map(tellReplies))]).toEqual([minute, 0]);
        clock.forward({ minutes: 1 });
      }
      expect(await sum(workers.map(tellReplies))).toBe(1);
      expect(await sum(workers.map(tellReplies))).toBe(0);
      await journey.settle();
      expect(notices(journey)).toHaveLength(1);
      expect(newest(notices(journey)).text).toContain(reference);
      await answer(journey, letter, from, 'O ja, dit ook.');
      clock.forward({ minutes: 11 });
      expect(await sum(workers.map(tellReplies))).toBe(1);
      expect(await writtenLetters(journey, 'reply-notice')).toBe(2);
    });

    test('each colleague hears of their own cases', async () => {
      const journey = await house.open({ environment: two });
      const { clock, context } = journey;
      for (const from of ['een@post.example', 'twee@post.example']) await write(journey, from, deletion);
      const [one, other] = [await theCase(journey, 'een@post.example'), await theCase(journey, 'twee@post.example')];
      await commandCase(context, other.reference, () => ({ type: 'assign', to: staffId(journey, bram), by: staffId(journey) }));
      for (const from of ['een@post.example', 'twee@post.example'])
        await answer(journey, newest(journey.lettersTo(from)), from, 'Is er al nieuws?');
      clock.forward({ minutes: 10 });
      expect(await tellReplies(context)).toBe(2);
      await journey.settle();
      expect(notices(journey).map(({ text }) => [text.includes(one.reference), text.includes(other.reference)])).toEqual([[true, false]]);
      expect(notices(journey, bram).map(({ text }) => [text.includes(one.reference), text.includes(other.reference)])).toEqual([
        [true, true],
      ]);
    });
  });
});
