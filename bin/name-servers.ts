import { Resolver } from 'node:dns/promises';
import type { NameAnswer } from '../lib/failover/drill.ts';
import { cnameAt, type NameServerAddress } from '../local-cloud/route53/ask-name-server.ts';

/* The name servers of a zone themselves, past every resolver: the next fan will be told their answers. */

/** Milliseconds for a try of each question. The switch waits for it, and can be turned without. */
const tryMs = 1_000;

/** A name server that cannot be found keeps none of the others. @throws if the zone has none that can be asked for. */
export async function nameServersOf(zone: string): Promise<readonly NameServerAddress[]> {
  const resolver = new Resolver({ timeout: tryMs, tries: 2 });
  const names = await resolver.resolveNs(zone);
  const found = await Promise.allSettled(names.map((name) => resolver.resolve4(name)));
  const addresses = found.flatMap((one) => (one.status === 'fulfilled' ? one.value.slice(0, 1) : []));
  return addresses.map((address) => ({ address, port: 53 }));
}

/** The one of the local cloud. @param address e.g. `dns://127.0.0.1:8810`. */
export function nameServerHere(address: string): readonly NameServerAddress[] {
  const { hostname, port } = new URL(address);
  return [{ address: hostname, port: Number(port) }];
}

/** One answer of each server that answers. */
export async function answersFor(name: string, servers: readonly NameServerAddress[]): Promise<readonly NameAnswer[]> {
  const answers = await Promise.allSettled(servers.map((server) => cnameAt(name, server)));
  return answers.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
}
