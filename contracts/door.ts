import { z } from 'zod';
import { instant, opaqueId, seatId } from './ids.ts';
import { lineText } from './seen.ts';

/*
 * The door: tickets are scanned, also while the network is away, and each opens it once.
 */

/** Body of `admit-tickets`: tickets as scanned, also those of the last minutes without a network. */
export const admissionRequest = z.strictObject({
  door: lineText('say which door this is').max(40).describe('Which door, e.g. `Stalls left`.'),
  scans: z
    .array(
      z
        .strictObject({
          code: z.string().min(1).max(2048).optional().describe('What the QR code says.'),
          found: z
            .strictObject({ order: opaqueId, ticket: opaqueId, seat: seatId })
            .optional()
            .describe('In place of a code: a ticket of the guest list, found by its reference or name.'),
          scannedAt: instant.describe('Milliseconds since the epoch, by the device that scanned.'),
          letIn: z
            .literal(true)
            .optional()
            .describe(
              'They go in whatever they owe: the steward was told and let them in, or the door did without a network.',
            ),
        })
        .refine(({ code, found }) => (code === undefined) !== (found === undefined), {
          path: ['code'],
          message: 'send a code, or a ticket that was found, and not both',
        }),
    )
    .min(1, 'send at least one scan')
    .max(50, 'send at most 50 scans at a time'),
});
export type AdmissionRequest = z.infer<typeof admissionRequest>;

const scanned = { ticket: z.string(), seat: z.string() };
const named = {
  label: z.string(),
  concession: z.string().exactOptional().describe('Name of the reduced price: ask for proof.'),
};

/** The money that the box office has not been paid for an order. */
export const owed = z
  .object({
    amount: z.number().int().describe('Minor units, of the whole order.'),
    currency: z.string().describe('ISO 4217.'),
    order: z.string(),
    reference: z.string().describe('Short and speakable, e.g. `K7M-4QX`.'),
  })
  .readonly();
export type Owed = z.infer<typeof owed>;

/**
 * A ticket that nobody paid for yet, at the door. `refuse`: it opens no door before it is paid. `amber`: the steward is
 * told how much, and may let them in by a second press.
 */
export const unpaidAtDoor = ['refuse', 'amber'] as const;
export type UnpaidAtDoor = (typeof unpaidAtDoor)[number];

/** The result of one scan. */
export const admission = z.discriminatedUnion('state', [
  z
    .object({
      state: z.literal('admitted'),
      ...scanned,
      ...named,
      owed: owed.exactOptional().describe('Let in although this is still to be paid.'),
    })
    .readonly(),
  z
    .object({ state: z.literal('unpaid'), ...scanned, ...named, owed, may: z.enum(unpaidAtDoor) })
    .readonly()
    .describe('Not let in yet. `may` is the setting of the venue: with `amber`, send it again with `letIn`.'),
  z
    .object({
      state: z.literal('used'),
      ...scanned,
      usedAt: z.number().int().describe('Milliseconds since the epoch: when the door opened for this ticket.'),
      door: z.string().describe('Which door that was.'),
    })
    .readonly(),
  z
    .object({
      state: z.literal('void'),
      ...scanned,
      why: z.literal('performance-cancelled').exactOptional().describe('Nobody is let in: it does not take place.'),
    })
    .readonly()
    .describe('Given back or exchanged, or the whole performance is cancelled.'),
  z.object({ state: z.literal('elsewhere'), performance: z.string() }).readonly(),
  z.object({ state: z.literal('forged') }).readonly(),
]);
export type Admission = z.infer<typeof admission>;

/** Answer to `admit-tickets`. */
export const admissions = z
  .object({ admissions: z.array(admission).readonly().describe('One a scan, in their order.') })
  .readonly();
export type Admissions = z.infer<typeof admissions>;

/** Answer to `list-admissions`: all that a door must know to work ten minutes without a network. */
export const doorList = z
  .object({
    performance: z.string(),
    readAt: z.number().int().describe('Milliseconds since the epoch.'),
    publicKey: z.string().describe('base64url of the raw Ed25519 key that ticket codes are signed with.'),
    used: z
      .record(z.string(), z.object({ usedAt: z.number().int(), door: z.string() }).readonly())
      .readonly()
      .describe('By ticket id: when and where it opened the door.'),
    cancelled: z
      .object({ cancelledAt: z.number().int().describe('Milliseconds since the epoch.'), reason: z.string() })
      .readonly()
      .exactOptional()
      .describe('The performance does not take place: no ticket of it is valid.'),
    void: z.array(z.string()).readonly().describe('Ids of tickets that were cancelled or exchanged.'),
  })
  .readonly();
export type DoorList = z.infer<typeof doorList>;

/** One order of a performance, as a steward sees it. */
export const guest = z
  .object({
    order: z.string(),
    reference: z.string().describe('Short and speakable, e.g. `K7M-4QX`.'),
    name: z.string().describe('Of the buyer. No address and no telephone number.'),
    owed: owed.exactOptional(),
    tickets: z.array(z.object({ ticket: z.string(), seat: z.string(), ...named }).readonly()).readonly(),
  })
  .readonly();
export type Guest = z.infer<typeof guest>;

/** Answer to `list-guests`: the orders of a performance, for the look-up, and for a door without a network. */
export const guestList = z
  .object({
    performance: z.string(),
    readAt: z.number().int().describe('Milliseconds since the epoch.'),
    unpaidAtDoor: z.enum(unpaidAtDoor),
    guests: z.array(guest).readonly(),
  })
  .readonly();
export type GuestList = z.infer<typeof guestList>;
