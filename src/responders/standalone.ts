import type { LetterText } from './letter.ts';

/** The HTML with its pictures inside it: a page of its own, for a browser. */
export function standalone({ html, images = [] }: LetterText): string {
  return images.reduce(
    (page, { cid, png }) => page.replaceAll(`cid:${cid}`, `data:image/png;base64,${Buffer.from(png).toString('base64')}`),
    html,
  );
}
