import { html } from 'hono/html';
import type { CaseLetter, CaseView, ShownMessage } from '../../worker/show-case-view.ts';
import type { Html, Request } from '../page.ts';
import { momentWords, sizeWords } from './days.ts';
import { foldQuotes } from './fold-quotes.ts';
import type { Looking } from './looking.ts';
import { letterTitle } from './names.ts';
import { letterStatusWords, pageWords } from './page-words.ts';
import { lineOf, proseOf, say } from './parts.ts';
import { cutText } from './visible-text.ts';

type Turn = { readonly at: string } & ({ readonly message: ShownMessage } | { readonly letter: CaseLetter });

/** What was said, in order: the customer's messages and our letters. The draft that waits stands elsewhere. */
export function conversation(looking: Looking): Html {
  const { c, view } = looking;
  const turns = turnsOf(view);
  return html`<section class="conversation" aria-labelledby="conversation"><h2 id="conversation">${say(c, pageWords.conversation)}</h2>
${turns.length === 0 ? html`<p class="faint">${say(c, pageWords.noMessages)}</p>` : ''}
<ol class="turns">${turns.map((turn) => ('message' in turn ? messageTurn(looking, turn.message) : letterTurn(looking, turn.letter)))}</ol></section>`;
}

function turnsOf(view: CaseView): readonly Turn[] {
  const letters = view.letters.filter((letter) => letter.id !== view.draft?.letter.id);
  return [
    ...view.messages.map((message) => ({ at: message.receivedAt, message })),
    ...letters.map((letter) => ({ at: letter.sentAt ?? letter.writtenAt, letter })),
  ].toSorted((a, b) => Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at)) || rank(a) - rank(b));
}

/** Within one second, a mail server's finest: first what opened the case, then what we wrote, then what answers it. */
function rank(turn: Turn): number {
  if ('letter' in turn) return 1;
  return turn.message.role === 'opening' ? 0 : 2;
}

export function newestMessageId(view: CaseView): string | null {
  return view.messages.at(-1)?.id ?? null;
}

function messageTurn(looking: Looking, message: ShownMessage): Html {
  const { c, view } = looking;
  const { reference } = view.state;
  const ours = message.role === 'outside';
  return html`<li class="turn ${ours ? 'ours' : 'theirs'}" id="message-${message.id}">
<header><strong>${message.from === null ? say(c, pageWords.unknownRequester) : lineOf(message.name === '' ? message.from : message.name, 80)}</strong>
${message.name === '' || message.from === null ? '' : html`<span class="faint">${lineOf(message.from, 254)}</span>`}
<time datetime="${message.receivedAt}">${momentWords(c.var.language, message.receivedAt, c.var.context.timeZone)}</time></header>
<p class="subject">${message.subject === '' ? html`<span class="faint">${say(c, pageWords.noSubject)}</span>` : lineOf(message.subject)}${signs(c, message)}</p>
${words(looking, message)}
${attachments(c, reference, message)}
${message.state === 'erased' ? '' : foot(c, reference, message)}
</li>`;
}

/** What must be known of a message before its words are believed. */
function signs(c: Request, { authentication, junk, role, truncated, decodingDoubtful }: ShownMessage): Html {
  const sign = (text: string, look = '') => html` <span class="sign ${look}">${text}</span>`;
  return html`${authentication === 'pass' ? sign(say(c, pageWords.authPass), 'good') : ''}${authentication === 'fail' ? sign(say(c, pageWords.authFail), 'bad') : ''}${
    authentication === 'unverified' ? sign(say(c, pageWords.authUnverified)) : ''
  }${junk ? sign(say(c, pageWords.fromJunk), 'bad') : ''}${role === 'report' ? sign(say(c, pageWords.report)) : ''}${role === 'outside' ? sign(say(c, pageWords.outside)) : ''}${
    truncated ? sign(say(c, pageWords.cutShort), 'bad') : ''
  }${decodingDoubtful ? sign(say(c, pageWords.doubtfulLetters)) : ''}`;
}

function words({ c, whole, view }: Looking, message: ShownMessage): Html {
  if (message.state === 'erased' && message.text === '') return html`<p class="faint">${say(c, pageWords.erased)}</p>`;
  if (message.state === 'unreadable') return html`<p class="alert">${say(c, pageWords.cannotShow)}</p>`;
  const folds = foldQuotes(message.text, message.ownText);
  return html`${folds.map((fold) => {
    const text = whole === message.id ? { shown: fold.text, left: 0 } : cutText(fold.text);
    const rest =
      text.left === 0
        ? ''
        : html`<p><a href="/cases/${view.state.reference}?all=${message.id}#message-${message.id}">${say(c, pageWords.showAll)}</a> <span class="faint">${text.left.toLocaleString(c.var.language)} ${say(c, pageWords.moreCharacters)}</span></p>`;
    const prose = html`<div class="prose">${proseOf(text.shown)}</div>${rest}`;
    return fold.own ? prose : html`<details class="quoted"><summary>${say(c, pageWords.quoted)}</summary>${prose}</details>`;
  })}`;
}

function attachments(c: Request, reference: string, message: ShownMessage): Html {
  if (message.attachments.length === 0) return html``;
  const most = 30;
  const line = (file: ShownMessage['attachments'][number]) =>
    html`<li><a href="/cases/${reference}/messages/${message.id}/files/${file.index}" download>${file.name === null ? say(c, pageWords.unnamedFile) : lineOf(file.name, 80)}</a> <span class="faint">${lineOf(file.contentType, 60)}, ${sizeWords(c.var.language, file.size)}</span></li>`;
  return html`<ul class="files" aria-label="${say(c, pageWords.files)}">${message.attachments.slice(0, most).map(line)}</ul>`;
}

function foot(c: Request, reference: string, message: ShownMessage): Html {
  const path = `/cases/${reference}/messages/${message.id}`;
  return html`<p class="foot">${
    message.mayHaveHtml ? html`<a href="${path}/html" title="${say(c, pageWords.asSentHint)}">${say(c, pageWords.asSent)}</a>` : ''
  }<a href="${path}/original" download>${say(c, pageWords.download)}</a></p>`;
}

function letterTurn({ c, view }: Looking, letter: CaseLetter): Html {
  const status = letter.withheld && letter.status === 'draft' ? 'withheld' : letter.status;
  const at = letter.sentAt ?? letter.writtenAt;
  const text = letter.content?.text ?? null;
  const gone = status === 'void';
  return html`<li class="turn ours ${gone ? 'gone' : ''}" id="letter-${letter.id}"><details${gone || letter.kind === 'acknowledgement' ? '' : html` open`}>
<summary><strong>${letterTitle(letter.kind, c.var.language)}</strong> <span class="sign ${statusLook(status)}">${say(c, letterStatusWords[status] ?? { nl: status, en: status })}</span> <time datetime="${at}">${momentWords(c.var.language, at, c.var.context.timeZone)}</time></summary>
${text === null ? html`<p class="faint">${say(c, pageWords.letterErased)}</p>` : html`<div class="prose" lang="${view.state.language}">${proseOf(cutText(text).shown)}</div>`}
</details></li>`;
}

function statusLook(status: string): string {
  if (status === 'accepted') return 'good';
  return status === 'refused' || status === 'unknown' || status === 'withheld' ? 'bad' : '';
}
