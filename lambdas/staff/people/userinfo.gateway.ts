import { type PersonTold, toldIn, type Userinfo } from './userinfo.ts';

/** Two such looks, and the answer, stay within the ten seconds of a routed function. */
const usualPatienceMs = 3000;

/** The userinfo endpoint of an issuer, found by its discovery document, which is read once. */
export function userinfoOf(issuer: string, patienceMs = usualPatienceMs): Userinfo {
  let endpoint: string | undefined;
  const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(patienceMs) });

  async function found(): Promise<string | undefined> {
    const answer = await get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (!answer.ok) return undefined;
    const { userinfo_endpoint: url } = (await answer.json()) as { readonly userinfo_endpoint?: unknown };
    return typeof url === 'string' ? url : undefined;
  }

  return {
    async of(token, subject): Promise<PersonTold> {
      try {
        endpoint ??= await found();
        if (endpoint === undefined) return { ok: false, why: 'away' };
        const answer = await get(endpoint, { authorization: `Bearer ${token}` });
        if (answer.status === 401 || answer.status === 403) return { ok: false, why: 'over' };
        return answer.ok ? toldIn(await answer.json(), subject) : { ok: false, why: 'away' };
      } catch {
        // Out of reach, too slow, or no JSON: whoever asks is told that it is away, and may ask again.
        return { ok: false, why: 'away' };
      }
    },
  };
}
