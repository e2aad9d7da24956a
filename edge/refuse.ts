import type { EdgeResponse } from './edge-runtime.d.ts';

/** The refusals of `contracts/refusals.ts` that the edge can give. */
export type EdgeRefusal =
  | 'bad-request'
  | 'body-too-large'
  | 'not-found'
  | 'not-for-other-sites'
  | PassRefusal
  | SignInRefusal;

export type PassRefusal = 'pass-missing' | 'pass-forged' | 'pass-expired';

export type SignInRefusal = 'sign-in-missing' | 'sign-in-over';

/** A problem document (RFC 9457). `detail` tells the person what to do. Never cached. */
export function refuse(refusal: EdgeRefusal, detail: string): EdgeResponse {
  const about = __REFUSALS__[refusal];
  return {
    statusCode: about.status,
    headers: {
      'content-type': { value: 'application/problem+json' },
      'cache-control': { value: 'no-store' },
    },
    body: {
      encoding: 'text',
      data: JSON.stringify({
        type: `/problems/${refusal}`,
        title: about.title,
        status: about.status,
        detail: detail,
      }),
    },
  };
}
