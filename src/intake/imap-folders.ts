import type { Folder } from './mailbox.ts';

/** What the server said about a folder; `specialUseSource` is `name` when only its name gave its use away. */
export interface ListedFolder {
  readonly path: string;
  readonly specialUse?: string | undefined;
  readonly specialUseSource?: string | undefined;
}

export interface ChosenFolders {
  /** To be read, in order, each once; the folder of sent mail last. */
  readonly read: readonly { readonly path: string; readonly role: Folder['role'] }[];
  /** Asked for by name and not there. */
  readonly missing: readonly string[];
  readonly sent: { readonly path: string; readonly by: 'setting' | 'special-use' | 'name' } | null;
  readonly junk: { readonly path: string; readonly by: 'special-use' | 'name' } | null;
  /** Where copies of a message may lie: what is read, sent mail, Junk and Trash, each once. */
  readonly copies: readonly string[];
}

/**
 * Which folders to read and where sent letters lie. Without a wish: the URL's folder and Junk, by SPECIAL-USE
 * (RFC 6154) or else by the names that mail programs give them.
 *
 * @param wanted `MAILBOX_FOLDERS`, or null.
 */
export function chooseFolders(
  listed: readonly ListedFolder[],
  own: string,
  wanted: readonly string[] | null,
  sentFolder: string | null,
): ChosenFolders {
  const junk = byUse(listed, '\\Junk');
  const asked = wanted ?? [own];
  const missing = asked.filter((path) => find(listed, path) === null);
  const paths = [...asked.map((path) => find(listed, path) ?? null), wanted === null ? (junk?.path ?? null) : null];
  const unique = [...new Set(paths.filter((path) => path !== null))];
  const setting = sentFolder === null ? null : find(listed, sentFolder);
  const sent = setting !== null ? { path: setting, by: 'setting' as const } : byUse(listed, '\\Sent');
  const others = unique.filter((path) => path !== sent?.path);
  const trash = byUse(listed, '\\Trash');
  return {
    copies: [...new Set([...unique, ...[sent, junk, trash].flatMap((one) => one?.path ?? [])])],
    read: [
      ...others.map((path) => ({ path, role: role(path, junk?.path ?? null) })),
      ...(sent === null ? [] : [{ path: sent.path, role: 'sent' as const }]),
    ],
    missing: sentFolder !== null && setting === null ? [...missing, sentFolder] : missing,
    sent,
    junk,
  };
}

function role(path: string, junk: string | null): Folder['role'] {
  if (path === junk) return 'junk';
  return path === 'INBOX' ? 'inbox' : 'other';
}

// INBOX alone is the same in any case (RFC 9051 §5.1).
function find(listed: readonly ListedFolder[], path: string): string | null {
  const wanted = path.toUpperCase() === 'INBOX' ? 'INBOX' : path;
  return listed.find((folder) => folder.path === wanted)?.path ?? null;
}

function byUse(listed: readonly ListedFolder[], use: string): { readonly path: string; readonly by: 'special-use' | 'name' } | null {
  const folder = listed.find((candidate) => candidate.specialUse === use);
  if (folder === undefined) return null;
  return { path: folder.path, by: folder.specialUseSource === 'name' ? 'name' : 'special-use' };
}
