// A demand by a public body: who hears of it and when, who may see it, and what it never touches.
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { CaseCommand } from '../../src/case/command.ts';
import { rows } from '../../src/store/db.ts';
import { remindOfDemands } from '../../src/worker/authority-alert.ts';
import { beginDay } from '../../src/worker/begin-day.ts';
import { openByHand } from '../../src/worker/open-by-hand.ts';
import { commandCase, determine } from '../../src/worker/staff-commands.ts';
import { tellReplies } from '../../src/worker/tell-replies.ts';
import { linesOf, runIn } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { mail } from '../support/mail.ts';
import { anna, answer, newest, staffId, theCase, write } from './steps.ts';

const [cato, marit] = ['cato@winkel.example', 'marit@winkel.example'];
const named = { environment: { AUTHORITY: cato } };
const officer = 'vordering@politie.example';
const demand =
  'In een strafrechtelijk onderzoek vordert de officier van justitie op grond van artikel 126na Sv dat u de gebruikersgegevens verstrekt van een telefoonnummer.';
const deletion = 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.';

async function alarms({ context }: Journey): Promise<readonly string[]> {
  const found = await rows<{ code: string; about: string }>(context.db.query, sql`select code, about from alarms order by since, about`);
  return found.map(({ code, about }) => `${code} ${about}`);
}

async function lasting({ context }: Journey): Promise<readonly string[]> {
  const found = await rows<{ code: string; about: string }>(context.db.query, sql`select code, about from alarms where ended_at is null`);
  return found.map(({ code, about }) => `${code} ${about}`).sort();
}

/** References of the demands somebody was alerted to, one for each mail. */
function alertsTo(journey: Journey, address: string): readonly string[] {
  return journey
    .lettersTo(address)
    .flatMap(({ subject }) => (/^Vordering van een overheidsinstantie/.test(subject) ? [/T-\S+\d/.exec(subject)?.[0] ?? ''] : []));
}

async function codeOf(journey: Journey, reference: string, command: CaseCommand): Promise<string> {
  const outcome = await commandCase(journey.context, reference, () => command);
  return outcome.done ? 'done' : (outcome.refusal?.code ?? 'no such case');
}

async function must(journey: Journey, reference: string, ...commands: readonly CaseCommand[]): Promise<void> {
  for (const command of commands) expect([command.type, await codeOf(journey, reference, command)]).toEqual([command.type, 'done']);
}

