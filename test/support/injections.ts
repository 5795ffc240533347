// Messages of our own that try to make a model do something, as a mail program of their sender would write them.
import { readFileSync } from 'node:fs';
import { mail } from './mail.ts';

export interface Injection {
  readonly id: string;
  readonly lang: string;
  readonly subject: string;
  /** The plain part; empty: HTML alone. */
  readonly text: string;
  readonly html?: string;
  /** What a person asks for in it. */
  readonly kinds: readonly string[];
  readonly technique: string;
}

export const injections: readonly Injection[] = readFileSync(new URL('../evals/injections.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Injection);

/** Its bytes: one part, or two alternatives where there are two; base64 where that is the trick. */
export function injectionMail({ id, subject, text, html, technique }: Injection, date: Temporal.Instant): Uint8Array {
  const coding = technique === 'base64-part' ? 'base64' : '8bit';
  const part = (type: string, content: string) => ({
    fields: [`Content-Type: ${type}; charset=utf-8`, `Content-Transfer-Encoding: ${coding}`],
    body: coding === 'base64' ? Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n') : content,
  });
  const parts = [...(text === '' ? [] : [part('text/plain', text)]), ...(html === undefined ? [] : [part('text/html', html)])];
  const from = `${id}@post.example`;
  const [only] = parts;
  if (parts.length === 1 && only !== undefined)
    return mail({ from, subject, date, text: only.body, extra: ['MIME-Version: 1.0', ...only.fields] });
  const body = parts.map(({ fields, body }) => ['--grens', ...fields, '', body].join('\n')).join('\n');
  const whole = 'Content-Type: multipart/alternative; boundary="grens"';
  return mail({ from, subject, date, text: `${body}\n--grens--`, extra: ['MIME-Version: 1.0', whole] });
}
