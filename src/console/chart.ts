/**
 * Charts as inline SVG, drawn here: no script and no style attribute, colours by class. Each is a picture to a screen
 * reader; the numbers stand in the table beside it.
 */
import { html } from 'hono/html';
import type { Html } from './page.ts';

export interface Bar {
  readonly label: string;
  /** Stacked from the left; a class names the colour. */
  readonly parts: readonly { readonly class: string; readonly value: number }[];
}

/** About as wide as it is shown, so that its letters are as large as the others. */
const width = 440;
const row = 28;
const labels = 140;
const numbers = 30;

/** Horizontal stacked bars. `summary` is what it shows, in a sentence. */
export function barChart(bars: readonly Bar[], summary: string): Html {
  const sum = ({ parts }: Bar) => parts.reduce((total, { value }) => total + value, 0);
  const most = Math.max(1, ...bars.map(sum));
  const scale = (value: number) => (value / most) * (width - labels - numbers);
  const drawn = bars.map((bar, index) => {
    let x = labels;
    const y = index * row;
    const parts = bar.parts
      .filter(({ value }) => value > 0)
      .map((part) => {
        const length = scale(part.value);
        const rect = html`<rect class="${part.class}" x="${round(x)}" y="${y + 6}" width="${round(Math.max(length - 1, 1))}" height="18" rx="2"/>`;
        x += length;
        return rect;
      });
    return html`<text class="label" x="${labels - 10}" y="${y + 20}" text-anchor="end">${bar.label}</text>${parts}<text class="number" x="${round(x + 6)}" y="${y + 20}">${sum(bar)}</text>`;
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${bars.length * row}" role="img" aria-label="${summary}">${drawn}</svg>`;
}

export interface Column {
  readonly label: string;
  /** Null: nothing in this one. */
  readonly value: number | null;
}

const height = 150;
const foot = 24;
const head = 20;

/** Columns side by side. `most`: the value that fills the height, the same for charts that are to be compared. */
export function columnChart(columns: readonly Column[], most: number, summary: string): Html {
  const step = width / Math.max(columns.length, 1);
  const scale = (value: number) => (value / most) * (height - foot - head);
  const drawn = columns.map(({ label, value }, index) => {
    const centre = (index + 0.5) * step;
    const top = height - foot - scale(value ?? 0);
    const column =
      value === null
        ? ''
        : html`<rect class="calm" x="${round(centre - step * 0.3)}" y="${round(top)}" width="${round(step * 0.6)}" height="${round(Math.max(scale(value), 2))}" rx="2"/><text class="number" x="${round(centre)}" y="${round(top - 6)}" text-anchor="middle">${round(value)}</text>`;
    // Every second one from the last: more would touch.
    const named = (columns.length - 1 - index) % 2 === 0;
    return html`${column}${named ? html`<text class="label" x="${round(centre)}" y="${height - 6}" text-anchor="middle">${label}</text>` : ''}`;
  });
  return html`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${summary}"><line class="axis" x1="0" x2="${width}" y1="${height - foot}" y2="${height - foot}"/>${drawn}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
