// A case lived to its end, with every turn it can take.
import { describe, expect, test } from 'vitest';
import type { CaseCommand } from '../../src/case/command.ts';
import { endWaiver, recordWaiver } from '../../src/store/waivers.ts';
import { underWaiver } from '../../src/worker/four-eyes.ts';
import { type Rewritten, rewriteDraft } from '../../src/worker/rewrite-draft.ts';
import { approve, commandCase, determine, reject, requestLetter, type StaffOutcome } from '../../src/worker/staff-commands.ts';
import { watchDueDates } from '../../src/worker/watch-due-dates.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { bounce } from '../support/mail.ts';
import { anna, answer, customerLetters, decide, doTheWork, newest, reviews, staffId, statusOf, theCase, write } from './steps.ts';

const berend = 'berend@winkel.example';
const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';
const copy = 'Ik wil graag een kopie van alle persoonsgegevens die u van mij hebt.';

/** A command that must be carried out, and what it makes ready to leave, sent. */
async function turn(journey: Journey, reference: string, command: CaseCommand): Promise<void> {
  must(await commandCase(journey.context, reference, () => command));
  await journey.settle();
}

function must(outcome: StaffOutcome): void {
  if (!outcome.done) throw new Error(`refused: ${outcome.refusal?.code ?? 'no such case'}`);
}

async function refusalOf(journey: Journey, reference: string, command: CaseCommand): Promise<string> {
  return codeOf(await commandCase(journey.context, reference, () => command));
}

function codeOf(outcome: StaffOutcome): string {
  return outcome.done ? 'done' : (outcome.refusal?.code ?? 'no such case');
}

function edited(body: string): Rewritten {
  return { hash: null, body, keep: 'all', added: [] };
}

function by(journey: Journey, address = anna) {
  return { by: staffId(journey, address) };
}

/** Asks for a letter, has it approved and sent; the letter as the customer got it. */
async function send(
  journey: Journey,
  reference: string,
  kind: Parameters<typeof requestLetter>[2],
  input: NonNullable<Parameters<typeof requestLetter>[4]>['input'] = {},
) {
  must(await requestLetter(journey.context, reference, kind, staffId(journey), { input }));
  must(await approve(journey.context, reference, staffId(journey)));
  await journey.settle();
  const { requester } = await journey.show(reference);
  return newest(journey.lettersTo(requester ?? ''));
}

