/** A question of a health checker: a host of this cloud in process, or what else runs on this machine. */
import type { Host } from '../kind.ts';
import { atOther } from './at-other.ts';
import type { AskStatus } from './checkers.ts';

const nothing = Buffer.alloc(0);
/** Route 53's checkers come from addresses that AWS publishes; this one is of a network for documentation. */
const checkerIp = '192.0.2.53';

/** `hosts` is read at each question, since hosts may come after the check. */
export function statusAsker(hosts: ReadonlyMap<string, Host>, others: ReadonlyMap<string, string>): AskStatus {
  return async (address) => {
    const { hostname, pathname, search } = new URL(address);
    const host = hosts.get(hostname);
    const headers = { host: hostname, 'user-agent': 'Amazon-Route53-Health-Check-Service' };
    if (host) {
      const request = { method: 'GET', path: pathname, query: search.slice(1), headers, body: nothing };
      return (await host({ ...request, clientIp: checkerIp })).status;
    }
    const other = others.get(hostname);
    if (other === undefined) throw new Error(`${hostname} does not run here.`);
    return (await fetch(atOther(other, pathname, search), { redirect: 'manual' })).status;
  };
}
