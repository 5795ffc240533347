import { html } from 'hono/html';
import type { Attention } from '../../case/case.ts';
import type { Html } from '../page.ts';
import { actionForm, refusalLine, refusalMark } from './action-form.ts';
import { conversation } from './conversation.ts';
import { daysLeftWords, daysUntil, dayWords, momentWords } from './days.ts';
import { draftPanel } from './draft-panel.ts';
import { eventWords } from './event-words.ts';
import { type Looking, mayAct } from './looking.ts';
import { more } from './more.ts';
import { attentionNames, withheldNames } from './names.ts';
import { pageWords } from './page-words.ts';
import { lineOf, nameOf, say } from './parts.ts';
import { side } from './side.ts';
import { showsDraft, stepPanel } from './step-panel.ts';

/** The page of one case. What the eye meets: whose case it is and how long is left, the one next step, what was said. */
export async function casePage(looking: Looking): Promise<Html> {
  const { c, view, step, failed } = looking;
  const waiting = view.draft !== null && !showsDraft(step) ? view.draft : null;
  const content = await html`<div class="columns"><div class="main">
${stepPanel(looking)}
${waiting === null ? '' : html`<section class="box"><h2>${say(c, pageWords.draft)}</h2>${draftPanel(looking, waiting)}</section>`}
${conversation(looking)}
</div>${side(looking)}</div>
${more(looking)}
${history(looking)}`;
  // What was refused is said where it was asked; where that is not on the page any more, above everything.
  const untold = failed !== null && !String(content).includes(refusalMark) ? refusalLine(c, failed.refusal) : '';
  return html`<link rel="stylesheet" href="${c.var.staticPath('case.css')}"><script src="${c.var.staticPath('case.js')}" defer></script>
<div class="case">
${heading(looking)}
${live(view.state.reference, view.state.version)}
${untold}${notices(looking)}
${content}
</div>`;
}

function heading({ c, view, today }: Looking): Html {
  const { state, person } = view;
  const nobody = view.erased === null ? pageWords.unknownRequester : pageWords.erasedRequester;
  const name = person.requester === null ? say(c, nobody) : lineOf(person.requester.name || person.requester.address, 60);
  const days = daysUntil(today, state.dates.actByOn);
  const look = days < 0 ? 'late' : days <= 1 ? 'now' : days <= 7 ? 'soon' : 'calm';
  const left =
    'closedAt' in state
      ? ''
      : html`<p class="deadline ${look}"><strong class="left">${daysLeftWords(c.var.language, days)}</strong> <span>${say(c, pageWords.actByUntil)} <time datetime="${state.dates.actByOn}">${dayWords(c.var.language, state.dates.actByOn, today)}</time></span></p>`;
  return html`<header class="case-head"><div><p class="eyebrow">${state.reference}</p><h1>${sentence(c.var.words.kinds[state.kind])} <span class="faint">·</span> ${name}</h1>
<p><span class="chip ${state.status}">${c.var.words.statuses[state.status]}</span></p></div>${left}</header>`;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Filled in while the page is open: that the case moved on, and who else looks. */
export function live(reference: string, version: number, content: Html | string = ''): Html {
  return html`<div class="live" id="live" role="status" hx-get="/live/cases/${reference}?version=${version}" hx-trigger="load, every 10s" hx-swap="outerHTML">${content}</div>`;
}

/** That the content of this case is gone, since when and why: nobody need look for it. */
function erasure({ c, view: { erased }, today }: Looking): readonly Html[] {
  if (erased === null) return [];
  const why = erased.because === 'person' ? say(c, pageWords.erasedForPerson) : html`${say(c, pageWords.erasedByRule)} (${erased.rule})`;
  return [
    html`<span>${say(c, pageWords.caseErased)} <time datetime="${erased.on}">${dayWords(c.var.language, erased.on, today)}</time>, ${why}. ${say(c, pageWords.erasedStays)}</span>`,
  ];
}

/** What a person must know of this case whatever they do; what the next step says already is not said twice. */
function notices(looking: Looking): Html {
  const { view, step } = looking;
  const said: Partial<Record<string, readonly Attention[]>> = {
    determine: ['undetermined'],
    'determine-unreadable': ['undetermined', 'unreadable'],
    'confirm-intake': ['intake-to-confirm', 'undetermined'],
    outside: ['answered-outside'],
    unreachable: ['requester-unreachable'],
    'new-message': ['new-message'],
    settle: ['letter-outcome-unknown'],
    'review-hold': ['hold-review-due'],
    'identity-failed': ['identity-code-failed'],
  };
  const shown = view.state.attention.filter((one) => !(said[step.code] ?? []).includes(one) && one !== 'authority');
  const all = [...erasure(looking), ...shown.map((one) => notice(looking, one)), ...waits(looking)];
  return all.length === 0 ? html`` : html`<ul class="notices">${all.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function notice(looking: Looking, what: Attention): Html {
  const { c, view, failed } = looking;
  if (what !== 'acknowledgement-withheld') return html`${say(c, attentionNames[what])}`;
  const withheld = view.letters.find((letter) => letter.withheld && letter.status === 'draft');
  const because = withheld?.withheldBecause == null ? '' : html`: ${say(c, withheldNames[withheld.withheldBecause])}`;
  const may = withheld !== undefined && !('closedAt' in view.state) && mayAct(looking, 'acknowledge');
  const send = may ? actionForm(c, 'acknowledge', { reference: view.state.reference, failed, hidden: { letter: withheld.id } }) : '';
  return html`<span>${say(c, attentionNames[what])}${because}</span>${send}`;
}

/** What keeps the case waiting by somebody's decision. */
function waits({ c, view, today, step }: Looking): readonly Html[] {
  const { hold, pauses } = view.state;
  const pause = pauses.find((one) => one.untilOn === null);
  const held =
    hold === null || step.code === 'on-hold' ? [] : [html`${say(c, pageWords.onHold)} ${dayWords(c.var.language, hold.reviewOn, today)}`];
  const accepted =
    pause?.acceptedBy == null ? say(c, pageWords.notAccepted) : html`${say(c, pageWords.accepted)} ${nameOf(c, pause.acceptedBy)}`;
  return pause === undefined
    ? held
    : [
        ...held,
        html`${say(c, pageWords.paused)} ${say(c, pageWords.since)} ${dayWords(c.var.language, pause.sinceOn, today)}; ${accepted}`,
      ];
}

function history({ c, view }: Looking): Html {
  const names = {
    person: (id: string | null) => (id === null ? 'Tijdig' : nameOf(c, id)),
    task: (id: string) => view.state.tasks.find((task) => task.id === id)?.title ?? { nl: id, en: id },
    reference: (id: string) => view.linked.find((one) => one.id === id)?.reference ?? '…',
  };
  const line = ({ at, data }: (typeof view.events)[number]) =>
    html`<li><time datetime="${at}">${momentWords(c.var.language, at, c.var.context.timeZone)}</time> <span>${sentence(say(c, eventWords(data, names)))}</span></li>`;
  return html`<details class="history"><summary><h2>${say(c, pageWords.history)}</h2></summary><ol>${view.events.toReversed().map(line)}</ol></details>`;
}
