import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { actionForm, wordsOf } from './action-form.ts';
import { groupWords } from './action-words.ts';
import { type Action, actions, type Group } from './actions.ts';
import { type Looking, mayAct, refusalFor } from './looking.ts';
import { pageWords } from './page-words.ts';
import { say } from './parts.ts';

const groups: readonly Group[] = ['answer', 'ask', 'term', 'subject', 'end'];

/** What is rarely needed, each with a line on what it does; what is not possible now says why. */
export function more(looking: Looking): Html {
  const { c, failed, view } = looking;
  const named = actions.filter((action) => action.group !== null && action.isFor(view.state) && mayAct(looking, action.id));
  if (named.length === 0) return html``;
  const isOpen = named.some((action) => action.id === failed?.action);
  return html`<details class="more"${isOpen ? html` open` : ''}><summary><h2>${say(c, pageWords.more)}</h2> <span class="faint">${say(c, pageWords.moreHint)}</span></summary>
<div class="groups">${groups.map((group) =>
    section(
      looking,
      group,
      named.filter((action) => action.group === group),
    ),
  )}</div></details>`;
}

function section(looking: Looking, group: Group, named: readonly Action[]): Html {
  if (named.length === 0) return html``;
  return html`<section><h3>${say(looking.c, groupWords[group])}</h3>${[...named].sort((a, b) => Number(isOff(looking, a)) - Number(isOff(looking, b))).map((action) => entry(looking, action))}</section>`;
}

function isOff(looking: Looking, { id }: Action): boolean {
  return refusalFor(looking, id) !== null && looking.failed?.action !== id;
}

function entry(looking: Looking, action: Action): Html {
  const { c, failed, view } = looking;
  const { label, explain } = wordsOf(action.id);
  const refusal = refusalFor(looking, action.id);
  if (refusal !== null && failed?.action !== action.id) {
    return html`<div class="entry off"><span class="name">${say(c, label)}</span><span class="hint">${say(c, pageWords.notNow)} ${say(c, refusal.text)}</span></div>`;
  }
  return html`<details class="entry"${failed?.action === action.id ? html` open` : ''}><summary><span class="name">${say(c, label)}</span><span class="hint">${say(c, explain)}</span></summary>${actionForm(
    c,
    action.id,
    {
      reference: view.state.reference,
      failed,
      look: danger.has(action.id) ? 'danger' : 'plain',
      at: '-more',
      filled: filledIn(looking, action),
    },
  )}</details>`;
}

/** What we know already. */
function filledIn({ view }: Looking, { id }: Action): Readonly<Record<string, string>> {
  const [known] = view.person.addressesOnFile;
  return id === 'ask-identity' && known !== undefined ? { to: known } : {};
}

/** What closes a case or cannot be explained away. */
const danger: ReadonlySet<string> = new Set(['refuse', 'withdraw', 'partial']);
