import type { UnpaidAtDoor } from '../../contracts/door.ts';
import type { LineFile } from '../../contracts/line.ts';
import { showPlatformRoute } from '../../lambdas/control-room/platform/show-platform.route.ts';
import { handKeys, rememberKeys } from '../../lambdas/control-room/readings/kept-keys.ts';
import { listReadingsRoute } from '../../lambdas/control-room/readings/list-readings.route.ts';
import { rememberOnSales } from '../../lambdas/control-room/readings/list-readings.ts';
import { showHistoryRoute } from '../../lambdas/control-room/readings/show-history.route.ts';
import { showReadingsRoute } from '../../lambdas/control-room/readings/show-readings.route.ts';
import { showSharedReadingsRoute } from '../../lambdas/control-room/readings/show-shared-readings.route.ts';
import { answerUnknownRoute } from '../../lambdas/foundation/answer-unknown.route.ts';
import type { SendMail } from '../../lambdas/foundation/mail.ts';
import { rememberHeads } from '../../lambdas/foundation/mail-head.ts';
import { rememberFiles } from '../../lambdas/foundation/plain/plain-files.ts';
import { rememberReceiptKeys } from '../../lambdas/foundation/read-receipt.ts';
import type { Route } from '../../lambdas/foundation/route.ts';
import { auditOrderRoute } from '../../lambdas/ordering/book/audit-order.route.ts';
import { changeOrderRoute } from '../../lambdas/ordering/book/change-order.route.ts';
import { listOrdersRoute } from '../../lambdas/ordering/book/list-orders.route.ts';
import { seekOrdersRoute } from '../../lambdas/ordering/book/seek-orders.route.ts';
import { findOrdersRoute } from '../../lambdas/ordering/buy/find-orders.route.ts';
import { placeOrderRoute } from '../../lambdas/ordering/buy/place-order.route.ts';
import { showOrderRoute } from '../../lambdas/ordering/buy/show-order.route.ts';
import { cancelOrderRoute } from '../../lambdas/ordering/change/cancel-order.route.ts';
import { chooseDateRoute } from '../../lambdas/ordering/change/choose-date.route.ts';
import { exchangeSeatsRoute } from '../../lambdas/ordering/change/exchange-seats.route.ts';
import { giveBackTicketsRoute } from '../../lambdas/ordering/change/give-back-tickets.route.ts';
import { listConsentsRoute } from '../../lambdas/ordering/consent/list-consents.route.ts';
import { takeBackNewsRoute } from '../../lambdas/ordering/consent/take-back-news.route.ts';
import { admitTicketsRoute } from '../../lambdas/ordering/door/admit-tickets.route.ts';
import { listAdmissionsRoute } from '../../lambdas/ordering/door/list-admissions.route.ts';
import { listGuestsRoute } from '../../lambdas/ordering/door/list-guests.route.ts';
import { guestMemory } from '../../lambdas/ordering/door/list-guests.ts';
import { changeDevicesRoute } from '../../lambdas/ordering/pairing/change-devices.route.ts';
import { listDevicesRoute } from '../../lambdas/ordering/pairing/list-devices.route.ts';
import { pairDeviceRoute } from '../../lambdas/ordering/pairing/pair-device.route.ts';
import { hearStripeRoute, type StripeListener } from '../../lambdas/ordering/payment/hear-stripe.route.ts';
import { findPersonRoute } from '../../lambdas/ordering/personal/find-person.route.ts';
import { actPlainOrdersRoute } from '../../lambdas/ordering/plain/act-plain-orders.route.ts';
import { showPlainOrdersRoute } from '../../lambdas/ordering/plain/show-plain-orders.route.ts';
import { giveCalendarRoute } from '../../lambdas/ordering/ticket/give-calendar.route.ts';
import { giveTicketsRoute } from '../../lambdas/ordering/ticket/give-tickets.route.ts';
import { showTicketKeyRoute } from '../../lambdas/ordering/ticket/show-ticket-key.route.ts';
import { turnFreezeRoute } from '../../lambdas/run-up/freeze/turn-freeze.route.ts';
import { changeRunUpRoute } from '../../lambdas/run-up/plan/change-run-up.route.ts';
import { showRunUpRoute } from '../../lambdas/run-up/plan/show-run-up.route.ts';
import { extendBasketRoute } from '../../lambdas/seating/ask/extend-basket.route.ts';
import { findHoldsRoute } from '../../lambdas/seating/ask/find-holds.route.ts';
import { holdSeatsRoute } from '../../lambdas/seating/ask/hold-seats.route.ts';
import { releaseHoldRoute } from '../../lambdas/seating/ask/release-hold.route.ts';
import { showAvailabilityRoute } from '../../lambdas/seating/ask/show-availability.route.ts';
import { showBasketRoute } from '../../lambdas/seating/ask/show-basket.route.ts';
import { showHoldRoute } from '../../lambdas/seating/ask/show-hold.route.ts';
import { readSaleRoute } from '../../lambdas/seating/levers/read-sale.route.ts';
import { rememberPerformanceFiles } from '../../lambdas/seating/levers/read-sale.ts';
import { findSaleCounts } from '../../lambdas/seating/levers/sale-counts.ts';
import { rememberAllocations } from '../../lambdas/seating/levers/set-aside.ts';
import { turnSaleRoute } from '../../lambdas/seating/levers/turn-sale.route.ts';
import { actPlainSeatsRoute } from '../../lambdas/seating/plain/act-plain-seats.route.ts';
import { showPlainSeatsRoute } from '../../lambdas/seating/plain/show-plain-seats.route.ts';
import { readAuditRoute } from '../../lambdas/staff/audit/read-audit.route.ts';
import { changePeopleRoute } from '../../lambdas/staff/people/change-people.route.ts';
import { listPeopleRoute } from '../../lambdas/staff/people/list-people.route.ts';
import { showMeRoute } from '../../lambdas/staff/people/show-me.route.ts';
import type { Userinfo } from '../../lambdas/staff/people/userinfo.ts';
import { giveChallengeRoute } from '../../lambdas/waiting-room/entry/give-challenge.route.ts';
import { joinLineRoute } from '../../lambdas/waiting-room/entry/join-line.route.ts';
import { joinLine } from '../../lambdas/waiting-room/entry/join-line.ts';
import { sendInviteRoute } from '../../lambdas/waiting-room/entry/send-invite.route.ts';
import { gatekeeper } from '../../lambdas/waiting-room/entry/slow-suspects.ts';
import { findFanRoute } from '../../lambdas/waiting-room/find/find-fan.route.ts';
import { helpFanRoute } from '../../lambdas/waiting-room/find/help-fan.route.ts';
import { actOnPlaceRoute } from '../../lambdas/waiting-room/levers/act-on-place.route.ts';
import { pullLeverRoute } from '../../lambdas/waiting-room/levers/pull-lever.route.ts';
import { readLogRoute } from '../../lambdas/waiting-room/levers/read-log.route.ts';
import { sayMessageRoute } from '../../lambdas/waiting-room/levers/say-message.route.ts';
import { showLeversRoute } from '../../lambdas/waiting-room/levers/show-levers.route.ts';
import { writeNoteRoute } from '../../lambdas/waiting-room/levers/write-note.route.ts';
import { sayGoRoute } from '../../lambdas/waiting-room/line/say-go.route.ts';
import { appealSlowerLaneRoute } from '../../lambdas/waiting-room/place/appeal-slower-lane.route.ts';
import { leaveLineRoute } from '../../lambdas/waiting-room/place/leave-line.route.ts';
import { leaveLine } from '../../lambdas/waiting-room/place/leave-line.ts';
import { takeOverPlaceRoute } from '../../lambdas/waiting-room/place/take-over-place.route.ts';
import { takeOverPlace } from '../../lambdas/waiting-room/place/take-over-place.ts';
import { tendDevicesRoute } from '../../lambdas/waiting-room/place/tend-devices.route.ts';
import { tendDevices } from '../../lambdas/waiting-room/place/tend-devices.ts';
import { actPlainLineRoute } from '../../lambdas/waiting-room/plain/act-plain-line.route.ts';
import { listPlainLinesRoute } from '../../lambdas/waiting-room/plain/list-plain-lines.route.ts';
import { showPlainLineRoute } from '../../lambdas/waiting-room/plain/show-plain-line.route.ts';
import { showSwitchRoute } from '../../lambdas/waiting-room/switch/show-switch.route.ts';
import { turnSwitchRoute } from '../../lambdas/waiting-room/switch/turn-switch.route.ts';
import { claimPassRoute } from '../../lambdas/waiting-room/turn/claim-pass.route.ts';
import { claimPass } from '../../lambdas/waiting-room/turn/claim-pass.ts';
import { extendPassRoute } from '../../lambdas/waiting-room/turn/extend-pass.route.ts';
import type { RoutedName } from './find-route.ts';
import type { Api } from './platform.ts';
import { ticketFonts } from './ticket-fonts.ts';

