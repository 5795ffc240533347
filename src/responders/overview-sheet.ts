import type { Tone } from './overview.ts';

/**
 * Colours of the overviews: inline for light, since some mail programs drop the sheet, and in the sheet for dark. Text
 * has a contrast of at least 4.5 to 1 with its ground in both (WCAG 1.4.3); test/browser/digest measures it.
 */
interface Palette {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly link: string;
  readonly tones: Readonly<Record<Tone, { readonly text: string; readonly ground: string }>>;
}

export const light: Palette = {
  page: '#f1f0ec',
  card: '#ffffff',
  ink: '#1e2327',
  soft: '#596168',
  line: '#e5e3dd',
  link: '#1c5d88',
  tones: {
    law: { text: '#b1221e', ground: '#fdeceb' },
    promise: { text: '#95480a', ground: '#fdf0e2' },
    near: { text: '#775700', ground: '#fbf4d9' },
    calm: { text: '#1e2327', ground: '#f4f4f1' },
    good: { text: '#24694b', ground: '#e8f4ee' },
  },
};

const dark: Palette = {
  page: '#121416',
  card: '#1c1f22',
  ink: '#e9e7e2',
  soft: '#a6aeb5',
  line: '#34393d',
  link: '#8ec6ec',
  tones: {
    law: { text: '#ff948d', ground: '#3b1f1e' },
    promise: { text: '#ffb571', ground: '#382919' },
    near: { text: '#efd172', ground: '#332d16' },
    calm: { text: '#e9e7e2', ground: '#272b2e' },
    good: { text: '#84d6ad', ground: '#1b3027' },
  },
};

/** The bar before the rows of a list: the same on light and dark. */
export const rails: Readonly<Record<Tone, string>> = {
  law: '#d1433f',
  promise: '#d97a1d',
  near: '#d3a92a',
  calm: '#9aa5ad',
  good: '#3f8f6b',
};

const toneRules = Object.entries(dark.tones)
  .map(([tone, { text, ground }]) => `  .${tone} { color: ${text} !important; }\n  .on-${tone} { background: ${ground} !important; }`)
  .join('\n');

export const overviewSheet = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
table { border-collapse: collapse; }
@media (max-width: 560px) {
  .pad { padding-left: 16px !important; padding-right: 16px !important; }
  .tile { display: block !important; float: left !important; width: 50% !important; box-sizing: border-box !important; }
  .half { display: block !important; width: auto !important; padding: 0 !important; }
  .number { padding-left: 5px !important; font-size: 12px !important; overflow-wrap: anywhere; }
  .number:first-child { padding-left: 0 !important; }
  .headline { font-size: 20px !important; }
  .label { width: 44% !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: ${dark.page} !important; }
  .card { background: ${dark.card} !important; }
  .ink { color: ${dark.ink} !important; }
  .soft { color: ${dark.soft} !important; }
  .line { border-color: ${dark.line} !important; }
  .link { color: ${dark.link} !important; }
${toneRules}
}
`;
