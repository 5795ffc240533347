import { type Console, openConsole } from '../console/server.ts';
import { openSignIn } from '../store/sign-in.ts';
import type { Context } from '../worker/context.ts';

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
  const signIn = openSignIn(context.db, context.subKeys.console, publicUrl ?? 'http://localhost');
  const opened = await openConsole(context, signIn, { ...settings, publicUrl });
  return { ...opened, issueSignInCode: (staffId) => signIn.makeCode(staffId, null) };
}
