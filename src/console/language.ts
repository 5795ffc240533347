import { getCookie, setCookie } from 'hono/cookie';
import { type StaffLanguage, staffLanguages, workingLanguage } from '../case/kind.ts';
import { readForm } from './form.ts';
import type { App, Middleware } from './page.ts';
import { ownPath } from './sign-in.ts';
import { en } from './words/en.ts';
import { nl, type Words } from './words/nl.ts';

const words: Readonly<Record<StaffLanguage, Words>> = { nl, en };
const cookie = 'tijdig.language';

/** Sets the words of a page: as the browser chose, else as this person is written to, else as all staff are. */
export function chooseLanguage(): Middleware {
  return async (c, next) => {
    const chosen = staffLanguages.find((one) => one === getCookie(c, cookie));
    const language = chosen ?? workingLanguage(c.get('viewer')?.member.language ?? c.var.context.policy.languages.staff);
    c.set('language', language);
    c.set('words', words[language]);
    return next();
  };
}

/** Adds `POST /language`: the choice stays with the browser. */
export function addLanguage(app: App, https: boolean): void {
  app.post('/language', async (c) => {
    const form = await readForm(c);
    const wanted = staffLanguages.find((one) => one === form.text('language'));
    if (wanted !== undefined)
      setCookie(c, cookie, wanted, { httpOnly: true, sameSite: 'Strict', secure: https, path: '/', maxAge: 31_536_000 });
    const back = form.text('back');
    return c.redirect(back.startsWith('/sign-in') ? '/sign-in' : ownPath(back), 303);
  });
}
