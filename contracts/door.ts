import { z } from 'zod';
import { seenText } from './seen.ts';

/*
 * The door: tickets are scanned, also while the network is away, and each opens it once.
 */

/** Body of `admit-tickets`: tickets as scanned, also those of the last minutes without a network. */
export const admissionRequest = z.strictObject({
  door: seenText('say which door this is').max(40).describe('Which door, e.g. `Stalls left`.'),
  scans: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(2048).describe('What the QR code says.'),
        scannedAt: z
          .number()
          .int()
          .min(0)
          .max(8_640_000_000_000_000)
          .describe('Milliseconds since the epoch, by the device that scanned.'),
      }),
    )
    .min(1, 'send at least one scan')
    .max(50, 'send at most 50 scans at a time'),
});
export type AdmissionRequest = z.infer<typeof admissionRequest>;

const scanned = { ticket: z.string(), seat: z.string() };

/** The result of one scan. */
export const admission = z.discriminatedUnion('state', [
  z
    .object({
      state: z.literal('admitted'),
      ...scanned,
      label: z.string(),
      concession: z.string().exactOptional().describe('Name of the reduced price: ask for proof.'),
    })
    .readonly(),
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
