/**
 * DOOR to pngjs: columns as a picture, for mail programs, which draw nothing themselves.
 *
 * No text in it and no background: words stand beside it in the mail, and the colours read on a light and on a dark
 * card alike (contrast of at least 3 to 1 with both, WCAG 1.4.11). Twice as many pixels as it is shown in. The same
 * numbers always give the same bytes. Pure; it fails on no numbers.
 */
import { PNG } from 'pngjs';
import type { ChartSeries } from './overview.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha?: number];

const colours: Readonly<Record<ChartSeries, Colour>> = {
  open: [0x5a, 0x8f, 0xb4],
  due: [0xd9, 0x62, 0x2b],
  'in-time': [0x3f, 0x8f, 0x6b],
  'promise-missed': [0xd9, 0x7a, 0x1d],
  'legal-missed': [0xd1, 0x43, 0x3f],
};
const ground: Colour = [0x8a, 0x8f, 0x94];
const shade: Colour = [0x80, 0x80, 0x80, 0x1e];

/** CSS notation, for the legend. */
export function colourOf(series: ChartSeries): string {
  return `#${colours[series]
    .slice(0, 3)
    .map((part) => (part ?? 0).toString(16).padStart(2, '0'))
    .join('')}`;
}

/** One row of columns above a line; the rows stand under one another, each with a scale of its own. */
export interface ChartPanel {
  /** Pixels as shown. */
  readonly height: number;
  /** Parts of each column, from the bottom up. */
  readonly columns: readonly (readonly { readonly series: ChartSeries; readonly value: number }[])[];
}

export interface ChartPlan {
  /** Pixels as shown; a multiple of the number of columns gives columns of equal width. */
  readonly width: number;
  readonly panels: readonly ChartPanel[];
  /** Columns with a shade behind them (weekends), by number. */
  readonly shaded: readonly number[];
}

/** Pixels of the picture for one as shown. */
const scale = 2;
const gap = 10;
const line = 1;
/** Height of the smallest number above 0, in pixels of the picture. */
const smallest = 3 * scale;

/** Height of the whole, in pixels as shown. */
export function chartHeight({ panels }: ChartPlan): number {
  return panels.reduce((sum, { height }) => sum + height + line, gap * Math.max(0, panels.length - 1));
}

export function drawChart(plan: ChartPlan): Uint8Array {
  const image = new PNG({ width: plan.width * scale, height: chartHeight(plan) * scale });
  let top = 0;
  for (const panel of plan.panels) {
    drawPanel(image, plan, panel, top * scale);
    top += panel.height + line + gap;
  }
  // No filter and one strategy: what the numbers are, the bytes are.
  return PNG.sync.write(image, { filterType: 0, deflateLevel: 9, deflateStrategy: 0 });
}

function drawPanel(image: PNG, { width, shaded }: ChartPlan, { height, columns }: ChartPanel, top: number): void {
  const slot = (width * scale) / Math.max(1, columns.length);
  const inset = Math.max(1, Math.round(slot * 0.16));
  const bottom = top + height * scale;
  const most = Math.max(1, ...columns.map((parts) => parts.reduce((sum, { value }) => sum + value, 0)));
  for (const index of shaded) fill(image, index * slot, top, slot, height * scale, shade);
  for (const [index, parts] of columns.entries()) {
    let foot = bottom;
    for (const { series, tall } of stacked(parts, (height * scale) / most)) {
      fill(image, index * slot + inset, foot - tall, slot - 2 * inset, tall, colours[series]);
      foot -= tall + scale;
    }
  }
  fill(image, 0, bottom, width * scale, line * scale, ground);
}

/**
 * Heights of the parts of a column, with room for the gaps between them. The smallest number is still seen: the one late
 * answer among a hundred is what the chart is for; the tallest part gives it the room.
 */
function stacked(parts: ChartPanel['columns'][number], unit: number): readonly { readonly series: ChartSeries; readonly tall: number }[] {
  const some = parts.filter(({ value }) => value > 0);
  const whole = Math.round(some.reduce((sum, { value }) => sum + value, 0) * unit);
  const heights = some.map(({ value }) => Math.max(smallest, Math.round(value * unit)));
  const tallest = heights.indexOf(Math.max(...heights));
  const excess = heights.reduce((sum, tall) => sum + tall, scale * (some.length - 1)) - whole;
  return some.map(({ series }, index) => {
    const tall = heights[index] ?? 0;
    return { series, tall: index === tallest && some.length > 1 ? Math.max(smallest, tall - Math.max(0, excess)) : tall };
  });
}

function fill(image: PNG, left: number, top: number, width: number, height: number, [red, green, blue, alpha = 0xff]: Colour): void {
  const [fromX, toX] = [Math.round(left), Math.min(image.width, Math.round(left + width))];
  const [fromY, toY] = [Math.max(0, Math.round(top)), Math.min(image.height, Math.round(top + height))];
  const row = Buffer.alloc(Math.max(0, toX - fromX) * 4, Uint8Array.of(red, green, blue, alpha));
  for (let y = fromY; y < toY; y++) image.data.set(row, (y * image.width + fromX) * 4);
}
