/** The console's files: style, keys, icon and htmx, read once and served from here alone. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App, StaticPath } from './page.ts';

const types = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' } as const;

interface File {
  readonly content: string;
  readonly type: string;
}

export function readStatic(): { readonly path: StaticPath; readonly files: ReadonlyMap<string, File> } {
  const own = (name: string) => join(import.meta.dirname, 'static', name);
  const sources: readonly (readonly [string, string])[] = [
    ['style.css', own('style.css')],
    ['keys.js', own('keys.js')],
    ['case.css', own('case.css')],
    ['case.js', own('case.js')],
    ['icon.svg', own('icon.svg')],
    ['htmx.js', fileURLToPath(import.meta.resolve('htmx.org/dist/htmx.min.js'))],
  ];
  const read = sources.map(([name, file]) => {
    const content = readFileSync(file, 'utf8');
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const type = types[name.split('.')[1] as keyof typeof types];
    return { name, path: `/static/${digest}/${name}`, file: { content, type: `${type}; charset=utf-8` } };
  });
  return {
    path: (name) => read.find((one) => one.name === name)?.path ?? '',
    files: new Map(read.map(({ path, file }) => [path, file])),
  };
}

export function addStatic(app: App, files: ReadonlyMap<string, File>): void {
  app.get('/static/*', (c) => {
    const file = files.get(c.req.path);
    if (file === undefined) return c.notFound();
    return c.body(file.content, 200, { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' });
  });
}
