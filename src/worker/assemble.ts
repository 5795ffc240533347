/** Puts the rooms together: reads policy and templates, opens the database, makes the doors. The one place that knows them all. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../case/policy.ts';
import { createCarefulModel } from '../classify/careful-model.ts';
import { createClassifier } from '../classify/classify.ts';
import { loadLocalModel } from '../classify/local-model/load.ts';
import type { LocalModel } from '../classify/local-model/weights.ts';
import type { ModelAdapter } from '../classify/model.ts';
import { createModelDoor } from '../classify/openai.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { openDirectory } from '../directory/open-directory.ts';
import { ExpectedError } from '../errors.ts';
import { holidayTable } from '../holidays.ts';
import { createImapMailbox } from '../intake/imap.ts';
import type { Mailbox } from '../intake/mailbox.ts';
import { createMaildirMailbox } from '../intake/maildir.ts';
import { createParser } from '../intake/parse.ts';
import type { Log } from '../log.ts';
import { createAlertDoor } from '../outbox/alert.ts';
import { composeLetter } from '../outbox/compose.ts';
import { createFileDrop } from '../outbox/file-drop.ts';
import { createSmtpTransport } from '../outbox/smtp.ts';
import type { Transport } from '../outbox/transport.ts';
import { type LoadedPolicy, loadPolicy } from '../policy-file.ts';
import { loadTemplates } from '../responders/templates.ts';
import { type Db, openDb } from '../store/db.ts';
import { openSiteKeys } from '../store/keys.ts';
import { migrate, refuseNewer, schemaState } from '../store/migrate.ts';
import { keepPolicy, loadPolicies, readSetting, writeOnce } from '../store/settings.ts';
import { listStaff, seedStaff } from '../store/staff.ts';
import { findWaiver, type Waiver } from '../store/waivers.ts';
import type { Context } from './context.ts';
import { checkFourEyes, underWaiver } from './four-eyes.ts';
import type { Doors } from './run.ts';
import { secretKeys } from './secret-keys.ts';

export interface House {
  readonly context: Context;
  /** What whoever starts it should hear about who can approve. */
  readonly notices: readonly string[];
  close(): Promise<void>;
}

/** The policy in force: POLICY_FILE, or the one that comes with the program. */
export function readPolicy(config: Pick<Config, 'policyFile' | 'timeZone'>): LoadedPolicy {
  const file = config.policyFile ?? packageFile('policy.yaml');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ExpectedError('policy-missing', 'POLICY_FILE: the policy file cannot be read.', { retry: 'never', cause });
  }
  const policy = loadPolicy(text);
  return config.timeZone === null ? policy : { ...policy, timeZone: config.timeZone };
}

/** Ten years around now: enough for every date a case can have. */
export function readHolidays(policy: LoadedPolicy, now: Temporal.Instant) {
  const { year } = now.toZonedDateTimeISO(policy.timeZone);
  return holidayTable(policy.holidayRules, year - 5, year + 5);
}

/**
 * Opens everything but the mail servers. Migrates the tables when they are behind; refuses tables newer than the program.
 * @param purpose `work` on mail, for which there must be people enough to approve; or only `look`, or set that right
 */
