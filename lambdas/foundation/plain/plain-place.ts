import { type SlowerLane, suspicions } from '../../../contracts/line-requests.ts';

/**
 * A browser without JavaScript keeps this of a place, in a cookie of its line:
 * `<receipt>~<state>.<why>~<end of the pass>~<pass>`, empty where there is none. Only receipt and pass prove
 * anything; a fan who alters the rest misleads nobody but themselves.
 */
export interface PlainPlace {
  readonly receipt: string;
  /** As it was when the fan joined or claimed; a claim tells them anew. */
  readonly slowerLane?: Pick<SlowerLane, 'state' | 'why'>;
  /** Of the pass they were given last, also when it is over. */
  readonly passEndsAt?: number;
  /** The pass itself, until it is given back. */
  readonly pass?: string;
}

/** Only this host, only over HTTPS, read by no script, and not sent along with another site's forms. */
const guards = 'Path=/; Secure; HttpOnly; SameSite=Lax';

const nameOf = (onSale: string) => `__Host-stampede-place-${onSale}`;

/** A day after the line's end at the latest: the shopping of the last pass. */
const keptAfterEnd = 24 * 3600;

export function placeCookie(
  onSale: string,
  { receipt, slowerLane, passEndsAt, pass }: PlainPlace,
  seconds: number,
): string {
  const value = [receipt, slowerLane ? `${slowerLane.state}.${slowerLane.why}` : '', passEndsAt ?? '', pass ?? ''].join(
    '~',
  );
  return `${nameOf(onSale)}=${value}; Max-Age=${Math.max(0, Math.round(seconds)) + keptAfterEnd}; ${guards}`;
}

export function forgetPlace(onSale: string): string {
  return `${nameOf(onSale)}=; Max-Age=0; ${guards}`;
}

export function keptPlace(cookies: ReadonlyMap<string, string>, onSale: string): PlainPlace | undefined {
  const [receipt = '', judged = '', until = '', pass = ''] = (cookies.get(nameOf(onSale)) ?? '').split('~');
  if (receipt === '') return undefined;
  const [state, why] = judged.split('.');
  const suspicion = suspicions.find((one) => one === why);
  return {
    receipt,
    ...((state === 'slower' || state === 'removed') && suspicion && { slowerLane: { state, why: suspicion } }),
    ...(/^\d{13}$/.test(until) && { passEndsAt: Number(until) }),
    ...(pass !== '' && { pass }),
  };
}
