import { html } from 'hono/html';
import type { Task } from '../../case/case.ts';
import { isConfidential } from '../../case/kind.ts';
import type { Day } from '../../case/policy.ts';
import type { NamedCase } from '../../worker/show-case-view.ts';
import { button, form } from '../form.ts';
import type { Html } from '../page.ts';
import { actionForm, refusalLine, wordsOf } from './action-form.ts';
import { choiceWords } from './action-words.ts';
import { dayWords, momentWords } from './days.ts';
import { howVerified } from './event-words.ts';
import { changesOf, facts } from './facts.ts';
import { type Looking, mayAct } from './looking.ts';
import { channelNames, languageNames } from './names.ts';
import { pageWords } from './page-words.ts';
import { lineOf, nameOf, proseOf, say } from './parts.ts';

/** Beside the conversation: tasks, what the message names, dates, people, other cases, notes. */
export function side(looking: Looking): Html {
  return html`<aside class="side">${tasks(looking)}${facts(looking)}${dates(looking)}${people(looking)}${otherCases(looking)}${notes(looking)}</aside>`;
}

function dates({ c, view, today }: Looking): Html {
  const { state } = view;
  const { dates: all } = state;
  const row = (label: keyof typeof pageWords, day: Day | null, look = '') =>
    day === null
      ? ''
      : html`<div class="${look}"><dt>${say(c, pageWords[label])}</dt><dd><time datetime="${day}">${dayWords(c.var.language, day, today)}</time></dd></div>`;
  const pauses = state.pauses
    .filter((pause) => pause.untilOn !== null)
    .map(
      (pause) =>
        html`<p class="hint">${say(c, pageWords.paused)} ${say(c, pageWords.since)} ${dayWords(c.var.language, pause.sinceOn, today)}${
          pause.untilOn === null ? '' : html` ${say(c, pageWords.until)} ${dayWords(c.var.language, pause.untilOn, today)}`
        }: ${say(c, choiceWords[pause.because] ?? pageWords.paused)}; ${
          pause.acceptedBy === null ? say(c, pageWords.notAccepted) : html`${say(c, pageWords.accepted)} ${nameOf(c, pause.acceptedBy)}`
        }.</p>`,
    );
  return html`<section class="box"><h2>${say(c, pageWords.dates)}</h2><dl class="rows">
<div><dt>${say(c, pageWords.received)}</dt><dd>${momentWords(c.var.language, state.receivedAt, c.var.context.timeZone)}<br><span class="faint">${say(c, channelNames[state.channel])}</span></dd></div>
${row('actBy', all.actByOn, 'strong')}${row('due', all.dueOn)}${row('promise', all.policyOn)}${row('legal', all.legalOn)}${row('whenPaused', all.pausedDueOn)}${row('window', all.refundWindowEndsOn)}
</dl>${pauses}
<details><summary>${say(c, pageWords.why)}</summary><ol class="why">${all.why.map((step) => html`<li>${say(c, step.text)}${step.by === undefined ? '' : html` (${nameOf(c, step.by)})`} <span class="faint">${step.source}</span></li>`)}</ol></details></section>`;
}

function tasks(looking: Looking): Html {
  const { c, view, step } = looking;
  const { state } = view;
  const may = mayAct(looking, 'tick') && !('closedAt' in state);
  // The key goes to the step's own button where it has one.
  const first = step.action?.on === 'tick' ? undefined : state.tasks.find((task) => task.ticked === null)?.id;
  const line = (task: Task) => {
    const hint =
      task.ticked === null
        ? task.required
          ? ''
          : say(c, pageWords.optional)
        : `${tickedBy(looking, task.ticked.by)}, ${momentWords(c.var.language, task.ticked.at, c.var.context.timeZone)}`;
    return html`<li class="${task.ticked === null ? 'open' : 'done'}">${may ? tickBox(looking, task, task.id === first) : html`<span class="box-mark" aria-hidden="true">${task.ticked === null ? '' : '✓'}</span>`}<div>${say(c, task.title)}${
      hint === '' ? '' : html`<span class="faint">${hint}</span>`
    }${changesOf(looking, task.id)}</div>${refusedAt(looking, task)}</li>`;
  };
  return html`<section class="box tasks" id="tasks"><h2>${say(c, pageWords.tasks)}</h2>${
    state.tasks.length === 0 ? html`<p class="faint">${say(c, pageWords.noTasks)}</p>` : html`<ul>${state.tasks.map(line)}</ul>`
  }</section>`;
}

/** Nobody ticked it: the requester was verified by a code, or by a known address. */
function tickedBy({ c, view }: Looking, by: string | null): string {
  const { verified } = view.state.identity;
  return by === null && verified !== null ? say(c, howVerified(verified.method, '')) : nameOf(c, by);
}

