/**
 * The console's pages behind one gate. In order: headers on every answer, language, our own origin, the files anybody may
 * have, signing in, then everything else for whoever is signed in.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { SignIn } from '../store/sign-in.ts';
import type { Context } from '../worker/context.ts';
import { troubleOf } from '../worker/show-trouble.ts';
import { addCasePage } from './case-page/routes.ts';
import { guardDemands } from './confidential.ts';
import { addDownload } from './download/download.ts';
import { secureHeaders } from './headers.ts';
import { addLanguage, chooseLanguage } from './language.ts';
import { send } from './layout.ts';
import { addManager } from './manager.ts';
import { requireOwnOrigin } from './origin.ts';
import type { App, Request } from './page.ts';
import { problem } from './problem.ts';
import { addQueue } from './queue.ts';
import { addSearch } from './search.ts';
import { dropCookie, requireToken, requireViewer } from './session.ts';
import { addSignIn } from './sign-in.ts';
import { addStatic, readStatic } from './static.ts';

export interface AppOptions {
  /** Where browsers reach us, the public one first: `http://127.0.0.1:8425`. */
  readonly origins: readonly [string, ...string[]];
  /** Who asks, for counting: an address of the network, never kept. */
  clientOf(c: Request): string;
}

/** The pages as a function from request to answer; `settled` waits for what goes on after the answers. */
export function createApp(context: Context, signIn: SignIn, options: AppOptions): { readonly app: App; settled(): Promise<void> } {
  const app: App = new Hono();
  const https = options.origins[0].startsWith('https:');
  const after = new Set<Promise<void>>();
  const later = (work: Promise<void>) => {
    const told = work.catch(() => context.log.error('a sign-in code could not be sent')).finally(() => after.delete(told));
    after.add(told);
  };
  const { path, files } = readStatic();
  app.use(secureHeaders(https));
  app.use(async (c, next) => {
    c.set('context', context);
    c.set('staticPath', path);
    return next();
  });
  app.use(chooseLanguage());
  app.use(requireOwnOrigin(options.origins));
  addStatic(app, files);
  addDownload(app);
  addSignIn(app, context, signIn, { https, clientOf: options.clientOf, later });
  app.get('/signed-out', (c) => signedOut(c));
  addLanguage(app, https);
  app.use(requireViewer(signIn));
  app.use(chooseLanguage());
  app.use(requireToken());
  addPages(app, signIn);
  app.notFound((c) => problem(c, 'notFound'));
  app.onError((error, c) => {
    const { away, fault } = troubleOf(error);
    context.log.error('a page of the console failed', { fault });
    return problem(c, away ? 'away' : 'fault');
  });
  return { app, settled: async () => void (await Promise.all(after)) };
}

function addPages(app: App, signIn: SignIn): void {
  addQueue(app);
  addSearch(app);
  addManager(app);
  app.use('/cases/:reference/*', guardDemands());
  app.use('/live/cases/:reference', guardDemands());
  addCasePage(app);
  app.post('/sign-out', async (c) => {
    const session = await signIn.find(c.req.header('cookie') ?? '');
    if (session !== null) await signIn.end(session.token);
    dropCookie(c);
    return c.redirect('/signed-out', 303);
  });
}

function signedOut(c: Request): Promise<Response> {
  const { title, lead, again } = c.var.words.signedOut;
  return send(c, {
    title,
    body: html`<section class="notice"><h1>${title}</h1><p>${lead}</p><p><a class="button" href="/sign-in">${again}</a></p></section>`,
  });
}
