import { html } from 'hono/html';
import type { ShownDraft } from '../../worker/show-case-view.ts';
import { button, form } from '../form.ts';
import type { Html, Request } from '../page.ts';
import { actionForm, type FormOptions, refusalLine, wordsOf } from './action-form.ts';
import type { ActionId } from './action-words.ts';
import { longestWords } from './actions.ts';
import { sizeWords } from './days.ts';
import { type Change, diffText } from './diff.ts';
import { type Looking, mayAct, refusalFor } from './looking.ts';
import { letterTitle } from './names.ts';
import { pageWords } from './page-words.ts';
import { lineOf, nameOf, proseOf, say } from './parts.ts';

/** The letter that waits: as it would be read, what changed in it, and what may be done with it. */
export function draftPanel(looking: Looking, draft: ShownDraft): Html {
  const { c, view } = looking;
  const { content, kind } = draft.letter;
  if (content === null || view.state.status !== 'awaiting-approval') return html``;
  return html`<div class="draft" id="draft">
<article class="paper" lang="${view.state.language}" aria-label="${letterTitle(kind, c.var.language)}">
<dl class="envelope" lang="${c.var.language}"><div><dt>${say(c, pageWords.to)}</dt><dd>${lineOf(content.to, 254)}</dd></div><div><dt>${say(c, pageWords.subject)}</dt><dd>${lineOf(content.subject)}</dd></div></dl>
<div class="prose">${proseOf(draft.text.body)}</div>
${draft.text.fixed === '' ? '' : html`<div class="prose fixed" title="${say(c, pageWords.fixedPart)}">${proseOf(draft.text.fixed)}</div>`}
${files(c, view.state.reference, draft)}
</article>
${differences(c, draft)}
${approvalsLine(looking, draft)}
${decisions(looking, draft)}
</div>`;
}

function files(c: Request, reference: string, { letter }: ShownDraft): Html {
  const attached = letter.content?.attachments ?? [];
  if (attached.length === 0) return html``;
  const line = (file: (typeof attached)[number], index: number) =>
    html`<li><a href="/cases/${reference}/letters/${letter.id}/files/${index}" download>${lineOf(file.filename, 80)}</a> <span class="faint">${sizeWords(c.var.language, file.waits?.size ?? Math.floor((file.content.length * 3) / 4))}</span></li>`;
  return html`<ul class="files" lang="${c.var.language}" aria-label="${say(c, pageWords.files)}">${attached.map(line)}</ul>`;
}

function approvalsLine({ c, view }: Looking, { body, template }: ShownDraft): Html {
  if (view.state.status !== 'awaiting-approval') return html``;
  const { approvals, editedBy, approvalsNeeded } = view.state.draft;
  const people = new Set([...approvals, ...(editedBy === null ? [] : [editedBy])]);
  const edited = editedBy === null ? '' : html` · ${say(c, pageWords.editedBy)} ${nameOf(c, editedBy)}`;
  const names = approvals.length === 0 ? '' : html` (${approvals.map((id) => nameOf(c, id)).join(', ')})`;
  return html`<p class="hint">${say(c, pageWords.approvals)}: ${Math.min(people.size, approvalsNeeded)} ${say(c, pageWords.of)} ${approvalsNeeded}${names}${edited}${body.trim() === template.trim() ? html` · ${say(c, pageWords.unchanged)}` : ''}</p>`;
}

/** Approve stands alone; what is rarer opens when asked for. */
function decisions(looking: Looking, draft: ShownDraft): Html {
  const { c, view, failed } = looking;
  const options: FormOptions = { reference: view.state.reference, failed };
  const letter = { letter: draft.letter.id, hash: draft.letter.hash };
  const approves = mayAct(looking, 'approve') && refusalFor(looking, 'approve') === null;
  const shown = failed?.action === 'approve' ? refusalLine(c, failed.refusal) : '';
  return html`<div class="decide">
${approves ? actionForm(c, 'approve', { ...options, look: 'primary', key: 'a', hidden: letter }) : shown}
${mayAct(looking, 'edit') ? opening(looking, 'edit', editForm(looking, draft), 'e') : ''}
${mayAct(looking, 'send-back') ? opening(looking, 'send-back', actionForm(c, 'send-back', { ...options, hidden: letter })) : ''}
${mayAct(looking, 'reject') ? opening(looking, 'reject', actionForm(c, 'reject', { ...options, look: 'danger', hidden: letter })) : ''}
</div>`;
}

function opening({ c, failed }: Looking, id: ActionId, content: Html, key?: string): Html {
  const { label, explain } = wordsOf(id);
  const mark = key === undefined ? '' : html` data-focus-key="${key}" aria-keyshortcuts="${key}"`;
  const hint = key === undefined ? '' : html` <kbd aria-hidden="true">${key}</kbd>`;
  return html`<details class="opening ${id}"${failed?.action === id ? html` open` : ''}><summary class="button"${mark}>${say(c, label)}${hint}</summary><div class="opened"><p class="hint">${say(c, explain)}</p>${content}</div></details>`;
}

/** The part staff may rewrite, files, and the part they may not below it. */
function editForm({ c, view, failed }: Looking, draft: ShownDraft): Html {
  const mine = failed?.action === 'edit' ? failed : null;
  const words = wordsOf('edit').fields ?? {};
  const attached = draft.letter.content?.attachments ?? [];
  const keep = (name: string, index: number) =>
    html`<label class="pick"><input type="checkbox" name="keep" value="${index}" checked> ${lineOf(name, 80)}</label>`;
  const content = html`${mine === null ? '' : refusalLine(c, mine.refusal)}<input type="hidden" name="hash" value="${draft.letter.hash}">
<label for="edit-body">${say(c, words.body ?? pageWords.draft)}</label>
<textarea id="edit-body" name="body" lang="${view.state.language}" rows="14" required maxlength="${longestWords}">
${mine?.values('body')[0] ?? draft.body}</textarea>
<p class="fixed-label">${say(c, pageWords.fixedPart)} <span class="faint">${say(c, pageWords.fixedWhy)}</span></p>
<div class="prose fixed" lang="${view.state.language}">${proseOf(draft.fixed)}</div>
${attached.length === 0 ? '' : html`<fieldset><legend>${say(c, pageWords.files)}</legend>${attached.map((file, index) => keep(file.filename, index))}</fieldset>`}
<label for="edit-files">${say(c, words.files ?? pageWords.files)}</label><input type="file" id="edit-files" name="files" multiple>
<p class="hint">${say(c, pageWords.whichFiles)}</p>
<div class="send">${button(say(c, wordsOf('edit').send ?? pageWords.draft), { look: 'primary' })}</div>`;
  return form(c, `/cases/${view.state.reference}/edit`, content, { class: 'action', files: true });
}

function differences(c: Request, { template, body }: ShownDraft): Html {
  if (template.trim() === body.trim()) return html``;
  return html`<details class="diff"><summary>${say(c, pageWords.changes)}</summary><div class="prose">${diffText(template.trim(), body.trim()).map(changed)}</div></details>`;
}

function changed({ type, text }: Change): Html {
  if (type === 'same') return proseOf(text);
  return type === 'in' ? html`<ins>${proseOf(text)}</ins>` : html`<del>${proseOf(text)}</del>`;
}
