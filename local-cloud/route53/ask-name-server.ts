/** Asks a name server itself, as a resolver does: for the name that a name leads to, and for how long that may be kept. */
import dns from 'dns2';
import { bareName } from './records.ts';

export interface NameServerAddress {
  readonly address: string;
  readonly port: number;
}

/** Milliseconds; a resolver does not wait longer before it asks another one. */
const patienceMs = 1_500;

/** Undefined if the name leads to no other one. @throws if there is no answer. */
export async function cnameAt(
  name: string,
  { address, port }: NameServerAddress,
): Promise<{ readonly target: string; readonly ttl: number } | undefined> {
  const ask = dns.UDPClient({ dns: address, port, timeout: patienceMs });
  const { answers } = await ask(name, 'CNAME', dns.Packet.CLASS.IN, { recursive: false });
  const found = answers.find(({ name: at, type }) => bareName(at) === name && type === dns.Packet.TYPE.CNAME);
  return found?.domain === undefined ? undefined : { target: bareName(found.domain), ttl: found.ttl };
}
