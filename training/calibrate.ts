/** One message whose answer is known: its largest logit for a label, and whether it asked. */
export interface Outcome {
  readonly logit: number;
  readonly asked: boolean;
}

type Line = readonly [slope: number, offset: number];
/** A logit with the probability it should have had. */
type Point = readonly [logit: number, target: number];

const mostSteps = 100;
/** Keeps the line from leaning on few outcomes. */
const prior = 1e-3;
/** What the network finds likelier stays likelier, whatever a few outcomes say. */
const leastSlope = 0.01;

/**
 * The line that turns logits into the log of honest odds: logistic regression on outcomes the network was not trained on,
 * each a little less certain than it was, so that few of them prove nothing (Platt, 1999). By Newton's method, each step
 * halved until it comes nearer.
 */
export function calibrate(outcomes: readonly Outcome[]): Line {
  const points = pointsOf(outcomes);
  const asked = outcomes.filter((one) => one.asked).length;
  // Where nothing is known of logits yet: from far off a step of Newton's leads anywhere.
  const start = Math.log((asked + 1) / (outcomes.length - asked + 1));
  const line = descend([0, start], points, newtonStep);
  return line[0] >= leastSlope ? line : descend([leastSlope, start], points, offsetStep);
}

function descend(start: Line, points: readonly Point[], stepOf: typeof newtonStep): Line {
  let line = start;
  let loss = lossOf(line, points);
  for (let step = 0; step < mostSteps; step += 1) {
    const [toSlope, toOffset] = stepOf(line, points);
    let size = 1;
    let next: Line = [line[0] - toSlope, line[1] - toOffset];
    while (lossOf(next, points) > loss && size > 1e-6) {
      size /= 2;
      next = [line[0] - size * toSlope, line[1] - size * toOffset];
    }
    const nextLoss = lossOf(next, points);
    if (!(nextLoss < loss - 1e-9)) return line;
    [line, loss] = [next, nextLoss];
  }
  return line;
}

function pointsOf(outcomes: readonly Outcome[]): readonly Point[] {
  const asked = outcomes.filter((one) => one.asked).length;
  const [yes, no] = [(asked + 1) / (asked + 2), 1 / (outcomes.length - asked + 2)];
  return outcomes.map((one) => [one.logit, one.asked ? yes : no]);
}

function lossOf([slope, offset]: Line, points: readonly Point[]): number {
  let loss = (prior * (slope - 1) ** 2) / 2;
  for (const [logit, target] of points) {
    const odds = slope * logit + offset;
    loss += Math.max(odds, 0) - target * odds + Math.log1p(Math.exp(-Math.abs(odds)));
  }
  return loss;
}

function newtonStep(line: Line, points: readonly Point[]): Line {
  const { slope, offset, ss, so, oo } = slopesOf(line, points);
  const determinant = ss * oo - so * so || 1e-12;
  return [(oo * slope - so * offset) / determinant, (ss * offset - so * slope) / determinant];
}

/** The slope stays. */
function offsetStep(line: Line, points: readonly Point[]): Line {
  const { offset, oo } = slopesOf(line, points);
  return [0, offset / oo];
}

/** First and second derivatives of the loss. */
function slopesOf([slope, offset]: Line, points: readonly Point[]) {
  const sums = { slope: prior * (slope - 1), offset: 0, ss: prior, so: 0, oo: 1e-9 };
  for (const [logit, target] of points) {
    const p = 1 / (1 + Math.exp(-(slope * logit + offset)));
    const error = p - target;
    const curve = p * (1 - p);
    sums.slope += error * logit;
    sums.offset += error;
    sums.ss += curve * logit * logit;
    sums.so += curve * logit;
    sums.oo += curve;
  }
  return sums;
}
