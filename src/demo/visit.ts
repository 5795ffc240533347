import { openBrowser, type Page } from './browser.ts';
import { karin } from './colleagues.ts';
import type { Left } from './leave.ts';
import { isOwn, lettersTo, memberOf } from './read-stage.ts';
import type { Stage } from './stage.ts';

/** The pages as the visitor will find them. */
export interface Visit {
  readonly queue: Page;
  readonly figures: Page;
  /** One for each case that is left. */
  readonly pages: readonly Page[];
}

/** Signs in as the visitor will, by a code as the terminal shows one, and looks at everything. */
export async function visitPages(stage: Stage, left: readonly Left[]): Promise<Visit> {
  const browser = openBrowser(stage.pages.url);
  await browser.open('/');
  await browser.send('/sign-in', { address: karin.address });
  const queue = await browser.send('/sign-in/code', { code: await makeCode(stage) });
  const figures = await browser.open('/manager');
  const pages: Page[] = [];
  for (const { state } of left) pages.push(await browser.open(`/cases/${state.reference}`));
  // Asking for a code had one mailed as well: it must not be told later as the visitor's.
  await stage.until('the code that nobody needed', () => lettersTo(stage, karin.address).find(isOwn) ?? null);
  return { queue, figures, pages };
}

/** A one-time code for the visitor; an earlier one is void. */
export function makeCode(stage: Stage): Promise<string> {
  return stage.pages.issueSignInCode(memberOf(stage, karin).id);
}
