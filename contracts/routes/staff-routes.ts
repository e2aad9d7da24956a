import { z } from 'zod';
import { admissionRequest, admissions, doorList, guestList } from '../door.ts';
import { fanHelp, fanHelped, fanHolds, fanHoldsAsk, fanSearch, foundFans } from '../find-fan.ts';
import { opaqueId, slug } from '../ids.ts';
import { consentPage } from '../news-consent.ts';
import { orderAudit, orderBookPage, orderSearch, soughtOrders, staffAct } from '../order.ts';
import { doorDevices, doorDevicesAct, pairing, pairingRequest } from '../pairing.ts';
import { personFound, personSearch } from '../personal-data.ts';
import { platformReadings } from '../platform.ts';
import { allReadings, keyedReadings, readingsHistory, sharedReadings } from '../readings.ts';
import { saleAct, saleLevers } from '../sale-levers.ts';
import { signedIn } from '../sign-in.ts';
import { auditPage, staffPeople, staffPeopleAct } from '../staff.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests of staff, and the answers to them. */

const order = z.object({ order: opaqueId.describe('The order’s id, as the order book has it.') });
const line = z.object({ onSale: slug.describe('The on-sale, as the season names it.') });
const performance = z.object({ performance: slug.describe('The performance, as the season names it.') });
const onSale = z.object({ onSale: slug.describe('The on-sale, as the season names it.') });
const headers = z.object({ authorization: z.string().optional() });
/** Of the right of a steward's device. */
const scannerRefusals = ['door-right-wrong', 'door-right-elsewhere', 'door-right-over', 'door-right-ended'] as const;

/** Of who signed in, and of the roles that they have. */
const staffRefusals = ['sign-in-missing', 'sign-in-over', 'staff-unknown', 'not-allowed'] as const;

