/**
 * Trains the local classifier on the lines of this folder and writes its weights.
 *
 *   npm run train [-- --own] [-- --dry] [-- --errors]
 *
 * Some ten minutes. The same lines give the same bytes. `--dry` trains and reports, and writes nothing; `--errors` lists the lines that were not
 * understood by a network that had not seen them. `--own` learns from the messages that this site's staff corrected as well
 * (configured as for `tijdig start`), and writes weights for this site alone, which `tijdig start` then uses.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadLocalModel, shippedWeights } from '../src/classify/local-model/load.ts';
import { labels, logits } from '../src/classify/local-model/network.ts';
import { encodeModel, type LocalModel } from '../src/classify/local-model/weights.ts';
import { systemClock } from '../src/clock.ts';
import { configure } from '../src/commands/configure.ts';
import { loadEnvironment } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { openHouse, ownWeights } from '../src/worker/assemble.ts';
import { ownExamples } from '../src/worker/own-examples.ts';
import { calibrate } from './calibrate.ts';
import { digestOf, readThesauri, readTrainingFiles } from './files.ts';
import { type Lesson, train, trainWords } from './learn.ts';
import { lessonsOf, parseTrainingText, quoted, type TrainingText } from './lessons.ts';
import { readVocabulary } from './vocabulary.ts';

const folds = 5;
/** A correction of the site's own counts as so many lines of ours. */
const ownWeight = 5;
/** Neighbouring lines are about the same; they stay in one fold, or it would be asked what it was told. */
const block = 12;

interface Example {
  readonly where: string;
  readonly given: TrainingText;
  readonly lessons: readonly Lesson[];
  readonly fold: number;
}

const { values } = parseArgs({
  options: {
    dry: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
  },
});
const files = readTrainingFiles();
const examples: Example[] = files.flatMap(({ name, content }) =>
  content.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const given = parseTrainingText(line, `${name}:${at + 1}`);
    return [{ where: `${name}:${at + 1}`, given, lessons: lessonsOf(given), fold: Math.floor(at / block) % folds }];
  }),
);
const site = values.own ? await readSite() : null;
for (const [at, given] of (site?.texts ?? []).entries())
  for (let time = 0; time < ownWeight; time += 1)
    examples.push({ where: `own:${at + 1}`, given, lessons: lessonsOf(given), fold: at % folds });
console.log(`${examples.length} texts, ${examples.reduce((sum, { lessons }) => sum + lessons.length, 0)} sentences`);

const vocabulary = readVocabulary();
console.log(`${vocabulary.lessons.length} words and phrases of the thesauri`);
const words = trainWords(vocabulary);

const unseen = crossValidate();
const calibration = labels.map((_, label) =>
  calibrate(
    unseen
      .filter(({ given }) => !doubted(given, label))
      .map(({ given, best }) => ({ logit: best[label] ?? -9, asked: asks(given, label) })),
  ),
);
const model: LocalModel = {
  networks: train(
    examples.flatMap(({ lessons }) => lessons),
    words,
  ),
  calibration,
  lessons: digestOf([...files, ...readThesauri()]),
};
report();
if (!values.dry) {
  writeFileSync(site?.weights ?? shippedWeights, encodeModel(model), { mode: site === null ? 0o644 : 0o600 });
  console.log(`weights written; measure them with: npm run eval${site === null ? '' : ' -- --own'}`);
}

/** What this site's staff corrected, and where its weights lie. Nothing of it is written anywhere but into those weights. */
async function readSite(): Promise<{ readonly texts: readonly TrainingText[]; readonly weights: string }> {
  const config = configure({ environment: loadEnvironment(), err: (text) => void process.stderr.write(text) });
  if (config === null) process.exit(2);
  const house = await openHouse(config, systemClock, createLog('warn'), 'look');
  try {
    const likeliest = loadLocalModel();
    const own = await ownExamples(house.context);
    return { texts: own.map(({ message, kinds }) => quoted(message, kinds, likeliest)), weights: ownWeights(config) };
  } finally {
    await house.close();
  }
}

