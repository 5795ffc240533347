import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rows } from '../../src/store/db.ts';
import { anna, type Browser, marit, openTestConsole, type TestConsole } from '../support/console.ts';

const klant = 'klant@elders.example';
let house: TestConsole;
let browser: Browser;
beforeAll(async () => {
  house = await openTestConsole();
  browser = await house.signedIn(anna);
});
afterAll(() => house.stop());

async function references(): Promise<readonly string[]> {
  const found = await rows<{ reference: string }>(house.context.db.query, sql`select reference from cases order by received_at, reference`);
  return found.map(({ reference }) => reference);
}
const shown = (text: string) => [...text.matchAll(/href="\/cases\/(T-[^"]+)"/g)].map(([, reference]) => reference);

describe('the queue', () => {
  test('an empty one says so', async () => {
    expect((await browser.get('/')).text).toContain('Er ligt niets open.');
  });

  test('the most urgent case first, with the days it has left', async () => {
    await house.write(
      klant,
      'Ik verzoek u mijn account en al mijn gegevens te verwijderen. Mijn nummer is 06 1234 5678, bestelling AB-1234.',
    );
    house.clock.forward({ hours: 72 });
    await house.write('tweede@elders.example', 'Graag ontvang ik een kopie van alle persoonsgegevens die u van mij heeft.');
    house.clock.forward({ minutes: 16 });
    browser = await house.signedIn(anna);
    const { text } = await browser.get('/');
    expect(shown(text)).toEqual(await references());
    expect(text).toMatch(/\d+ dagen/);
    expect(text).toContain(klant);
  });

  test('filters keep what they say', async () => {
    const [deletion, copy] = await references();
    expect(shown((await browser.get('/?kind=copy')).text)).toEqual([copy]);
    expect(shown((await browser.get('/?kind=deletion')).text)).toEqual([deletion]);
    expect(shown((await browser.get('/?view=unassigned')).text)).toEqual([deletion, copy]);
    expect(shown((await browser.get('/?view=mine')).text)).toEqual([]);
    expect((await browser.get('/?view=mine')).text).toContain('Geen dossiers met deze filters.');
    expect(shown((await browser.get('/?view=overdue')).text)).toEqual([]);
    expect(shown((await browser.get('/?status=completed')).text)).toEqual([]);
    expect(shown((await browser.get("/?kind='; drop table cases; --&page=-4&view=__proto__")).text)).toEqual([deletion, copy]);
  });

  test('assigned cases are mine, overdue ones late, drafts wait for those who have not approved', async () => {
    const [deletion = '', copy = ''] = await references();
    const change = (reference: string, sets: ReturnType<typeof sql>) =>
      house.context.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(sql`update cases set ${sets} where reference = ${reference}`);
      });
    const me = house.member(anna).id;
    await change(
      deletion,
      sql`state = state || jsonb_build_object('assignedTo', ${me}::text), due_on = '2026-01-01', act_by_on = '2026-01-01'`,
    );
    expect(shown((await browser.get('/?view=mine')).text)).toEqual([deletion]);
    expect(shown((await browser.get('/?view=unassigned')).text)).toEqual([copy]);
    expect(shown((await browser.get('/?view=overdue')).text)).toEqual([deletion]);
    const waiting = (approvals: string) =>
      sql`status = 'awaiting-approval', state = state || jsonb_build_object('status', 'awaiting-approval', 'draft', ${approvals}::jsonb)`;
    await change(copy, waiting('{"approvals":[]}'));
    expect(shown((await browser.get('/?view=approval')).text)).toEqual([copy]);
    await change(copy, waiting(`{"approvals":["${me}"]}`));
    expect(shown((await browser.get('/?view=approval')).text)).toEqual([]);
    await change(copy, sql`status = 'in-progress', state = state || '{"status": "in-progress"}'::jsonb`);
  });

  test('keeps itself up to date, and is silent while nothing changes', async () => {
    const { text } = await browser.get('/');
    const look = (/hx-get="([^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    expect((await browser.get(look)).status).toBe(204);
    await house.write('derde@elders.example', 'Verwijder al mijn gegevens alstublieft, ik verzoek u daarom.');
    const fresh = await browser.get(look);
    expect(fresh.status).toBe(200);
    expect(shown(fresh.text)).toHaveLength(3);
    expect(fresh.text).not.toContain('<html');
  });

  test('what customers wrote cannot become markup', async () => {
    await house.write('"<script>alert(1)</script>"@elders.example', 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.');
    await house.write(
      '<vijfde@elders.example>',
      'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
      '<img src=x onerror=alert(1)>',
    );
    expect((await browser.get('/')).text).not.toMatch(/<script>|<img/);
  });
});

