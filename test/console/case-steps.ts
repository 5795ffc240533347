// What people do on the page of a case, in a word each.
import { sql } from 'drizzle-orm';
import { dropMessage } from '../../src/intake/maildir.ts';
import { rows } from '../../src/store/db.ts';
import { showCaseView } from '../../src/worker/show-case-view.ts';
import { tickTask } from '../../src/worker/staff-commands.ts';
import { type Answer, anna, type Browser, type TestConsole } from '../support/console.ts';

export const requests = {
  change: 'Ons nieuwe adres is Kanaalstraat 14, 3531 CJ Utrecht. Graag wijzigen.',
  deletion: 'Ik verzoek u mijn account en al mijn gegevens te verwijderen.',
  copy: 'Graag ontvang ik een kopie van alle persoonsgegevens die u van mij heeft.',
  refund: 'Ik annuleer mijn bestelling 2026-0815 en wil mijn geld terug.',
  objection: 'Ik maak bezwaar tegen het gebruik van mijn gegevens voor reclame.',
  authority:
    'In een strafrechtelijk onderzoek vordert de officier van justitie op grond van artikel 126na Sv dat u de gebruikersgegevens verstrekt.',
} as const;

let written = 0;

/** Somebody writes, and the case that was opened is named. */
export async function newCase(house: TestConsole, kind: keyof typeof requests): Promise<string> {
  written += 1;
  await house.write(`klant${written}@elders.example`, requests[kind]);
  return newestReference(house);
}

export async function newestReference(house: TestConsole): Promise<string> {
  const [row] = await rows<{ reference: string }>(house.context.db.query, sql`select reference from cases order by opened_at desc limit 1`);
  if (row === undefined) throw new Error('no case was opened');
  return row.reference;
}

/** Raw bytes come into the mailbox, and are dealt with. */
export async function drop(house: TestConsole, raw: Uint8Array): Promise<void> {
  const { mailbox } = house.context.config;
  if (mailbox.kind !== 'maildir') throw new Error('no maildir');
  await dropMessage(mailbox.path, raw);
  await house.settle();
}

export async function viewOf(house: TestConsole, reference: string) {
  const view = await showCaseView(house.context, reference);
  if (view === null) throw new Error('no such case');
  return view;
}

export async function stateOf(house: TestConsole, reference: string) {
  return (await viewOf(house, reference)).state;
}

/** Ticks every required task, as Anna; the last tick asks for the letter. */
export async function doTheWork(house: TestConsole, reference: string): Promise<void> {
  for (const { id, required, ticked } of (await stateOf(house, reference)).tasks) {
    if (!required || ticked !== null) continue;
    const outcome = await tickTask(house.context, reference, id, house.member(anna).id);
    if (!outcome.done) throw new Error(`a task could not be ticked: ${outcome.refusal?.code}`);
  }
}

/** The values of a page's first form for an action, as a browser would send them. */
export function fieldsOf(page: Answer, action: string): Record<string, string> {
  const form = new RegExp(`<form method="post" action="/cases/[^"]+/${action}"[^>]*>(.*?)</form>`, 's').exec(page.text)?.[1];
  if (form === undefined) throw new Error(`the page has no form for ${action}`);
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return Object.fromEntries(hidden.filter(([name]) => name !== 'csrf'));
}

/** Does an action as the page offers it: with what its form carries along. */
export async function act(
  browser: Browser,
  reference: string,
  action: string,
  typed: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const page = await browser.get(`/cases/${reference}`);
  return browser.post(`/cases/${reference}/${action}`, { ...fieldsOf(page, action), ...typed });
}

/** What the page says under an action that was refused; null when nothing was. */
export function refusalIn({ text }: Answer): string | null {
  return /<p class="alert" role="alert"[^>]*>([^<]*)<\/p>/.exec(text)?.[1] ?? null;
}

/** The one next step, as the page says it. */
export function stepIn({ text }: Answer): string {
  return /<h2 id="step">([^<]*)<\/h2>/.exec(text)?.[1] ?? '';
}
