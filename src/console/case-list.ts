import { html } from 'hono/html';
import type { Attention } from '../case/case.ts';
import type { Day } from '../case/policy.ts';
import type { ListedCase } from '../store/queue.ts';
import type { StaffMember } from '../store/staff.ts';
import { dayOf } from '../worker/context.ts';
import type { Html, Request } from './page.ts';

/** How soon something is to be done, for colour and words alike. */
export type Urgency = 'late' | 'now' | 'soon' | 'calm';

/** Calendar days from today to a day; negative: it has passed. */
export function daysUntil(c: Request, day: Day): number {
  return today(c).until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days;
}

export function today(c: Request): Temporal.PlainDate {
  return dayOf(c.var.context, c.var.context.clock.now());
}

export function urgencyOf(days: number): Urgency {
  if (days < 0) return 'late';
  if (days <= 1) return 'now';
  return days <= 7 ? 'soon' : 'calm';
}

/** `3 days`, `tomorrow`, `2 days late`. */
export function daysInWords(c: Request, days: number): string {
  const { days: words } = c.var.words;
  if (days < 0) return words.late(-days);
  if (days === 0) return words.today;
  return days === 1 ? words.tomorrow : words.left(days);
}

/** A day as people write it, with the year only where it is not this one. */
export function dayInWords(c: Request, day: Day): string {
  const date = Temporal.PlainDate.from(day);
  const year = date.year === today(c).year ? undefined : ('numeric' as const);
  return date.toLocaleString(c.var.language, { weekday: 'short', day: 'numeric', month: 'short', year });
}

/** Cases as a table that becomes a list on a phone. Rows can be walked with `j` and `k`. */
export function caseTable(c: Request, listed: readonly ListedCase[], people: ReadonlyMap<string, string>, caption: string): Html {
  const { queue, kinds, statuses } = c.var.words;
  const row = (one: ListedCase) => {
    const days = daysUntil(c, one.actByOn);
    return html`<tr class="${urgencyOf(days)}" data-row>
<td class="when"><span class="left">${daysInWords(c, days)}</span> <time datetime="${one.actByOn}">${dayInWords(c, one.actByOn)}</time></td>
<th scope="row"><a href="/cases/${one.reference}">${one.reference}</a></th>
<td class="kind">${kinds[one.kind] ?? one.kind}</td>
<td class="status"><span class="chip ${one.status}">${statuses[one.status] ?? one.status}</span></td>
<td class="who">${requesterOf(c, one)}</td>
<td class="with">${one.assignedTo === null ? html`<span class="faint">${queue.nobody}</span>` : (people.get(one.assignedTo) ?? queue.nobody)}</td>
<td class="marks">${one.attention.map((what) => mark(c, what))}</td>
</tr>`;
  };
  return html`<table class="cases">
<caption class="hidden">${caption}</caption>
<thead><tr>
<th scope="col">${queue.actBy}</th><th scope="col">${queue.reference}</th><th scope="col">${queue.kind}</th><th scope="col">${queue.status}</th>
<th scope="col">${queue.requester}</th><th scope="col">${queue.assigned}</th><th scope="col">${queue.attention}</th>
</tr></thead>
<tbody>${listed.map(row)}</tbody>
</table>`;
}

function requesterOf(c: Request, { requester }: ListedCase): Html {
  if (requester === null) return html`<span class="faint">${c.var.words.queue.unknownRequester}</span>`;
  const name = oneLine(requester.name);
  return name === '' ? html`<bdi>${requester.address}</bdi>` : html`<bdi title="${requester.address}">${name}</bdi>`;
}

/** Other people's words in one line: no control characters, none that turn the direction of the text. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 80);
}

function mark(c: Request, what: Attention): Html {
  return html`<span class="mark">${c.var.words.attention[what] ?? what}</span> `;
}

/** What people are called in a list, by staff id: the part of their address before the @. */
export function namesOf(people: readonly StaffMember[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, address }) => [id, address.split('@')[0] ?? address]));
}
