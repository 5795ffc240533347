import type { Classification } from '../classification.ts';
import type { LabelledMessage } from './labelled.ts';
import { type Rate, rateOf } from './rate.ts';

/** What one classifier made of one labelled message. */
export interface Measured {
  readonly row: LabelledMessage;
  readonly answer: Answer;
}

export type Answer = Pick<Classification, 'disposition' | 'requests' | 'person'> & Partial<Pick<Classification, 'reasons'>>;

/** The kinds that are labelled; `undetermined` is an answer, never a label. */
export const labelledKinds = ['change', 'deletion', 'copy', 'refund', 'objection'] as const;

export interface KindFigures {
  readonly rows: number;
  readonly precision: Rate;
  readonly recall: Rate;
  readonly f1: number;
}

export interface Figures {
  readonly rows: number;
  /** Mean F1 over the kinds that occur; a kind that none of the rows carries has none. */
  readonly macroF1: number;
  /** The same over kinds with at least twenty rows. */
  readonly macroF1Of20: number;
  /** Of rows with a request: a case was opened or a person looks. */
  readonly found: Rate;
  /** Of rows with a request: neither. */
  readonly missed: Rate;
  /** Exactly the labelled kinds, no more and no fewer. */
  readonly exact: Rate;
  readonly toPerson: Rate;
  readonly ordinaryToPerson: Rate;
  /** Of ordinary rows: a case of a kind was opened. */
  readonly ordinaryOpened: Rate;
  /** Of rows that people wrote: taken for a machine's. */
  readonly peopleAsMachines: Rate;
  readonly perKind: Readonly<Record<string, KindFigures>>;
  /** Rows with at most one kind: labelled kind → what was said first → rows. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly calibration: readonly Bin[];
  /** Mean distance between confidence and how often it was right, weighted by rows. */
  readonly calibrationError: number;
}

/** Requests said with about this confidence, and how many were asked indeed. */
export interface Bin {
  readonly from: number;
  readonly said: number;
  readonly meanConfidence: number;
  readonly right: number;
}

const machines = new Set(['automatic', 'bounce']);

/** All figures of one classifier over some rows. Debatable rows must have been left out before. */
export function measure(all: readonly Measured[]): Figures {
  const requests = all.filter(({ row }) => row.kinds.length > 0);
  const ordinary = all.filter(({ row }) => row.kinds.length === 0 && (row.disposition ?? 'none') === 'none');
  const human = all.filter(({ row }) => !machines.has(row.disposition ?? 'none'));
  const perKind = Object.fromEntries(labelledKinds.map((kind) => [kind, figuresOf(all, kind)] as const).filter(([, { rows }]) => rows > 0));
  const count = (some: readonly Measured[], test: (one: Measured) => boolean) => rateOf(some.filter(test).length, some.length);
  const calibration = binsOf(all);
  return {
    rows: all.length,
    macroF1: meanF1(Object.values(perKind)),
    macroF1Of20: meanF1(Object.values(perKind).filter(({ rows }) => rows >= 20)),
    found: count(requests, isFound),
    missed: count(requests, (one) => !isFound(one)),
    exact: count(all, isExact),
    toPerson: count(all, ({ answer }) => answer.person),
    ordinaryToPerson: count(ordinary, ({ answer }) => answer.person),
    ordinaryOpened: count(ordinary, ({ answer }) => kindsSaid(answer).length > 0),
    peopleAsMachines: count(human, ({ answer }) => machines.has(answer.disposition)),
    perKind,
    confusion: confusionOf(all),
    calibration,
    calibrationError: errorOf(calibration),
  };
}

/** The kinds an answer names, `undetermined` left out. */
export function kindsSaid(answer: Answer): readonly string[] {
  return answer.requests.map(({ kind }) => kind as string).filter((kind) => kind !== 'undetermined');
}

/** Whether a request did not go by unseen: a case of any kind, or a person. */
export function isFound({ answer }: Measured): boolean {
  return answer.requests.length > 0 || answer.person;
}

export function isExact({ row, answer }: Measured): boolean {
  return [...row.kinds].sort().join() === [...kindsSaid(answer)].sort().join();
}

function figuresOf(all: readonly Measured[], kind: string): KindFigures {
  const labelled = all.filter(({ row }) => row.kinds.includes(kind));
  const said = all.filter(({ answer }) => kindsSaid(answer).includes(kind));
  const right = labelled.filter(({ answer }) => kindsSaid(answer).includes(kind)).length;
  const f1 = labelled.length + said.length === 0 ? 0 : (2 * right) / (labelled.length + said.length);
  return { rows: labelled.length, precision: rateOf(right, said.length), recall: rateOf(right, labelled.length), f1 };
}

function meanF1(figures: readonly KindFigures[]): number {
  return figures.length === 0 ? 0 : figures.reduce((sum, { f1 }) => sum + f1, 0) / figures.length;
}

function confusionOf(all: readonly Measured[]): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { row, answer } of all) {
    if (row.kinds.length > 1) continue;
    const truth = row.kinds[0] ?? row.disposition ?? 'none';
    const given = answer.requests[0]?.kind ?? (answer.disposition === 'request' ? 'undetermined' : answer.disposition);
    const line = table[truth] ?? {};
    table[truth] = { ...line, [given]: (line[given] ?? 0) + 1 };
  }
  return table;
}

const width = 0.1;

function binsOf(all: readonly Measured[]): Bin[] {
  const said = all.flatMap(({ row, answer }) =>
    answer.requests
      .filter(({ kind }) => kind !== 'undetermined')
      .map(({ kind, confidence }) => ({ confidence, right: row.kinds.includes(kind) })),
  );
  return Array.from({ length: 10 }, (_, at) => {
    const inside = said.filter(({ confidence }) => Math.min(9, Math.floor(confidence / width + 1e-9)) === at);
    const sum = inside.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: at / 10,
      said: inside.length,
      meanConfidence: inside.length === 0 ? 0 : sum / inside.length,
      right: inside.filter(({ right }) => right).length,
    };
  }).filter(({ said: some }) => some > 0);
}

function errorOf(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { said }) => sum + said, 0);
  if (all === 0) return 0;
  return bins.reduce((sum, bin) => sum + Math.abs(bin.meanConfidence * bin.said - bin.right), 0) / all;
}
