import { html } from 'hono/html';
import type { Refusal } from '../../case/command.ts';
import { handsFor } from '../../worker/show-demands.ts';
import { button, form } from '../form.ts';
import type { Html, Request } from '../page.ts';
import { type ActionId, type ActionWords, actionWords, choiceWords } from './action-words.ts';
import { type Action, actionOf, type Field } from './actions.ts';
import { dayIn } from './days.ts';
import { say, shortName } from './parts.ts';

/** What a person sent that was refused: shown at the action, with what they typed kept. */
export interface Failed {
  readonly action: ActionId;
  readonly refusal: Refusal;
  values(name: string): readonly string[];
}

/** What one form differs in. */
export interface FormOptions {
  readonly reference: string;
  readonly failed: Failed | null;
  readonly look?: 'primary' | 'plain' | 'danger';
  /** The key that brings the keyboard here; it never presses anything. */
  readonly key?: string;
  /** Values a person finds filled in. */
  readonly filled?: Readonly<Record<string, string>>;
  /** Values that go along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the button says, where that is not the action's own word. */
  readonly label?: string;
  /** Only people named for demands of public bodies can be chosen. */
  readonly confidential?: boolean;
  /** Told apart when one action stands on the page more than once. */
  readonly at?: string;
}

export function wordsOf(id: ActionId): ActionWords {
  return actionWords[id];
}

/** The form of one action: fields, refusal, button. */
export function actionForm(c: Request, id: ActionId, options: FormOptions): Html {
  const action = actionOf(id);
  if (action === null) throw new Error(`no action ${id}`);
  const words = wordsOf(id);
  const failed = isFailed(id, options) ? options.failed : null;
  const content = html`${Object.entries(options.hidden ?? {}).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${
    failed === null ? '' : refusalLine(c, failed.refusal)
  }${action.fields.map((field) => fieldOf(c, action, field, options, failed))}
<div class="send">${focusButton(options.label ?? say(c, words.send ?? words.label), options)}</div>`;
  const files = action.fields.some((field) => field.kind === 'files');
  return form(c, `/cases/${options.reference}/${id}`, content, { class: 'action', files });
}

function isFailed(id: ActionId, { failed, hidden = {} }: FormOptions): boolean {
  if (failed?.action !== id) return false;
  return Object.entries(hidden).every(
    ([name, value]) => !['task', 'kind', 'finished', 'left'].includes(name) || failed.values(name).includes(value),
  );
}

export const refusalMark = 'role="alert"';

/** Why it was refused, where it was asked. */
export function refusalLine(c: Request, refusal: Refusal): Html {
  return html`<p class="alert" role="alert" tabindex="-1">${say(c, refusal.text)}</p>`;
}

function focusButton(label: string, { look = 'plain', key }: FormOptions): Html {
  if (key === undefined) return button(label, { look });
  return html`<button class="${look}" data-focus-key="${key}" aria-keyshortcuts="${key}">${label} <kbd aria-hidden="true">${key}</kbd></button>`;
}

function fieldOf(c: Request, action: Action, field: Field, options: FormOptions, failed: Failed | null): Html {
  const id = `${action.id}-${field.name}${options.at ?? ''}`;
  const label = wordsOf(action.id).fields?.[field.name];
  const text = label === undefined ? field.name : say(c, label);
  const values = failed?.values(field.name) ?? [options.filled?.[field.name] ?? ''];
  const required = field.required === true ? html` required` : '';
  const most = field.most === undefined ? '' : html` maxlength="${field.most}"`;
  const first = values[0] ?? '';
  switch (field.kind) {
    case 'area':
      return html`<label for="${id}">${text}</label><textarea id="${id}" name="${field.name}" rows="${rowsFor(first)}"${required}${most}>
${first}</textarea>`;
    case 'line':
      return html`<label for="${id}">${text}</label><input id="${id}" name="${field.name}" value="${first}" autocomplete="off"${required}${most}>`;
    case 'day':
      return html`<label for="${id}">${text}</label><input type="date" id="${id}" name="${field.name}" value="${first}"${field.past === true ? '' : html` min="${tomorrow(c)}"`}${required}>`;
    case 'moment':
      return html`<label for="${id}">${text}</label><input type="datetime-local" id="${id}" name="${field.name}" value="${first}"${required}>`;
    case 'files':
      return html`<label for="${id}">${text}</label><input type="file" id="${id}" name="${field.name}" multiple>`;
    case 'member':
      return memberField(c, id, field.name, text, options, first);
    case 'choice':
    case 'checks':
      return choiceField(c, id, field, text, values);
    default:
      return field.kind satisfies never;
  }
}

function rowsFor(text: string): number {
  return Math.min(20, Math.max(3, text.split('\n').length + 1));
}

function choiceField(c: Request, id: string, field: Field, text: string, chosen: readonly string[]): Html {
  const type = field.kind === 'checks' ? 'checkbox' : 'radio';
  const required = type === 'radio' && field.required === true ? html` required` : '';
  const option = (value: string, at: number) =>
    html`<label class="pick"><input type="${type}" id="${id}-${at}" name="${field.name}" value="${value}"${chosen.includes(value) ? html` checked` : ''}${required}> ${say(c, choiceWords[value] ?? { nl: value, en: value })}</label>`;
  return html`<fieldset><legend>${text}</legend>${(field.values ?? []).map(option)}</fieldset>`;
}

function memberField(c: Request, id: string, name: string, text: string, options: FormOptions, chosen: string): Html {
  const people = handsFor(c.var.context, options.confidential === true);
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : ''}>${label}</option>`;
  return html`<label for="${id}">${text}</label><select id="${id}" name="${name}">${option('', say(c, { nl: 'niemand', en: 'nobody' }))}${people.map((member) => option(member.id, shortName(member.address)))}</select>`;
}

function tomorrow(c: Request): string {
  const { context } = c.var;
  return Temporal.PlainDate.from(dayIn(context.clock.now().toString(), context.timeZone)).add({ days: 1 }).toString();
}
