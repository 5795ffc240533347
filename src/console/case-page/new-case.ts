/** A request that came by telephone, by post or in a form: written down here by whoever took it. */
import { html } from 'hono/html';
import type { Refusal } from '../../case/command.ts';
import { caseKinds, letterLanguages } from '../../case/kind.ts';
import type { Bilingual } from '../../case/policy.ts';
import { openByHand } from '../../worker/open-by-hand.ts';
import { isDemand, knowsDemands } from '../confidential.ts';
import { button, form, readForm, type Sent } from '../form.ts';
import { send } from '../layout.ts';
import type { Html, Request } from '../page.ts';
import { refusalLine } from './action-form.ts';
import { choiceWords } from './action-words.ts';
import { languageNames } from './names.ts';
import { pageWords } from './page-words.ts';
import { say } from './parts.ts';

const channels = ['telephone', 'letter', 'form'] as const;

const words = {
  lead: {
    nl: 'Voor een verzoek dat niet per mail kwam. De termijn loopt vanaf het moment waarop het ons bereikte, niet vanaf nu.',
    en: 'For a request that did not come by mail. The term runs from the moment it reached us, not from now.',
  },
  channel: { nl: 'Hoe kwam het binnen?', en: 'How did it reach us?' },
  telephone: { nl: 'telefoon', en: 'telephone' },
  letter: { nl: 'brief', en: 'letter' },
  form: { nl: 'formulier', en: 'form' },
  kinds: { nl: 'Wat vraagt de klant? (meer mag)', en: 'What does the customer ask? (more than one is fine)' },
  said: { nl: 'Wat er is gezegd of geschreven', en: 'What was said or written' },
  received: { nl: 'Wanneer bereikte het ons?', en: 'When did it reach us?' },
  name: { nl: 'Naam', en: 'Name' },
  address: { nl: 'E-mailadres', en: 'E-mail address' },
  addressHint: { nl: 'Onbekend? Laat leeg; dan gaat er geen bevestiging uit.', en: 'Unknown? Leave empty; then nothing is acknowledged.' },
  phones: { nl: 'Telefoonnummers, één per regel', en: 'Telephone numbers, one a line' },
  order: { nl: 'Bestelnummer', en: 'Order number' },
  language: { nl: 'Taal van de klant', en: 'Language of the customer' },
  asWritten: { nl: 'zoals de tekst', en: 'as the text' },
  acknowledge: { nl: 'Bevestig de ontvangst per mail', en: 'Acknowledge receipt by mail' },
  undetermined: { nl: 'nog niet duidelijk', en: 'not clear yet' },
  authority: { nl: 'verzoek van een overheidsinstantie', en: 'request by a public authority' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export function newCasePage(c: Request, sent: Sent | null, refusal: Refusal | null): Promise<Response> {
  const title = say(c, pageWords.openByHand);
  const body = html`<link rel="stylesheet" href="${c.var.staticPath('case.css')}"><div class="case new"><h1>${title}</h1><p>${say(c, words.lead)}</p>
<div class="box">${form(c, '/cases/new', fields(c, sent, refusal), { class: 'action' })}</div></div>`;
  return send(c, { title, body, at: 'queue' }, refusal === null ? 200 : 409);
}

function fields(c: Request, sent: Sent | null, refusal: Refusal | null): Html {
  const { context } = c.var;
  const now = context.clock.now().toZonedDateTimeISO(context.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  const value = (name: string, otherwise = '') => (sent === null ? otherwise : sent.text(name));
  const input = (name: 'name' | 'address' | 'order', most: number, type = 'text') =>
    html`<label for="${name}">${say(c, words[name])}</label><input id="${name}" name="${name}" type="${type}" value="${value(name)}" maxlength="${most}" autocomplete="off">`;
  return html`${refusal === null ? '' : refusalLine(c, refusal)}
<div class="pairs"><fieldset><legend>${say(c, words.channel)}</legend>${channels.map((one) => pick(c, 'radio', 'channel', one, words[one], value('channel', 'telephone') === one))}</fieldset>
<fieldset><legend>${say(c, words.kinds)}</legend>${caseKinds.map((one) => pick(c, 'checkbox', 'kinds', one, kindWords(one), sent?.all('kinds').includes(one) ?? false))}</fieldset></div>
<label for="said">${say(c, words.said)}</label><textarea id="said" name="said" rows="6" required maxlength="20000">
${value('said')}</textarea>
<div class="pairs"><div><label for="received">${say(c, words.received)}</label><input id="received" name="received" type="datetime-local" value="${value('received', now)}" max="${now}" required></div>
<div><label for="language">${say(c, words.language)}</label><select id="language" name="language"><option value="">${say(c, words.asWritten)}</option>${letterLanguages.map((one) => html`<option value="${one}"${value('language') === one ? html` selected` : ''}>${say(c, languageNames[one])}</option>`)}</select></div>
<div>${input('name', 120)}</div><div>${input('address', 254, 'email')}<span class="hint">${say(c, words.addressHint)}</span></div>
<div><label for="phones">${say(c, words.phones)}</label><textarea id="phones" name="phones" rows="2" maxlength="500">
${value('phones')}</textarea></div><div>${input('order', 40)}</div></div>
${pick(c, 'checkbox', 'acknowledge', 'yes', words.acknowledge, sent === null || sent.text('acknowledge') === 'yes')}
<div class="send">${button(say(c, pageWords.openByHand), { look: 'primary' })}</div>`;
}

function kindWords(kind: (typeof caseKinds)[number]): Bilingual {
  return kind === 'undetermined' || kind === 'authority' ? words[kind] : (choiceWords[kind] ?? { nl: kind, en: kind });
}

function pick(c: Request, type: 'radio' | 'checkbox', name: string, value: string, label: Bilingual, checked: boolean): Html {
  return html`<label class="pick"><input type="${type}" name="${name}" value="${value}"${checked ? html` checked` : ''}> ${say(c, label)}</label>`;
}

/** Opens the case and goes to it; several kinds are several cases, and the first is shown. */
export async function openNewCase(c: Request): Promise<Response> {
  const { context, viewer } = c.var;
  const sent = await readForm(c);
  const receivedAt = momentOf(sent.text('received'), context.timeZone);
  if (receivedAt === null) return newCasePage(c, sent, noMoment);
  const outcome = await openByHand(context, {
    kinds: caseKinds.filter((kind) => sent.all('kinds').includes(kind)),
    requester: { address: sent.text('address') === '' ? null : sent.text('address'), name: sent.text('name').slice(0, 120) },
    receivedAt,
    channel: channels.find((one) => one === sent.text('channel')) ?? 'telephone',
    words: sent.text('said'),
    orderNumber: sent.text('order') === '' ? null : sent.text('order').slice(0, 40),
    phoneNumbers: sent
      .text('phones')
      .split('\n')
      .slice(0, 10)
      .flatMap((line) => line.trim() || []),
    language: letterLanguages.find((one) => one === sent.text('language')) ?? null,
    acknowledge: sent.text('acknowledge') === 'yes',
    by: viewer.member.id,
  });
  if (!outcome.done) return newCasePage(c, sent, outcome.refusal);
  const first = outcome.cases[0]?.reference ?? '';
  return c.redirect((await isDemand(c, first)) && !(await knowsDemands(c)) ? '/' : `/cases/${first}`, 303);
}

function momentOf(value: string, timeZone: string): Temporal.Instant | null {
  try {
    return Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).toInstant();
  } catch {
    return null;
  }
}

const noMoment: Refusal = {
  code: 'not-possible-now',
  text: { nl: 'Geef de datum en de tijd waarop het verzoek ons bereikte.', en: 'Give the date and time at which the request reached us.' },
};
