/** Lets one station wake another: a ring while nobody waits is kept for the next who does. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, after `milliseconds`, or when `signal` aborts; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    wait(milliseconds, signal) {
      return new Promise((resolve) => {
        const timer = setTimeout(done, milliseconds);
        signal.addEventListener('abort', done);
        wake = done;
        if (rung || signal.aborted) done();
        function done() {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          wake = null;
          rung = false;
          resolve();
        }
      });
    },
  };
}
