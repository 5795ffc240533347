/** Work with the same key one after another; the rest side by side. */
export interface Turns {
  take<T>(key: string | null, work: () => Promise<T>): Promise<T>;
}

/** For one batch: the keys are kept as long as this is. */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(key, work) {
      if (key === null) return work();
      const turn = (last.get(key) ?? Promise.resolve()).then(work, work);
      last.set(key, turn);
      return turn;
    },
  };
}
