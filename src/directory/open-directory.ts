import type { DirectorySettings } from '../config.ts';
import type { Directory } from './directory.ts';
import { createFileDirectory } from './file-directory.ts';
import { createHttpDirectory } from './http-directory.ts';

/** The directory the settings name; null without one. Opens nothing yet. */
export function openDirectory(settings: DirectorySettings | null): Directory | null {
  if (settings === null) return null;
  return settings.kind === 'file' ? createFileDirectory(settings.path) : createHttpDirectory(settings);
}
