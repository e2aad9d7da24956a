/**
 * Names that end with `.localhost` lead to this machine (RFC 6761), which not every resolver knows. The SDK asks for one
 * where it puts the account before the host of an endpoint, as it does for key-value stores.
 */
import dns from 'node:dns';
import { loopback } from '../http/listener.ts';

type LookupCallback = (error: Error | null, address: string | readonly object[], family?: number) => void;

/** From now on, in this thread. */
export function knowLocalhost(): void {
  const known = dns.lookup as unknown as (host: string, ...rest: readonly unknown[]) => void;
  const lookup = (host: string, ...rest: readonly unknown[]): void => {
    if (!/\.localhost$/i.test(host)) {
      known(host, ...rest);
      return;
    }
    const answer = rest.at(-1) as LookupCallback;
    const all = (rest[0] as { readonly all?: boolean } | undefined)?.all === true;
    process.nextTick(() => (all ? answer(null, [{ address: loopback, family: 4 }]) : answer(null, loopback, 4)));
  };
  Object.assign(dns, { lookup });
}
