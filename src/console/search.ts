import { html } from 'hono/html';
import { normaliseReference } from '../case/reference.ts';
import { blindIndex } from '../privacy/fingerprint.ts';
import { typedKeys } from '../privacy/search-key.ts';
import type { ListedCase } from '../store/queue.ts';
import { searchCases } from '../store/search.ts';
import { listStaff } from '../store/staff.ts';
import { caseTable, namesOf } from './case-list.ts';
import { knowsDemands } from './confidential.ts';
import { form, readForm } from './form.ts';
import { send } from './layout.ts';
import type { App, Html, Request } from './page.ts';

const most = 100;

/**
 * Adds `/search`. What is sought is posted, so that no customer's address stands in an address line, a history or the log
 * of a proxy; it changes nothing.
 */
export function addSearch(app: App): void {
  app.get('/search', (c) => searchPage(c, '', null));
  app.post('/search', async (c) => {
    const typed = (await readForm(c)).text('q').slice(0, 254);
    const reference = normaliseReference(typed);
    const found = typed === '' ? null : await find(c, typed, reference);
    const [only] = found ?? [];
    return only !== undefined && only.reference === reference ? c.redirect(`/cases/${reference}`, 303) : searchPage(c, typed, found);
  });
}

async function find(c: Request, typed: string, reference: string | null): Promise<readonly ListedCase[]> {
  const { db, subKeys, indexKey } = c.var.context;
  const address = typed.includes('@') ? blindIndex(indexKey, 'address', typed) : null;
  const keys = address === null && reference === null ? typedKeys(indexKey, typed).map(({ value }) => value) : [];
  return searchCases(db.query, subKeys, { reference, address, keys, demands: await knowsDemands(c) }, most);
}

async function searchPage(c: Request, typed: string, found: readonly ListedCase[] | null): Promise<Response> {
  const { search, searchBox } = c.var.words;
  const field = html`<label class="hidden" for="q">${searchBox.label}</label>
<input id="q" type="search" name="q" value="${typed}" maxlength="254" autocomplete="off" required${found === null ? html` autofocus` : ''}>
<button class="primary">${searchBox.button}</button>`;
  const body = html`<h1>${search.title}</h1>
<p>${search.lead} <span class="faint">${search.sealed}</span></p>
${form(c, '/search', field, { class: 'seek' })}
${found === null ? '' : await results(c, found)}`;
  return send(c, { title: search.title, body, at: 'search' });
}

async function results(c: Request, found: readonly ListedCase[]): Promise<Html> {
  const { search } = c.var.words;
  if (found.length === 0) return html`<section class="empty"><h2>${search.none}</h2><p>${search.noneLead}</p></section>`;
  const people = namesOf(await listStaff(c.var.context.db.query, c.var.context.subKeys, c.var.context.indexKey));
  return html`<p role="status">${search.found(found.length)}${found.length === most ? html` ${search.more(most)}` : ''}</p>
${caseTable(c, found, people, search.title)}`;
}