atEveryPlace((house) => {
  test('on a Saturday at ten to midnight whoever is named hears of it at once, by mail and second channel, and nobody else', async () => {
    const journey = await house.open({ start: '2026-01-10T23:50:00+01:00', ...named });
    await write(journey, officer, demand);
    const { reference, ...one } = await theCase(journey, officer);
    expect(one).toMatchObject({ kind: 'authority', status: 'needs-a-person', dueOn: '2026-01-11' });
    expect(alertsTo(journey, cato)).toEqual([reference]);
    const { text } = newest(journey.lettersTo(cato));
    expect(text).toContain('zaterdag 10 januari 2026 om 23:50 uur');
    expect(text).toContain('zondag 11 januari 2026 om 07:50 uur');
    expect(text).not.toMatch(/politie|126na|telefoonnummer/i);
    expect(await alarms(journey)).toEqual([`authority ${reference}`]);
    // No acknowledgement, no word to anybody else; the clock did not move.
    expect(journey.offered().map(({ to }) => to)).toEqual([[cato]]);
    await journey.settle();
    expect(journey.offered()).toHaveLength(1);
  });

  test('once more after an hour that nobody took it, and the second channel hears when somebody does and when it is done', async () => {
    const journey = await house.open({ start: '2026-01-10T23:50:00+01:00', ...named });
    await write(journey, officer, demand);
    await write(journey, 'andere@politie.example', demand);
    const [late, taken] = [await theCase(journey, officer), await theCase(journey, 'andere@politie.example')];
    const by = staffId(journey, cato);
    await must(journey, taken.reference, { type: 'assign', to: by, by });
    const after = async (minutes: number) => {
      journey.clock.forward({ minutes });
      const told = await remindOfDemands(journey.context);
      await journey.settle();
      return told;
    };
    expect([await after(59), await after(1), await after(60)]).toEqual([0, 1, 0]);
    expect(journey.lettersTo(cato).filter(({ subject }) => subject.startsWith('Nog niet opgepakt')).length).toBe(1);
    expect(newest(journey.lettersTo(cato)).subject).toContain(late.reference);
    expect(await lasting(journey)).toEqual(
      [`authority ${late.reference}`, `authority ${taken.reference}`, `authority-waiting ${late.reference}`].sort(),
    );
    await must(journey, late.reference, { type: 'tick-task', task: 'origin-verified', by });
    expect(await lasting(journey)).toEqual([`authority ${late.reference}`, `authority ${taken.reference}`].sort());
    await must(journey, late.reference, { type: 'close-as-no-request', by });
    expect((await determine(journey.context, taken.reference, 'copy', by)).done).toBe(true);
    expect(await lasting(journey)).toEqual([]);
  });

  test('where nobody is named, managers are', async () => {
    const journey = await house.open();
    await write(journey, officer, demand);
    const { reference } = await theCase(journey, officer);
    expect([alertsTo(journey, marit), alertsTo(journey, anna)]).toEqual([[reference], []]);
    expect(await codeOf(journey, reference, { type: 'tick-task', task: 'origin-verified', by: staffId(journey) })).toBe('not-possible-now');
    await must(journey, reference, { type: 'tick-task', task: 'origin-verified', by: staffId(journey, marit) });
  });

  test('at every door it is alerted to and never acknowledged: forwarded, by hand, and taken for something else first', async () => {
    const journey = await house.open(named);
    // A colleague passes it on.
    const inner = `---------- Forwarded message ---------\nFrom: Team <${officer}>\nDate: Mon, 12 Jan 2026 09:00:00 +0100\nSubject: Vordering\nTo: <${anna}>\n\n${demand}\n`;
    await journey.arrive(mail({ from: anna, subject: 'Fwd: Vordering', text: inner, date: journey.clock.now() }));
    await journey.settle();
    // Somebody takes it down at the telephone.
    const byHand = await openByHand(journey.context, {
      kinds: ['authority', 'deletion'],
      requester: { address: 'recherche@politie.example', name: '' },
      channel: 'telephone',
      words: demand,
      receivedAt: journey.clock.now(),
      orderNumber: null,
      phoneNumbers: [],
      language: null,
      acknowledge: true,
      by: staffId(journey),
    });
    await journey.settle();
    if (!byHand.done) throw new Error('it could not be written down');
    expect(byHand.acknowledgement).toBe('none');
    expect(byHand.cases.map(({ kind, linked }) => [kind, linked])).toEqual([
      ['authority', []],
      ['deletion', []],
    ]);
    // Nobody could tell what it was.
    const unclear = 'gemeente@stad.example';
    await write(journey, unclear, 'Ik verzoek u mijn account te verwijderen, of misschien ook niet.');
    const { reference } = await theCase(journey, unclear);
    const acknowledged = journey.lettersTo(unclear).length;
    expect((await determine(journey.context, reference, 'authority', staffId(journey))).done).toBe(true);
    await journey.settle();
    expect(journey.lettersTo(unclear)).toHaveLength(acknowledged);
    const demands = (await journey.cases()).filter(({ kind }) => kind === 'authority').map((one) => one.reference);
    expect(demands).toHaveLength(3);
    expect([...alertsTo(journey, cato)].sort()).toEqual([...demands].sort());
    expect([...(await alarms(journey))].sort()).toEqual(demands.map((one) => `authority ${one}`).sort());
    expect(journey.offered().filter(({ to }) => to.some((address) => /politie/.test(address)))).toEqual([]);
    for (const one of demands)
      expect(await codeOf(journey, one, { type: 'send-acknowledgement', letterId: one, by: staffId(journey, cato) })).not.toBe('done');
  });

  test('it stands apart from the customer’s case: by the thread, by a reference, and by hand', async () => {
    const journey = await house.open(named);
    const customer = 'klant@post.example';
    await write(journey, customer, deletion);
    const theirs = await theCase(journey, customer);
    // The demand names the customer's case; then it comes in the very thread of that case.
    await write(journey, officer, demand, { subject: `Vordering inzake ${theirs.reference}` });
    await answer(journey, newest(journey.lettersTo(customer)), customer, demand);
    const demands = (await journey.cases()).filter(({ kind }) => kind === 'authority');
    expect(demands).toHaveLength(2);
    const shown = await journey.show(theirs.reference);
    expect(shown.linked).toEqual([]);
    expect(shown.messages).toHaveLength(1);
    expect(demands.flatMap(({ linked }) => linked)).toEqual([]);
    const [first] = demands;
    if (first === undefined) throw new Error('no demand');
    const said = await runIn(journey.context, `link ${theirs.reference} ${first.reference} --as ${cato}`);
    expect(said.status).not.toBe(0);
    expect((await journey.show(theirs.reference)).linked).toEqual([]);
    // What the officer writes next belongs to the demand, and concerns the named alone.
    const told = journey.lettersTo(anna).length;
    await write(journey, officer, 'Wanneer kunnen wij uw antwoord verwachten?', { subject: first.reference });
    journey.clock.forward({ minutes: 15 });
    await tellReplies(journey.context);
    await journey.settle();
    expect(journey.lettersTo(anna)).toHaveLength(told);
  });

  test('one that was linked is tied to nothing any more once a person sees what it is', async () => {
    const journey = await house.open(named);
    const customer = 'dubbel@post.example';
    await write(journey, customer, `${deletion} Daarnaast wil ik graag een kopie van al mijn gegevens.`);
    const [one, other] = await journey.cases(customer);
    if (one === undefined || other === undefined) throw new Error('two cases were expected');
    expect(one.linked).toEqual([other.reference]);
    expect((await determine(journey.context, one.reference, 'authority', staffId(journey))).done).toBe(true);
    expect((await journey.show(one.reference)).linked).toEqual([]);
    expect((await journey.show(other.reference)).linked).toEqual([]);
  });

  test('from call to close: origin, term, disclosure, and nobody else can lift a finger', async () => {
    const journey = await house.open(named);
    await write(journey, officer, demand);
    const { reference } = await theCase(journey, officer);
    const by = staffId(journey, cato);
    const today = '2026-01-12';
    expect(await codeOf(journey, reference, { type: 'tick-task', task: 'demand-assessed', by })).toBe('origin-unverified');
    expect(await codeOf(journey, reference, { type: 'assign', to: staffId(journey), by })).toBe('not-possible-now');
    for (const command of [
      { type: 'tick-task', task: 'origin-verified', by: staffId(journey) },
      { type: 'withdraw', by: staffId(journey, marit) },
      { type: 'place-hold', reviewOn: '2026-03-01', letterOnItsWay: false, by: staffId(journey) },
    ] as const)
      expect(await codeOf(journey, reference, command)).toBe('not-possible-now');
    await must(
      journey,
      reference,
      { type: 'set-term', dueOn: '2026-01-20', by },
      { type: 'tick-task', task: 'origin-verified', by },
      { type: 'tick-task', task: 'demand-assessed', by },
      { type: 'record-disclosure', ground: 'prosecutor', what: ['numbers'], on: today, by },
      { type: 'tick-task', task: 'demand-answered', by },
    );
    const shown = await journey.show(reference);
    expect(shown.dueOn).toBe('2026-01-20');
    expect(shown.demand).toEqual({
      term: { on: '2026-01-20', by },
      disclosures: [{ ground: 'prosecutor', what: ['numbers'], on: today, by }],
    });
    // Its draft, its date and its day concern whoever is named alone.
    journey.clock.set('2026-01-21T09:00:00+01:00');
    const before = journey.offered().length;
    await beginDay(journey.context);
    await journey.settle();
    const since = journey.offered().slice(before);
    const namesIt = since.filter(({ raw }) => Buffer.from(raw).toString('latin1').includes(reference));
    expect([...new Set(namesIt.flatMap(({ to }) => to))]).toEqual([cato]);
  });

  test('on the command line there is no such case to whoever is not named', async () => {
    const journey = await house.open(named);
    await write(journey, officer, demand);
    const { reference } = await theCase(journey, officer);
    const run = (line: string, ...words: readonly string[]) => runIn(journey.context, line, ...words);
    expect(linesOf(await run('cases --all --json'))).toEqual([]);
    expect(linesOf(await run('cases --kind authority --json'))).toEqual([]);
    expect((await run(`cases --authority --as ${anna}`)).status).toBe(2);
    expect(linesOf(await run(`cases --authority --as ${cato} --json`))).toMatchObject([{ reference, kind: 'authority' }]);
    const unknown = await run('case T-1726-8020-8');
    for (const line of [`case ${reference}`, `case ${reference} --as ${anna}`, `case ${reference} --as ${marit} --json`])
      expect([line, await run(line)]).toEqual([line, unknown]);
    for (const line of [`task ${reference} origin-verified --as ${anna}`, `hold ${reference} --until 2026-05-01 --reason x --as ${anna}`])
      expect([line, (await run(line)).err]).toEqual([line, unknown.err]);
    expect((await run(`note ${reference} --as ${anna}`, 'Gebeld.')).err).toBe(unknown.err);
    expect((await run(`case ${reference} --as ${cato}`)).out).toContain(reference);
    expect((await run(`task ${reference} origin-verified --as ${cato}`)).out).toContain(`tijdig task ${reference} demand-assessed --as`);
    expect((await run(`term ${reference} 2026-01-20 --as ${cato}`, '--words', 'Bevel 26-1187, bladzijde 2')).status).toBe(0);
    await run(`task ${reference} demand-assessed --as ${cato}`);
    expect((await run(`disclosure ${reference} --ground tax --nothing --as ${cato}`, '--words', 'x')).status).toBe(2);
    const recorded = await run(`disclosure ${reference} --ground tax --what numbers --as ${cato}`, '--words', 'Bevel 26-1187, per koerier');
    expect([recorded.status, recorded.err]).toEqual([0, '']);
    expect(linesOf(await run(`case ${reference} --json --as ${cato}`))).toMatchObject([
      { dueOn: '2026-01-20', demand: { disclosures: [{ ground: 'tax', what: ['numbers'], on: '2026-01-12' }] } },
    ]);
    // The words are sealed: no event carries them.
    const told = JSON.stringify(await rows(journey.context.db.query, sql`select data from case_events`));
    expect(told).not.toMatch(/26-1187|koerier/);
  });
});
