/**
 * DOOR to better-auth: codes, tries and sessions of the console, in our own tables.
 *
 * None of its web addresses is ever served; the console asks here, and this file alone. It never learns a person's
 * address: its users are named after the staff id (`<id>@staff.invalid`). Codes are kept hashed and die after three
 * wrong tries. A code asked for in a browser works in no other: what it is hashed with lies in that browser's cookie.
 * Times that matter (how long a code, a session, a pause lasts) are the caller's, by our own clock.
 *
 * Fails as the database fails; a wrong code is a value.
 */
import { createHmac, randomInt } from 'node:crypto';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { betterAuth } from 'better-auth/minimal';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { eq, lt, or, sql } from 'drizzle-orm';
import { sign } from '../privacy/fingerprint.ts';
import { signInCodes, signInSessions, signInUsers } from '../schema/sign-in.ts';
import type { Db } from './db.ts';

/** A session of the console. Instants by our own clock. */
export interface Session {
  readonly token: string;
  readonly staffId: string;
  readonly beganAt: string;
  readonly seenAt: string;
}

export interface SignIn {
  /**
   * A fresh code for a staff member; every earlier one is void. `browser`: the secret of the browser that asked, which
   * must come back with the code (8 digits); null: a code for the terminal (12 digits), which works in any browser.
   */
  makeCode(staffId: string, browser: string | null): Promise<string>;
  /** Turns a code into a session and the `Set-Cookie` lines that carry it; null: the code is not right, or no longer. */
  redeem(
    code: string,
    whose: { readonly staffId: string; readonly browser: string | null },
    now: Temporal.Instant,
  ): Promise<readonly string[] | null>;
  /** The session a `Cookie` header carries; null: none, or a forged one. */
  find(cookies: string): Promise<Session | null>;
  /** The person did something. */
  noteSeen(token: string, now: Temporal.Instant): Promise<void>;
  /** Ends a session for good. */
  end(token: string): Promise<void>;
}

/** Seconds. A session's end by the wall clock, and a code's: never earlier than what the console allows by our own clock. */
const longestSession = 12 * 60 * 60;
const longestCode = 60 * 60;
const tries = 3;
const mailDigits = 8;
const terminalDigits = 12;

/** @param secret signs cookies and hashes codes; @param publicUrl where browsers reach the console */
export function openSignIn(db: Db, secret: Uint8Array, publicUrl: string): SignIn {
  const auth = createAuth(db, secret, publicUrl);
  const markOf = (token: string, staffId: string) => sign(secret, 'session', token, staffId);
  return {
    async makeCode(staffId, browser) {
      const email = await openWayIn(db, staffId, browser);
      await dropCodes(db, email);
      const made = await auth.api.createVerificationOTP({ body: { email, type: 'sign-in' }, headers: browserHeader(browser) });
      return made.slice(0, browser === null ? terminalDigits : mailDigits);
    },
    async redeem(code, { staffId, browser }, now) {
      const body = { email: addressOf(staffId, browser), otp: `${code}${browser ?? ''}` };
      const answer = await auth.api.signInEmailOTP({ body, headers: new Headers(), returnHeaders: true }).catch(wrongCode);
      if (answer === null) return null;
      const at = now.toString();
      await db.query
        .update(signInSessions)
        .set({ beganAt: at, seenAt: at, mark: markOf(answer.response.token, staffId) })
        .where(eq(signInSessions.token, answer.response.token));
      return answer.headers.getSetCookie();
    },
    async find(cookies) {
      const found = await auth.api.getSession({ headers: new Headers({ cookie: cookies }) });
      const session = found === null ? null : await loadSession(db, found.session.token);
      return session !== null && session.mark === markOf(session.token, session.staffId) ? session : null;
    },
    async noteSeen(token, now) {
      await db.query.update(signInSessions).set({ seenAt: now.toString() }).where(eq(signInSessions.token, token));
    },
    async end(token) {
      await db.query.delete(signInSessions).where(eq(signInSessions.token, token));
    },
  };
}

function createAuth(db: Db, secret: Uint8Array, publicUrl: string) {
  const derive = (purpose: string) => createHmac('sha256', secret).update(purpose).digest('base64');
  const codeSecret = derive('code');
  return betterAuth({
    baseURL: publicUrl,
    secret: derive('cookie'),
    database: drizzleAdapter(db.query, {
      provider: 'pg',
      schema: { user: signInUsers, session: signInSessions, verification: signInCodes },
    }),
    plugins: [
      emailOTP({
        disableSignUp: true,
        expiresIn: longestCode,
        allowedAttempts: tries,
        generateOTP: (_, ctx) => randomCode(ctx?.headers?.get('browser') ?? null),
        storeOTP: { hash: async (code) => createHmac('sha256', codeSecret).update(code).digest('hex') },
        // Letters are written by the worker: this door hands the code back instead.
        sendVerificationOTP: async () => {},
      }),
    ],
    session: { expiresIn: longestSession, disableSessionRefresh: true, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'tijdig',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

function randomCode(browser: string | null): string {
  const digits = Array.from({ length: browser === null ? terminalDigits : mailDigits }, () => randomInt(10)).join('');
  return `${digits}${browser ?? ''}`;
}

function browserHeader(browser: string | null): Headers {
  return new Headers(browser === null ? {} : { browser });
}

function addressOf(staffId: string, browser: string | null): string {
  return `${staffId}@${browser === null ? 'terminal' : 'staff'}.invalid`;
}

/** Sees to it that the member has a user of that way in. */
async function openWayIn(db: Db, staffId: string, browser: string | null): Promise<string> {
  const email = addressOf(staffId, browser);
  const user = { id: email, staffId, name: '', email, emailVerified: true, createdAt: sql`now()`, updatedAt: sql`now()` };
  await db.query.insert(signInUsers).values(user).onConflictDoNothing();
  return email;
}

/** Earlier codes of the same way in, and whatever has run out. */
async function dropCodes(db: Db, email: string): Promise<void> {
  await db.query.delete(signInCodes).where(or(eq(signInCodes.identifier, `sign-in-otp-${email}`), lt(signInCodes.expiresAt, sql`now()`)));
  await db.query.delete(signInSessions).where(lt(signInSessions.expiresAt, sql`now()`));
}

async function loadSession(db: Db, token: string): Promise<(Session & { readonly mark: string | null }) | null> {
  const { beganAt, seenAt, mark } = signInSessions;
  const [row] = await db.query
    .select({ staffId: signInUsers.staffId, beganAt, seenAt, mark })
    .from(signInSessions)
    .innerJoin(signInUsers, eq(signInUsers.id, signInSessions.userId))
    .where(eq(signInSessions.token, token));
  if (row === undefined || row.beganAt === null || row.seenAt === null) return null;
  return { token, staffId: row.staffId, beganAt: row.beganAt, seenAt: row.seenAt, mark: row.mark };
}

/** What better-auth says of a code that is wrong, used up or out of date; everything else is a fault and passes on. */
function wrongCode(error: unknown): null {
  if (error instanceof APIError && error.statusCode < 500) return null;
  throw error;
}
