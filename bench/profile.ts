// Where a worker's time goes, by station: reads the CPU profiles that `npm run bench -- --profile FOLDER` left behind and
// adds up every thread. Times are the profiler's, a tenth to a fifth above those without it; starting and warming up are
// in them. `node bench/profile.ts FOLDER MESSAGES [--files]`, MESSAGES counting those to warm up; `--files`: by file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  /** Microseconds. */
  readonly timeDeltas: readonly number[];
}

/** First match decides. A place is our own file, what it called in which package, or a package alone. */
const stations: readonly (readonly [RegExp, string])[] = [
  [/^\(garbage collector\)/, 'garbage collection'],
  [/^src\/(?:main|cli|commands|config|holidays|policy-file)|assemble|^yaml|^commander|date-holidays/, 'start'],
  [/imap|socks/, 'fetch (IMAP)'],
  [/intake\/fingerprint|^src\/privacy|> node:crypto/, 'fingerprint, seal, mask'],
  [
    /^src\/intake|mailparser|mailsplit|lib(?:mime|base64|qp)|htmlparser2|html-to-text|iconv|linkify|domhandler|entities/,
    'parse and screen',
  ],
  [/^src\/classify|tinyld/, 'classify'],
  [/^src\/case/, 'decide, dates'],
  [/^src\/responders|outbox\/compose|liquidjs|markdown-it/, 'write the letter'],
  [/^src\/outbox|^nodemailer/, 'send (SMTP)'],
  [/^src\/store|^src\/schema|postgres|drizzle|pglite/, 'database driver'],
  [/^src\/worker/, 'the worker itself'],
];

const [folder = '.', messages = '1', detail] = process.argv.slice(2);
const times = new Map<string, number>();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
  const profile: Profile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  for (const [place, time] of timesOf(profile)) {
    const row = detail === '--files' ? place : stationOf(place);
    times.set(row, (times.get(row) ?? 0) + time);
  }
}
const total = [...times.values()].reduce((sum, time) => sum + time, 0);
const rows = [...times].sort(([, one], [, other]) => other - one).slice(0, 40);
console.table(
  Object.fromEntries(
    rows.map(([place, time]) => [
      place,
      { 'ms/message': Number((time / 1_000 / Number(messages)).toFixed(3)), '%': Number(((100 * time) / total).toFixed(1)) },
    ]),
  ),
);

function stationOf(place: string): string {
  return stations.find(([pattern]) => pattern.test(place))?.[1] ?? 'Node and V8';
}

function timesOf({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const places = new Map<number, string>();
  const found = new Map<string, number>();
  samples.forEach((sample, at) => {
    const place = places.get(sample) ?? placeOf(sample);
    places.set(sample, place);
    if (place !== '(idle)') found.set(place, (found.get(place) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return found;

  /** The nearest of our own files up the stack; else the nearest package; else what V8 calls it. */
  function placeOf(sample: number): string {
    const name = byId.get(sample)?.callFrame.functionName ?? '';
    if (name.startsWith('(') && name !== '(program)') return name;
    let called: string | null = null;
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const url = byId.get(id)?.callFrame.url ?? '';
      const own = url.includes('node_modules') ? null : /\/((?:src|dist)\/(?:[^/]+\/){0,3}[^/]+\.[jt]s)$/.exec(url)?.[1];
      if (own) return called === null ? own : `${own} > ${called}`;
      called ??= /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? null;
    }
    return called ?? name;
  }
}
