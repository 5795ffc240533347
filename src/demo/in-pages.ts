/** A deletion lived to its end in the console: by its own pages, over HTTP, as two colleagues do it in their browsers. */
import type { Case } from '../case/case.ts';
import { type Browser, openBrowser } from './browser.ts';
import { anna, bilal, type Colleague } from './colleagues.ts';
import { writeReply } from './messages/write-message.ts';
import { asAnswered } from './outcome.ts';
import { ended, isOwn, lettersTo, stateOf } from './read-stage.ts';
import type { Letter, Stage } from './stage.ts';

/** What was seen from outside while the case was lived. */
export interface LivedInPages {
  readonly reference: string;
  readonly status: Case['status'];
  readonly tasks: readonly string[];
  /** How the pages answered who is not signed in, and a form without the token of the session. */
  readonly strangerGot: number;
  readonly forgedGot: number;
  readonly verifiedBy: string | null;
  /** Whether the page still offered Anna to approve what she had approved. */
  readonly offeredTwice: boolean;
  /** Letters the requester had after one approval of two. */
  readonly afterOneApproval: number;
  readonly undoOffered: boolean;
  /** Whether the page of the ended case still offers to approve something. */
  readonly offeredAtEnd: boolean;
  readonly notices: readonly Letter[];
}

/** What happens, told while it happens. */
export type PageStep =
  | { readonly step: 'signed-in'; readonly who: Colleague }
  | { readonly step: 'code-asked' }
  | { readonly step: 'code-sent'; readonly letter: Letter }
  | { readonly step: 'code-answered' }
  | { readonly step: 'page-tick'; readonly title: string }
  | { readonly step: 'approved'; readonly who: Colleague }
  | { readonly step: 'page-notice'; readonly letter: Letter };

interface Play {
  readonly stage: Stage;
  readonly reference: string;
  readonly requester: Colleague;
  tell(step: PageStep): void;
}

export async function liveInPages(play: Play): Promise<LivedInPages> {
  const { stage, reference, requester } = play;
  const page = `/cases/${reference}`;
  const stranger = await openBrowser(stage.pages.url).open(page);
  const [hers, his] = await Promise.all([signIn(play, anna), signIn(play, bilal)]);
  await verify(play, hers, page);
  const tasks = await tick(play, hers, page);
  await approve(play, hers, page, anna);
  const afterOneApproval = lettersTo(stage, requester.address).length;
  await hers.open(page);
  const offeredTwice = hers.offers(`${page}/approve`);
  const forged = await his.forge(`${page}/withdraw`, { reason: '–' });
  await his.open(page);
  const approvedAt = stage.context.clock.now();
  await approve(play, his, page, bilal);
  const isLate = approvedAt.until(stage.context.clock.now()).total('seconds') > stage.context.policy.undoSeconds;
  // On a machine that is that busy the page came when the time was over.
  const undoOffered = isLate || his.offers(`${page}/undo`);
  const notice = await stage.until('the completion notice', () => lettersTo(stage, requester.address)[afterOneApproval] ?? null);
  play.tell({ step: 'page-notice', letter: notice });
  const { status, identity } = await stage.until('the end of the case', async () => ended(await stateOf(stage, reference)));
  await his.open(page);
  return {
    reference,
    status,
    tasks,
    strangerGot: stranger.status,
    forgedGot: forged.status,
    verifiedBy: identity.verified?.method ?? null,
    offeredTwice,
    afterOneApproval,
    undoOffered,
    offeredAtEnd: his.offers(`${page}/approve`),
    notices: lettersTo(stage, requester.address).slice(afterOneApproval),
  };
}

/** Asks for a code, reads it in the mail, and types it. */
async function signIn({ stage, tell }: Play, who: Colleague): Promise<Browser> {
  const browser = openBrowser(stage.pages.url);
  await browser.open('/');
  await browser.send('/sign-in', { address: who.address });
  const code = await stage.until(`the sign-in code of ${who.name}`, () => codeIn(lettersTo(stage, who.address).filter(isOwn)));
  const page = await browser.send('/sign-in/code', { code });
  if (page.status !== 200) throw new Error(`signing in was answered with ${page.status}`);
  tell({ step: 'signed-in', who });
  return browser;
}

/** Has a code mailed to the requester, who sends it back; waits until that has verified them. */
async function verify({ stage, reference, requester, tell }: Play, browser: Browser, page: string): Promise<void> {
  await browser.open(page);
  await browser.send(`${page}/ask-identity`, { to: requester.address });
  tell({ step: 'code-asked' });
  const before = lettersTo(stage, requester.address).length;
  await browser.send(`${page}/approve`);
  const letter = await stage.until('the code for the requester', () => lettersTo(stage, requester.address)[before] ?? null);
  tell({ step: 'code-sent', letter });
  // A mailbox tells arrival to the second: rounded up, the answer stands below what it answers.
  const at = stage.context.clock.now().round({ smallestUnit: 'second', roundingMode: 'ceil' });
  const writing = { messageId: `<code-${at.epochMilliseconds}@postvak.example>`, at, answered: asAnswered(letter) };
  stage.deliver(writeReply(requester, `Dit is de code: ${codeIn([letter])}\n\n${requester.name}`, writing), 'INBOX', at);
  await stage.until('the code to be taken', async () => (await stateOf(stage, reference)).identity.verified);
  tell({ step: 'code-answered' });
}

/** Ticks what is left, a box of the page at a time; the last one has the notice drafted. */
async function tick({ stage, reference, tell }: Play, browser: Browser, page: string): Promise<readonly string[]> {
  const open = (await stateOf(stage, reference)).tasks.filter((task) => task.required && task.ticked === null);
  await browser.open(page);
  for (const task of open) {
    await browser.send(`${page}/tick`, { task: task.id });
    tell({ step: 'page-tick', title: task.title.en });
  }
  return open.map(({ id }) => id);
}

async function approve({ tell }: Play, browser: Browser, page: string, who: Colleague): Promise<void> {
  await browser.send(`${page}/approve`);
  tell({ step: 'approved', who });
}

/** The eight digits in the newest of these letters that has any. */
function codeIn(letters: readonly Letter[]): string | null {
  return letters.flatMap(({ message }) => /(?<!\d)\d{8}(?!\d)/.exec(message.text)?.[0] ?? []).at(-1) ?? null;
}
