import fc from 'fast-check';
import type { ApiDescription } from './description.ts';
import { type FuzzAnswer, faultOf } from './judge.ts';
import {
  type AskerProofs,
  allOperations,
  bodiesOf,
  type FuzzRequest,
  type KnownValues,
  requestsOf,
} from './requests.ts';

/*
 * Sends requests to a site, so many at once, and judges each answer. Fans come first: what staff may do may end a line, and
 * nobody gets past its door any more.
 */

export interface FuzzDeps {
  readonly description: ApiDescription;
  /** AskerProofs, and what is really there by the name of the parameter or field that would carry it: anew for each part. */
  readonly genuine: () => Promise<{ readonly proofs: AskerProofs; readonly known: KnownValues }>;
  readonly send: (request: FuzzRequest) => Promise<FuzzAnswer>;
  readonly onPart: (sent: number, faults: number) => void;
}

export interface FuzzFault {
  readonly says: string;
  readonly request: FuzzRequest;
}

export interface FuzzReport {
  readonly sent: number;
  /** By operation, how often each status came. */
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The first of each kind: one operation, one thing that is wrong. */
  readonly faults: readonly FuzzFault[];
  /** How many there were of all kinds. */
  readonly faulty: number;
}

const partOf = 1000;
/** Of all requests, those of fans. */
const fansShare = 0.6;
const faultsKept = 200;

export async function fuzz(
  deps: FuzzDeps,
  { requests, seed, atOnce }: { readonly requests: number; readonly seed: number; readonly atOnce: number },
): Promise<FuzzReport> {
  const { ofFans, ofStaff } = allOperations(deps.description);
  const bodies = bodiesOf(deps.description);
  const statuses: Record<string, Record<string, number>> = {};
  const faults = new Map<string, FuzzFault>();
  let sent = 0;
  let faulty = 0;
  const one = async (request: FuzzRequest) => {
    const answer = await deps.send(request);
    sent++;
    const counted = statuses[request.operation] ?? {};
    statuses[request.operation] = counted;
    counted[answer.status] = (counted[answer.status] ?? 0) + 1;
    const says = faultOf(answer);
    if (says === undefined) return;
    faulty++;
    const kind = `${request.operation} ${answer.status} ${says.slice(0, 60)}`;
    if (!faults.has(kind) && faults.size < faultsKept) faults.set(kind, { says: `${answer.status} ${says}`, request });
  };
  for (let part = 0; sent < requests; part++) {
    const size = Math.min(partOf, requests - sent);
    const operations = sent < requests * fansShare ? ofFans : ofStaff;
    const made = fc.sample(requestsOf(operations, bodies, await deps.genuine()), {
      numRuns: size,
      seed: seed + part,
    });
    await inTurns(made.filter(endsNothing), atOnce, one);
    await inTurns(
      made.filter((request) => !endsNothing(request)),
      atOnce,
      one,
    );
    deps.onPart(sent, faulty);
  }
  return { sent, statuses, faults: [...faults.values()], faulty };
}

/** Who left the line, ended a device or cancelled has no pass, or no order, for what is left of a part. */
function endsNothing({ operation }: FuzzRequest): boolean {
  return !/lines\/\{onSale\}\/(?:leave|devices|handover)$|(?:cancel|give-back)$/.test(operation);
}

async function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await act(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
