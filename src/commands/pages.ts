import type { Console } from '../console/server.ts';
import type { SignIn } from '../store/sign-in.ts';
import type { Context } from '../worker/context.ts';

// The pages and their sign-in take half a second to load: only commands that open them wait for that.

export interface Pages extends Console {
  /**
   * A one-time code of 12 digits with which that staff member signs in, from any browser and within the hour: for the
   * terminal of whoever runs Tijdig. It is typed where the mailed code is asked for.
   */
  issueSignInCode(staffId: string): Promise<string>;
}

/** Opens the staff pages where they are wanted; null: they are off. @throws ExpectedError `console-port` */
export async function openPages(context: Context): Promise<Pages | null> {
  const { console: settings, publicUrl } = context.config;
  if (settings === null) return null;
  const { openConsole } = await import('../console/server.ts');
  const signIn = await signInOf(context);
  const opened = await openConsole(context, signIn, { ...settings, publicUrl });
  return { ...opened, issueSignInCode: (staffId) => signIn.makeCode(staffId, null) };
}

/** The codes and sessions of the staff pages, in this process or another. */
export async function signInOf({ db, subKeys, config }: Context): Promise<SignIn> {
  const { openSignIn } = await import('../store/sign-in.ts');
  return openSignIn(db, subKeys.console, config.publicUrl ?? 'http://localhost');
}
