/**
 * A browser without a window: fetches pages of the console over HTTP as staff do, keeps cookies, and sends only forms that
 * stand on the page it is on. It runs no script: the console works without.
 */

export interface Page {
  readonly status: number;
  readonly html: string;
}

export interface Browser {
  /** The page it is on. */
  page(): Page;
  /** Opens a page of the console. */
  open(path: string): Promise<Page>;
  /**
   * Fills in a form of this page and sends it; the page it leads to. Of several forms with that action, the one whose
   * hidden fields say what `fields` says. Throws when the page has no such form.
   */
  send(action: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** Whether this page has a form that posts there. */
  offers(action: string): boolean;
  /** Posts fields that no form of ours made: what a page of somebody else could do. */
  forge(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
}

/** @param url where the console is */
export function openBrowser(url: string): Browser {
  const cookies = new Map<string, string>();
  let current: Page = { status: 0, html: '' };

  async function ask(path: string, init: RequestInit = {}): Promise<Page> {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin: new URL(url).origin };
    const answer = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keep(line);
    current = { status: answer.status, html: await answer.text() };
    const next = answer.headers.get('location');
    return answer.status === 303 && next !== null ? ask(next) : current;
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/; *max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  function post(path: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    return ask(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  return {
    page: () => current,
    open: (path) => ask(path),
    async send(action, fields = {}) {
      const found = formsOf(current.html, action).find((hidden) =>
        Object.entries(fields).every(([name, value]) => (hidden[name] ?? value) === value),
      );
      if (found === undefined) throw new Error(`the page of the demo has no form for ${action.replace(/^.*\//, '')}`);
      return post(action, { ...found, ...fields });
    },
    offers: (action) => formsOf(current.html, action).length > 0,
    forge: post,
  };
}

/** The hidden fields of every form that posts to `action`. Their values are codes and ids of ours, never a person's words. */
function formsOf(html: string, action: string): readonly Readonly<Record<string, string>>[] {
  return html
    .split('<form ')
    .slice(1)
    .map((piece) => piece.split('</form>', 1)[0] ?? '')
    .filter((piece) => piece.startsWith(`method="post" action="${action}"`))
    .map((piece) =>
      Object.fromEntries(
        [...piece.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
      ),
    );
}
