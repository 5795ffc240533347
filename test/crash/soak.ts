// `npm run soak`: 40 kills with one worker and 40 with three while 1,000 messages come in, then 40 on the embedded
// database; a table of the four zeros. Exit status 1 when one of them is not.
import { type KillPlan, runKills } from './kill.ts';
import { fourZeros } from './outcome.ts';

const plans: readonly (KillPlan & { readonly name: string })[] = [
  { name: 'PostgreSQL, 1 worker', database: 'server', messages: 1_000, kills: 40, workers: 1, longestLife: 7_000 },
  { name: 'PostgreSQL, 3 workers', database: 'server', messages: 1_000, kills: 40, workers: 3, longestLife: 4_000, seed: 2 },
  { name: 'embedded, 1 worker', database: 'embedded', messages: 1_000, kills: 40, workers: 1, longestLife: 9_000, seed: 3 },
];

const wanted = process.argv[2] === undefined ? plans : plans.filter((plan) => plan.name.includes(process.argv[2] ?? ''));
const table: Table = {};
for (const plan of wanted) {
  const { outcome, held, sink, errors, seconds, ...rest } = await runKills(plan);
  table[plan.name] = {
    ...rest,
    'kills in the midst of work': held?.kills ?? 'cannot be asked',
    'messages in hand then': held?.messages ?? '',
    'letters on their way then': held?.letters ?? '',
    ...outcome,
    ...Object.fromEntries(Object.entries(sink).map(([what, count]) => [`sink ${what}`, count])),
    errors: errors.length,
    seconds,
  };
  for (const line of errors) console.error(line);
  if (Object.keys(fourZeros).some((name) => outcome[name as keyof typeof outcome] !== 0) || errors.length > 0) process.exitCode = 1;
}
console.table(transposed(table));

type Table = Record<string, Record<string, number | string>>;

function transposed(rows: Table): Table {
  const turned: Table = {};
  for (const [row, cells] of Object.entries(rows)) {
    for (const [column, value] of Object.entries(cells)) turned[column] = { ...turned[column], [row]: value };
  }
  return turned;
}
