import type { ModelAnswer, ModelInput } from './prompt.ts';

/** An optional second reader. Never throws; `unavailable` whenever it has no valid answer in time. */
export interface ModelAdapter {
  ask(input: ModelInput): Promise<ModelAnswer | 'unavailable'>;
}
