import type { ModelAnswer, ModelInput } from './prompt.ts';

/** An optional second reader. Never throws; `unavailable` whenever it has no valid answer in time. */
export interface ModelAdapter {
  ask(input: ModelInput): Promise<ModelAnswer | 'unavailable'>;
}

/** The door to a service that reads, with what it costs. Never throws. */
export interface ModelDoor {
  ask(input: ModelInput): Promise<ModelReply>;
}

export interface ModelReply {
  /** `no-service`: it could not be reached, or failed. `no-answer`: it works, and said nothing we can use of this message. */
  readonly answer: ModelAnswer | 'no-service' | 'no-answer';
  /** Both ways together; an estimate where the service did not say. */
  readonly tokens: number;
}