/** Every text judged by a network that has not learned from it. */
function crossValidate() {
  return Array.from({ length: folds }, (_, fold) => {
    const networks = train(
      examples.filter((one) => one.fold !== fold).flatMap(({ lessons }) => lessons),
      words,
    );
    console.log(`cross-validation ${fold + 1} of ${folds}`);
    return examples.filter((one) => one.fold === fold).map((one) => ({ ...one, best: bestOf(one.lessons, networks) }));
  }).flat();
}

function bestOf(lessons: readonly Lesson[], networks: LocalModel['networks']): Float32Array {
  const best = new Float32Array(labels.length).fill(-20);
  for (const { features } of lessons)
    for (const [label, logit] of logits(networks, features).entries()) best[label] = Math.max(best[label] ?? -20, logit);
  return best;
}

function asks(given: TrainingText, label: number): boolean {
  const name = labels[label];
  return name === 'authority' ? given.authority : given.kinds.some((kind) => kind === name);
}

function doubted(given: TrainingText, label: number): boolean {
  return given.maybe.some((kind) => kind === labels[label]);
}

/** On texts it had not seen: what opens a case at a half, and what would be missed at doubts of several sizes. */
function report(): void {
  const likely = unseen.map(({ where, given, best }) => ({
    where,
    given,
    chances: labels.map((_, label) => {
      const [slope, offset] = calibration[label] ?? [1, 0];
      return 1 / (1 + Math.exp(-(slope * (best[label] ?? -20) + offset)));
    }),
  }));
  const f1s = labels.map((name, label) => {
    const sure = likely.filter(({ given }) => !doubted(given, label));
    const [right, said, truth] = [
      sure.filter(({ given, chances }) => asks(given, label) && (chances[label] ?? 0) >= 0.5).length,
      sure.filter(({ chances }) => (chances[label] ?? 0) >= 0.5).length,
      sure.filter(({ given }) => asks(given, label)).length,
    ];
    const f1 = (2 * right) / Math.max(1, said + truth);
    console.log(
      `  ${name.padEnd(10)} ${String(truth).padStart(5)} texts  P ${(right / Math.max(1, said)).toFixed(3)}  R ${(right / Math.max(1, truth)).toFixed(3)}  F1 ${f1.toFixed(3)}`,
    );
    return f1;
  });
  console.log(`  macro-F1 over kinds ${(f1s.slice(0, 5).reduce((sum, f1) => sum + f1, 0) / 5).toFixed(3)} (on lines it had not seen)`);
  const top = ({ chances }: { readonly chances: readonly number[] }) => Math.max(...chances);
  const requests = likely.filter(({ given }) => given.kinds.length > 0);
  const ordinary = likely.filter(({ given }) => given.kinds.length === 0 && given.maybe.length === 0 && !given.authority);
  for (const doubt of [0.02, 0.05, 0.1, 0.15, 0.2, 0.3]) {
    const missed = requests.filter((one) => top(one) < doubt).length / requests.length;
    const asked = ordinary.filter((one) => top(one) >= doubt).length / ordinary.length;
    console.log(
      `  doubt ${doubt}: missed ${(missed * 100).toFixed(1)} %, ordinary read by a person or opened ${(asked * 100).toFixed(1)} %`,
    );
  }
  if (!values.errors) return;
  for (const { where, given, chances } of likely) {
    const wrong = labels.filter((_, label) => !doubted(given, label) && asks(given, label) !== (chances[label] ?? 0) >= 0.5);
    const said = wrong.map((name) => `${name} ${(chances[labels.indexOf(name)] ?? 0).toFixed(2)}`).join(', ');
    if (wrong.length > 0) console.log(`${where} wanted ${given.kinds.join('+') || (given.authority ? 'authority' : 'none')}, said ${said}`);
  }
}
