/** One message whose answer is known: its largest logit for a label, and whether it asked. */
export interface Outcome {
  readonly logit: number;
  readonly asked: boolean;
}

type Line = readonly [slope: number, offset: number];

const mostSteps = 100;
/** Keeps the line from leaning on few outcomes. */
const prior = 1e-3;

/**
 * The line that turns logits into the log of honest odds: logistic regression on outcomes the network was not trained on
 * (Platt, 1999), by Newton's method, each step halved until it comes nearer.
 */
export function calibrate(outcomes: readonly Outcome[]): Line {
  let line: Line = [1, 0];
  let loss = lossOf(line, outcomes);
  for (let step = 0; step < mostSteps; step += 1) {
    const [toSlope, toOffset] = newtonStep(line, outcomes);
    let size = 1;
    let next: Line = [line[0] - toSlope, line[1] - toOffset];
    while (lossOf(next, outcomes) > loss && size > 1e-6) {
      size /= 2;
      next = [line[0] - size * toSlope, line[1] - size * toOffset];
    }
    const nextLoss = lossOf(next, outcomes);
    if (!(nextLoss < loss - 1e-9)) return line;
    [line, loss] = [next, nextLoss];
  }
  return line;
}

function lossOf([slope, offset]: Line, outcomes: readonly Outcome[]): number {
  let loss = (prior * (slope - 1) ** 2) / 2;
  for (const { logit, asked } of outcomes) {
    const odds = slope * logit + offset;
    loss += Math.max(odds, 0) - (asked ? odds : 0) + Math.log1p(Math.exp(-Math.abs(odds)));
  }
  return loss;
}

function newtonStep([slope, offset]: Line, outcomes: readonly Outcome[]): Line {
  const sums = { slope: prior * (slope - 1), offset: 0, ss: prior, so: 0, oo: 1e-9 };
  for (const { logit, asked } of outcomes) {
    const p = 1 / (1 + Math.exp(-(slope * logit + offset)));
    const error = p - (asked ? 1 : 0);
    const curve = p * (1 - p);
    sums.slope += error * logit;
    sums.offset += error;
    sums.ss += curve * logit * logit;
    sums.so += curve * logit;
    sums.oo += curve;
  }
  const determinant = sums.ss * sums.oo - sums.so * sums.so || 1e-12;
  return [(sums.oo * sums.slope - sums.so * sums.offset) / determinant, (sums.ss * sums.offset - sums.so * sums.slope) / determinant];
}
