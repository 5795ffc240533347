import { html } from 'hono/html';
import type { Attention } from '../case/case.ts';
import type { Day } from '../case/policy.ts';
import type { ListedCase } from '../store/queue.ts';
import type { StaffMember } from '../store/staff.ts';
import { dayOf } from '../worker/context.ts';
import type { Html, Request } from './page.ts';

/** How soon something is to be done, for colour and words alike. */
export type Urgency = 'late' | 'now' | 'soon' | 'calm';

export function today(c: Request): Temporal.PlainDate {
  return dayOf(c.var.context, c.var.context.clock.now());
}

/** Calendar days from today to a day; negative: it has passed. */
function daysUntil(c: Request, day: Day): number {
  return today(c).until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days;
}

interface When {
  readonly urgency: Urgency;
  /** `3 days`, `tomorrow`, `2 days late`. */
  readonly words: string;
  readonly day: Day;
}

/**
 * What stands first in a row. A case is late when its due day has passed; the act-by day before it, the last working day
 * that is in time, only makes it urgent.
 */
function whenOf(c: Request, one: ListedCase): When {
  const { days: words } = c.var.words;
  if (one.closedAt !== null) {
    const day = dayOf(c.var.context, Temporal.Instant.from(one.closedAt)).toString();
    return { urgency: 'calm', words: words.closed, day };
  }
  const [due, left] = [daysUntil(c, one.dueOn), daysUntil(c, one.actByOn)];
  if (due < 0) return { urgency: 'late', words: words.late(-due), day: one.dueOn };
  if (left < 0) return { urgency: 'now', words: words.now, day: one.dueOn };
  const urgency = left <= 1 ? 'now' : left <= 7 ? 'soon' : 'calm';
  return { urgency, words: left === 0 ? words.today : left === 1 ? words.tomorrow : words.left(left), day: one.actByOn };
}

/** English as in Europe: the day before the month. */
export const dayLocales = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A day as people write it, with the year only where it is not this one. */
export function dayInWords(c: Request, day: Day): string {
  const date = Temporal.PlainDate.from(day);
  const year = date.year === today(c).year ? undefined : ('numeric' as const);
  return date.toLocaleString(dayLocales[c.var.language], { weekday: 'short', day: 'numeric', month: 'short', year });
}

/** Cases as a table that becomes a list on a phone. Rows can be walked with `j` and `k`. */
export function caseTable(c: Request, listed: readonly ListedCase[], people: ReadonlyMap<string, string>, caption: string): Html {
  const { queue, kinds, statuses } = c.var.words;
  const row = (one: ListedCase) => {
    const when = whenOf(c, one);
    return html`<tr class="${when.urgency}" data-row>
<td class="when"><span class="left">${when.words}</span> <time datetime="${when.day}">${dayInWords(c, when.day)}</time></td>
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
