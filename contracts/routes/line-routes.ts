import { z } from 'zod';
import { slug } from '../ids.ts';
import {
  appealed,
  appealRequest,
  challenge,
  claimed,
  devices,
  devicesRequest,
  inviteRequest,
  joined,
  joinRequest,
  takeOverRequest,
  visitorId,
} from '../line-requests.ts';
import { header } from '../paths.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests to the waiting room, and its answers. */

const path = z.object({ onSale: slug.describe('The on-sale, as the season names it.') });
const receipt = { [header.receipt]: z.string().optional() } as const;
const voucher = z
  .string()
  .optional()
  .describe('After an error of ours: lets the fan in again without waiting for room, once.');

const receiptRefusals = [
  'line-unknown',
  'receipt-missing',
  'receipt-forged',
  'receipt-elsewhere',
  'device-ended',
] as const;
const entryRefusals = ['line-unknown', 'line-closed', 'entry-wrong'] as const;

export const lineRoutes = {
  'waiting-room/entry/join-line': {
    title: 'Join a line',
    about:
      'One fan has one place in a line, however often they ask. How it is entered is in the line file, for each tier if ' +
      'it has several. The receipt in the answer shows whose place it is. Send it as `stampede-receipt` to join again: ' +
      'then nobody’s wrong postcodes refuse you.',
    path,
    headers: z.object({
      [header.receipt]: z
        .string()
        .optional()
        .describe('Of a place that this browser holds: it joins again whatever wrong postcodes others sent.'),
    }),
    body: joinRequest,
    answers: {
      201: { when: 'A new place.', body: joined },
      200: { when: 'The place that the fan has.', body: joined },
    },
    refusals: [...entryRefusals, 'member-unknown', 'too-many-tries', 'link-wrong', 'work-wrong'],
  },
  'waiting-room/entry/give-challenge': {
    title: 'Get a proof of work to do',
    about:
      'What an `open` entry must solve before it joins. It is good for 20 minutes, for that visitor and that line; its ' +
      'format is altcha’s, version 1.',
    path,
    query: z.object({
      visitor: visitorId.describe('128 random bits in base64url, made by the browser once and kept.'),
    }),
    answers: { 200: { when: 'The challenge.', body: challenge } },
    refusals: entryRefusals,
  },
  'waiting-room/entry/send-invite': {
    title: 'Ask for a link by e-mail',
    about:
      'For an `email` entry: the link shows that the address answers. An address is sent three an hour at most; the ' +
      'answer is the same for every address, so that nobody learns who was invited or who joined.',
    path,
    body: inviteRequest,
    answers: { 202: { when: 'For every address alike.', body: z.object({}) } },
    refusals: [...entryRefusals, 'mail-unavailable', 'mail-busy'],
  },
  'waiting-room/turn/claim-pass': {
    title: 'Claim the pass',
    about:
      'When the position that was drawn is called, its fan claims the pass to shop with. A client that got no answer ' +
      'simply claims again.',
    path,
    headers: z.object({ ...receipt, [header.voucher]: voucher }),
    answers: {
      201: { when: 'A new pass.', body: claimed },
      200: { when: 'The pass that is in use.', body: claimed },
    },
    refusals: [
      ...receiptRefusals,
      'receipt-not-in-roll',
      'line-not-open-yet',
      'line-closed',
      'place-given-up',
      'place-removed',
      'slower-lane',
      'not-drawn-yet',
      'not-your-turn',
      'late-next',
      'room-full',
      'device-behind',
      'voucher-wrong',
      'keys-change',
    ],
  },
  'waiting-room/turn/extend-pass': {
    title: 'Ask for more time to shop',
    about:
      'An extension is half of the pass’s time, a tenth of it for a fan who needs more time; two minutes at least. It ' +
      'is no act to repeat blindly: a client that got no answer claims, and gets the pass as it stands.',
    path,
    headers: z.object(receipt),
    answers: { 200: { when: 'The same pass with a later end.', body: claimed } },
    refusals: [...receiptRefusals, 'place-removed', 'device-behind', 'pass-expired', 'no-more-time', 'keys-change'],
  },
  'waiting-room/place/appeal-slower-lane': {
    title: 'Appeal against the slower lane',
    about: 'Tells the staff, in the fan’s words, that the place is in the slower lane or was removed by mistake.',
    path,
    headers: z.object(receipt),
    body: appealRequest,
    answers: { 202: { when: 'The slower lane as the fan is shown it.', body: appealed } },
    refusals: [...receiptRefusals, 'nothing-to-appeal'],
  },
  'waiting-room/place/leave-line': {
    title: 'Leave',
    about:
      'A fan who shops gives the pass back and keeps the place. A fan who waits gives the place up, and takes the same ' +
      'one back by joining again. A device that came later leaves alone: the others keep the place.',
    path,
    headers: z.object(receipt),
    answers: { 204: { when: 'Also the second time.' } },
    refusals: [...receiptRefusals, 'device-behind'],
  },
  'waiting-room/place/tend-devices': {
    title: 'See the devices of a place, and end one',
    about:
      'A device may end those that joined after it. Within half a minute its receipt and passes begin nothing new. ' +
      'Whoever joins the place afterwards stands behind the others. To end one again changes nothing.',
    path,
    headers: z.object(receipt),
    body: devicesRequest,
    answers: { 200: { when: 'The devices as they are then.', body: devices } },
    refusals: [...receiptRefusals, 'device-unknown'],
  },
  'waiting-room/place/take-over-place': {
    title: 'Take a place over by a code',
    about:
      'The box office makes the code for a fan whose device is lost or broken. It is good for ten minutes and one device. ' +
      'That device has the place from then on, with the position that it has, and comes first. Within half a minute the ' +
      'devices of before begin nothing new. A client that got no answer sends the same again, and gets the same receipt.',
    path,
    body: takeOverRequest,
    answers: { 200: { when: 'The place.', body: joined } },
    refusals: [
      'line-unknown',
      'line-closed',
      'handover-wrong',
      'handover-used',
      'handover-old',
      'handover-tries',
      'place-removed',
    ],
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
