import { html } from 'hono/html';
import { button, form } from '../form.ts';
import type { Html } from '../page.ts';
import { actionForm, type FormOptions } from './action-form.ts';
import { newestMessageId } from './conversation.ts';
import { timeWords } from './days.ts';
import { draftPanel } from './draft-panel.ts';
import { type Looking, mayAct } from './looking.ts';
import type { NextStep, StepAction } from './next-step.ts';
import { pageWords } from './page-words.ts';
import { say } from './parts.ts';

/** The one thing to do now, with what it takes to do it. */
export function stepPanel(looking: Looking): Html {
  const { c, step } = looking;
  return html`<section class="step ${step.whose}" aria-labelledby="step">
<p class="eyebrow">${say(c, pageWords.nextStep)}${step.code === 'closed' ? '' : html` <span class="chip">${say(c, whoseWords[step.whose])}</span>`}</p>
<h2 id="step">${say(c, step.what)}</h2>
<p>${say(c, step.why)}</p>
${step.action === null ? '' : doing(looking, step.action)}
${step.next === null || step.next.action === null ? '' : following(looking, step.next)}
${looking.view.draft !== null && showsDraft(step) ? draftPanel(looking, looking.view.draft) : ''}
</section>`;
}

const whoseWords = {
  you: pageWords.forYou,
  colleague: pageWords.forColleague,
  customer: pageWords.forCustomer,
  machine: pageWords.forMachine,
  nobody: pageWords.forNobody,
} as const;

/** The letter is part of the step when the step is to judge it. */
export function showsDraft(step: NextStep): boolean {
  return step.code === 'approve' || step.code === 'second-approval';
}

function following(looking: Looking, next: NextStep): Html {
  const { c } = looking;
  return html`<div class="after"><p class="eyebrow">${say(c, pageWords.afterThat)}</p><h3>${say(c, next.what)}</h3>${
    next.action === null ? '' : doing(looking, next.action)
  }</div>`;
}

function doing(looking: Looking, action: StepAction): Html {
  const { c, view, failed } = looking;
  const options: FormOptions = { reference: view.state.reference, failed, look: 'primary', at: '-step' };
  switch (action.on) {
    case 'approve':
      return html``;
    case 'tick':
      return actionForm(c, 'tick', { ...options, key: 't', hidden: { task: action.task } });
    case 'determine':
    case 'outside':
    case 'complete':
    case 'reopen':
    case 'accept-pause':
    case 'accept-breach':
    case 'remind':
      return actionForm(c, action.on, options);
    case 'disclose':
      return html`${actionForm(c, 'disclose', options)}<p class="or">${say(c, pageWords.or)}</p>${actionForm(c, 'disclose-nothing', { ...options, look: 'plain' })}`;
    case 'review-hold':
      return actionForm(c, 'lift-hold', { ...options, look: 'plain' });
    case 'confirm-intake':
      return actionForm(c, 'confirm-intake', { ...options, filled: intakeOf(looking) });
    case 'undo':
      return undo(looking, options);
    case 'identity':
      return identity(looking, options);
    case 'unreachable':
      return actionForm(c, 'note', { ...options, look: 'plain' });
    case 'new-message':
      return html`<p><a class="button" href="#message-${newestMessageId(view) ?? ''}">${say(c, pageWords.toMessage)}</a></p>`;
    case 'settle':
      return settle(looking);
    default:
      return action satisfies never;
  }
}

function intakeOf({ c, view }: Looking): Readonly<Record<string, string>> {
  const received = Temporal.Instant.from(view.state.receivedAt).toZonedDateTimeISO(c.var.context.timeZone);
  return {
    requester: view.person.requester?.address ?? '',
    received: received.toPlainDateTime().toString({ smallestUnit: 'minute' }),
  };
}

function undo({ c, view }: Looking, options: FormOptions): Html {
  if (view.undoUntil === null) return html``;
  const at = timeWords(view.undoUntil, c.var.context.timeZone, 'second');
  const left = Math.ceil(c.var.context.clock.now().until(view.undoUntil).total('seconds'));
  return html`<p class="countdown">${say(c, pageWords.undoLeft)} <time datetime="${view.undoUntil}" data-left="${left}" data-words="${say(c, pageWords.undoSeconds)}">${at}</time></p>
${actionForm(c, 'undo', { ...options, look: 'plain', key: 'u' })}`;
}

/** Two ways: a code to the address on file, or a person who looked. */
function identity(looking: Looking, options: FormOptions): Html {
  const { c } = looking;
  const [known] = looking.view.person.addressesOnFile;
  return html`${actionForm(c, 'ask-identity', { ...options, filled: { to: known ?? '' } })}<p class="or">${say(c, pageWords.or)}</p>${actionForm(
    c,
    'tick',
    {
      ...options,
      look: 'plain',
      hidden: { task: 'identity-verified' },
      label: say(c, pageWords.identityByHand),
    },
  )}`;
}

function settle({ c, view }: Looking): Html {
  if (!mayAct({ c }, 'tick')) return html``;
  const content = html`<p class="hint">${say(c, pageWords.settleHow)}</p><div class="send">${button(say(c, pageWords.itLeft), { name: 'left', value: 'yes' })}${button(
    say(c, pageWords.itDidNot),
    { name: 'left', value: 'no' },
  )}</div>`;
  return form(c, `/cases/${view.state.reference}/settle`, content, { class: 'action' });
}
