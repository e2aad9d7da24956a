import type { SignInRefusal } from './refuse.ts';

/**
 * Is somebody signed in, as far as a token says it by itself? The API behind decides: it has the issuer's keys. But its
 * no is not in our words. So whoever sends no token, or one that is over, is answered here. A token that cannot be read
 * goes on to the API, and is refused there.
 */
export function checkToken(authorization: string, nowSeconds: number): SignInRefusal | undefined {
  const token = /^Bearer +[\w-]+\.([\w-]+)\.[\w-]+$/.exec(authorization);
  if (!token) return 'sign-in-missing';
  const endsSeconds = expiry(token[1] as string);
  return endsSeconds !== undefined && nowSeconds >= endsSeconds ? 'sign-in-over' : undefined;
}

function expiry(payload: string): number | undefined {
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return claims !== null && typeof claims === 'object' && typeof claims.exp === 'number' ? claims.exp : undefined;
  } catch (_notJson) {
    return undefined;
  }
}
