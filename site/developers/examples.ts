import type { z } from 'zod';
import { staffPermissions } from '../../contracts/staff.ts';
import { leverExamples } from './lever-examples.ts';
import type { namedSchemas } from './named-schemas.ts';
import { platform } from './platform-examples.ts';
import { lineMinutes, orderMinutes, readings } from './readings-examples.ts';

/*
 * Long because it is one story: each named schema has an example in it. One night's worth of them: a fan of the Friends'
 * on-sale who buys two seats for Lear. The signed texts are cut short, so none of them proves anything.
 */

const opensAt = Date.UTC(2027, 2, 6, 9);
const minuteMs = 60_000;

const ownerBySettings = {
  id: 'owner-by-settings',
  role: 'owner',
  scope: { of: 'everything' },
  grantedAt: 0,
  grantedBy: 'settings',
} as const;
const boxOfficeGrant = {
  id: 'kP3vT9sLqB4xYmZ2',
  role: 'box-office',
  scope: { of: 'show', id: 'the-tide' },
  until: Date.UTC(2027, 5, 30, 22, 0),
  grantedAt: Date.UTC(2027, 3, 1, 9, 0),
  grantedBy: 'ruth.okafor@example.org',
} as const;
const dafydd = {
  email: 'dafydd.pryce@example.org',
  name: 'Dafydd Pryce',
  hasSignedIn: true,
  grants: [boxOfficeGrant],
} as const;
const cancelled = {
  id: 'sL9kP3vTqB4xYmZ2',
  happenedAt: Date.UTC(2027, 4, 1, 10, 12),
  person: 'dafydd.pryce@example.org',
  act: 'cancel',
  on: 'K7M-2XQ',
  note: 'bereavement',
} as const;

const printed = {
  id: 'pQ4rTqB4xYmZ2sL9',
  weeksBefore: 1,
  day: 'thu',
  action: 'Electronic brochure finished',
  owner: 'marketing',
  done: true,
  version: 3,
} as const;
const slowBank = {
  id: 'rT4pQmZ2sL9qB4xY',
  risk: 'The bank is slow or away',
  area: 'payment',
  severity: 'high',
  chance: 'low',
  here: 'Seats stay held for whoever is at their bank, and orders wait.',
  mitigate: 'offer to pay at the box office beside cards',
  action: 'Offer promises instead of cards; tell the line',
  owner: 'box office',
  minutes: 5,
  runbook: 'orders-not-tended',
  alarm: 'OrdersNotTended',
  lever: 'message; pause',
  version: 3,
} as const;
const checked = {
  check: 'trial',
  good: true,
  says: 'A program bought a seat with a pretend card in 4 s.',
  happenedAt: opensAt - 20 * minuteMs,
  by: 'program',
} as const;
const freezeOfFriends = {
  v: 1,
  windows: [
    { onSale: 'friends-2027', from: opensAt - 87 * 60 * minuteMs, until: opensAt + 12 * 60 * minuteMs, lifted: [] },
  ],
} as const;
const runUpOfFriends = {
  onSale: 'friends-2027',
  version: 3,
  plan: [printed],
  risks: [slowBank],
  prices: [{ show: 'King Lear', category: 'A', price: 6500 }],
  lifts: [],
} as const;
const { version: seenPrinted, ...printedNow } = printed;