/** A box that ticks, or takes a tick back. */
function tickBox({ c, view }: Looking, { id, ticked, title }: Task, isFirst: boolean): Html {
  const action = ticked === null ? 'tick' : 'untick';
  const label = `${say(c, wordsOf(action).label)}: ${say(c, title)}`;
  const key = isFirst ? html` data-focus-key="t" aria-keyshortcuts="t"` : '';
  const content = html`<input type="hidden" name="task" value="${id}"><button class="box-mark" aria-label="${label}" title="${say(c, wordsOf(action).label)}"${key}>${ticked === null ? '' : '✓'}</button>`;
  return form(c, `/cases/${view.state.reference}/${action}`, content);
}

function refusedAt({ c, failed, step }: Looking, { id }: Task): Html | string {
  const isHere = (failed?.action === 'tick' || failed?.action === 'untick') && failed.values('task').includes(id);
  const isInPanel = step.action?.on === 'tick' && step.action.task === id;
  return failed !== null && isHere && !isInPanel ? refusalLine(c, failed.refusal) : '';
}

function people(looking: Looking): Html {
  const { c, view, failed } = looking;
  const { state, person } = view;
  const { verified, needed } = state.identity;
  const identity =
    verified !== null
      ? say(c, howVerified(verified.method, nameOf(c, verified.by)))
      : say(c, needed ? pageWords.identityOpen : pageWords.identityNotNeeded);
  const requester =
    person.requester === null
      ? say(c, pageWords.unknownRequester)
      : html`${person.requester.name === '' ? '' : html`${lineOf(person.requester.name, 80)}<br>`}<span class="faint">${lineOf(person.requester.address, 254)}</span>`;
  const mine = state.assignedTo === c.var.viewer.member.id;
  const may = mayAct(looking, 'assign') && !('closedAt' in state);
  return html`<section class="box"><h2>${say(c, pageWords.people)}</h2><dl class="rows">
<div><dt>${say(c, pageWords.requester)}</dt><dd>${requester}${state.representative === null ? '' : html`<br><span class="faint">${say(c, choiceWords[state.representative] ?? pageWords.asks)} ${say(c, pageWords.asks)}</span>`}</dd></div>
<div><dt>${say(c, pageWords.language)}</dt><dd>${say(c, languageNames[state.language])}</dd></div>
<div><dt>${say(c, pageWords.identity)}</dt><dd>${identity}</dd></div>
<div><dt>${say(c, pageWords.assigned)}</dt><dd>${state.assignedTo === null ? html`<span class="faint">${say(c, pageWords.nobody)}</span>` : nameOf(c, state.assignedTo)}</dd></div>
</dl>${
    may
      ? html`${mine ? '' : form(c, `/cases/${state.reference}/assign`, html`<input type="hidden" name="to" value="${c.var.viewer.member.id}">${button(say(c, pageWords.takeIt))}`, { class: 'action' })}
<details${failed?.action === 'assign' ? html` open` : ''}><summary>${say(c, wordsOf('assign').label)}</summary>${actionForm(c, 'assign', { reference: state.reference, failed, filled: { to: state.assignedTo ?? '' }, confidential: isConfidential(state.kind) })}</details>`
      : ''
  }</section>`;
}

function otherCases({ c, view, today }: Looking): Html {
  if (view.linked.length === 0 && view.others.length === 0) return html``;
  const line = (one: NamedCase) =>
    html`<li><a href="/cases/${one.reference}">${one.reference}</a> <span>${c.var.words.kinds[one.kind]}</span> <span class="faint">${c.var.words.statuses[one.status]}, ${dayWords(c.var.language, one.dueOn, today)}</span></li>`;
  const list = (label: keyof typeof pageWords, all: readonly NamedCase[]) =>
    all.length === 0 ? '' : html`<h3>${say(c, pageWords[label])}</h3><ul class="cases-list">${all.slice(0, 20).map(line)}</ul>`;
  return html`<section class="box"><h2>${say(c, pageWords.otherCases)}</h2>${list('linkedCases', view.linked)}${list('samePerson', view.others)}</section>`;
}

function notes(looking: Looking): Html {
  const { c, view, failed } = looking;
  const line = (note: (typeof view.notes)[number]) =>
    html`<li><p class="hint">${nameOf(c, note.by)}, ${momentWords(c.var.language, note.at, c.var.context.timeZone)}</p><div class="prose">${proseOf(note.text)}</div></li>`;
  const write = mayAct(looking, 'note') && looking.step.action?.on !== 'unreachable';
  if (view.notes.length === 0 && !write) return html``;
  return html`<section class="box notes"><h2>${say(c, pageWords.notes)}</h2><ol>${view.notes.map(line)}</ol>${
    write
      ? html`<details${failed?.action === 'note' ? html` open` : ''}><summary data-focus-key="n" aria-keyshortcuts="n">${say(c, pageWords.addNote)} <kbd aria-hidden="true">n</kbd></summary>${actionForm(c, 'note', { reference: view.state.reference, failed })}</details>`
      : ''
  }</section>`;
}
