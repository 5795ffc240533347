import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addStaff } from '../../src/store/staff.ts';
import { runIn } from '../support/command-line.ts';
import { anna, type Browser, bram, marit, openTestConsole, type TestConsole } from '../support/console.ts';
import { act, doTheWork, fieldsOf, newCase, refusalIn, stateOf, stepIn, viewOf } from './case-steps.ts';

let house: TestConsole;
let browser: Browser;
let colleague: Browser;
beforeAll(async () => {
  house = await openTestConsole();
  browser = await house.signedIn(anna);
  colleague = await house.signedIn(bram);
});
afterAll(() => house.stop());

describe('the page of a case', () => {
  test('leads from the first look to the letter that left', async () => {
    const reference = await newCase(house, 'deletion');
    const page = await browser.get(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(stepIn(page)).toBe('Stel vast dat de klant is wie hij zegt');
    expect(page.text).toContain('Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    expect(page.text).toContain('Waarom deze datum?');
    expect((await act(browser, reference, 'tick', { task: 'identity-verified' })).status).toBe(303);
    expect(stepIn(await browser.get(`/cases/${reference}`))).toBe('Doe dit en vink het af: Account en gegevens verwijderd');
    await doTheWork(house, reference);
    const ready = await browser.get(`/cases/${reference}`);
    expect(stepIn(ready)).toBe('Lees het afhandelingsbericht en keur goed of wijs af');
    expect((await act(browser, reference, 'approve')).status).toBe(303);
    expect(stepIn(await browser.get(`/cases/${reference}`))).toBe('Wacht op een collega: er is nog een akkoord nodig');
    expect((await act(colleague, reference, 'approve')).status).toBe(303);
    expect(stepIn(await browser.get(`/cases/${reference}`))).toBe('Goedgekeurd. U kunt dit nog terugnemen');
  });

  test('says the same in English', async () => {
    const reference = await newCase(house, 'copy');
    const other = await house.signedIn(anna);
    await other.post('/language', { language: 'en', back: `/cases/${reference}` });
    const page = await other.get(`/cases/${reference}`);
    expect(stepIn(page)).toBe('Verify that the customer is who they say');
    expect(page.text).toContain('Why this date?');
    expect(page.text).toContain('<html lang="en">');
  });

  test('an unknown reference and a mistyped one are no page', async () => {
    expect((await browser.get('/cases/T-0000-0000-0')).status).toBe(404);
    expect((await browser.get('/cases/%27--')).status).toBe(404);
    expect((await browser.post('/cases/T-0000-0000-0/note', { text: 'a' })).status).toBe(404);
  });

  test('shows what a letter will be, and what changed in it against the template', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    const page = await browser.get(`/cases/${reference}`);
    expect(page.text).toContain('gelijk aan het sjabloon');
    const body = /name="body"[^>]*>\n([^<]*)</.exec(page.text)?.[1] ?? '';
    expect(body).toContain('Uw account en de gegevens die daarbij hoorden');
    expect(body).not.toContain('Autoriteit Persoonsgegevens');
    const edited = await act(browser, reference, 'edit', { body: body.replace('Uw account', 'Uw hele account') });
    expect(edited.status).toBe(303);
    const after = await browser.get(`/cases/${reference}`);
    expect(after.text).toContain('<ins>hele </ins>');
    expect(after.text).toContain('bewerkt door u');
    expect(after.text).toContain('Autoriteit Persoonsgegevens');
  });

  test('says that the content of a case was erased, when and by which rule, and shows nothing of it', async () => {
    const own = await openTestConsole();
    onTestFinished(() => own.stop());
    const reference = await newCase(own, 'deletion');
    expect((await runIn(own.context, `withdraw ${reference} --as ${anna}`)).status).toBe(0);
    own.clock.forward({ hours: 24 * 91 });
    expect((await runIn(own.context, 'retention --now')).out).toContain('and 1 case(s)');
    const again = await own.signedIn(anna);
    const page = await again.get(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(
      /De inhoud van dit dossier is gewist op <time[^>]*>\w\w \d+ \w+<\/time>, volgens de bewaartermijn van het beleid \(cases\.deletion\)/,
    );
    expect(page.text).toContain('De inhoud van dit bericht is gewist.');
    expect(page.text).not.toContain('Ik verzoek u mijn account');
  });

  test('the legal part stands whatever somebody writes over it', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    await act(browser, reference, 'edit', { body: 'Kort en goed: gedaan.' });
    const { draft } = await viewOf(house, reference);
    expect(draft?.text.body).toBe('Kort en goed: gedaan.');
    expect(draft?.text.fixed).toContain('Autoriteit Persoonsgegevens');
    expect(draft?.letter.content?.text).toContain('Autoriteit Persoonsgegevens');
  });

  test('a colleague was quicker: the words typed stay, and nothing is overwritten', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    const old = fieldsOf(await browser.get(`/cases/${reference}`), 'edit');
    await act(colleague, reference, 'edit', { body: 'De tekst van een collega.' });
    const late = await browser.post(`/cases/${reference}/edit`, { ...old, body: 'Mijn zin <b>&amp;</b> met moeite getypt.' });
    expect(late.status).toBe(409);
    expect(refusalIn(late)).toContain('Het concept is gewijzigd sinds u het zag');
    expect(late.text).toContain('Mijn zin &lt;b&gt;&amp;amp;&lt;/b&gt; met moeite getypt.');
    expect((await viewOf(house, reference)).draft?.text.body).toBe('De tekst van een collega.');
  });

  test('approving what is no longer there is refused at the button', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    const seen = fieldsOf(await browser.get(`/cases/${reference}`), 'approve');
    await act(colleague, reference, 'edit', { body: 'Andere tekst.' });
    const answer = await browser.post(`/cases/${reference}/approve`, seen);
    expect(answer.status).toBe(409);
    expect(refusalIn(answer)).toContain('Het concept is gewijzigd sinds u het zag');
    expect(await stateOf(house, reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
  });

  test('a file is added to a draft and can be taken off; a program cannot be added', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    const send = async (name: string, content: string, keep: readonly string[] = []) => {
      const page = await browser.get(`/cases/${reference}`);
      const data = new FormData();
      for (const [field, value] of Object.entries({
        ...fieldsOf(page, 'edit'),
        csrf: /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '',
      }))
        data.set(field, value);
      data.set('body', 'Met bijlage.');
      for (const one of keep) data.append('keep', one);
      if (name !== '') data.set('files', new File([content], name));
      const request = new Request('http://x/', { method: 'POST', body: data });
      const body = new Uint8Array(await request.arrayBuffer());
      return browser.send(`/cases/${reference}/edit`, {
        method: 'POST',
        body,
        headers: {
          'content-type': request.headers.get('content-type') ?? '',
          'content-length': String(body.length),
          'sec-fetch-site': 'same-origin',
        },
      });
    };
    expect((await send('overzicht.txt', 'inhoud')).status).toBe(303);
    const page = await browser.get(`/cases/${reference}`);
    const path = /href="([^"]+\/files\/0)" download/.exec(page.text)?.[1] ?? '';
    const file = await browser.get(path);
    expect(file.text).toBe('inhoud');
    expect(file.headers.get('content-disposition')).toContain('attachment; filename="overzicht.txt"');
    expect(refusalIn(await send('virus.exe', 'MZ', ['0']))).toContain('Dit kan niet mee');
    expect((await viewOf(house, reference)).draft?.letter.content?.attachments.map(({ filename }) => filename)).toEqual(['overzicht.txt']);
    expect((await send('', '')).status).toBe(303);
    expect((await viewOf(house, reference)).draft?.letter.content?.attachments).toEqual([]);
  });
});