/** By the name of a parameter or a header. */
export const given: Readonly<Record<string, string>> = {
  onSale: 'friends-2027',
  performance: 'lear-0501',
  hold: 'Ab3dE9xYz0Qw',
  order: 'Kq7mZ2vT9sLp',
  key: 'Q7m2xV0rTqKc9bLw3dYh8A',
  visitor: 'q2wE4rT6yU8iO0pA1sD3fG',
  only: 'disputed',
  from: 'eyJhdCI6MTgwNDMyODgwMDAwMH0',
  'idempotency-key': '7f0d2c54-hold-1',
  'stampede-voucher': 'v1.a.eyJvIjoiZnJpZW5kcy0yMDI3In0.4n0…',
  'stampede-receipt': 'r2.eyJ2IjoyLCJvblNhbGUiOiJmcmllbmRzLTIwMjcifQ.kY3…',
  'stampede-pass': 'p1.a.eyJvIjoiZnJpZW5kcy0yMDI3In0.9Qd…',
  'stampede-slips': 's1.a.eyJob2xkIjoiQWIzX2RFLTl4WXowIn0.q83vEjRWeJASNFZ4kBI0VniQEjRWeJASNFZ4kBI0Vng',
  'stampede-order-key': 'gT5nB1xR8cV0wE7u',
  'stripe-signature': 't=1804328800,v1=5257a869…',
  authorization: 'Bearer <access token, or right of a device>',
};

const place = {
  v: 2,
  onSale: 'friends-2027',
  fan: 'f8Wn3K0xGq2',
  mark: 'pQ3vX9cT2mB7kL5wZ8rN1g',
  round: 0,
  shard: 5,
  index: 21,
  joinedAt: opensAt - 12 * minuteMs,
} as const;

const slowerLane = { state: 'slower', why: 'many-from-one-address', appealedAt: opensAt + minuteMs } as const;

const seats = [
  { id: 'stalls-C-14', category: 'stalls', label: 'Stalls, row C, seat 14' },
  { id: 'stalls-C-15', category: 'stalls', label: 'Stalls, row C, seat 15' },
] as const;

const slip = 's1.a.eyJob2xkIjoiQWIzZEU5eFl6MFF3In0.Zr1…';

const held = {
  state: 'held',
  hold: 'Ab3dE9xYz0Qw',
  performance: 'lear-0501',
  seats,
  expiresAt: opensAt + 14 * minuteMs,
  slip,
} as const;

const pending = { state: 'pending', hold: 'Ab3dE9xYz0Qw', performance: 'lear-0501' } as const;

const exchange = { hold: 'Ab3dE9xYz0Qw', from: ['stalls-C-15'], to: ['stalls-D-02'] };

const item = {
  hold: 'Ab3dE9xYz0Qw',
  performance: 'lear-0501',
  title: 'King Lear',
  startsAt: Date.UTC(2027, 4, 1, 18, 30),
  venue: 'The Thrust',
  seats: [
    { id: 'stalls-C-14', label: 'Stalls, row C, seat 14', category: 'stalls', price: 4500 },
    {
      id: 'stalls-C-15',
      label: 'Stalls, row C, seat 15',
      category: 'stalls',
      price: 2250,
      concession: 'Under 26',
      percentOff: 50,
    },
  ],
  outcome: 'sold',
} as const;

const ticket = {
  id: 'T4mQ8zX1vB6n',
  performance: 'lear-0501',
  seat: 'stalls-C-14',
  label: 'Stalls, row C, seat 14',
  title: 'King Lear',
  startsAt: Date.UTC(2027, 4, 1, 18, 30),
  venue: 'The Thrust',
  code: 't1.eyJpIjoiVDRtUTh6WDF2QjZuIn0.Xc7…',
} as const;

const order = {
  order: 'Kq7mZ2vT9sLp',
  reference: 'K7M-4QX',
  state: 'confirmed',
  items: [item],
  currency: 'GBP',
  timeZone: 'Europe/London',
  total: 6750,
  payment: { method: 'stripe', state: 'captured' },
  may: { cancel: true, exchange: true },
  placedAt: opensAt + 9 * minuteMs,
} as const;

const entry = { ...order, buyer: { name: 'Ada Byron', email: 'ada@example.org' }, tickets: 2 } as const;

const act = { happenedAt: opensAt + 9 * minuteMs, by: 'fan', act: 'placed' } as const;

const admitted = {
  state: 'admitted',
  ticket: 'T4mQ8zX1vB6n',
  seat: 'stalls-C-14',
  label: 'Stalls, row C, seat 14',
} as const;

const owed = { amount: 6750, currency: 'GBP', order: order.order, reference: order.reference } as const;

