// A link scanner as mail gateways run them, only greedier: it opens everything in a mail that looks like an address,
// follows every link and redirect on the same host, keeps cookies, and submits every form it finds, as it stands and with
// guesses filled in.
export interface Scan {
  readonly requests: number;
  readonly forms: number;
  /** Names of cookies it was given. */
  readonly cookies: ReadonlySet<string>;
  readonly statuses: ReadonlyMap<number, number>;
}

interface Form {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** Addresses in text or markup: whole ones, those without a scheme, and everything a tag points at. */
export function addressesIn(text: string): readonly string[] {
  const plain = text.replaceAll('&amp;', '&');
  const found = [
    ...(plain.match(/\bhttps?:\/\/[^\s<>"'()\]]+/gi) ?? []),
    ...(plain.match(/\b(?:www\.|127\.0\.0\.1(?::\d+)?\/|localhost(?::\d+)?\/)[^\s<>"'()\]]*/gi) ?? []).map((one) => `http://${one}`),
    ...[...plain.matchAll(/\s(?:href|src|action|formaction|hx-get|hx-post|data-href|poster|background)\s*=\s*["']?([^"'\s>]+)/gi)].map(
      (one) => one[1] ?? '',
    ),
  ];
  return [...new Set(found.map((one) => one.replace(/[.,;:!?]+$/, '')))].filter((one) => one !== '');
}

function formsIn(page: string, at: URL): readonly Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(([, head = '', body = '']) => ({
    action: new URL(/\baction\s*=\s*"([^"]*)"/i.exec(head)?.[1] ?? at.href, at).href,
    method: (/\bmethod\s*=\s*"?(\w+)/i.exec(head)?.[1] ?? 'get').toUpperCase(),
    fields: [...body.matchAll(/<(?:input|button|textarea|select)\b([^>]*)>/gi)].flatMap(([, field = '']) => {
      const name = /\bname\s*=\s*"([^"]*)"/i.exec(field)?.[1];
      return name === undefined ? [] : [[name, /\bvalue\s*=\s*"([^"]*)"/i.exec(field)?.[1] ?? ''] as const];
    }),
  }));
}

export interface ScanOptions {
  /** Only this host is gone to. */
  readonly origin: string;
  /** Says where its forms stood, as a browser does; a plain program does not. */
  readonly likeBrowser: boolean;
  /** Filled in where a field is empty, one after another. */
  readonly guesses: readonly string[];
}

/** Scans mails, given as everything that can be read of them. */
export async function scan(mails: readonly string[], { origin, likeBrowser, guesses }: ScanOptions): Promise<Scan> {
  const jar = new Map<string, string>();
  const cookies = new Set<string>();
  const statuses = new Map<number, number>();
  const done = new Set<string>();
  const waiting: string[] = [];
  let [requests, forms] = [0, 0];

  async function send(url: string, init: RequestInit): Promise<{ readonly text: string; readonly next: string | null }> {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    requests += 1;
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.add(name);
      jar.set(name, value);
    }
    return { text: await answer.text(), next: answer.headers.get('location') };
  }

  function note(found: readonly string[], at: string): void {
    for (const one of found) {
      if (!URL.canParse(one, at)) continue;
      const url = new URL(one, at);
      if (url.origin === origin && !done.has(url.href)) waiting.push(url.href);
    }
  }

  async function submit(form: Form, at: string): Promise<void> {
    for (const guess of [null, ...guesses]) {
      const key = JSON.stringify([form, guess]);
      // The token of a form is another one each time; what it asks for is not.
      if (done.has(key) || new URL(form.action).origin !== origin) continue;
      done.add(key);
      forms += 1;
      const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, value === '' && guess !== null ? guess : value]));
      const where = likeBrowser ? { origin, 'sec-fetch-site': 'same-origin', referer: at } : {};
      const url = new URL(form.action);
      if (form.method === 'GET') url.search = fields.toString();
      const init = form.method === 'GET' ? { headers: where } : { method: form.method, body: fields, headers: where };
      const answer = await send(url.href, init);
      note([...addressesIn(answer.text), ...(answer.next === null ? [] : [answer.next])], at);
      if (init.method !== undefined)
        for (const next of formsIn(answer.text, url)) if (!done.has(JSON.stringify([next, null]))) await submit(next, url.href);
    }
  }

  for (const text of mails) note(addressesIn(text), origin);
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    if (done.has(url)) continue;
    done.add(url);
    await send(url, { method: 'HEAD' });
    const answer = await send(url, {});
    note([...addressesIn(answer.text), ...(answer.next === null ? [] : [answer.next])], url);
    for (const form of formsIn(answer.text, new URL(url))) await submit(form, url);
  }
  return { requests, forms, cookies, statuses };
}
