/**
 * DOOR to the second channel (ALERT_URL): one POST of JSON, `text` in words as Slack, Mattermost, Teams and most others take
 * it, and the same as a code for programs. Ten seconds for everything, no redirects, and what is answered is not read.
 * Never throws, and says nothing of the address: it is a secret, since whoever knows it can write there.
 */

/** One alarm as it is told: words, a code, and nothing personal. */
export interface Alert {
  readonly text: string;
  readonly code: string;
  /** Which one: a reference or a day. */
  readonly about?: string;
  /** When it began, or was over. */
  readonly at: string;
  readonly state: 'began' | 'over';
}

/** `code`: the status of the answer, or a short word. */
export type AlertOutcome = { readonly told: true } | { readonly told: false; readonly code: string };

export type TellAlert = (alert: Alert) => Promise<AlertOutcome>;

export function createAlertDoor(url: string, patienceMilliseconds = 10_000): TellAlert {
  return async (alert) => {
    const signal = AbortSignal.timeout(patienceMilliseconds);
    try {
      const response = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(alert),
      });
      await response.body?.cancel();
      return response.ok ? { told: true } : { told: false, code: `status-${response.status}` };
    } catch {
      return { told: false, code: signal.aborted ? 'no-answer' : 'unreachable' };
    }
  };
}
