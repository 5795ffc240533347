#!/usr/bin/env node
// The way in for `npx tijdig`. Tijdig itself needs Node 26; this file must be readable by older ones (16 and up), so
// that they can hand over to the Node that npm installed beside us (docs/adr/0004), or say plainly what is missing.
// Runs src/ in a clone, where a dist/ may be older, and dist/ in an installed package, which has no src/.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = 26;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(root, 'src', 'cli.ts');
const program = existsSync(source) ? source : join(root, 'dist', 'cli.js');

function nodeBesideUs() {
  try {
    const path = join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin', 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

function handOver(node) {
  const child = spawn(node, [program].concat(process.argv.slice(2)), { stdio: 'inherit' });
  // Ctrl-C in a terminal reaches the child by itself; anything else is passed on.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error('tijdig: the Node in %s cannot be started (%s).', node, error.message);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}

const beside = nodeBesideUs();
if (Number(process.versions.node.split('.')[0]) >= needed) {
  process.argv[1] = program;
  await import(program);
} else if (beside !== null) {
  handOver(beside);
} else {
  console.error('tijdig: this is Node %s, and Tijdig needs Node %d or newer: https://nodejs.org', process.versions.node, needed);
  process.exitCode = 1;
}
