import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// The packed program, as somebody gets it who has never seen the clone: built by `prepack`, installed into an empty
// folder, started by `npx` with whatever Node the machine has.

const root = dirname(dirname(import.meta.dirname));
const run = promisify(execFile);

/** The PATH as outside this project: without our Node, unless the machine has no other. */
function plainPath(): string {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const found = folders.some((folder) => existsSync(join(folder, 'node')));
  return [...folders, ...(found ? [] : [dirname(process.execPath)])].join(delimiter);
}

/** An environment without what npm told the tests, and without settings of ours. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ['HOME', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy'];
  const values = Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  return { ...values, PATH: plainPath() };
}

describe('the packed package in an empty folder', () => {
  let folder = '';
  let file = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tijdig-pack-'));
    const quiet = ['--silent', '--no-audit', '--no-fund', '--prefer-offline'];
    // `prepack` writes dist/: into a copy, so that two runs in one clone do not meet.
    const copy = join(folder, 'clone');
    mkdirSync(copy);
    for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'policy.yaml', 'README.md', 'LICENSE']) {
      if (existsSync(join(root, name))) copyFileSync(join(root, name), join(copy, name));
    }
    for (const name of ['bin', 'src', 'templates', 'docs']) cpSync(join(root, name), join(copy, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    await run('npm', ['pack', '--pack-destination', folder], { cwd: copy }).catch((error: { readonly stdout: string }) => {
      throw new Error(`npm pack failed:\n${error.stdout}`);
    });
    file = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    mkdirSync(join(folder, 'empty'));
    // Without --prefix npm would look for a project in the folders above.
    const install = ['install', ...quiet, '--prefix', '.', join(folder, file)];
    await run('npm', install, { cwd: join(folder, 'empty'), env: plainEnvironment() });
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function tijdig(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
    return run('npx', ['--no-install', 'tijdig', ...args], { cwd: join(folder, 'empty'), env: plainEnvironment(), timeout: 110_000 });
  }

  test('holds the program and nothing of the workshop', () => {
    const installed = readdirSync(join(folder, 'empty', 'node_modules', 'tijdig'));
    expect(installed).toEqual(expect.arrayContaining(['bin', 'dist', 'templates', 'policy.yaml', 'package.json', 'LICENSE']));
    expect(installed).not.toEqual(expect.arrayContaining(['src']));
    expect(installed).not.toEqual(expect.arrayContaining(['test']));
    const migrations = readdirSync(join(folder, 'empty', 'node_modules', 'tijdig', 'dist', 'schema', 'migrations'));
    expect(migrations).toEqual(expect.arrayContaining(['meta']));
    expect(migrations.some((name) => name.endsWith('.sql'))).toBe(true);
    const served = readdirSync(join(folder, 'empty', 'node_modules', 'tijdig', 'dist', 'console', 'static'));
    expect(served.sort()).toEqual(readdirSync(join(root, 'src', 'console', 'static')).sort());
    expect(existsSync(join(folder, 'empty', 'node_modules', 'htmx.org', 'dist', 'htmx.min.js'))).toBe(true);
  });

  test('npx tijdig --help', async () => {
    const { stdout } = await tijdig('--help');
    for (const command of ['demo', 'start', 'poll', 'drop', 'classify', 'due', 'cases', 'approve', 'digest', 'ledger']) {
      expect(stdout).toContain(command);
    }
  });

  test('npx tijdig demo --exit', async () => {
    const { stdout } = await tijdig('demo', '--exit');
    expect(stdout).toMatch(/All \d+ checks hold\./);
  });
});

describe('bin/tijdig.js', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tijdig-bin-'));
    for (const name of ['bin', 'dist']) mkdirSync(join(folder, name));
    copyFileSync(join(root, 'bin/tijdig.js'), join(folder, 'bin/tijdig.js'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const program = `console.log(process.version, process.argv.slice(2).join(' '));
      if (process.argv[2] === 'wait') setInterval(() => {}, 1000); else process.exitCode = Number(process.argv[2]);`;
    writeFileSync(join(folder, 'dist/cli.js'), program);
    // Makes this Node look old to the first lines, and only to them.
    writeFileSync(join(folder, 'old.mjs'), "Object.defineProperty(process.versions, 'node', { value: '20.1.0' });\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function start(options: readonly string[], args: readonly string[]): ReturnType<typeof run> {
    return run(process.execPath, [...options, join(folder, 'bin/tijdig.js'), ...args], { env: plainEnvironment() });
  }
  const old = () => ['--import', join(folder, 'old.mjs')];

  test('runs the program in place, and passes arguments and status on', async () => {
    const { stdout } = await start([], ['0', 'a b']);
    expect(stdout).toBe(`${process.version} 0 a b\n`);
    await expect(start([], ['3'])).rejects.toMatchObject({ code: 3 });
  });

  test('says plainly that this Node is too old', async () => {
    await expect(start(old(), ['0'])).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^tijdig: this is Node 20\.1\.0, and Tijdig needs Node 26 or newer/),
    });
  });

  test('hands over to the Node that lies beside it, with arguments, status and signals', async () => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const { stdout } = await start(old(), ['0', 'a b']);
    expect(stdout).toMatch(/^v26\S* 0 a b\n$/);
    await expect(start(old(), ['4'])).rejects.toMatchObject({ code: 4 });
    const waiting = start(old(), ['wait']);
    waiting.child.stdout?.once('data', () => waiting.child.kill('SIGTERM'));
    await expect(waiting).rejects.toMatchObject({ signal: 'SIGTERM', stdout: expect.stringContaining('wait') });
  });
});
