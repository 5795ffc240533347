/** What every page of the console is given: the words, the person who looks, and everything behind the commands. */
import type { Hono, Context as HonoContext, MiddlewareHandler } from 'hono';
import type { html } from 'hono/html';
import type { StaffLanguage } from '../case/kind.ts';
import type { StaffMember } from '../store/staff.ts';
import type { Context } from '../worker/context.ts';
import type { Role } from './roles.ts';
import type { Words } from './words/nl.ts';

/** Escaped markup, made by the `html` tag of hono/html: values in it can never become markup. */
export type Html = ReturnType<typeof html>;

/** Who is signed in. Read anew for every request: whoever loses a role loses it at once. */
export interface Viewer {
  readonly member: StaffMember;
  /** Never empty. */
  readonly roles: ReadonlySet<Role>;
  /** The token of this session, which every form carries (`form`). */
  readonly csrf: string;
}

/** The address of a file of ours, with its digest: a new version has a new address, so that browsers may keep the old for ever. */
export type StaticPath = (name: 'style.css' | 'keys.js' | 'icon.svg' | 'htmx.js' | 'case.css' | 'case.js') => string;

export interface PageEnv {
  Variables: {
    /** Everything the commands of `src/worker/` need. */
    context: Context;
    language: StaffLanguage;
    words: Words;
    /** The address of one of our files. */
    staticPath: StaticPath;
    /** Set on every route behind the sign-in, which is all of them but the sign-in itself and the static files. */
    viewer: Viewer;
  };
}

export type App = Hono<PageEnv>;
/** One request. `c.var.context`, `c.var.viewer`, `c.var.words`. */
export type Request = HonoContext<PageEnv>;
export type Middleware = MiddlewareHandler<PageEnv>;

/** A page before it has its frame; see `layout` and `send`. */
export interface Page {
  /** Plain text, for the tab and history; a reference, never a name or an address. */
  readonly title: string;
  readonly body: Html;
  /** Which entry of the navigation is marked. */
  readonly at?: 'queue' | 'search' | 'manager';
}
