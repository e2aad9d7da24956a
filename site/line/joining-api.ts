import { apiPrefix, type Url } from '../../contracts/api.ts';
import type { Challenge, Joined, JoinRequest } from '../../contracts/line-requests.ts';
import { type Answer, ask, type Browser, codeOf, type Trouble } from '../api.ts';
import { type AmongMany, act, inOwnWords, type LineCall } from './line-api.ts';

/** What a fan asks to get a place. It comes with the part of the page that joins, and not with its first load. */

/** No lost connection and no fault of ours ends a join: only an answer does. */
export const outlasts = (trouble: Trouble): boolean => trouble.kind === 'unreachable' || codeOf(trouble) === 'fault';

/** The puzzle that must be solved before a place in an open line is given to this browser. */
export async function readChallenge(
  browser: Browser,
  onSale: string,
  visitor: string,
  crowd: AmongMany,
): Promise<Answer<Challenge>> {
  const url: Url<LineCall> = `${apiPrefix}lines/${onSale}/challenge`;
  return inOwnWords(await ask<Challenge>(browser, { url: `${url}?visitor=${visitor}`, ...crowd }));
}

export function join(browser: Browser, onSale: string, body: JoinRequest, crowd: AmongMany): Promise<Answer<Joined>> {
  return act(browser, onSale, 'join', { body, ...crowd });
}
