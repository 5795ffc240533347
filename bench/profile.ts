// Where a worker's CPU time goes: reads the profiles that `npm run bench -- --profile FOLDER` left behind, and adds up the
// time by our own file, or by package where none of our files is on the stack, a thread at a time.
// `node bench/profile.ts FOLDER [MESSAGES]`.
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

const [folder = '.', messages = '1'] = process.argv.slice(2);
for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
  const times = timesOf(JSON.parse(readFileSync(join(folder, file), 'utf8')));
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  console.log(`\n${file}: ${(total / 1_000).toFixed(0)} ms of work`);
  const rows = [...times].sort(([, one], [, other]) => other - one).slice(0, 30);
  console.table(
    Object.fromEntries(
      rows.map(([place, time]) => [
        place,
        { 'ms/message': Number((time / 1_000 / Number(messages)).toFixed(3)), '%': Number(((100 * time) / total).toFixed(1)) },
      ]),
    ),
  );
}

function timesOf({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const places = new Map<number, string>();
  const times = new Map<string, number>();
  samples.forEach((sample, at) => {
    const place = places.get(sample) ?? placeOf(sample);
    places.set(sample, place);
    if (place !== '(idle)') times.set(place, (times.get(place) ?? 0) + (timeDeltas[at] ?? 0));
  });
  return times;

  /** The nearest of our own files up the stack; else the nearest package; else what V8 calls it. */
  function placeOf(sample: number): string {
    let packageName: string | null = null;
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id)) {
      const url = byId.get(id)?.callFrame.url ?? '';
      const own = /\/main\/((?:src|dist)\/.+)$|\/((?:src|dist)\/[^/]+\/[^/]+\.[jt]s)$/.exec(url);
      if (own !== null && !url.includes('node_modules'))
        return packageName === null ? (own[1] ?? own[2] ?? url) : `${own[1] ?? own[2]} > ${packageName}`;
      packageName ??= /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? null;
    }
    const name = byId.get(sample)?.callFrame.functionName ?? '';
    return packageName ?? (name.startsWith('(') ? name : 'node');
  }
}