const guest = {
  order: order.order,
  reference: order.reference,
  name: 'Ada Byron',
  owed,
  tickets: [{ ticket: 'T4mQ8zX1vB6n', seat: 'stalls-C-14', label: 'Stalls, row C, seat 14' }],
} as const;

/** As a place names its fan: 43 letters. */
const fanKey = 'f8Wn3K0xGq2Jr5Vt9Yb4Mc7Zd1Lp6Qs0Ha3Ue8Ik2No';

const foundFan = {
  fan: fanKey,
  onSale: place.onSale,
  joinedAt: place.joinedAt,
  place: { round: place.round, shard: place.shard, index: place.index },
  call: { calledAt: opensAt + 4 * minuteMs, claimBy: opensAt + 7 * minuteMs },
  readmissions: { used: 0, most: 2 },
  devices: [{ kind: { browser: 'Chrome', system: 'Android' }, joinedAt: place.joinedAt, first: true }],
  codes: 0,
  devicesEnded: 0,
} as const;

const mail = { about: 'tickets', happenedAt: opensAt + 10 * minuteMs, became: 'sent' } as const;

export const examples = {
  JoinRequest: { entry: 'members', member: '204 117', postcode: 'SE1 9PX', needs: ['more-time'] },
  Joined: { receipt: given['stampede-receipt'] ?? '', place },
  Place: place,
  SlowerLane: slowerLane,
  Challenge: {
    algorithm: 'SHA-256',
    challenge: '9f2b41c07c1d6f0a5e2f0d41b9a7e1c8d3f6a2b4c5d6e7f8091a2b3c4d5e6f70',
    maxnumber: 50_000,
    salt: 'c0ffee0011223344556677aa?expires=1804329000&v=q2wE4rT6yU8iO0pA1sD3fG&o=public',
    signature: '51b7…',
  },
  InviteRequest: { email: 'ada@example.org', language: 'en' },
  Claimed: {
    pass: given['stampede-pass'] ?? '',
    position: 1482,
    expiresAt: opensAt + 20 * minuteMs,
    extensions: 1,
  },
  TakeOverRequest: { code: 'KRTB-MWQZ', device: 'b1Xo0n3Qk8rTz5vWc7yLpA' },
  DevicesRequest: { end: 'wX7pQ2nL9sVb4kTd' },
  Devices: {
    devices: [
      { kind: { browser: 'Chrome', system: 'Android' }, joinedAt: opensAt - 12 * minuteMs, here: true },
      {
        device: 'wX7pQ2nL9sVb4kTd',
        kind: { browser: 'Firefox', system: 'Windows' },
        joinedAt: opensAt - 2 * minuteMs,
        mayEnd: true,
      },
    ],
  },
  AppealRequest: { message: 'We are twelve in one office, and each of us is a person.' },
  Appealed: { slowerLane },
  HoldRequest: { best: { count: 2, category: 'stalls', together: true } },
  HoldView: held,
  ReleaseView: pending,
  HeldSeat: seats[0],
  Basket: { holds: [held], seatsLeft: 2, timer: { lapsesAt: opensAt + 14 * minuteMs, extendable: true } },
  Availability: {
    v: 1,
    performance: 'lear-0501',
    plan: 'thrust-2',
    readAt: opensAt + 6 * minuteMs,
    sections: { stalls: { free: 131, taken: '/+AAgA==' } },
  },
  OrderRequest: {
    slips: [slip],
    buyer: { name: 'Ada Byron', email: 'ada@example.org' },
    payment: { method: 'stripe' },
    concessions: [{ hold: 'Ab3dE9xYz0Qw', seat: 'stalls-C-15', concession: 'under-26' }],
  },
  ConsentPage: {
    consents: [
      {
        ...{ text: '2026-12', language: 'en', givenAt: opensAt + 4 * minuteMs },
        ...{ reference: 'K7M-4QX', name: 'Ada Lovelace', email: 'ada@example.org' },
      },
    ],
  },
  OwnOrders: {
    orders: [
      {
        order: order.order,
        key: 'q0Xh2Rk5Vb8Nd1Lw4Tz7Yc3Mf6Ps9Gj2Ua5Ei8Oo1Ku',
        reference: order.reference,
        state: order.state,
        placedAt: order.placedAt,
      },
    ],
    reduced: { 'Under 26': 1 },
  },
  OrderView: { ...order, tickets: [ticket] },
  OrderItem: item,
  Ticket: ticket,
  ExchangeRequest: exchange,
  GiveBackRequest: { tickets: ['kT3vN8wqLm5sR2xYzA4b'] },
  DateRequest: { performance: 'the-tide-0624-1930', instead: 'the-tide-0625-1930' },
  OrderBookPage: { orders: [entry], next: given.from ?? '' },
  OrderBookEntry: entry,
  OrderAudit: { ...entry, onSale: place.onSale, history: [act] },
  OrderAct: act,
  StaffAct: { act: 'cancel', reason: 'The fan telephoned: two tickets too many' },
  FanSearch: { by: 'member', member: '204 117' },
  FoundFan: foundFan,
  FoundFans: { fans: [foundFan] },
  FanHelp: { act: 'nudge', fan: fanKey, reason: 'The page froze while they were called' },
  FanHelped: { fan: foundFan },
  FanHoldsAsk: { onSale: place.onSale, fan: fanKey },
  FanHolds: {
    holds: [
      {
        hold: held.hold,
        performance: held.performance,
        state: 'held',
        decidedAt: opensAt + 6 * minuteMs,
        seats: 2,
        expiresAt: held.expiresAt,
      },
    ],
  },
  OrderSearch: { by: 'seat', onSale: place.onSale, seat: 'Stalls C 14, Saturday' },
  OrderMail: mail,
  SoughtOrders: { orders: [{ ...entry, history: [act], onSale: place.onSale, fan: fanKey, mails: [mail] }] },
  PersonSearch: { email: 'ada@example.org' },
  PersonFound: {
    orders: [{ ...entry, history: [act], onSale: place.onSale, fan: fanKey, mails: [mail], kept: 'to-come' }],
    next: '1',
  },
  AdmissionRequest: { door: 'Stalls left', scans: [{ code: ticket.code, scannedAt: Date.UTC(2027, 4, 1, 18, 2) }] },
  Admissions: { admissions: [admitted] },
  Admission: admitted,
  TicketKey: { publicKey: 'mC3p…' },
  DoorList: {
    performance: 'lear-0501',
    readAt: Date.UTC(2027, 4, 1, 17, 45),
    publicKey: 'mC3p…',
    used: { T4mQ8zX1vB6n: { usedAt: Date.UTC(2027, 4, 1, 18, 2), door: 'Stalls left' } },
    void: ['R9kD2fJ5hL7s'],
  },
  GuestList: {
    performance: 'lear-0501',
    readAt: Date.UTC(2027, 4, 1, 17, 45),
    unpaidAtDoor: 'amber',
    guests: [guest],
  },
  Guest: guest,
  Owed: owed,
  PairingRequest: { code: '6aT0vQm3XzB9kR1sWf5yHg', device: 'b7Nc2LpE8dJq4UiY0xVo1A', name: 'Door 2, Anna' },
  Pairing: {
    right: 'd1.a.eyJwIjoibGVhci0wNTAxIn0.h2S…',
    performance: 'lear-0501',
    endsAt: Date.UTC(2027, 4, 2, 2, 30),
  },
  DoorDevicesAct: { act: 'offer', name: 'Door 2, Anna' },
  DoorDevices: {
    devices: [
      {
        device: 'Wd3mZ2vT9sLpKq7mB4xY',
        name: 'Door 2, Anna',
        state: 'offered',
        changedAt: Date.UTC(2027, 4, 1, 17, 40),
        endsAt: Date.UTC(2027, 4, 2, 2, 30),
      },
    ],
    offer: { device: 'Wd3mZ2vT9sLpKq7mB4xY', code: '6aT0vQm3XzB9kR1sWf5yHg', endsAt: Date.UTC(2027, 4, 1, 17, 45) },
  },
  SaleLevers: {
    onSale: 'friends-2027',
    version: 3,
    limit: { published: 6, now: 4 },
    methods: { now: ['stripe'], stage: ['stripe', 'box-office'], known: ['stripe', 'box-office'] },
    countedAt: Date.UTC(2027, 4, 1, 8, 12),
    holdSizes: { 2: 9, 4: 5 },
    performances: [
      {
        performance: 'the-tide-3',
        title: 'The Tide',
        startsAt: Date.UTC(2027, 5, 8, 18, 30),
        timeZone: 'Europe/London',
        isStopped: true,
        isCancelled: false,
        count: { seats: 1206, free: 182, held: 38, sold: 986, kept: 20, holds: 14 },
      },
    ],
    turns: [
      {
        act: 'stop',
        by: 'ruth.okafor@example.org',
        reason: 'A lamp fell in the circle',
        turnedAt: Date.UTC(2027, 4, 1, 8, 11),
      },
    ],
  },
  SaleAct: {
    act: 'stop',
    performances: ['the-tide-3'],
    reason: 'A lamp fell in the circle',
    key: 'b3f1c0aa-stop',
    seen: 2,
  },
  SignedIn: {
    subject: '7a1c2f0e-93d4-4b57-8f0a-2f6f3c1f9b21',
    name: 'Ruth Okafor',
    email: 'ruth.okafor@example.org',
    grants: [ownerBySettings],
    permissions: [...staffPermissions],
    until: Date.UTC(2027, 4, 1, 19, 0),
  },
  StaffGrant: boxOfficeGrant,
  StaffPerson: dafydd,
  StaffPeople: { people: [dafydd] },
  StaffPeopleAct: {
    act: 'grant',
    email: 'dafydd.pryce@example.org',
    role: 'box-office',
    scope: { of: 'show', id: 'the-tide' },
    until: Date.UTC(2027, 5, 30, 22, 0),
  },
  AllReadings: { onSales: [readings] },
  OnSaleReadings: readings,
  KeyedReadings: { ...readings, key: 'Q7m2xV0rTqKc9bLw3dYh8A' },
  SharedReadings: readings,
  LineReadings: readings.line,
  HouseReadings: readings.house,
  OrderReadings: readings.orders,
  ReadingsHistory: { onSale: 'friends-2027', line: lineMinutes, orders: orderMinutes },
  PlatformReadings: platform,
  HandlerFigures: platform.handlers[0],
  QueueFigures: platform.queues[0],
  LineHistory: lineMinutes,
  OrderHistory: orderMinutes,
  ...leverExamples,
  AuditPage: { entries: [cancelled] },
  AuditEntry: cancelled,
  RunUpShown: {
    runUp: runUpOfFriends,
    reports: [checked],
    freeze: freezeOfFriends,
    facts: { lineOpened: true, openHouses: ['lear-0501'] },
  },
  RunUp: runUpOfFriends,
  PlanItem: printed,
  Risk: slowBank,
  CheckReport: checked,
  RunUpAct: { act: 'put-item', item: printedNow, version: seenPrinted },
  FreezeAct: { act: 'lift', until: opensAt - 60 * minuteMs, reason: 'The price of the balcony was wrong' },
  FreezeFile: freezeOfFriends,
  GoAct: { go: true, red: 0 },
  GoSaid: { go: true, saidAt: opensAt - 20 * minuteMs, role: 'ops' },
  Problem: {
    type: '/problems/bad-request',
    title: 'The request is not of the right form',
    status: 400,
    detail: 'Correct and send again. body.buyer.email: type an e-mail address such as ada@example.org',
    errors: [{ field: 'body.buyer.email', message: 'type an e-mail address such as ada@example.org' }],
  },
} satisfies { readonly [Name in keyof typeof namedSchemas]: z.input<(typeof namedSchemas)[Name]> };
