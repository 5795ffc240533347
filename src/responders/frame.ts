import type { LetterLanguage } from '../case/kind.ts';

/**
 * Styles by element, so that letters need no attributes. No colour is set inline: where a mail program drops the
 * sheet, it shows black on white or its own dark mode, and both read well.
 */
const sheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; background: #f5f5f2; color: #23272b;
  font: 16px/1.55 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
div { max-width: 38em; margin: 0 auto; padding: 32px 28px 20px; background: #ffffff; overflow-wrap: anywhere; }
h2 { margin: 1.8em 0 .5em; font-size: 1em; line-height: 1.4; }
p { margin: 0 0 1em; }
ul { margin: 0 0 1em; padding-left: 1.2em; }
li { margin: 0 0 .5em; }
li p { margin: 0; }
code { padding: .1em .35em; border-radius: 4px; background: #efefea; font-family: ui-monospace, Consolas, monospace; font-size: .92em; }
blockquote { margin: 0 0 1.5em; padding: 14px 18px; border-left: 4px solid #5b7f95; background: #f2f5f7; }
blockquote p:last-child { margin: 0; }
@media (prefers-color-scheme: dark) {
  body { background: #16181a; color: #e4e4e0; }
  div { background: #1f2225; }
  code { background: #33373b; }
  blockquote { background: #282d31; border-left-color: #86abc2; }
}
`;

/** The quiet frame around every HTML part. `title` and `body` are HTML already. */
export function frame(language: LetterLanguage, title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${sheet}</style>
</head>
<body>
<div>
${body.trim()}
</div>
</body>
</html>
`;
}