atEveryPlace((house) => {
  describe('every kind to its end', () => {
    test.each([
      ['change', 'Wilt u mijn adres wijzigen? Ik ben verhuisd naar Dorpsstraat 1 in Ede.'],
      ['deletion', deletion],
      ['copy', copy],
      ['refund', 'Ik annuleer mijn bestelling van gisteren en wil mijn geld terug.'],
      ['objection', 'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame. Stop daarmee.'],
    ])('%s', async (kind, words) => {
      const journey = house.shared();
      const from = `einde-${kind}@post.example`;
      await write(journey, from, words);
      const { reference } = await theCase(journey, from);
      expect(await journey.show(reference)).toMatchObject({ kind });
      await doTheWork(journey, reference);
      await decide(journey, reference, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('completed');
      expect(await customerLetters(journey, reference)).toEqual(['acknowledgement accepted', 'completion-notice accepted']);
    });

    test('what nobody could tell is read by a person first', async () => {
      const journey = house.shared();
      const from = 'onduidelijk@post.example';
      await write(journey, from, 'Ik verzoek u mijn account te verwijderen, of misschien ook niet.');
      const { reference } = await theCase(journey, from);
      must(await determine(journey.context, reference, 'objection', staffId(journey)));
      await doTheWork(journey, reference);
      await decide(journey, reference, 'akkoord');
      expect(await journey.show(reference)).toMatchObject({ kind: 'objection', status: 'completed' });
    });
  });

  test('four eyes waived and wanted again, while a case is open: what is asked for counts', async () => {
    const journey = await house.open({
      policy: { kinds: { deletion: { completion: 'four-eyes' } } },
      environment: { STAFF: `${anna},${berend}` },
    });
    const { context } = journey;
    const [one, other] = [staffId(journey), staffId(journey, berend)];
    await write(journey, 'alleen@post.example', deletion);
    const { reference } = await theCase(journey, 'alleen@post.example');
    await doTheWork(journey, reference);
    // As at the next start: an office of one from here on.
    await recordWaiver(context.db, context.subKeys, { by: one, at: context.clock.now().toString(), reason: 'alone' });
    const policies = new Map([...context.policies].map(([hash, policy]) => [hash, underWaiver(policy)]));
    const alone = { ...context, policy: underWaiver(context.policy), policies };
    const sendBack = (house: typeof context) => reject(house, reference, one, 'Opnieuw, onder de regels van nu.');
    const ask = (house: typeof context) => requestLetter(house, reference, 'completion-notice', one);
    must(await sendBack(alone));
    must(await ask(alone));
    expect((await journey.show(reference)).draft).toMatchObject({ approvalsNeeded: 1 });
    await endWaiver(context.db, one, context.clock.now().toString());
    expect(codeOf(await approve(context, reference, one))).toBe('draft-outdated');
    must(await sendBack(context));
    must(await ask(context));
    must(await approve(context, reference, one));
    expect((await journey.show(reference)).status).toBe('awaiting-approval');
    must(await sendBack(context));
    await recordWaiver(context.db, context.subKeys, { by: one, at: context.clock.now().toString(), reason: 'alone again' });
    must(await ask(alone));
    must(await approve(alone, reference, other));
    await journey.settle();
    expect(await statusOf(journey, reference)).toBe('completed');
  });

  describe('refund', () => {
    const order = (day: string) => `Ik annuleer mijn bestelling. De dienst werd geleverd op ${day} en ik wil mijn geld terug.`;

    test('inside the window', async () => {
      const journey = house.shared();
      const from = 'binnen-de-termijn@post.example';
      await write(journey, from, order('9 januari 2026'));
      const { reference } = await theCase(journey, from);
      expect((await journey.show(reference)).dates.refundWindowEndsOn).toBe('2026-01-13');
      await doTheWork(journey, reference);
      await decide(journey, reference, 'akkoord');
      expect(await statusOf(journey, reference)).toBe('completed');
      expect(newest(journey.lettersTo(from)).text).toContain('U krijgt het bedrag terug');
    });

    test('outside the window a person weighs both rights, and nothing is refused before', async () => {
      const journey = house.shared();
      const from = 'buiten-de-termijn@post.example';
      await write(journey, from, order('2 januari 2026'));
      const { reference } = await theCase(journey, from);
      expect((await journey.show(reference)).dates.refundWindowEndsOn).toBe('2026-01-06');
      const asked = await send(journey, reference, 'refund-window');
      expect(asked.text).toMatch(/veertien dagen|14 dagen/);
      expect(await statusOf(journey, reference)).toBe('in-progress');

      const refuse = { type: 'request-letter', letterKind: 'refusal', ...by(journey) } as const;
      expect(await refusalOf(journey, reference, refuse)).toBe('refund-not-assessed');
      await turn(journey, reference, { type: 'tick-task', task: 'refund-window-checked', ...by(journey) });
      expect(codeOf(await requestLetter(journey.context, reference, 'refusal', staffId(journey)))).toBe('words-missing');
      const refused = await send(journey, reference, 'refusal', { reasons: 'De dienst is op uw verzoek volledig geleverd.' });
      expect(refused.text).toContain('ConsuWijzer');
      expect(refused.text).not.toContain('Autoriteit Persoonsgegevens');
      expect(await statusOf(journey, reference)).toBe('refused');
    });

    test('and deletion in one mail: the refund comes first', async () => {
      const journey = house.shared();
      const from = 'eerst-geld@post.example';
      await write(journey, from, `${deletion}\n\nIk wil ook mijn geld terug voor mijn bestelling.`);
      const cases = await journey.cases(from);
      const refund = cases.find(({ kind }) => kind === 'refund')?.reference ?? '';
      const erasure = cases.find(({ kind }) => kind === 'deletion')?.reference ?? '';
      await doTheWork(journey, erasure);
      const complete = { type: 'request-letter', letterKind: 'completion-notice', ...by(journey) } as const;
      expect(await refusalOf(journey, erasure, complete)).toBe('earlier-request-open');
      expect(reviews(journey, erasure)).toEqual([]);
      await doTheWork(journey, refund);
      await decide(journey, refund, 'akkoord');
      expect(await statusOf(journey, refund)).toBe('completed');
      await decide(journey, erasure, 'akkoord');
      expect(await statusOf(journey, erasure)).toBe('completed');
    });
  });

  test('clarification: one question, a pause a manager accepts, and the answer goes on with the case', async () => {
    const journey = await house.open();
    const from = 'toelichting@post.example';
    await write(journey, from, copy);
    const { reference } = await theCase(journey, from);
    const question = await send(journey, reference, 'clarification', {
      words: 'Over welke periode wilt u de gegevens?',
      because: ['pause'],
    });
    expect(question.text).toContain('Over welke periode wilt u de gegevens?');
    expect(await statusOf(journey, reference)).toBe('awaiting-clarification');
    expect(codeOf(await requestLetter(journey.context, reference, 'clarification', staffId(journey), { input: { words: 'En?' } }))).toBe(
      'already-asked',
    );
    const before = (await journey.show(reference)).dates;
    await turn(journey, reference, { type: 'pause', because: 'clarification', ...by(journey) });
    journey.clock.forward({ hours: 24 * 3 });
    await answer(journey, question, from, 'Over heel 2025 graag.');
    const waiting = (await journey.show(reference)).dates;
    expect([waiting.dueOn, waiting.pausedDueOn]).toEqual([before.dueOn, Temporal.PlainDate.from(before.dueOn).add({ days: 3 }).toString()]);
    expect(await statusOf(journey, reference)).toBe('awaiting-identity');
    await turn(journey, reference, { type: 'accept-pause', ...by(journey, 'marit@winkel.example') });
    expect((await journey.show(reference)).dates.dueOn).toBe(waiting.pausedDueOn);
    await doTheWork(journey, reference);
    await decide(journey, reference, 'akkoord');
    expect(await statusOf(journey, reference)).toBe('completed');
  });

  test('extension: once, with reasons, to three months from receipt; our own promise stays broken by name', async () => {
    const journey = await house.open();
    const from = 'verlenging@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    const before = (await journey.show(reference)).dates;
    const letter = await send(journey, reference, 'extension', {
      because: ['complexity'],
      words: 'Uw gegevens staan in drie systemen die wij een voor een moeten nalopen.',
    });
    expect(letter.text).toContain('drie systemen');
    const { dates } = await journey.show(reference);
    // Received on 12 January 2026; 12 April is a Sunday.
    expect([before.policyOn, before.legalOn, dates.policyOn, dates.dueOn]).toEqual([
      '2026-02-11',
      '2026-02-12',
      '2026-02-11',
      '2026-04-13',
    ]);
    expect(letter.text).toContain('13 april 2026');
    expect(dates.why.map(({ rule }) => rule)).toContain('extension');
    const again = { input: { because: ['complexity'], words: 'Nog een keer.' } };
    expect(codeOf(await requestLetter(journey.context, reference, 'extension', staffId(journey), again))).toBe('already-extended');
    await turn(journey, reference, { type: 'accept-breach', ...by(journey, 'marit@winkel.example') });
    expect((await journey.show(reference)).events.map(({ type }) => type)).toContain('breach-accepted');
  });

  test('an extension that comes after the first term is refused', async () => {
    const journey = await house.open();
    const from = 'te-laat-verlengd@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    const ask = { input: { because: ['complexity'], words: 'Het is veel werk.' } };
    journey.clock.set('2026-02-12T22:59:00Z');
    must(await requestLetter(journey.context, reference, 'extension', staffId(journey), ask));
    journey.clock.set('2026-02-12T23:00:00Z');
    expect(codeOf(await approve(journey.context, reference, staffId(journey)))).toBe('extension-too-late');
  });

  test('refusal with four eyes: two different people, and the remedies cannot be edited away', async () => {
    const journey = await house.open({ environment: { STAFF: `${anna},${berend}` }, policy: { refusal: 'four-eyes' } });
    const from = 'geweigerd@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    must(
      await requestLetter(journey.context, reference, 'refusal', staffId(journey), { input: { reasons: 'Wij mogen dit niet wissen.' } }),
    );
    // The mail about the first draft has come before the one about the second is written.
    await journey.settle();
    must(
      await rewriteDraft(
        journey.context,
        reference,
        staffId(journey),
        edited('Goedendag,\n\nDat doen wij niet, omdat de wet het verbiedt.'),
      ),
    );
    await journey.settle();
    expect(codeOf(await approve(journey.context, reference, staffId(journey)))).toBe('already-approved');
    expect(journey.lettersTo(from)).toHaveLength(1);
    await decide(journey, reference, 'akkoord', { by: berend });
    const letter = newest(journey.lettersTo(from));
    expect(letter.text).toContain('omdat de wet het verbiedt');
    expect(letter.text).toContain('Autoriteit Persoonsgegevens');
    expect(letter.text).toMatch(/zes weken/);
    expect(await statusOf(journey, reference)).toBe('refused');
  });

  test('the same person twice is one person, and an edit takes every approval away', async () => {
    const journey = await house.open({
      environment: { STAFF: `${anna},${berend}` },
      policy: { kinds: { deletion: { completion: 'four-eyes' } } },
    });
    const from = 'vier-ogen@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await doTheWork(journey, reference);
    must(await approve(journey.context, reference, staffId(journey)));
    expect(codeOf(await approve(journey.context, reference, staffId(journey)))).toBe('already-approved');
    must(await rewriteDraft(journey.context, reference, staffId(journey, berend), edited('Goedendag,\n\nAlles is weg.')));
    expect((await journey.show(reference)).draft).toMatchObject({ approvals: [], editedBy: staffId(journey, berend) });
    expect(codeOf(await approve(journey.context, reference, staffId(journey, berend)))).toBe('already-approved');
    must(await approve(journey.context, reference, staffId(journey)));
    await journey.settle();
    expect(newest(journey.lettersTo(from)).text).toContain('Alles is weg.');
    expect(await statusOf(journey, reference)).toBe('completed');
  });

  test('an approval can be taken back for sixty seconds', async () => {
    const journey = await house.open({ policy: { undoSeconds: 60 } });
    const from = 'bedenktijd@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await doTheWork(journey, reference);
    must(await approve(journey.context, reference, staffId(journey)));
    journey.clock.forward({ seconds: 59 });
    await journey.settle();
    expect(journey.lettersTo(from)).toHaveLength(1);
    await turn(journey, reference, { type: 'undo-approval', letterOnItsWay: false, ...by(journey) });
    expect(await statusOf(journey, reference)).toBe('awaiting-approval');
    journey.clock.forward({ minutes: 10 });
    await journey.settle();
    expect(journey.lettersTo(from)).toHaveLength(1);
    must(await approve(journey.context, reference, staffId(journey)));
    journey.clock.forward({ seconds: 60 });
    await journey.settle();
    expect(journey.lettersTo(from)).toHaveLength(2);
    expect(await statusOf(journey, reference)).toBe('completed');
  });

  test('withdrawn by the customer: nothing more is sent', async () => {
    const journey = house.shared();
    const from = 'laat-maar@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await doTheWork(journey, reference);
    await answer(journey, newest(journey.lettersTo(from)), from, 'Laat maar, ik blijf toch klant.');
    expect((await journey.show(reference)).attention).toContain('new-message');
    await turn(journey, reference, { type: 'withdraw', ...by(journey) });
    expect(await statusOf(journey, reference)).toBe('withdrawn');
    expect(journey.lettersTo(from)).toHaveLength(1);
  });

  test('a legal hold stops a deletion, also one that is approved and has not left', async () => {
    const journey = await house.open({ policy: { undoSeconds: 60 } });
    const from = 'bewaarplicht@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await doTheWork(journey, reference);
    must(await approve(journey.context, reference, staffId(journey)));
    await turn(journey, reference, { type: 'place-hold', reviewOn: '2026-03-01', letterOnItsWay: false, ...by(journey) });
    journey.clock.forward({ hours: 1 });
    await journey.settle();
    expect(journey.lettersTo(from)).toHaveLength(1);
    const complete = { type: 'request-letter', letterKind: 'completion-notice', ...by(journey) } as const;
    expect(await refusalOf(journey, reference, complete)).toBe('on-hold');
    await turn(journey, reference, { type: 'lift-hold', ...by(journey) });
    await turn(journey, reference, complete);
    must(await approve(journey.context, reference, staffId(journey)));
    journey.clock.forward({ minutes: 2 });
    await journey.settle();
    expect(await statusOf(journey, reference)).toBe('completed');
  });

  test('a legal hold on a closed case is told of when its review comes, once, and the case stays closed', async () => {
    const journey = await house.open();
    const from = 'geschil@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await turn(journey, reference, { type: 'withdraw', ...by(journey) });
    await turn(journey, reference, { type: 'place-hold', reviewOn: '2026-02-02', letterOnItsWay: false, ...by(journey) });
    const begin = async (day: string) => {
      journey.clock.set(`${day}T09:00:00+01:00`);
      return (await watchDueDates(journey.context)).changed;
    };
    expect([await begin('2026-01-30'), await begin('2026-02-02'), await begin('2026-02-03')]).toEqual([0, 1, 0]);
    expect(await journey.show(reference)).toMatchObject({ status: 'withdrawn', attention: ['hold-review-due'] });
    await turn(journey, reference, { type: 'lift-hold', ...by(journey) });
    expect(await journey.show(reference)).toMatchObject({ status: 'withdrawn', attention: [], hold: null });
  });

  test('a completion notice that bounces reopens its case', async () => {
    const journey = house.shared();
    const from = 'onbestelbaar@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await doTheWork(journey, reference);
    await decide(journey, reference, 'akkoord');
    expect(await statusOf(journey, reference)).toBe('completed');
    await journey.arrive(bounce(newest(journey.lettersTo(from)), journey.clock.now()));
    await journey.settle();
    const shown = await journey.show(reference);
    expect(shown).toMatchObject({ status: 'in-progress' });
    expect(shown.attention).toContain('requester-unreachable');
    expect(shown.events.at(-1)).toMatchObject({ type: 'case-reopened', because: 'bounce' });
  });

  test('answered wrongly: reopened, corrected, and the dates stay as they were', async () => {
    const journey = house.shared();
    const from = 'fout-beantwoord@post.example';
    await write(journey, from, deletion);
    const { reference } = await theCase(journey, from);
    await doTheWork(journey, reference);
    await decide(journey, reference, 'akkoord');
    const before = (await journey.show(reference)).dates;
    await turn(journey, reference, { type: 'reopen', ...by(journey) });
    const letter = await send(journey, reference, 'correction', { words: 'Wij schreven dat alles weg was. Eén factuur bewaren wij nog.' });
    expect(letter.text).toContain('Eén factuur bewaren wij nog.');
    expect((await journey.show(reference)).dates).toEqual(before);
  });
});