describe('search', () => {
  const search = async (q: string) => shown((await browser.post('/search', { q })).text);

  test('by the whole of an address, in any case', async () => {
    const [deletion] = await references();
    expect(await search(klant)).toEqual([deletion]);
    expect(await search(' KLANT@elders.example ')).toEqual([deletion]);
    expect(await search('klant@elders')).toEqual([]);
    expect(await search('elders.example')).toEqual([]);
  });

  test.each(['0612345678', '06-1234 5678', '+31 6 1234 5678', '0031612345678', '31612345678'])('by telephone: %s', async (typed) => {
    expect(await search(typed)).toEqual([(await references())[0]]);
  });

  test.each(['AB-1234', 'ab1234', ' AB 1234 ', 'ab/1234'])('by order: %s', async (typed) => {
    expect(await search(typed)).toEqual([(await references())[0]]);
  });

  test.each(['0612345679', 'AB-1235', '1234', '06', '%', "' or 1=1 --", 'account', ''])('nothing by %s', async (typed) => {
    expect(await search(typed)).toEqual([]);
  });

  test('a reference leads to its case, however it is typed', async () => {
    const [reference = ''] = await references();
    for (const typed of [reference, reference.toLowerCase(), reference.replaceAll('-', ' ')]) {
      const answer = await browser.post('/search', { q: typed });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/cases/${reference}`]);
    }
  });

  test('says that sealed text is not searched', async () => {
    expect((await browser.get('/search')).text).toContain('verzegeld');
  });

  test('keeps neither number nor order in clear', async () => {
    const all = await rows<{ value: Uint8Array }>(house.context.db.query, sql`select value from case_search_keys`);
    expect(all).toHaveLength(2);
    for (const { value } of all) expect(value).toHaveLength(32);
  });
});

describe('the figures', () => {
  test('count what is open, and what was answered late by promise and by law, apart', async () => {
    const [one = '', two = '', three = ''] = await references();
    const close = (reference: string, closedAt: string, policyOn: string | null, legalOn: string) =>
      house.context.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        await tx.execute(
          sql`update cases set status = 'completed', closed_at = ${closedAt}, policy_on = ${policyOn}, legal_on = ${legalOn}, received_at = '2026-01-05T09:00:00Z' where reference = ${reference}`,
        );
      });
    // The last moment of the day is in time; the first of the next is not.
    await close(one, '2026-01-14T22:59:59Z', '2026-01-14', '2026-02-05');
    await close(two, '2026-01-14T23:00:00Z', '2026-01-14', '2026-02-05');
    await close(three, '2026-01-15T12:00:00Z', '2026-01-10', '2026-01-14');
    house.clock.forward({ minutes: 16 });
    const manager = await house.signedIn(marit);
    const { text } = await manager.get('/manager');
    const cells = (label: string) =>
      [...(new RegExp(`${label}</th>(.*?)</tr>`, 's').exec(text)?.[1] ?? '').matchAll(/>(\d+)</g)].map(([, n]) => n);
    expect(cells('Belofte gemist')).toEqual(['0', '1']);
    expect(cells('Wettelijke termijn gemist')).toEqual(['0', '1']);
    expect(text).toContain('<svg class="chart"');
    expect(text).not.toMatch(/NaN|undefined|null/);
  });
});
