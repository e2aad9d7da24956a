import type { AskWitness, Witnesses } from './ask-witnesses.ts';
import { readLogSetting, witnessUrls } from './log-setting.ts';

/** Nobody waits for it; but what is under way lives only as long as the pacemaker, and a beacon is seconds away. */
const timeoutMs = 4000;

/** Far more than the signatures of one witness. */
const mostLetters = 20_000;

const askOverHttp =
  (patienceMs: number): AskWitness =>
  async (url, body) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      const text = await answer.text();
      return text.length > mostLetters ? undefined : { status: answer.status, body: text };
    } catch {
      // Out of reach or too slow: it is asked again in a while.
      return undefined;
    }
  };

/** `setting`: the content of `WITNESSES`. */
export function witnessesOf(setting: string, patienceMs = timeoutMs): Witnesses {
  return { urls: witnessUrls(readLogSetting(setting)), ask: askOverHttp(patienceMs) };
}
