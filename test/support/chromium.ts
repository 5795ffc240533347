// Debian's Chromium through playwright-core: nothing is downloaded, and it ends with the test.
import { type Browser, chromium } from 'playwright-core';
import { findProgram } from './servers.ts';

export function findChromium(): string | null {
  return findProgram('chromium');
}

/** As root, Chromium has no sandbox of its own to offer. */
export function startChromium(program: string): Promise<Browser> {
  return chromium.launch({ executablePath: program, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
