/** So many may work at once; the others wait their turn, first come first served. */
export interface Places {
  take<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody works and nobody waits. */
  allFree(): Promise<void>;
}

export function createPlaces(count: number): Places {
  const waiting: (() => void)[] = [];
  const idle: (() => void)[] = [];
  let busy = 0;

  function leave(): void {
    const next = waiting.shift();
    if (next !== undefined) next();
    else busy -= 1;
    if (busy === 0) for (const tell of idle.splice(0)) tell();
  }

  return {
    async take(work) {
      if (busy < count) busy += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      return work().finally(leave);
    },
    async allFree() {
      if (busy > 0) await new Promise<void>((resolve) => idle.push(resolve));
    },
  };
}
