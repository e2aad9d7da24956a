import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import type { SignedIn } from '../../../contracts/sign-in.ts';
import type { TokenClaims } from '../../foundation/route.ts';
import type { Userinfo } from './userinfo.ts';

/*
 * Who is signed in. The API has checked the token, and hands its claims over. Without them nobody is signed in, whatever
 * a header says: a route that lost its authorizer refuses everybody.
 */

interface ToShow {
  /** As the API's authorizer read them; undefined if it let nobody in. */
  readonly claims: TokenClaims | undefined;
  readonly authorization: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

const againMs = 2000;

export async function showMe(
  { userinfo }: { readonly userinfo: Userinfo },
  { claims, authorization, now }: ToShow,
): Promise<{ readonly ok: true; readonly person: SignedIn } | Refusal> {
  const subject = claims?.sub;
  const until = Number(claims?.exp) * 1000;
  const token = /^Bearer +(\S+)$/.exec(authorization ?? '')?.[1];
  if (!subject || !Number.isFinite(until) || token === undefined) {
    return refuse(
      'sign-in-missing',
      'Sign in at /staff, and send the access token as `Authorization: Bearer <token>`.',
    );
  }
  if (now >= until) return over();
  const told = await userinfo.of(token, subject);
  if (told.ok) {
    const { name, email } = told;
    return { ok: true, person: { subject, until, ...(name && { name }), ...(email && { email }) } };
  }
  if (told.why === 'over') return over();
  return refuse('sign-in-busy', 'You are still signed in. Ask again in a moment.', { retryAfterMs: againMs });
}

const over = () => refuse('sign-in-over', 'Sign in again at /staff.');