export async function openHouse(config: Config, clock: Clock, log: Log, purpose: 'work' | 'look' = 'work'): Promise<House> {
  const written = readPolicy(config);
  const holidays = readHolidays(written, clock.now());
  const templates = loadTemplates();
  const secrets = secretKeys(config);
  const db = await openMigrated(config);
  try {
    const { subKeys, indexKey } = await openSiteKeys(db, secrets);
    await seedStaff(db, subKeys, indexKey, config);
    await keepPolicy(db, written);
    const people = [...(await listStaff(db.query, subKeys, indexKey))];
    const waiver = await findWaiver(db.query, subKeys);
    const today = clock.now().toZonedDateTimeISO(written.timeZone).toPlainDate();
    const notices = purpose === 'work' ? checkFourEyes(written, people, waiver, today) : [];
    const policy = waiver === null ? written : underWaiver(written);
    const begunAt = Temporal.Instant.from(await writeOnce(db, 'begun-at', clock.now().toString()));
    const restoredAt = await readSetting(db, 'restored-at');
    const goLive = await goLiveOf(config, db, clock);
    const parser = createParser({ log });
    const classifier = createClassifier({
      model: openModel(config, policy.timeZone, clock, log),
      ...policy.classification,
      localModel: siteModel(config),
      log,
    });
    const context: Context = {
      config,
      db,
      subKeys,
      indexKey,
      policy,
      policies: await policiesOf(db, waiver),
      holidays,
      company: {
        name: policy.company.name || config.mailFrom.name || config.mailFrom.address,
        complaints: policy.company.complaints || config.mailFrom.address,
      },
      timeZone: policy.timeZone,
      goLive,
      begunAt,
      restoredAt: restoredAt === null ? null : Temporal.Instant.from(restoredAt),
      people,
      directory: openDirectory(config.directory),
      templates,
      clock,
      log,
      lease: { worker: `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`, seconds: config.leaseSeconds },
      async refreshPeople() {
        people.splice(0, people.length, ...(await listStaff(db.query, subKeys, indexKey)));
      },
      parse: (raw, options) => parser.parse(raw, options),
      parsePart: (raw, part) => parser.parsePart(raw, part),
      classify: (input) => classifier.classify(input),
      compose: composeLetter,
    };
    return { context, notices, close: async () => void (await Promise.all([parser.close(), db.close()])) };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** The optional second reader; null: none is configured. */
export function openModel({ openai }: Config, timeZone: string, clock: Clock, log: Log): ModelAdapter | null {
  if (openai === null) return null;
  return createCarefulModel({ door: createModelDoor({ ...openai, log }), dailyTokens: openai.dailyTokens, timeZone, clock, log });
}

/** Where `npm run train -- --own` keeps weights that learned from the site's own corrections too. */
export function ownWeights({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'classifier-weights.bin');
}

/**
 * The site's own weights, or those that come with the program.
 * @throws ExpectedError `weights-unreadable` when its own are of another version
 */
export function siteModel(config: Pick<Config, 'dataDir'>): LocalModel {
  const own = ownWeights(config);
  if (!existsSync(own)) return loadLocalModel();
  try {
    return loadLocalModel(own);
  } catch (cause) {
    const message = `${own} was made by another version. Train again (npm run train -- --own), or remove it to use the weights of the program.`;
    throw new ExpectedError('weights-unreadable', message, { retry: 'never', cause });
  }
}

async function policiesOf(db: Db, waiver: Waiver | null): Promise<ReadonlyMap<string, Policy>> {
  const all = await loadPolicies(db);
  return waiver === null ? all : new Map([...all].map(([hash, policy]) => [hash, underWaiver(policy)]));
}

async function openMigrated(config: Config): Promise<Db> {
  const settings = config.database;
  if (settings.kind === 'server' && settings.migrateUrl !== null) {
    const owner = await openDb(settings, 'owner');
    try {
      await migrate(owner, settings.url);
    } finally {
      await owner.close();
    }
    return openDb(settings);
  }
  const db = await openDb(settings, settings.kind === 'server' ? 'application' : 'owner');
  try {
    const state = await schemaState(db);
    refuseNewer(state);
    if (state.applied < state.known) await migrate(db, null);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Our own embedded mailbox has no past to protect; every other one goes live once, at the first connection. */
async function goLiveOf(config: Config, db: Db, clock: Clock): Promise<Temporal.Instant | null> {
  if (config.mailbox.kind === 'maildir' && config.mailbox.own) return null;
  // A mail server tells arrival to the second: what arrives in the second of the first start is new.
  const first = clock.now().round({ smallestUnit: 'second', roundingMode: 'floor' });
  return Temporal.Instant.from(await writeOnce(db, 'go-live', (config.goLive ?? first).toString()));
}

export function openDoors(config: Config, clock: Clock, log: Log): Doors & { close(): Promise<void> } {
  const mailbox = openMailbox(config, clock, log);
  const transport = openTransport(config, log);
  const alert = config.alertUrl === null ? null : createAlertDoor(config.alertUrl);
  return { mailbox, transport, alert, close: async () => void (await Promise.allSettled([mailbox.close(), transport.close()])) };
}

function openMailbox(config: Config, clock: Clock, log: Log): Mailbox {
  if (config.mailbox.kind === 'maildir') return createMaildirMailbox(config.mailbox, { clock });
  return createImapMailbox(config.mailbox, { folders: config.folders, sentFolder: config.sentFolder, log, timeoutMilliseconds: 30_000 });
}

function openTransport(config: Config, log: Log): Transport {
  if (config.smtp.kind === 'folder') return createFileDrop(config.smtp);
  return createSmtpTransport(config.smtp, { log, timeouts: { connectMilliseconds: 20_000, letterMilliseconds: 60_000 } });
}

/** A file at the package's top, from `src/` and from `dist/` alike. */
export function packageFile(name: string): string {
  return join(import.meta.dirname, '..', '..', name);
}
