import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel, type LocalModel } from './weights.ts';

/** The weights that come with the program. */
export const shippedWeights = join(import.meta.dirname, 'weights.bin');

/**
 * Reads a model; some milliseconds.
 * @throws when the file is missing, or no weights of this version
 */
export function loadLocalModel(file: string = shippedWeights): LocalModel {
  return decodeModel(readFileSync(file));
}
