import { z } from 'zod';
import { reportSays } from './report-says.ts';

/*
 * Whether the site that takes over is there. It is asked as fans would reach it with the switch on: at the fallback's own
 * address, by the name of the site, with a certificate for that name. Its answer is good if it is a page or leads to one.
 * Whatever it leads to is not asked: its address would be somebody else's word.
 */

/** Where the fallback is asked, as the stage's settings have it. `FALLBACK` of a function is this as JSON. */
export interface FallbackPlace {
  /** Its address without a path: `https://box-office.example.org`, on the local cloud that of a stand-in. */
  readonly at: string;
  /** The name that fans come by. */
  readonly as: string;
}

export type FallbackAnswer =
  | {
      readonly status: number;
      /** Where it leads to, as it was written. */
      readonly location?: string;
      /** Milliseconds, from the question to the first line of the answer. */
      readonly tookMs: number;
    }
  /** The code of what failed: `ENOTFOUND`, `ERR_TLS_CERT_ALTNAME_INVALID`, `TimeoutError`. */
  | { readonly fault: string; readonly tookMs: number };

const place = z.strictObject({
  at: z.url({ protocol: /^https?$/ }).refine((text) => new URL(text).pathname === '/' && !/[?#@]/.test(text)),
  as: z.string().regex(/^[a-z0-9.-]+$/),
});

export const fallbackPlace = (told: string): FallbackPlace => place.parse(JSON.parse(told));

export function fallbackReached(
  answer: FallbackAnswer,
  { at, as }: FallbackPlace,
): { readonly good: boolean; readonly says: string } {
  const within = `${(answer.tookMs / 1000).toFixed(1)} s`;
  const said = (good: boolean, says: string) => ({ good, says: reportSays(says) });
  if ('fault' in answer) return said(false, `The fallback gave no answer (${answer.fault}) within ${within}.`);
  const { status, location } = answer;
  if (status >= 300 && status < 400 && leadsBack(location, at, as))
    return said(
      false,
      `The fallback sends fans back to the site (${status}): with the switch on they would go in a circle.`,
    );
  return status >= 200 && status < 400
    ? said(true, `The fallback answered ${status} as fans reach it, within ${within}.`)
    : said(false, `The fallback answered ${status} within ${within}.`);
}

/** A redirect to the site's own name leads to the fallback again, unless it only leads to another page of it. */
function leadsBack(location: string | undefined, at: string, as: string): boolean {
  if (location === undefined || !URL.canParse(location, `${new URL(at).protocol}//${as}/`)) return true;
  const to = new URL(location, `${new URL(at).protocol}//${as}/`);
  return to.hostname === as && to.pathname === '/';
}
