/** A share with its count and Wilson's 95 % interval, which holds for small counts too. */
export interface Rate {
  readonly count: number;
  readonly of: number;
  readonly rate: number;
  readonly from: number;
  readonly to: number;
}

const z = 1.96;

/** `of` nothing, any rate is possible. */
export function rateOf(count: number, of: number): Rate {
  if (of === 0) return { count, of, rate: 0, from: 0, to: 1 };
  const rate = count / of;
  const scale = 1 + (z * z) / of;
  const middle = (rate + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((rate * (1 - rate)) / of + (z * z) / (4 * of * of));
  return { count, of, rate, from: Math.max(0, middle - half), to: Math.min(1, middle + half) };
}

/** "98.7 % (75/76, 95 %: 92.9-99.8)" */
export function percent({ count, of, rate, from, to }: Rate): string {
  return `${(rate * 100).toFixed(1)} % (${count}/${of}, 95 %: ${(from * 100).toFixed(1)}-${(to * 100).toFixed(1)})`;
}