export const staffRoutes = {
  'staff/people/show-me': {
    title: 'Read who is signed in',
    about:
      'The person of the access token, and what they were granted. Name and address are those of the first sign-in.',
    headers,
    answers: { 200: { when: 'The person.', body: signedIn } },
    refusals: ['sign-in-missing', 'sign-in-over', 'sign-in-busy', 'sign-in-elsewhere'],
  },
  'staff/people/list-people': {
    title: 'Read the people of the house',
    about: 'Everybody who was granted something, and what. An owner of a part sees the grants that lie in it.',
    headers,
    answers: { 200: { when: 'The people.', body: staffPeople } },
    refusals: staffRefusals,
  },
  'staff/people/change-people': {
    title: 'Grant, and take away',
    about: 'An e-mail address is a person: it is invited by the first grant. Done twice, each act is done once.',
    headers,
    body: staffPeopleAct,
    answers: { 200: { when: 'The people as they are now.', body: staffPeople } },
    refusals: [...staffRefusals, 'owner-by-settings'],
  },
  'staff/audit/read-audit': {
    title: 'Read who did what',
    about: 'The newest first, a page at a time: grants, changes, and looks at what buyers wrote of themselves.',
    query: z.object({ from: z.string().optional().describe('`next` of the page before; the first page if left out.') }),
    headers,
    answers: { 200: { when: 'One page.', body: auditPage } },
    refusals: staffRefusals,
  },
  'waiting-room/find/find-fan': {
    title: 'Find a fan in a line',
    about:
      'By what somebody who telephones has. The place, and all that became of it; the draw is published, so its number ' +
      'follows from the place. Nobody’s name is known to the line. Each look is in the audit.',
    path: line,
    headers,
    body: fanSearch,
    answers: { 200: { when: 'The fan, or nobody.', body: foundFans } },
    refusals: [...staffRefusals, 'line-unknown', 'receipt-missing', 'receipt-forged', 'receipt-elsewhere'],
  },
  'waiting-room/find/help-fan': {
    title: 'Help a fan in a line',
    about:
      'Keeps the next free slot for them, lets them in once more after an error of ours, hands the place over to another ' +
      'device, voids a stolen one or restores it. An act that changes the line for others stands in its ledger, by role.',
    path: line,
    headers,
    body: fanHelp,
    answers: { 200: { when: 'The fan as they stand then.', body: fanHelped } },
    refusals: [...staffRefusals, 'line-unknown', 'fan-unknown', 'help-not-now'],
  },
  'seating/ask/find-holds': {
    title: 'Read the holds of a fan',
    about: 'How many seats of which performance, and what became of them. No slip is in it.',
    headers,
    body: fanHoldsAsk,
    answers: { 200: { when: 'What seating has of this fan.', body: fanHolds } },
    refusals: staffRefusals,
  },
  'ordering/book/seek-orders': {
    title: 'Find the orders of a fan',
    about: 'By the fan, a reference, an e-mail address or a seat, with the mails about each and what became of them.',
    headers,
    body: orderSearch,
    answers: { 200: { when: 'Those that match.', body: soughtOrders } },
    refusals: [...staffRefusals, 'line-unknown'],
  },
  'control-room/readings/list-readings': {
    title: 'Read how all on-sales go',
    about: 'The newest counts of each on-sale that the asker may see. While somebody looks they are written every 5 s.',
    headers,
    answers: { 200: { when: 'The counts, by their doors.', body: allReadings } },
    refusals: staffRefusals,
  },
  'control-room/readings/show-readings': {
    title: 'Read how one on-sale goes',
    about:
      'The newest counts of its line, its houses and its orders, each with the time when it was counted. Counts alone: ' +
      'nothing about a person. The key opens their shared address: look there at each step, and here every four minutes.',
    path: onSale,
    headers,
    answers: { 200: { when: 'The counts; a part that nobody has written yet is left out.', body: keyedReadings } },
    refusals: staffRefusals,
  },
  'control-room/readings/show-shared-readings': {
    title: 'Read how one on-sale goes, by its key',
    about:
      'The same counts for everybody who was handed the key. The CDN keeps one answer until the next step of the clock. A ' +
      'key is handed out for five minutes, and opens nothing ten minutes after it was made.',
    path: z.object({ onSale: onSale.shape.onSale, key: opaqueId.describe('As the staff route handed it out.') }),
    answers: { 200: { when: 'The counts, and in the first step of each minute what was.', body: sharedReadings } },
    refusals: ['readings-elsewhere'],
  },
  'control-room/readings/show-history': {
    title: 'Read how one on-sale went',
    about: 'Minute by minute since an hour before its doors; of longer mornings the older part at greater steps.',
    path: onSale,
    headers,
    answers: { 200: { when: 'In columns.', body: readingsHistory } },
    refusals: staffRefusals,
  },
  'control-room/platform/show-platform': {
    title: 'Read how the platform goes',
    about:
      'Latencies and faults of the handlers on a fan’s way, ages of queues, dead letters, throttles and mails, as ' +
      'CloudWatch has them. It is asked once a minute for all who look. For those who may see the whole house.',
    headers,
    answers: { 200: { when: 'The figures, and the minute they are of.', body: platformReadings } },
    refusals: staffRefusals,
  },
  'seating/levers/read-sale': {
    title: 'Read the levers of a sale',
    about: 'What was turned while it sells, and the seats of each performance as they were counted last.',
    path: onSale,
    headers,
    answers: { 200: { when: 'What stands.', body: saleLevers } },
    refusals: [...staffRefusals, 'line-unknown'],
  },
  'seating/levers/turn-sale': {
    title: 'Turn a lever of a sale',
    about:
      'Stops or goes on selling performances, changes the limit of seats a fan, or the ways to pay. Houses and ordering ' +
      'go by it within five seconds. Done twice with one key, it is done once.',
    path: onSale,
    headers,
    body: saleAct,
    answers: { 200: { when: 'What stands now.', body: saleLevers } },
    refusals: [
      ...staffRefusals,
      'line-unknown',
      'performance-unknown',
      'payment-method-unavailable',
      'sale-lever-moved',
      'idempotency-key-reused',
    ],
  },
  'ordering/book/list-orders': {
    title: 'Read the order book',
    about: 'The newest orders first, a page at a time. Or all whose buyer asked a bank for the money back.',
    query: z.object({
      from: z.string().optional().describe('`next` of the page before; the first page if left out.'),
      only: z
        .enum(['disputed'])
        .optional()
        .describe(
          'Disputed orders on one page: first those whose bank waits for an answer, the soonest deadline first.',
        ),
    }),
    headers,
    answers: { 200: { when: 'One page.', body: orderBookPage } },
    refusals: staffRefusals,
  },
  'ordering/consent/list-consents': {
    title: 'Read who may be written to',
    about:
      'The buyers who allowed the venue to write about other shows, and those who took it back, by their orders. Each ' +
      'page is in the audit.',
    query: z.object({ from: z.string().optional().describe('`next` of the page before; the first page if left out.') }),
    headers,
    answers: { 200: { when: 'One page.', body: consentPage } },
    refusals: staffRefusals,
  },
  'ordering/personal/find-person': {
    title: 'Find what is held of a person',
    about:
      'All that the orders of one e-mail address keep, a stretch of the book with each request. Each look is in the audit, ' +
      'which names no address.',
    headers,
    body: personSearch,
    answers: { 200: { when: 'What this stretch has; nothing is an empty list.', body: personFound } },
    refusals: staffRefusals,
  },
  'ordering/book/audit-order': {
    title: 'Read an order and its history',
    about: 'Who did what to it, and when.',
    path: order,
    headers,
    answers: { 200: { when: 'The order and its history.', body: orderAudit } },
    refusals: [...staffRefusals, 'order-unknown'],
  },
  'ordering/book/change-order': {
    title: 'Change an order for a fan',
    about:
      'Cancels it, exchanges seats, takes the payment that was promised, or chooses another date or the money after a ' +
      'cancelled performance; sends its last mail again, also to a corrected address. Done twice, it is done once.',
    path: order,
    headers,
    body: staffAct,
    answers: { 202: { when: 'The order and its history.', body: orderAudit } },
    refusals: [
      ...staffRefusals,
      'order-unknown',
      'order-not-changeable',
      'ticket-used',
      'seats-not-exchangeable',
      'performance-unknown',
      'date-not-offered',
    ],
  },
  'ordering/door/admit-tickets': {
    title: 'Send scanned tickets',
    about: 'Also those that were scanned while the network was away. Each ticket opens the door once.',
    path: performance,
    headers,
    body: admissionRequest,
    answers: { 200: { when: 'What became of each scan.', body: admissions } },
    refusals: scannerRefusals,
  },
  'ordering/door/list-admissions': {
    title: 'Read who is in',
    about: 'All that a door must know to work ten minutes without a network.',
    path: performance,
    headers,
    answers: { 200: { when: 'Who is in, what is void, and the key of the tickets.', body: doorList } },
    refusals: scannerRefusals,
  },
  'ordering/door/list-guests': {
    title: 'Read who is expected',
    about: 'References, names, seats, and what is still to be paid: for the look-up, and for a door without a network.',
    path: performance,
    headers,
    answers: { 200: { when: 'The orders of the performance.', body: guestList } },
    refusals: scannerRefusals,
  },
  'ordering/pairing/pair-device': {
    title: 'Pair a device with a door',
    about: 'Takes the code that a supervisor shows for the right to scan tickets of one performance, for one evening.',
    path: performance,
    body: pairingRequest,
    answers: { 200: { when: 'The right. The same device may ask again.', body: pairing } },
    refusals: ['pairing-code-wrong', 'pairing-code-used'],
  },
  'ordering/pairing/list-devices': {
    title: 'Read which devices are paired',
    about: 'Those of one performance, for a supervisor.',
    path: performance,
    headers,
    answers: { 200: { when: 'The devices.', body: doorDevices } },
    refusals: staffRefusals,
  },
  'ordering/pairing/change-devices': {
    title: 'Offer a code to a device, or end devices',
    about: 'A code pairs one device, for five minutes. Ending twice is ending once.',
    path: performance,
    headers,
    body: doorDevicesAct,
    answers: { 200: { when: 'The devices as they are now, and the code that was asked for.', body: doorDevices } },
    refusals: [...staffRefusals, 'performance-unknown', 'door-device-unknown'],
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
