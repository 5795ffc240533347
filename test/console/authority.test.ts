// A demand by a public body in the console: to whoever is not named for them, there is no such case.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addStaff } from '../../src/store/staff.ts';
import { anna, type Browser, marit, openTestConsole, type TestConsole } from '../support/console.ts';
import { act, newCase, newestReference, requests, stateOf } from './case-steps.ts';

const cato = 'cato@winkel.example';
const auditor = 'otto@winkel.example';
let house: TestConsole;
let browser: Browser;
let named: Browser;
let others: readonly Browser[];
beforeAll(async () => {
  house = await openTestConsole({ AUTHORITY: cato });
  const { db, subKeys, indexKey } = house.context;
  await addStaff(db, subKeys, indexKey, auditor, { roles: ['auditor', 'manager'] });
  await house.context.refreshPeople();
  browser = await house.signedIn(anna);
  named = await house.signedIn(cato);
  others = [browser, await house.signedIn(marit), await house.signedIn(auditor)];
});
afterAll(() => house.stop());

test('it is in nobody’s queue, search or figures but theirs, and its page is no page', async () => {
  const reference = await newCase(house, 'authority');
  const state = await stateOf(house, reference);
  const pages = [
    `/cases/${reference}`,
    `/cases/${reference.toLowerCase().replaceAll('-', '')}`,
    `/live/cases/${reference}?version=1`,
    `/cases/${reference}/messages/${state.openingMessageId}/original`,
    `/cases/${reference}/messages/${state.openingMessageId}/html`,
    `/cases/${reference}/messages/${state.openingMessageId}/html/content`,
  ];
  for (const other of others) {
    for (const page of pages) expect([page, (await other.get(page)).status]).toEqual([page, 404]);
    for (const page of ['/', '/?kind=authority', '/?status=needs-a-person', '/live/queue']) {
      const { text } = await other.get(page);
      expect(text).not.toContain(reference);
      expect(text).not.toContain('overheidsverzoek');
    }
    for (const typed of [reference, 'klant1@elders.example'])
      expect((await other.post('/search', { q: typed })).text).not.toContain('class="cases"');
    expect((await other.post(`/cases/${reference}/note`, { text: 'Gezien.' })).status).toBe(404);
    expect((await other.post(`/cases/${reference}/tick`, { task: 'origin-verified' })).status).toBe(404);
    expect((await other.post(`/cases/${reference}/settle`, { left: 'yes' })).status).toBe(404);
  }
  expect((await others[1]?.get('/manager'))?.text).not.toContain('overheidsverzoek');
  expect(await stateOf(house, reference)).toEqual(state);
  expect((await named.get('/')).text).toContain(reference);
  expect((await named.post('/search', { q: reference })).headers.get('location')).toBe(`/cases/${reference}`);
  expect((await named.get(pages[0] ?? '')).status).toBe(200);
  expect((await named.get(pages[3] ?? '')).status).toBe(200);
  expect((await act(named, reference, 'tick', { task: 'origin-verified' })).status).toBe(303);
  expect((await stateOf(house, reference)).tasks[0]?.ticked?.by).toBe(house.member(cato).id);
});

test('who is named for demands alone does nothing to other cases', async () => {
  const reference = await newCase(house, 'deletion');
  expect((await named.post(`/cases/${reference}/tick`, { task: 'data-erased' })).status).toBe(403);
});

test('the customer’s page shows nothing of a demand by the same sender', async () => {
  await house.write('dubbel@elders.example', requests.authority);
  const demand = await newestReference(house);
  await house.write('dubbel@elders.example', requests.copy);
  const reference = await newestReference(house);
  for (const one of [browser, named]) {
    const page = await one.get(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(demand);
    expect(page.text).not.toContain('overheidsverzoek');
  }
});

test('whoever sees that a message is a demand is led away from it', async () => {
  const reference = await newCase(house, 'copy');
  const answer = await browser.post(`/cases/${reference}/reclassify`, { kind: 'authority', reason: 'Een vordering.' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
  expect((await browser.get(`/cases/${reference}`)).status).toBe(404);
  await house.settle();
  expect((await house.lettersTo(cato)).some(({ subject }) => subject.includes(reference))).toBe(true);
});