/** The other deps of the routes of a stage. */
export interface RoutesOf {
  /** What the issuer says of who signed in. */
  readonly userinfo: Userinfo;
  /** Undefined: this stage sends no mail. */
  readonly send: SendMail | undefined;
  /** Of the site, e.g. `http://127.0.0.1:4000`. */
  readonly site: () => string;
  /** Undefined: this stage takes no payments by Stripe. */
  readonly stripe: StripeListener | undefined;
  /** 24 hex digits, never the same twice. */
  readonly salt: () => string;
  /** The setting of the venue. */
  readonly unpaidAtDoor: UnpaidAtDoor;
  /** Told of what went wrong beside a request that was answered. */
  readonly report: (error: unknown) => void;
}

/** Every route of the API, wired as its handler wires it, for one process. Long because there are so many. */
export function routesOf(
  api: Api,
  { userinfo, send, site, stripe, salt, unpaidAtDoor, report }: RoutesOf,
): Readonly<Record<RoutedName, Route>> {
  const { fans, shoppers, rolls, rounds, marks, shards, lines, random, keys, read, books } = api;
  const { passKeys, slipKeys, voucherKeys } = api;
  const toJoin = { lines, rolls, fans, keys: keys.line, marks, shards, random };
  const toClaim = { lines, rolls, rounds, fans, shoppers, receipts: keys.line.receipts, passKeys, voucherKeys };
  const gate = gatekeeper({ lines: api.turnLine, gate: api.gateBooks, keys: keys.line, onFault: report });
  const { findEnded } = api;
  const seating = { store: api.seats, books, passKeys, slipKeys, findEnded, ask: api.ask };
  const order = { store: api.orders, keys: keys.ordering };
  const ordering = {
    ...order,
    door: api.door,
    payments: api.payments,
    findMethods: api.findMethods,
    findPerformance: api.findPerformance,
    read,
    askHouse: api.ask,
    findSeats: api.findSeats,
    passKeys,
    slipKeys,
    voucherKeys,
    findEnded,
    audit: api.audit,
    whoAsks: api.whoAsks,
    newId: salt,
    announce: api.announce,
    findLine: (path: string) => read<LineFile>(path),
  };
  const sale = {
    store: api.seats,
    read,
    files: api.files,
    findActs: api.findActs,
    findCounts: findSaleCounts({ store: api.seats, read }),
    findFile: rememberPerformanceFiles(read),
    findAllocations: rememberAllocations(read),
    stageMethods: [...api.payments.keys()],
    audit: api.audit,
    whoAsks: api.whoAsks,
    newId: salt,
  };
  const staff = {
    whoAsks: api.whoAsks,
    people: api.people,
    audit: api.audit,
    owners: api.owners,
    newId: salt,
  };
  const runUp = { ...staff, files: api.runUps, facts: api.facts };
  const levers = {
    lines: api.leverLines,
    ledger: api.ledger,
    notes: api.notes,
    ...{ shoppers, fans, marks, readFile: read },
    appeals: api.appeals,
    audit: api.audit,
    whoAsks: api.whoAsks,
    twoPeople: ['end'] as const,
    newId: salt,
  };
  const failover = {
    switch: api.switch,
    lines: api.leverLines,
    names: { domainName: 'tickets.example.org', fallback: 'booking.example.org' },
    audit: api.audit,
    whoAsks: api.whoAsks,
    twoPeople: true,
    newId: salt,
  };
  const toFind = { ...order, findEnded, findReceiptKey: rememberReceiptKeys(read) };
  const toHelp = {
    ...{ fans, shoppers, rolls, rounds, marks },
    lines: { ...lines, ...api.turnLine },
    appeals: api.appeals,
    handovers: api.handovers,
    keys: keys.line,
    audit: api.audit,
    whoAsks: api.whoAsks,
    newId: salt,
  };
  const toTakeOver = { ...{ lines, rolls, fans, shoppers, marks }, handovers: api.handovers, keys: keys.line };
  const plainFiles = rememberFiles({ read });
  const ticketKey = keys.ordering.ticket;
  const atDoor = {
    orders: api.orders,
    doors: api.door,
    devices: api.devices,
    findPerformance: api.findPerformance,
    audit: api.audit,
    whoAsks: api.whoAsks,
    stewardKeys: api.stewardKeys,
    findActs: api.findActs,
    unpaidAtDoor,
    newCode: salt,
  };
  const readings = {
    whoAsks: api.whoAsks,
    readings: api.readings,
    noteLook: api.noteLook,
    handKey: handKeys({ files: api.readingsFiles, newKey: salt }),
    isGoodKey: rememberKeys(api.readingsFiles.read),
    findOnSales: rememberOnSales(read),
  };
  return {
    'waiting-room/entry/join-line': joinLineRoute({ ...toJoin, gate }),
    'waiting-room/entry/give-challenge': giveChallengeRoute({ lines, keys: keys.line, random, salt }),
    'waiting-room/entry/send-invite': sendInviteRoute({
      lines,
      invites: api.invites,
      keys: keys.line,
      send,
      findHead: rememberHeads(read),
      get site() {
        return site();
      },
    }),
    'waiting-room/turn/claim-pass': claimPassRoute(toClaim),
    'waiting-room/place/leave-line': leaveLineRoute(toClaim),
    'waiting-room/place/tend-devices': tendDevicesRoute(toClaim),
    'waiting-room/place/take-over-place': takeOverPlaceRoute(toTakeOver),
    'waiting-room/turn/extend-pass': extendPassRoute(toClaim),
    'waiting-room/place/appeal-slower-lane': appealSlowerLaneRoute({
      lines,
      fans,
      appeals: api.appeals,
      receipts: keys.line.receipts,
    }),
    'waiting-room/find/find-fan': findFanRoute(toHelp),
    'waiting-room/find/help-fan': helpFanRoute(toHelp),
    'waiting-room/plain/list-plain-lines': listPlainLinesRoute(plainFiles),
    'waiting-room/plain/show-plain-line': showPlainLineRoute(plainFiles),
    'waiting-room/plain/act-plain-line': actPlainLineRoute({
      files: plainFiles,
      join: (input, now) => joinLine(toJoin, input, now),
      claim: (input, now) => claimPass(toClaim, input, now),
      devices: (input, now) => tendDevices(toClaim, input, now),
      takeOver: (input, now) => takeOverPlace(toTakeOver, input, now),
      leave: (input, now) => leaveLine(toClaim, input, now),
    }),
    'waiting-room/levers/show-levers': showLeversRoute(levers),
    'waiting-room/levers/pull-lever': pullLeverRoute(levers),
    'waiting-room/levers/say-message': sayMessageRoute(levers),
    'waiting-room/levers/act-on-place': actOnPlaceRoute(levers),
    'waiting-room/levers/read-log': readLogRoute(levers),
    'waiting-room/levers/write-note': writeNoteRoute(levers),
    'waiting-room/switch/show-switch': showSwitchRoute(failover),
    'waiting-room/switch/turn-switch': turnSwitchRoute(failover),
    'seating/ask/hold-seats': holdSeatsRoute(seating),
    'seating/ask/find-holds': findHoldsRoute({ store: api.seats, audit: api.audit, whoAsks: api.whoAsks }),
    'seating/ask/show-hold': showHoldRoute(seating),
    'seating/ask/release-hold': releaseHoldRoute(seating),
    'seating/ask/show-basket': showBasketRoute(seating),
    'seating/ask/extend-basket': extendBasketRoute(seating),
    'seating/ask/show-availability': showAvailabilityRoute(seating),
    'seating/plain/show-plain-seats': showPlainSeatsRoute({ ...seating, files: plainFiles, newKey: salt }),
    'seating/plain/act-plain-seats': actPlainSeatsRoute({ ...seating, files: plainFiles, newKey: salt }),
    'seating/levers/read-sale': readSaleRoute(sale),
    'seating/levers/turn-sale': turnSaleRoute(sale),
    'ordering/buy/place-order': placeOrderRoute(ordering),
    'ordering/buy/find-orders': findOrdersRoute(toFind),
    'ordering/plain/show-plain-orders': showPlainOrdersRoute({ ...toFind, files: plainFiles }),
    'ordering/plain/act-plain-orders': actPlainOrdersRoute({ ...ordering, ...toFind, files: plainFiles }),
    'ordering/buy/show-order': showOrderRoute(ordering),
    'ordering/change/cancel-order': cancelOrderRoute(ordering),
    'ordering/change/exchange-seats': exchangeSeatsRoute(ordering),
    'ordering/change/give-back-tickets': giveBackTicketsRoute(ordering),
    'ordering/change/choose-date': chooseDateRoute(ordering),
    'ordering/consent/take-back-news': takeBackNewsRoute(ordering),
    'ordering/consent/list-consents': listConsentsRoute(ordering),
    'ordering/personal/find-person': findPersonRoute(ordering),
    'ordering/book/change-order': changeOrderRoute(ordering),
    'ordering/book/seek-orders': seekOrdersRoute(ordering),
    'ordering/book/list-orders': listOrdersRoute(ordering),
    'ordering/book/audit-order': auditOrderRoute(ordering),
    'ordering/payment/hear-stripe': hearStripeRoute(stripe),
    'ordering/ticket/give-tickets': giveTicketsRoute({
      ...order,
      get fonts() {
        return ticketFonts();
      },
    }),
    'ordering/ticket/show-ticket-key': showTicketKeyRoute(ticketKey),
    'ordering/ticket/give-calendar': giveCalendarRoute({
      ...order,
      get siteAddress() {
        return site();
      },
    }),
    'ordering/door/admit-tickets': admitTicketsRoute({ ...atDoor, ticketKey }),
    'ordering/door/list-admissions': listAdmissionsRoute({ ...atDoor, publicKey: ticketKey.publicKey }),
    'ordering/door/list-guests': listGuestsRoute({ ...atDoor, memory: guestMemory() }),
    'ordering/pairing/pair-device': pairDeviceRoute(atDoor),
    'ordering/pairing/list-devices': listDevicesRoute(atDoor),
    'ordering/pairing/change-devices': changeDevicesRoute(atDoor),
    'control-room/readings/list-readings': listReadingsRoute(readings),
    'control-room/readings/show-readings': showReadingsRoute(readings),
    'control-room/readings/show-shared-readings': showSharedReadingsRoute(readings),
    'control-room/readings/show-history': showHistoryRoute(readings),
    'control-room/platform/show-platform': showPlatformRoute(api),
    'staff/people/show-me': showMeRoute({ ...staff, userinfo }),
    'staff/people/list-people': listPeopleRoute(staff),
    'staff/people/change-people': changePeopleRoute(staff),
    'staff/audit/read-audit': readAuditRoute(staff),
    'run-up/plan/show-run-up': showRunUpRoute(runUp),
    'run-up/plan/change-run-up': changeRunUpRoute(runUp),
    'run-up/freeze/turn-freeze': turnFreezeRoute(runUp),
    'waiting-room/line/say-go': sayGoRoute({ ...staff, lines: api.turnLine }),
    'foundation/answer-unknown': answerUnknownRoute,
  };
}
