import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCase } from '../../src/commands/show.ts';
import { loadCase } from '../../src/store/cases.ts';
import { updatePerson } from '../../src/store/persons.ts';
import { writeReviews } from '../../src/worker/review.ts';
import { showCase } from '../../src/worker/show-case.ts';
import { anna, type Browser, openTestConsole, type TestConsole } from '../support/console.ts';
import { act, doTheWork, newestReference, viewOf } from './case-steps.ts';

let house: TestConsole;
let browser: Browser;
beforeAll(async () => {
  house = await openTestConsole();
  browser = await house.signedIn(anna);
});
afterAll(() => house.stop());

const sentence = 'Graag mijn adres wijzigen naar Kanaalstraat 14, 3531 CJ Utrecht.';

let written = 0;

async function newChange(text = `Goedendag.\n\n${sentence}\n\nHet gaat om bestelling 48213.\n`): Promise<string> {
  written += 1;
  await house.write(`klant${written}@elders.example`, text);
  return newestReference(house);
}

/** The part of a page with that class. */
function part(page: { readonly text: string }, name: string): string {
  return new RegExp(`<section class="box ${name}"[^]*?</section>`).exec(page.text)?.[0].replace(/<\/?bdi>/g, '') ?? '';
}

test('what a message names is shown with its sentence, and the task says what to change until it is done', async () => {
  const reference = await newChange();
  const page = await browser.get(`/cases/${reference}`);
  const facts = part(page, 'facts');
  expect(facts).toContain('Uit het bericht');
  expect(facts).toContain('<dt>Nieuw adres</dt><dd>Kanaalstraat 14, 3531 CJ Utrecht<q');
  expect(facts).toContain(`lang="nl">${sentence}</q>`);
  expect(facts).toContain('<dt>Bestelling of factuur</dt><dd>48213<q');
  const note = 'Nieuw adres: Kanaalstraat 14, 3531 CJ Utrecht</span>';
  expect(part(page, 'tasks').indexOf(note)).toBeGreaterThan(part(page, 'tasks').indexOf('Gegevens gewijzigd'));
  await act(browser, reference, 'tick', { task: 'identity-verified' });
  expect(part(await browser.get(`/cases/${reference}`), 'tasks')).toContain(note);
  await doTheWork(house, reference);
  expect(part(await browser.get(`/cases/${reference}`), 'tasks')).not.toContain(note);
});

test('the same in English, and on the command line', async () => {
  const reference = await newChange();
  const other = await house.signedIn(anna);
  await other.post('/language', { language: 'en', back: `/cases/${reference}` });
  const facts = part(await other.get(`/cases/${reference}`), 'facts');
  expect(facts).toContain('From the message');
  expect(facts).toContain('<dt>New address</dt>');
  const shown = await showCase(house.context, reference);
  if (shown === null) throw new Error('no such case');
  const told = writeCase(shown);
  expect(told).toContain(`From the message\n  New address: Kanaalstraat 14, 3531 CJ Utrecht   “${sentence}”\n  Order or invoice: 48213`);
  expect(told).toContain('data-changed: Data changed\n      New address: Kanaalstraat 14, 3531 CJ Utrecht\n');
});

test('the account for a refund is shown while the case is open, in both languages, and in no mail', async () => {
  const reference = await newChange('Graag mijn geld terug voor bestelling 48213, op NL91 ABNA 0417 1643 00.');
  const page = await browser.get(`/cases/${reference}`);
  expect(part(page, 'facts')).toContain('<dt>Rekening voor de terugbetaling</dt><dd>NL91 ABNA 0417 1643 00<span');
  expect(part(page, 'facts')).toContain('Alleen zichtbaar zolang de zaak openstaat');
  expect(page.text).toContain('op [IBAN].');
  const other = await house.signedIn(anna);
  await other.post('/language', { language: 'en', back: `/cases/${reference}` });
  expect(part(await other.get(`/cases/${reference}`), 'facts')).toContain('<dt>Account for the refund</dt>');
  await doTheWork(house, reference);
  await house.settle();
  const { draft, person } = await viewOf(house, reference);
  expect(person.payout).toEqual(['NL91ABNA0417164300']);
  expect(draft?.letter.content?.text).not.toMatch(/NL91|0417/);
  await act(browser, reference, 'withdraw', { reason: 'Toch niet: het moest naar NL91 ABNA 0417 1643 00.' });
  const ended = await viewOf(house, reference);
  expect(ended.state.status).toBe('withdrawn');
  expect(ended.person.payout).toEqual([]);
  expect((await browser.get(`/cases/${reference}`)).text).not.toMatch(/NL91|0417/);
});

test('the review mail names the facts; the letter to the customer only which data; the events neither', async () => {
  const reference = await newChange();
  await doTheWork(house, reference);
  await house.settle();
  const { draft, events } = await viewOf(house, reference);
  expect(draft?.letter.content?.text).toContain('Dit hebben wij gewijzigd:\n- uw adres\n');
  expect(draft?.letter.content?.text).not.toContain('Kanaalstraat');
  expect(JSON.stringify(events)).not.toContain('Kanaalstraat');
  const { state } = await viewOf(house, reference);
  if (state.status !== 'awaiting-approval') throw new Error('no draft waits');
  const [mail] = await writeReviews(house.context, state, [house.member(anna)]);
  expect(mail?.content.text).toContain(`- Nieuw adres: Kanaalstraat 14, 3531 CJ Utrecht (“${sentence}”)`);
});

test('a case of before the sentences were kept shows its facts without them', async () => {
  const reference = await newChange();
  const { db, subKeys } = house.context;
  const loaded = await loadCase(db.query, subKeys, reference);
  if (loaded === null) throw new Error('no such case');
  const { evidence: _, ...former } = loaded.person;
  await db.transaction((tx) => updatePerson(tx, subKeys, loaded.state.id, former as typeof loaded.person));
  expect((await loadCase(db.query, subKeys, reference))?.person.evidence).toEqual([]);
  const facts = part(await browser.get(`/cases/${reference}`), 'facts');
  expect(facts).toContain('<dd>Kanaalstraat 14, 3531 CJ Utrecht</dd>');
  expect(facts).not.toContain('<q');
});

test('a message that names nothing has no such box', async () => {
  const reference = await newChange('Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
  expect((await browser.get(`/cases/${reference}`)).text).not.toContain('Uit het bericht');
});

test('what a fact holds is never markup', async () => {
  const reference = await newChange('Graag mijn adres wijzigen naar Kade 4 <b onclick=alert(1)>Rotterdam</b>.');
  const page = await browser.get(`/cases/${reference}`);
  expect(part(page, 'facts')).toContain('Kade 4 &lt;b onclick=alert(1)&gt;');
  expect(page.text).not.toContain('<b onclick');
});
