// What processes cost, from /proc (Linux): CPU time of a process with all its children, and its peak memory.
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as good as everywhere on Linux. */
const ticks = 100;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly milliseconds: number;
}

/** CPU milliseconds of these processes and all their descendants, those that ended included. */
export function cpuOf(roots: readonly number[]): number {
  const all = processes();
  const wanted = new Set(roots);
  let before = 0;
  while (wanted.size > before) {
    before = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  return all.filter(({ pid }) => wanted.has(pid)).reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)));
}

/** proc(5): after the command in brackets, parent is the 2nd field, utime, stime, cutime, cstime the 12th to 15th. */
function read(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const used = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid, parent: Number(fields[1]), milliseconds: (used * 1_000) / ticks }];
  } catch {
    return [];
  }
}

/** Peak resident memory in MiB. */
export function peakMemory(pid: number): number {
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}
