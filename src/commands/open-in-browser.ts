import { spawn } from 'node:child_process';

/** Hands a file to the desktop; false when there is none to hand it to. */
export function openInBrowser(file: string): Promise<boolean> {
  const [program = '', ...args] = opener(process.platform);
  return new Promise((done) => {
    const child = spawn(program, [...args, file], { detached: true, stdio: 'ignore' });
    child.once('error', () => done(false));
    child.once('spawn', () => done(true));
    child.unref();
  });
}

function opener(platform: NodeJS.Platform): readonly string[] {
  if (platform === 'darwin') return ['open'];
  return platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
}
