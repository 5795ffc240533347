import type { Figures } from '../classify/evaluation/measure.ts';
import { percent, type Rate } from '../classify/evaluation/rate.ts';
import { table } from './table.ts';

/** All figures of one set of messages. */
export interface SetReport {
  readonly name: string;
  readonly systems: Readonly<Record<string, Figures>>;
  readonly languages: Readonly<Record<string, Figures>>;
  /** Of the local model and the rules together, one message. */
  readonly milliseconds: { readonly median: number; readonly p99: number };
  readonly exactDispositions: Rate;
}

/** The report for a person to read. */
export function reportLines({ name, systems, languages, milliseconds, exactDispositions }: SetReport): string {
  const local = systems.local as Figures;
  return [
    `\n${name}: ${local.rows} messages\n\n`,
    table(
      ['classifier', ...heads],
      Object.entries(systems).map(([which, figures]) => [which, ...cells(figures)]),
    ),
    '\nThe local model, which is what runs:\n',
    `  requests found         ${percent(local.found)}; missed ${percent(local.missed)}\n`,
    `  exactly understood     ${percent(local.exact)}\n`,
    `  macro-F1               ${local.macroF1.toFixed(3)}; over kinds with 20 messages or more ${local.macroF1Of20.toFixed(3)}\n`,
    `  read by a person       ${percent(local.toPerson)}; of ordinary mail ${percent(local.ordinaryToPerson)}\n`,
    `  ordinary mail opened   ${percent(local.ordinaryOpened)}\n`,
    `  people as machines     ${percent(local.peopleAsMachines)}\n`,
    exactDispositions.of > 0 ? `  dispositions exact     ${percent(exactDispositions)}\n` : '',
    `  time per message       ${milliseconds.median.toFixed(2)} ms, 99 of 100 within ${milliseconds.p99.toFixed(1)} ms\n\n`,
    table(
      ['kind', 'messages', 'precision', 'recall', 'F1'],
      Object.entries(local.perKind).map(([kind, one]) => [
        kind,
        String(one.rows),
        share(one.precision),
        share(one.recall),
        one.f1.toFixed(3),
      ]),
    ),
    '\n',
    table(
      ['language', 'messages', ...heads],
      Object.entries(languages).map(([language, figures]) => [language, String(figures.rows), ...cells(figures)]),
    ),
    '\nConfusion (messages of at most one kind; rows: asked, columns: said):\n',
    confusionTable(local.confusion),
    `\nCalibration (said with this confidence, and right); mean distance ${local.calibrationError.toFixed(3)}:\n`,
    table(
      ['confidence', 'said', 'mean', 'right'],
      local.calibration.map((bin) => [
        `from ${bin.from.toFixed(1)}`,
        String(bin.said),
        bin.meanConfidence.toFixed(2),
        (bin.right / bin.said).toFixed(2),
      ]),
    ),
  ].join('');
}

const heads = ['macro-F1', 'exact', 'missed', 'ordinary to a person', 'ordinary opened'];

function cells(figures: Figures): string[] {
  return [
    figures.macroF1.toFixed(3),
    short(figures.exact),
    `${figures.missed.count} of ${figures.missed.of}`,
    short(figures.ordinaryToPerson),
    short(figures.ordinaryOpened),
  ];
}

function short({ rate, of }: Rate): string {
  return of === 0 ? '–' : `${(rate * 100).toFixed(1)} %`;
}

function share({ count, of, rate }: Rate): string {
  return `${rate.toFixed(3)} (${count}/${of})`;
}

function confusionTable(confusion: Figures['confusion']): string {
  const said = [...new Set(Object.values(confusion).flatMap((line) => Object.keys(line)))].sort();
  return table(
    ['', ...said],
    Object.entries(confusion)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([asked, line]) => [asked, ...said.map((kind) => String(line[kind] ?? '·'))]),
  );
}
