import { html } from 'hono/html';
import { changesIn, payoutLabel, type ShownFact, showFacts, showPayout } from '../../worker/show-facts.ts';
import type { Html } from '../page.ts';
import { dayWords } from './days.ts';
import type { Looking } from './looking.ts';
import { pageWords } from './page-words.ts';
import { lineOf, say } from './parts.ts';

/** More of them are read in the message itself. */
const most = 12;

/** What the message plainly names, each with the sentence it stands in; a sentence that carries several is shown once. */
export function facts(looking: Looking): Html {
  const { c, view, today } = looking;
  const all = showFacts(view.person);
  const accounts = showPayout(view.person).map(
    (account) =>
      html`<div><dt>${say(c, payoutLabel)}</dt><dd>${lineOf(account)}<span class="faint">${say(c, pageWords.payoutHint)}</span></dd></div>`,
  );
  if (all.length + accounts.length === 0) return html``;
  const shown = all.slice(0, most);
  const row = ({ fact, label, value, quote }: ShownFact, at: number) =>
    html`<div><dt>${say(c, label)}</dt><dd>${fact === 'serviceDate' ? dayWords(c.var.language, value, today) : lineOf(value)}${
      quote === '' || shown[at + 1]?.quote === quote ? '' : html`<q class="faint" lang="${view.state.language}">${lineOf(quote)}</q>`
    }</dd></div>`;
  return html`<section class="box facts"><h2>${say(c, pageWords.facts)}</h2><dl class="rows">${accounts}${shown.map(row)}</dl>${
    all.length > most ? html`<p class="hint">${say(c, pageWords.moreFacts)} ${all.length - most}</p>` : ''
  }</section>`;
}

/** Beside a task: what it is to change. */
export function changesOf({ c, view }: Looking, taskId: string): readonly Html[] {
  return changesIn(view.state, taskId, view.person).map(
    ({ label, value }) => html`<span class="faint">${say(c, label)}: ${lineOf(value)}</span>`,
  );
}