describe('while it is open', () => {
  test('a change by somebody else is told, and who looks', async () => {
    const reference = await newCase(house, 'deletion');
    const page = await browser.get(`/cases/${reference}`);
    const look = (/hx-get="(\/live\/cases\/[^"]+)"/.exec(page.text)?.[1] ?? '').replaceAll('&amp;', '&');
    expect((await browser.get(look)).text).not.toContain('veranderd');
    await colleague.get(look);
    expect((await browser.get(look)).text).toContain('bram kijkt ook');
    house.clock.forward({ seconds: 31 });
    expect((await browser.get(look)).text).not.toContain('kijkt ook');
    await act(colleague, reference, 'tick', { task: 'identity-verified' });
    const after = await browser.get(look);
    expect(after.text).toContain('Dit dossier is veranderd.');
    // It asks again from the same version: the page it belongs to is still the old one.
    expect(after.text).toContain(look.replaceAll('&', '&amp;'));
  });

  test('an unknown case has nothing to tell', async () => {
    expect((await browser.get('/live/cases/T-0000-0000-0?version=1')).status).toBe(404);
  });
});

describe('who may do what', () => {
  test('a manager who is not staff sees everything and works on nothing', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    const manager = await house.signedIn(marit);
    const page = await manager.get(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Uw account en de gegevens die daarbij hoorden');
    expect(page.text).not.toMatch(/action="\/cases\/[^"]+\/(?:approve|edit|tick|note|assign|refuse)"/);
    for (const action of ['approve', 'reject', 'edit', 'tick', 'note', 'assign', 'refuse', 'withdraw', 'settle', 'split'])
      expect((await manager.post(`/cases/${reference}/${action}`, { text: 'a', reason: 'b' })).status).toBe(403);
    expect((await manager.get('/cases/new')).status).toBe(403);
    expect(await stateOf(house, reference)).toMatchObject({ status: 'awaiting-approval', draft: { approvals: [] } });
  });

  test('nobody else’s page can post here: without the session’s token nothing happens', async () => {
    const reference = await newCase(house, 'deletion');
    const before = await stateOf(house, reference);
    const foreign: readonly Record<string, string>[] = [{ origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' }, {}];
    for (const headers of foreign) {
      const answer = await browser.post(`/cases/${reference}/tick`, { csrf: 'x', task: 'identity-verified' }, headers);
      expect(answer.status).toBe(403);
    }
    expect(await stateOf(house, reference)).toEqual(before);
  });

  test('reading changes nothing, by GET and HEAD', async () => {
    const reference = await newCase(house, 'deletion');
    await doTheWork(house, reference);
    const before = await stateOf(house, reference);
    for (const action of ['approve', 'reject', 'tick', 'undo', 'withdraw', 'settle']) {
      for (const method of ['GET', 'HEAD'])
        expect((await browser.send(`/cases/${reference}/${action}`, { method, headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(
          404,
        );
    }
    expect(await stateOf(house, reference)).toEqual(before);
  });
});

describe('an auditor', () => {
  test('sees all of it and has no buttons', async () => {
    const { db, subKeys, indexKey } = house.context;
    await addStaff(db, subKeys, indexKey, 'otto@winkel.example', { roles: ['auditor'] });
    {
      const reference = await newCase(house, 'deletion');
      await doTheWork(house, reference);
      const auditor = await house.signedIn('otto@winkel.example');
      const page = await auditor.get(`/cases/${reference}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain('Uw account en de gegevens die daarbij hoorden');
      expect(page.text).toContain('Geschiedenis');
      const main = page.text.slice(page.text.indexOf('<main'), page.text.indexOf('</main>'));
      expect(main).not.toContain('<button');
      expect(main).not.toContain('<form');
      expect((await auditor.post(`/cases/${reference}/note`, { text: 'a' })).status).toBe(403);
    }
  });
});
