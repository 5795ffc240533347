/** What the policy keeps, how long and why, what may go on a day, and what a legal hold keeps. Changes nothing. */
import { caseKinds } from '../case/kind.ts';
import { type Keeping, mailClasses } from '../case/policy.ts';
import { type Due, type HeldContent, heldContent } from '../store/due.ts';
import type { Context } from './context.ts';
import { finders, pages, retentionDay } from './retain.ts';

export interface KeptBy {
  /** `mail.none`, `cases.deletion`, `staffMail`. */
  readonly rule: string;
  readonly days: number;
  readonly from: 'receipt' | 'closing' | 'writing';
  readonly source: string;
  /** What may go by it on the day asked for. */
  readonly due: Readonly<Record<Due['subject'], number>>;
}

export interface RetentionReport {
  readonly day: string;
  readonly rules: readonly KeptBy[];
  readonly held: HeldContent;
}

export async function reportRetention(context: Context, today?: Temporal.PlainDate): Promise<RetentionReport> {
  const day = retentionDay(context, today);
  const counts = new Map<string, Record<Due['subject'], number>>();
  for await (const one of everythingDue(context, today)) {
    const count = counts.get(one.rule) ?? { message: 0, letter: 0, case: 0 };
    count[one.subject] += 1;
    counts.set(one.rule, count);
  }
  const { mail, cases, staffMail } = day.retention;
  const rule = (name: string, { days, source }: Keeping, from: KeptBy['from']): KeptBy => ({
    rule: name,
    days,
    from,
    source,
    due: counts.get(name) ?? { message: 0, letter: 0, case: 0 },
  });
  return {
    day: day.today,
    rules: [
      ...mailClasses.map((name) => rule(`mail.${name}`, mail[name], 'receipt')),
      ...caseKinds.map((kind) => rule(`cases.${kind}`, cases[kind], 'closing')),
      rule('staffMail', staffMail, 'writing'),
    ],
    held: await heldContent(context.db.query),
  };
}

/** Each thing that may go on a day. */
export async function* everythingDue(context: Context, today?: Temporal.PlainDate): AsyncGenerator<Due> {
  for (const find of Object.values(finders)) for await (const page of pages(context, retentionDay(context, today), find)) yield* page;
}
