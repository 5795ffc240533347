// Somebody asks what Tijdig itself holds of them, or wants it gone.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { findTombstone } from '../../src/store/tombstones.ts';
import { approve } from '../../src/worker/staff-commands.ts';
import { linesOf, runIn } from '../support/command-line.ts';
import { atEveryPlace } from '../support/ground.ts';
import type { Journey } from '../support/journey.ts';
import { holdCase, leftovers, readable } from '../support/keepsakes.ts';
import { awaitingApproval, staffId, theCase, write } from './steps.ts';

const manager = '--as marit@winkel.example';
const anja = 'anja.zonneveld@klant.example';
const theo = 'theo.maanlicht@klant.example';

async function complete(journey: Journey, requester: string): Promise<string> {
  const reference = await awaitingApproval(journey, requester);
  expect((await approve(journey.context, reference, staffId(journey))).done).toBe(true);
  await journey.settle();
  return reference;
}

async function caseId({ context }: Journey, reference: string): Promise<string> {
  const [found] = await rows<{ id: string }>(context.db.query, sql`select id from cases where reference = ${reference}`);
  return found?.id ?? '';
}

async function saying(journey: Journey, word: string): Promise<number> {
  return (await readable(journey.context)).filter(({ said }) => said.includes(word)).length;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tijdig-person-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

atEveryPlace(({ open }) => {
  test('erasing takes closed cases and other mail at once, from the mailbox too, and leaves everybody else’s', async () => {
    const journey = await open({ environment: { MAILBOX_CLEANUP: 'on' } });
    const reference = await complete(journey, anja);
    await complete(journey, theo);
    await write(journey, anja, 'Nog bedankt voor de snelle hulp, groet Zonneveld.', { subject: 'Dank' });
    const [anjas, theos] = [await saying(journey, 'zonneveld'), await saying(journey, 'maanlicht')];
    const dry = await runIn(journey.context, `person ${anja} --erase --dry-run ${manager} --json`);
    expect(dry).toMatchObject({ status: 0, err: '' });
    expect(linesOf(dry)[0]).toMatchObject({ cases: 1, stays: [] });
    expect(await saying(journey, 'zonneveld')).toBe(anjas);
    const done = await runIn(journey.context, `person ${anja} --erase ${manager}`);
    expect(done).toMatchObject({ status: 0, err: '' });
    expect(done.out).toMatch(/^Erased: the content of \d+ message\(s\), \d+ letter\(s\) and 1 case\(s\)\..*\n\d+ copies were removed/);
    expect(await saying(journey, 'zonneveld')).toBe(0);
    expect(await saying(journey, 'maanlicht')).toBe(theos);
    expect(await leftovers(journey.context)).toEqual({ orphans: 0, keys: 0 });
    for (const name of ['INBOX', 'Sent']) {
      const there = await journey.doors.mailbox.fetch(name, { from: 1, to: null }, 100);
      expect(there.filter(({ raw }) => Buffer.from(raw).includes('zonneveld')).length).toBe(0);
    }
    const marit = journey.context.people.find(({ address }) => address === 'marit@winkel.example');
    const stone = await findTombstone(journey.context.db.query, 'case', await caseId(journey, reference));
    expect(stone).toMatchObject({ because: 'person', rule: 'person', by: marit?.id });
    expect((await journey.show(reference)).erased).toMatchObject({ because: 'person' });
    expect((await runIn(journey.context, `case ${reference}`)).out).toContain('because the person asked for it');
    expect((await runIn(journey.context, `person ${anja} --erase ${manager}`)).out).toBe('Nothing was erased.\n');
    expect(journey.logged.join('\n')).not.toContain('zonneveld');
  });

  test('open and held cases are refused by name, with what to do; the rest goes', async () => {
    const journey = await open();
    const held = await complete(journey, anja);
    await holdCase(journey.context, await caseId(journey, held));
    const through = await complete(journey, theo);
    await write(journey, theo, 'Ik wil graag een kopie van al mijn gegevens ontvangen.');
    const open_ = (await journey.cases(theo)).find(({ reference }) => reference !== through)?.reference ?? '';
    const before = await saying(journey, 'zonneveld');
    const first = await runIn(journey.context, `person ${anja} --erase ${manager}`);
    expect(first.status).toBe(1);
    expect(first.out).toContain(
      `${held} stays: it is under a legal hold. Lift that first, where it no longer applies: tijdig lift ${held}\n`,
    );
    expect(await saying(journey, 'zonneveld')).toBe(before);
    const second = await runIn(journey.context, `person ${theo} --erase ${manager}`);
    expect(second.status).toBe(1);
    expect(second.out).toContain('and 1 case(s).');
    expect(second.out).toContain(`${open_} stays: it is open. Finish it first: tijdig case ${open_}\n`);
    expect((await journey.show(through)).requester).toBe(null);
    expect((await theCase(journey, theo)).reference).toBe(open_);
  });

  test('the export holds what can be read about them, of nobody else, in a file that others cannot read', async () => {
    const journey = await open();
    const reference = await complete(journey, anja);
    await complete(journey, theo);
    await write(journey, anja, 'Nog bedankt voor de snelle hulp, groet Zonneveld.', { subject: 'Dank' });
    const file = join(folder(), 'anja.json');
    const said = await runIn(journey.context, `person ${anja} --export ${file} ${manager}`);
    expect(said).toMatchObject({ status: 0, err: '' });
    const text = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o077).toBe(0);
    const found = JSON.parse(text);
    expect(Object.keys(found)[0]).toBe('explanation');
    expect(found.cases.map((one: { reference: string }) => one.reference)).toEqual([reference]);
    const [only] = found.cases;
    expect(only).toMatchObject({ kind: 'deletion', status: 'completed', erased: null, requester: { address: anja } });
    expect(only.why.length).toBeGreaterThan(1);
    expect(only.letters.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['acknowledgement', 'completion-notice']);
    expect(only.messages[0].text).toContain('verwijderen');
    expect(Buffer.from(only.messages[0].original, 'base64').toString()).toContain('Subject: Een vraag');
    expect(found.otherMessages.map(({ subject }: { subject: string }) => subject)).toEqual(['Dank']);
    expect(text).not.toContain('maanlicht');
    expect(text).not.toContain('anna@winkel.example');
    await runIn(journey.context, `person ${anja} --erase ${manager}`);
    await runIn(journey.context, `person ${anja} --export ${file} ${manager}`);
    const after = JSON.parse(readFileSync(file, 'utf8'));
    expect(after.cases[0]).toMatchObject({ reference, requester: null, erased: { because: 'person' } });
    expect(readFileSync(file, 'utf8').replaceAll(anja, '')).not.toContain('onneveld');
  });

  test('what a public body demanded is in neither', async () => {
    const journey = await open();
    const officer = 'w.degroot@politie.example';
    await write(
      journey,
      officer,
      'Wij vorderen op grond van artikel 126nd Sv de verstrekking van de gegevens van de gebruiker van nummer 097010280123.',
      { subject: 'Vordering verstrekking gegevens' },
    );
    const [demand] = await rows<{ kind: string }>(journey.context.db.query, sql`select kind from cases`);
    expect(demand?.kind).toBe('authority');
    const before = await saying(journey, 'degroot');
    const file = join(folder(), 'officer.json');
    const said = await runIn(journey.context, `person ${officer} --export ${file} ${manager} --json`);
    expect(linesOf(said)).toEqual([{ cases: 0, messages: 0, letters: 0 }]);
    expect(readFileSync(file, 'utf8')).not.toMatch(/126nd|097010280123/);
    expect(await runIn(journey.context, `person ${officer} --erase ${manager}`)).toMatchObject({ status: 0, out: 'Nothing was erased.\n' });
    expect(await saying(journey, 'degroot')).toBe(before);
  });

  test('it is for managers, about others, and one thing at a time', async () => {
    const journey = await open();
    const run = (args: string) => runIn(journey.context, `person ${args}`);
    expect(await run(`${anja} --erase --as anna@winkel.example`)).toMatchObject({ status: 1, out: '' });
    expect((await run(`anna@winkel.example --erase ${manager}`)).err).toContain('one of our own people');
    for (const wrong of [
      `${anja} ${manager}`,
      `${anja} --erase --export x ${manager}`,
      `${anja} --export x --dry-run ${manager}`,
      `anja --erase`,
    ])
      expect((await run(wrong)).status).toBe(2);
  });
});
