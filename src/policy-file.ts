/**
 * Door of the policy file: YAML in, a checked Policy out, with the hash that names its version. Never reads a file or the
 * environment: the text is handed in. A wrong file is one ExpectedError with a line per problem, all problems at once.
 */
import { createHash } from 'node:crypto';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { caseKinds, letterLanguages, staffLanguages } from './case/kind.ts';
import { digestReaders, mailClasses, type Policy } from './case/policy.ts';
import { identityTask } from './case/requirements.ts';
import { ExpectedError } from './errors.ts';
import type { HolidayRules } from './holidays.ts';

/** The policy with the rules of its holiday calendar, which are no part of its version. */
export interface LoadedPolicy extends Policy {
  readonly holidayRules: HolidayRules;
}

/**
 * Checks a policy file.
 * @throws ExpectedError `policy-invalid` (retry never); its message has one line per problem, each with the path in the file
 */
export function loadPolicy(yamlText: string): LoadedPolicy {
  const document = parseDocument(yamlText);
  if (document.errors.length > 0) throw invalid(document.errors.map((error) => error.message.split('\n', 1).join('')));
  const checked = policyFile.safeParse(plain(() => document.toJS()));
  if (!checked.success) throw invalid(checked.error.issues.flatMap(problemLines));
  const { holidays, terms: _terms, tasks: _tasks, ...policy } = checked.data;
  return { hash: createHash('sha256').update(canonicalJson(policy)).digest('hex'), ...policy, holidayRules: holidays };
}

/** Anchors that lead nowhere, or too many of them, throw only here. */
function plain(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    throw invalid([error instanceof Error ? error.message : 'the file cannot be read as YAML']);
  }
}

