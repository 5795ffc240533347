import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { caseStatuses } from '../case/case.ts';
import { caseKinds, isConfidential } from '../case/kind.ts';
import { type QueueFilter, type QueueView, queueCounts, queuePage, queueViews } from '../store/queue.ts';
import { listStaff } from '../store/staff.ts';
import { caseTable, namesOf, today } from './case-list.ts';
import { pageWords } from './case-page/page-words.ts';
import { knowsDemands } from './confidential.ts';
import { send } from './layout.ts';
import type { App, Html, Request } from './page.ts';

const pageSize = 50;
/** Seconds between two looks for changes. */
const lookEvery = 10;

/** Adds the queue, `/`, and what keeps it up to date, `/live/queue`. */
export function addQueue(app: App): void {
  app.get('/', async (c) => {
    const body = html`<div class="head"><h1>${c.var.words.queue.title}</h1>${c.var.viewer.roles.has('staff') ? html`<a class="button" href="/cases/new">${pageWords.openByHand[c.var.language]}</a>` : ''}</div>
${await list(c)}`;
    return send(c, { title: c.var.words.queue.title, body, at: 'queue' });
  });
  app.get('/live/queue', async (c) => {
    const fresh = await list(c);
    return String(fresh).includes(`seen=${c.req.query('seen') ?? 'never'}"`) ? c.body(null, 204) : c.html(fresh);
  });
}

/** Everything that may change while somebody looks: counts, rows, pages. */
async function list(c: Request): Promise<Html> {
  const { context, viewer, words } = c.var;
  const { query } = context.db;
  const filter = await readFilter(c);
  const wanted = Math.min(Math.max(Number.parseInt(c.req.query('page') ?? '1', 10) || 1, 1), 10_000);
  const [counts, page, members] = await Promise.all([
    queueCounts(query, { viewer: viewer.member.id, today: filter.today, demands: filter.demands }),
    queuePage(query, context.subKeys, filter, { page: wanted - 1, size: pageSize }),
    listStaff(query, context.subKeys, context.indexKey),
  ]);
  const people = namesOf(members);
  const content = await html`${views(c, filter, counts)}
${counts.all === 0 ? '' : filters(c, filter)}
${page.cases.length === 0 ? empty(c, counts) : html`${caseTable(c, page.cases, people, words.queue.caption)}${pages(c, filter, wanted, page.total)}`}`;
  const seen = createHash('sha256').update(String(content)).digest('hex').slice(0, 16);
  const look = linkTo(filter, { page: wanted, seen }, '/live/queue');
  return html`<div id="queue" hx-get="${look}" hx-trigger="every ${lookEvery}s" hx-swap="outerMorph">${content}</div>`;
}

async function readFilter(c: Request): Promise<QueueFilter> {
  const pick = <T extends string>(name: string, all: readonly T[]) => all.find((one) => one === c.req.query(name)) ?? null;
  return {
    view: pick('view', queueViews) ?? 'all',
    kind: pick('kind', caseKinds),
    status: pick('status', caseStatuses),
    viewer: c.var.viewer.member.id,
    today: today(c).toString(),
    demands: await knowsDemands(c),
  };
}

/** The queue with these filters; what says nothing is left out. */
function linkTo(filter: Partial<QueueFilter>, extra: { readonly page?: number; readonly seen?: string } = {}, path = '/'): string {
  const parameters = new URLSearchParams();
  if (filter.view !== undefined && filter.view !== 'all') parameters.set('view', filter.view);
  if (filter.kind) parameters.set('kind', filter.kind);
  if (filter.status) parameters.set('status', filter.status);
  if (extra.page !== undefined && extra.page > 1) parameters.set('page', String(extra.page));
  if (extra.seen !== undefined) parameters.set('seen', extra.seen);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}

function views(c: Request, filter: QueueFilter, counts: Readonly<Record<QueueView, number>>): Html {
  const { queue } = c.var.words;
  const one = (view: QueueView) =>
    html`<li><a class="view ${view}${counts[view] === 0 ? ' none' : ''}" href="${linkTo({ ...filter, view })}"${
      filter.view === view ? html` aria-current="true"` : ''
    }><span>${queue[view]}</span> <b>${counts[view]}</b></a></li>`;
  const shown = queueViews.filter((view) => view !== 'approval' || c.var.viewer.roles.has('approver'));
  return html`<nav class="views" aria-label="${queue.filters}"><ul>${shown.map(one)}</ul></nav>`;
}

function filters(c: Request, filter: QueueFilter): Html {
  const { queue, kinds, statuses } = c.var.words;
  const options = <T extends string>(all: readonly T[], chosen: T | null, words: Readonly<Record<T, string>>) =>
    all.map((one) => html`<option value="${one}"${one === chosen ? html` selected` : ''}>${words[one]}</option>`);
  return html`<form class="filters" method="get" action="/" hx-morph-skip>
${filter.view === 'all' ? '' : html`<input type="hidden" name="view" value="${filter.view}">`}
<label><span>${queue.kind}</span><select name="kind"><option value="">${queue.anyKind}</option>${options(filter.demands ? caseKinds : caseKinds.filter((kind) => !isConfidential(kind)), filter.kind, kinds)}</select></label>
<label><span>${queue.status}</span><select name="status"><option value="">${queue.anyStatus}</option>${options(openStatuses, filter.status, statuses)}</select></label>
<button>${queue.apply}</button>
${filter.kind === null && filter.status === null ? '' : html`<a href="${linkTo({ view: filter.view })}">${queue.clear}</a>`}
</form>`;
}

/** A closed case is in no queue. */
const openStatuses = caseStatuses.slice(0, 5);

function empty(c: Request, counts: Readonly<Record<QueueView, number>>): Html {
  const { queue } = c.var.words;
  if (counts.all === 0) return html`<section class="empty"><h2>${queue.empty}</h2><p>${queue.emptyLead}</p></section>`;
  return html`<section class="empty"><h2>${queue.noneFound}</h2><p><a class="button" href="/">${queue.clear}</a></p></section>`;
}

function pages(c: Request, filter: QueueFilter, page: number, total: number): Html {
  const { queue } = c.var.words;
  const last = Math.ceil(total / pageSize);
  const step = (to: number, label: string, rel: string) =>
    to < 1 || to > last ? '' : html`<a class="button" rel="${rel}" href="${linkTo(filter, { page: to })}">${label}</a>`;
  return html`<footer class="pages"><span>${queue.total(total)}${last > 1 ? html` · ${queue.page(page, last)}` : ''}</span>
${step(page - 1, queue.earlier, 'prev')}${step(page + 1, queue.later, 'next')}<span class="faint live">${queue.live}</span></footer>`;
}
