/**
 * How long content is kept (Policy §2), in local days. Kept for N days means: on the Nth day after the one it counts from it
 * is still there, all day; when the next day begins it may go. Days are those of the business time zone, so that a day of 23
 * or 25 hours is one day.
 */
import { type CaseKind, caseKinds } from './kind.ts';
import { type Day, type Instant, type Keeping, type MailClass, mailClasses, type Retention } from './policy.ts';

/** A policy's retention, and where and when it is looked at. */
export interface RetentionDay {
  readonly retention: Retention;
  /** The local day it is. */
  readonly today: Day;
  readonly timeZone: string;
}

/** What came before such an instant has been kept long enough. */
export interface Limits {
  readonly mail: Readonly<Record<MailClass, Instant>>;
  readonly cases: Readonly<Record<CaseKind, Instant>>;
  readonly staffMail: Instant;
}

export function limitsOn({ retention, today, timeZone }: RetentionDay): Limits {
  const before = ({ days }: Keeping) => Temporal.PlainDate.from(today).subtract({ days }).toZonedDateTime(timeZone).toInstant().toString();
  return {
    mail: each(mailClasses, (name) => before(retention.mail[name])),
    cases: each(caseKinds, (kind) => before(retention.cases[kind])),
    staffMail: before(retention.staffMail),
  };
}

/** The first day on which it is not kept any more. */
export function goneOn(from: Instant, { days }: Keeping, timeZone: string): Day {
  const day = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).toPlainDate();
  return day.add({ days: days + 1 }).toString();
}

/** Under which name the policy keeps mail that belongs to no case. */
export function mailClassOf(disposition: string | null): MailClass {
  return mailClasses.find((name) => name === disposition) ?? 'other';
}

/** By which rule something goes, and on which day at the earliest. */
export interface Going {
  /** As it stands in the policy: `mail.none`, `cases.deletion`, `staffMail`; `person`: somebody asked for it. */
  readonly rule: string;
  readonly dueOn: Day;
}

/** When mail that belongs to no case goes. */
export function mailGoing(disposition: string | null, receivedAt: Instant, { retention, timeZone }: RetentionDay): Going {
  const name = mailClassOf(disposition);
  return { rule: `mail.${name}`, dueOn: goneOn(receivedAt, retention.mail[name], timeZone) };
}

export function staffMailGoing(writtenAt: Instant, { retention, timeZone }: RetentionDay): Going {
  return { rule: 'staffMail', dueOn: goneOn(writtenAt, retention.staffMail, timeZone) };
}

/** A closed case, as far as keeping goes. */
export interface ClosedCase {
  readonly kind: CaseKind;
  readonly closedAt: Instant;
}

/** When what belongs to these cases goes: with the last of them. Null: it belongs to none. */
export function casesGoing(closed: readonly ClosedCase[], { retention, timeZone }: RetentionDay): Going | null {
  const each = closed.map(({ kind, closedAt }) => ({
    rule: `cases.${kind}`,
    dueOn: goneOn(closedAt, retention.cases[kind], timeZone),
  }));
  return each.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0] ?? null;
}

function each<Name extends string, Value>(names: readonly Name[], value: (name: Name) => Value): Readonly<Record<Name, Value>> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, Value>;
}
