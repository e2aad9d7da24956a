import { api } from '../../contracts/api.ts';
import { type Problem, problemOf, refuse } from '../../contracts/refusals.ts';
import type { SignedIn } from '../../contracts/sign-in.ts';
import { type Answer, ask, type Browser, type Trouble } from '../api.ts';

/** The questions of people of the house, who show an access token. */
export const withToken = (access: string) => ({ authorization: `Bearer ${access}` });

export function readMe(browser: Browser, access: string): Promise<Answer<SignedIn>> {
  const headers = withToken(access);
  return ask(dressed(browser), { ...api('GET staff/me'), headers, cache: 'no-store', tries: 3 });
}

/**
 * The API's own no to a token has a status and two words, and no document (docs/decisions/0053). Here it becomes the one
 * that it means: this sign-in is not good any more.
 */
export function dressed(browser: Browser): Browser {
  return {
    ...browser,
    send: async (url, init, timeout) => {
      const answer = await browser.send(url, init, timeout);
      const isOurs = answer.headers.get('content-type')?.startsWith('application/problem+json');
      if (isOurs || (answer.status !== 401 && answer.status !== 403)) return answer;
      return new Response(JSON.stringify(notGood), { status: notGood.status, headers: answer.headers });
    },
  };
}

const notGood: Problem = problemOf(refuse('sign-in-over', 'Sign in again.'));

/** Nobody is signed in any more. The page says so by itself (signed-in.ts), and nobody says it twice. */
export const signInOver: Trouble = { kind: 'refused', problem: notGood };
