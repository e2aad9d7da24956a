import type { ChaosKind, ChaosRound } from '../rehearsal/chaos/chaos-kind.ts';
import { chanceOf } from '../rehearsal/fans/chance.ts';

/*
 * The kinds of fault that `npm run chaos` brings over a rehearsal: one table. docs/resilience.md and the runbooks say the
 * same of each, and a test compares them.
 *
 * How long each lasts follows from its alarm. One that looks at two minutes rings when both have a breach, and two minutes
 * that follow each other may be touched within 65 s. A start of a minute that comes to its end is a minute long: three minutes
 * without one are three minutes after the beginning, and the next ends a minute after the fault.
 */

const twoMinutes = 80;
const threeSilentMinutes = 200;

/** In the names of all functions behind the API, as the templates have them. */
const fansFunctions = 'Api';

export const chaosKinds = {
  'pacemaker-killed': {
    title: 'The pacemaker is killed',
    does: 'every start of it is killed half a second after it began',
    seen: 'the board grows old, and nobody is called',
    faults: [{ is: 'function-killed', name: 'KeepPace', byMs: 500 }],
    lasts: threeSilentMinutes,
    healsWithin: 90,
    rings: ['KeepPace-Silent'],
    runbook: 'line-stands-still',
  },
  'allocator-killed': {
    title: 'The allocator is killed',
    does: 'it is killed each time it takes up asks',
    seen: 'seats stay undecided',
    faults: [{ is: 'function-killed', name: 'AllocateSeats', byMs: 3 }],
    lasts: 110,
    healsWithin: 60,
    rings: ['Asks-OldestWaiting'],
    runbook: 'asks-waiting',
  },
  'workers-killed': {
    title: 'API workers are killed',
    does: 'each third request has its worker killed under it',
    seen: 'some requests are answered with a server error, and are asked again',
    faults: [{ is: 'function-killed', name: fansFunctions, byMs: 5, oneOf: 3 }],
    lasts: twoMinutes,
    healsWithin: 30,
    rings: ['Api-RouteFailing', 'Api-Failing'],
    runbook: 'route-failing',
  },
  'table-throttled': {
    title: 'A table is throttled',
    does: 'the table of houses refuses every read and write',
    seen: 'holds are not decided, and what is held is not shown',
    faults: [{ is: 'table-throttled', name: 'HousesTable' }],
    lasts: twoMinutes,
    healsWithin: 60,
    rings: ['Houses-Throttled'],
    runbook: 'table-throttled',
  },
  'index-throttled': {
    title: 'An index is throttled',
    does: 'the index of orders that are due refuses every read, and every write of an order with it',
    seen: 'orders are not taken',
    faults: [{ is: 'table-throttled', name: 'OrdersTable', index: 'by-due' }],
    lasts: twoMinutes,
    healsWithin: 60,
    rings: ['Orders-Throttled'],
    runbook: 'table-throttled',
  },
  's3-refuses': {
    title: 'S3 refuses',
    does: 'the bucket of published files answers each request with SlowDown',
    seen: 'the board grows old; what the edge does not have is not there',
    faults: [{ is: 'bucket-refuses', name: 'publishedfiles', oneOf: 1 }],
    lasts: 150,
    healsWithin: 60,
    rings: ['Pacemaker-Stumbling'],
    runbook: 'line-stands-still',
  },
  's3-lags': {
    title: 'S3 lags',
    does: 'the bucket of published files answers each request five seconds late',
    seen: 'the board is late, and nobody is called',
    faults: [{ is: 'bucket-lags', name: 'publishedfiles', byMs: 5000 }],
    lasts: 150,
    healsWithin: 60,
    rings: ['Pacemaker-Stumbling'],
    runbook: 'line-stands-still',
  },
  'sqs-delays': {
    title: 'SQS delays',
    does: 'an ask reaches the house 30 s after it was sent',
    seen: 'seats stay undecided for half a minute',
    faults: [{ is: 'queue-delays', name: 'HouseAsksQueue', byMs: 30_000 }],
    lasts: 130,
    healsWithin: 60,
    rings: ['Asks-OldestWaiting'],
    runbook: 'asks-waiting',
  },
  'sqs-doubles': {
    title: 'SQS delivers twice',
    does: 'each ask is delivered again after it was decided, when its visibility ends',
    seen: 'seats stay undecided while what was decided comes again',
    faults: [{ is: 'queue-doubles', name: 'HouseAsksQueue' }],
    lasts: 130,
    healsWithin: 60,
    rings: ['Asks-OldestWaiting'],
    runbook: 'asks-waiting',
  },
  'edge-stale': {
    title: 'The edge gives what is stale',
    does: 'what the edge has in its cache is given for as long as this lasts',
    seen: 'the board grows old, and nobody sees that it is their turn',
    faults: [{ is: 'edge-stale', name: 'Distribution' }],
    // Two trial purchases begin and fail in ten minutes, five minutes apart.
    lasts: 800,
    healsWithin: 60,
    rings: ['Trial-Failing'],
    runbook: 'trial-failing',
  },
  'secrets-unreadable': {
    title: 'Secrets are unreadable',
    does: 'Secrets Manager answers with errors while every function starts anew',
    seen: 'requests are answered with a server error, and are asked again',
    faults: [
      { is: 'secret-unreadable', name: '' },
      { is: 'function-replaced', name: fansFunctions },
    ],
    lasts: twoMinutes,
    healsWithin: 45,
    rings: ['Api-RouteFailing', 'Api-Failing'],
    runbook: 'route-failing',
  },
  'bank-is-silent': {
    title: 'The bank is silent',
    does: 'the bank does not answer the first time that it is asked for a payment',
    seen: 'an order is answered with a server error, and is asked for again',
    faults: [],
    hand: 'bank-is-silent',
    lasts: 130,
    healsWithin: 30,
    rings: ['Api-RouteFailing'],
    runbook: 'route-failing',
  },
  'bank-takes-back': {
    title: 'The bank takes back',
    does: 'the bank authorises each payment, and withdraws it when it is captured',
    seen: 'an order is refused after all, and its seats are on sale again',
    faults: [],
    hand: 'bank-takes-back',
    lasts: 60,
    healsWithin: 30,
    rings: [],
    wakesNobody: 'each order is refused and each seat set free by the platform itself',
    runbook: 'orders-not-tended',
  },
  'poison-message': {
    title: 'A poison message',
    does: 'a message that no release knows is sent to orders',
    seen: 'nothing',
    faults: [],
    hand: 'poison',
    lasts: 400,
    healsWithin: 10,
    rings: ['Outcomes-DeadLettersWaiting'],
    runbook: 'dead-letters',
  },
  'clock-10-s-off': {
    title: 'A clock is 10 s off',
    does: 'the pacemaker’s clock is 10 s ahead',
    seen: 'nothing, or a board that seems to be of a moment to come',
    faults: [{ is: 'function-clock-off', name: 'KeepPace', byMs: 10_000 }],
    lasts: 60,
    healsWithin: 30,
    rings: [],
    wakesNobody: 'places, passes and holds are decided by other clocks, and stay right',
    runbook: 'line-stands-still',
  },
  'clock-90-s-off': {
    title: 'A clock is 90 s off',
    does: 'the clock of the function that takes asks for seats is 90 s ahead',
    seen: 'passes and holds that seem to end sooner',
    faults: [{ is: 'function-clock-off', name: 'HoldSeats', byMs: 90_000 }],
    lasts: 60,
    healsWithin: 30,
    rings: [],
    wakesNobody: 'a pass or a hold that is refused too soon is asked for again by its page',
    runbook: 'route-failing',
  },
  'deploy-in-the-middle': {
    title: 'A deployment in the middle',
    does: 'every function is put in the place of itself, as a new version',
    seen: 'slower answers while functions start',
    faults: [{ is: 'function-replaced', name: '' }],
    lasts: 30,
    healsWithin: 45,
    rings: [],
    wakesNobody: 'what is under way is finished, and what comes next starts cold',
    runbook: 'route-failing',
  },
  'disk-full': {
    title: 'The disk is full',
    does: 'no function can write a file',
    seen: 'nothing',
    faults: [{ is: 'function-disk-full', name: '' }],
    lasts: 60,
    healsWithin: 10,
    rings: [],
    wakesNobody: 'no function keeps anything on its disk',
    runbook: 'route-failing',
  },
  'sent-away': {
    title: 'Everybody is sent to the fallback',
    does: 'two people turn the failover switch there and back by its command, and the line goes on',
    seen: 'the old site in the place of this one; an open line page keeps its place',
    faults: [],
    hand: 'send-away',
    byName: true,
    lasts: 180,
    healsWithin: 75,
    rings: [],
    wakesNobody: 'the people who turn it are awake',
    runbook: 'api-failing',
  },
  'keys-rotated': {
    title: 'Keys are rotated mid-sale',
    does: 'the keys of passes are changed while fans shop',
    seen: 'nothing: passes of the old key are good until they end',
    faults: [],
    hand: 'rotate-pass-keys',
    lasts: 60,
    healsWithin: 10,
    rings: [],
    wakesNobody: 'the keeper ends the change by itself',
    runbook: 'pass-keys-not-kept',
  },
} as const satisfies Readonly<Record<string, ChaosKind>>;

export type ChaosId = keyof typeof chaosKinds;

export const chaosIds = Object.keys(chaosKinds) as readonly ChaosId[];

const roundOf = (ids: readonly ChaosId[]): ChaosRound<ChaosId> => ({ ids, kinds: ids.map((id) => chaosKinds[id]) });

/** Each kind alone, in the order of the table; or only those. */
export const roundsAlone = (only: readonly ChaosId[] = chaosIds): readonly ChaosRound<ChaosId>[] =>
  only.map((id) => roundOf([id]));

/** Pairs in which each kind comes once, by the seed. One of an odd number comes twice. */
export function roundsInPairs(seed: number, of: readonly ChaosId[] = chaosIds): readonly ChaosRound<ChaosId>[] {
  const chance = chanceOf(seed, 53);
  const left = [...of];
  const drawn: ChaosId[] = [];
  while (left.length > 0) drawn.push(...left.splice(chance.whole(0, left.length - 1), 1));
  if (drawn.length % 2 === 1 && drawn[0] !== undefined) drawn.push(drawn[0]);
  return Array.from({ length: drawn.length / 2 }, (_, pair) => roundOf(drawn.slice(pair * 2, pair * 2 + 2)));
}