function problemLines(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${path === '' ? key : `${path}.${key}`}: not a setting we know`);
  return [`${path === '' ? '(the whole file)' : path}: ${issue.message}`];
}

function invalid(lines: readonly string[]): ExpectedError {
  return new ExpectedError('policy-invalid', lines.map((line) => `policy: ${line}`).join('\n'), { retry: 'never' });
}

/** JSON with every object's keys in order, so that moving a line in the file makes no new version. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part,
  );
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

const source = z.string().min(1, 'name the clause or article');
const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const workingDays = z.int().min(0).max(60);

const term = z.strictObject({
  unit: z.enum(['calendar-days', 'months', 'working-days', 'hours']),
  count: z.int().min(1).max(366),
  rolls: z.boolean(),
  source,
});

const task = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40'),
  required: z.boolean().default(true),
  title: bilingual,
  source,
});

const kind = z
  .strictObject({
    promise: term.nullable(),
    legal: term,
    identity: z.enum(['required', 'contact-data', 'not-needed']),
    tasks: z.array(task),
    completion: z.enum(['automatic', 'approval', 'four-eyes']),
    source,
  })
  .superRefine(({ identity, tasks }, context) => {
    const ids = tasks.map(({ id }) => id);
    for (const id of new Set(ids.filter((candidate, index) => ids.indexOf(candidate) !== index))) {
      context.addIssue({ code: 'custom', path: ['tasks'], message: `the task ${id} stands there twice` });
    }
    // Without this task nobody could ever verify the requester, and the case could never complete.
    const verifies = tasks.some(({ id, required }) => id === identityTask && required);
    if (identity !== 'not-needed' && !verifies) {
      context.addIssue({
        code: 'custom',
        path: ['tasks'],
        message: `identity is ${identity}, so a required task ${identityTask} must be there`,
      });
    }
  });

const override = z.union(
  [
    z.strictObject({ rule: overrideRule(), holiday: z.literal(true).default(true), ours: z.boolean(), name: bilingual, source }),
    z.strictObject({ rule: overrideRule(), holiday: z.literal(false), source }),
  ],
  { error: 'an override needs rule, ours, name and source; or rule, holiday: false and source' },
);

function overrideRule(): z.ZodString {
  return z
    .string()
    .regex(
      /^(\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$|^easter( -?\d{1,2})?$/,
      'MM-DD, YYYY-MM-DD, or days from Easter such as "easter -2"',
    );
}

const keeping = z.strictObject({ days: z.int().min(1).max(36_500), source });

/** An entry for each of the names, all of them wanted. */
function each<Name extends string, Entry extends z.ZodType>(names: readonly Name[], entry: Entry) {
  return z.strictObject(Object.fromEntries(names.map((name) => [name, entry])) as Record<Name, Entry>);
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const weekday = z.enum(weekdays).transform((name) => weekdays.indexOf(name) + 1);

const digestFile = z
  .strictObject({
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:00'),
    days: z.array(weekday).min(1, 'name a day: without a digest nobody hears what is late').default([1, 2, 3, 4, 5]),
    language: z.enum(letterLanguages).nullable().default(null),
    to: z.array(z.enum(digestReaders)).min(1, 'name who reads it').default(['managers']),
    weekly: weekday
      .refine((day) => day <= 5, 'a day from monday to friday')
      .nullable()
      .default(1),
    monthly: z.literal('first-working-day').nullable().default('first-working-day'),
  })
  .transform(({ at, monthly, ...rest }) => ({
    hour: Number(at.slice(0, 2)),
    minute: Number(at.slice(3)),
    ...rest,
    monthly: monthly !== null,
  }));

const policyFile = z.strictObject({
  company: z.strictObject({ name: z.string(), complaints: z.string() }),
  timeZone: z.string().refine(isTimeZone, 'not a time zone we know (such as Europe/Amsterdam)'),
  /** Places to define YAML anchors; what they define is checked where it is used. */
  terms: z.unknown().optional(),
  tasks: z.unknown().optional(),
  kinds: each(caseKinds, kind).superRefine((kinds, context) => {
    // The database refuses such a case (`cases_identity_by_kind`): better said at start than at the first message.
    for (const name of ['deletion', 'copy'] as const) {
      const message = 'must be required: nothing is erased or handed out for somebody unverified (GDPR art. 12(6), 32)';
      if (kinds[name].identity !== 'required') context.addIssue({ code: 'custom', path: [name, 'identity'], message });
    }
  }),
  warnings: z.strictObject({
    warnWorkingDays: workingDays,
    escalateWorkingDays: workingDays,
    shortTermDays: z.int().min(0).max(366),
    shortWarnWorkingDays: workingDays,
    shortEscalateWorkingDays: workingDays,
  }),
  extension: term,
  identityCode: z.strictObject({ days: z.int().min(1).max(60), tries: z.int().min(1).max(10), perCase: z.int().min(1).max(20) }),
  refusal: z.enum(['approval', 'four-eyes']),
  undoSeconds: z.int().min(0).max(3_600),
  quiet: z.strictObject({
    reviews: z.enum(['morning', 'at-once']),
    urgentWorkingDays: z.int().min(0).max(20),
    replyMinutes: z.int().min(0).max(240),
  }),
  copies: z.strictObject({ delivery: z.enum(['page', 'attachment']), days: z.int().min(1).max(60) }),
  refundWindow: z.strictObject({ workingDays: z.int().min(1).max(60), source }),
  acknowledgement: z.strictObject({ perAddressPerDay: z.int().min(1) }),
  digest: digestFile,
  languages: z.strictObject({ fallback: z.enum(staffLanguages), staff: z.enum(staffLanguages) }),
  classification: z
    .strictObject({ threshold: z.number().min(0).max(1), doubt: z.number().min(0).max(1).default(0.05) })
    .refine(({ threshold, doubt }) => doubt <= threshold, 'doubt must not be larger than threshold'),
  retention: z.strictObject({ mail: each(mailClasses, keeping), cases: each(caseKinds, keeping), staffMail: keeping }),
  holidays: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'two capitals, such as NL'),
    overrides: z.array(override).default([]),
  }),
});

function isTimeZone(name: string): boolean {
  try {
    return Temporal.PlainDate.from('2026-01-01').toZonedDateTime(name) !== null;
  } catch {
    return false;
  }
}
