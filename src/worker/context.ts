import type { HolidayTable, Policy } from '../case/policy.ts';
import type { ContentClassification } from '../classify/classification.ts';
import type { ClassifyInput } from '../classify/classify.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Directory } from '../directory/directory.ts';
import type { Parser } from '../intake/parse.ts';
import type { Log } from '../log.ts';
import type { LetterBody, LetterEnvelope } from '../outbox/letter.ts';
import type { SubKeys } from '../privacy/seal.ts';
import type { Templates } from '../responders/templates.ts';
import type { Db } from '../store/db.ts';
import type { Lease } from '../store/folders.ts';
import type { StaffMember } from '../store/staff.ts';

/** Everything the stations of the worker need, put together once in `worker/assemble`. */
export interface Context {
  readonly config: Config;
  readonly db: Db;
  readonly subKeys: SubKeys;
  /** Site key of fingerprints and blind indexes. */
  readonly indexKey: Uint8Array;
  /** The policy new cases are bound to. */
  readonly policy: Policy;
  /** Policy versions of older cases, by hash. */
  readonly policies: ReadonlyMap<string, Policy>;
  readonly holidays: HolidayTable;
  /** How letters sign: the policy's words, or those of MAIL_FROM where it has none. */
  readonly company: { readonly name: string; readonly complaints: string };
  readonly timeZone: string;
  /** Null: our own embedded mailbox, where everything is new. */
  readonly goLive: Temporal.Instant | null;
  /** When Tijdig first started on this database. */
  readonly begunAt: Temporal.Instant;
  /** When a backup was last put back: what reached us before may have been answered by the worker that was lost. Null: never. */
  readonly restoredAt: Temporal.Instant | null;
  /** Everybody with a role, as last read; the same list for as long as the house is open. */
  readonly people: readonly StaffMember[];
  /** Who our customers are; null: nobody told us, and staff look in the account. */
  readonly directory: Directory | null;
  readonly templates: Templates;
  readonly clock: Clock;
  readonly log: Log;
  readonly lease: Lease;
  readonly parse: Parser['parse'];
  readonly parsePart: Parser['parsePart'];
  /** Reads the people again: a command, here or elsewhere, may have changed them. */
  refreshPeople(): Promise<void>;
  classify(input: ClassifyInput): Promise<ContentClassification>;
  compose(envelope: LetterEnvelope, body: LetterBody): Promise<Uint8Array>;
}

/** The policy a case was received under; a version that cannot be found any more is the one in force. */
export function policyOf(context: Context, hash: string): Policy {
  return context.policies.get(hash) ?? context.policy;
}

/** The calendar day of an instant in the business time zone. */
export function dayOf(context: Context, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(context.timeZone).toPlainDate();
}
