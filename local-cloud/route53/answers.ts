/**
 * The answers of a name server of Route 53, from the records of its zones and the health of their targets:
 *
 *     question ──▶ zone? ──no──▶ REFUSED
 *                    │
 *                    ▼
 *             records of the name ──none──▶ NXDOMAIN, or no data if names lie below it
 *                    │
 *                    ▼
 *        of a failover pair the one that is its turn ──▶ its values, or on to the name of a CNAME or an alias
 *
 * Distributions, and what else runs on this machine in the place of others, are found by their names too, at the loopback
 * address: a resolver that asks for the whole way has an answer from here.
 *
 * Sources: RFC 1034, section 4.3.2; RFC 2308 on answers that there is nothing; Route 53's developer guide, "How Amazon
 * Route 53 chooses records when health checking is configured".
 */
import { bareName, type NameRecord } from './records.ts';
import { isWithin, type Zone, zoneFor } from './zones.ts';

export interface Question {
  readonly name: string;
  /** Such as `A`; one that is never answered for has no data. */
  readonly type: string;
}

export interface ResourceRecord {
  readonly name: string;
  readonly type: 'A' | 'AAAA' | 'CNAME' | 'MX' | 'NS' | 'SOA' | 'TXT';
  /** Seconds. */
  readonly ttl: number;
  /** As a zone's file has it. */
  readonly value: string;
}

export interface Reply {
  readonly code: 'NOERROR' | 'NXDOMAIN' | 'REFUSED';
  readonly isAuthoritative: boolean;
  readonly answers: readonly ResourceRecord[];
  /** The zone's SOA beside an answer that there is nothing. */
  readonly authority: readonly ResourceRecord[];
}

export interface World {
  readonly zones: readonly Zone[];
  /** By the id of a health check. */
  readonly isHealthy: (id: string) => boolean;
  /** Whether something on this machine answers for a name that is in no zone. */
  readonly isHere: (name: string) => boolean;
}

export const nameServers = [
  'ns-1.awsdns-01.org',
  'ns-2.awsdns-02.net',
  'ns-3.awsdns-03.com',
  'ns-4.awsdns-04.co.uk',
] as const;

/** Names may lead on so often; beyond that they go round in a circle. */
const mostSteps = 8;
/** Seconds, of distributions; an alias has the one of its target. */
const distributionTtl = 60;
/** Seconds; as Route 53 makes every zone. */
const zoneTtls = { ns: 172_800, soa: 900 } as const;
const soaValue = `${nameServers[0]} awsdns-hostmaster.amazon.com 1 7200 900 1209600 86400`;

/** @param steps So many names may lead on from here. */
export function answerTo({ name, type }: Question, world: World, steps = mostSteps): Reply {
  const asked = bareName(name);
  const isAuthoritative = !world.isHere(asked) && zoneFor(asked, world.zones) !== undefined;
  const answers: ResourceRecord[] = [];
  const reply = (code: Reply['code'], zone?: Zone): Reply => ({
    code,
    isAuthoritative,
    answers,
    authority: zone ? [soaOf(zone)] : [],
  });
  let at = asked;
  for (let left = steps; left > 0; left -= 1) {
    const found = lookUp(at, type, world, left);
    if (found.is === 'elsewhere') return reply(at === asked ? 'REFUSED' : 'NOERROR');
    // The code is of the last name of a chain: RFC 6604.
    if (found.is === 'nothing') return reply(found.code, found.zone);
    answers.push(...found.records);
    if (found.next === undefined) break;
    at = found.next;
  }
  return reply('NOERROR');
}

type Found =
  | { readonly is: 'elsewhere' }
  | { readonly is: 'nothing'; readonly code: 'NOERROR' | 'NXDOMAIN'; readonly zone?: Zone }
  | { readonly is: 'found'; readonly records: readonly ResourceRecord[]; readonly next?: string };

function lookUp(name: string, type: string, world: World, left: number): Found {
  if (world.isHere(name)) return ofThisMachine(name, type);
  const zone = zoneFor(name, world.zones);
  if (!zone) return { is: 'elsewhere' };
  const ofApex = name === zone.apex ? apexRecords(zone).filter((record) => record.type === type) : [];
  if (ofApex.length > 0) return { is: 'found', records: ofApex };
  const named = zone.records.filter((record) => record.name === name);
  const isThere = named.length > 0 || name === zone.apex || zone.records.some((record) => isWithin(record.name, name));
  if (!isThere) return { is: 'nothing', code: 'NXDOMAIN', zone };
  const nothing: Found = { is: 'nothing', code: 'NOERROR', zone };
  const ofType = named.filter((record) => record.type === type);
  const set = ofType.length > 0 ? ofType : named.filter((record) => record.type === 'CNAME');
  const record = chosen(set, world);
  if (!record) return nothing;
  if (record.ttl === undefined) return throughAlias(record, world, left) ?? nothing;
  const { ttl, targets } = record;
  const records = targets.map((value) => ({ name, type: record.type, ttl, value }));
  const [target] = targets;
  const leadsOn = record.type === 'CNAME' && type !== 'CNAME' && target !== undefined;
  return { is: 'found', records, ...(leadsOn && { next: bareName(target) }) };
}

/** Nothing on this machine listens on IPv6, and none of it has mail. */
function ofThisMachine(name: string, type: string): Found {
  if (type !== 'A') return { is: 'nothing', code: 'NOERROR' };
  return { is: 'found', records: [{ name, type, ttl: distributionTtl, value: '127.0.0.1' }] };
}

/** An alias has the values of its target under its own name; nobody sees where they are from. */
function throughAlias(
  { name, type, targets: [target = ''] }: NameRecord,
  world: World,
  left: number,
): Found | undefined {
  const { answers } = answerTo({ name: target, type }, world, left - 1);
  const values = answers.filter((record) => record.type === type);
  return values.length > 0 ? { is: 'found', records: values.map((record) => ({ ...record, name })) } : undefined;
}

/** Where neither of a pair is well, the primary one is answered. */
function chosen(set: readonly NameRecord[], { isHealthy }: World): NameRecord | undefined {
  const isWell = ({ healthCheckId }: NameRecord) => healthCheckId === undefined || isHealthy(healthCheckId);
  const primary = set.find(({ failover }) => failover !== 'SECONDARY');
  const secondary = set.find(({ failover }) => failover === 'SECONDARY');
  if (primary && isWell(primary)) return primary;
  return secondary && isWell(secondary) ? secondary : (primary ?? secondary);
}

function apexRecords(zone: Zone): readonly ResourceRecord[] {
  const { apex: name } = zone;
  return [soaOf(zone), ...nameServers.map((value) => ({ name, type: 'NS' as const, ttl: zoneTtls.ns, value }))];
}

function soaOf({ apex }: Zone): ResourceRecord {
  return { name: apex, type: 'SOA', ttl: zoneTtls.soa, value: soaValue };
}
