import { z } from 'zod';
import { opaqueId } from './ids.ts';
import { lineText } from './seen.ts';

/*
 * The devices of stewards. A supervisor shows a code, and a steward's device takes it for a right: to one performance,
 * for one evening, and to nothing else. The right is `d1.<key id>.<payload>.<mac>` as in contracts/pass.ts, and is sent
 * as `authorization: Bearer <right>`. Nobody scans without one: a supervisor pairs the device in their own hand as well.
 */

/** Payload of a right. */
export interface DoorRight {
  /** Performance. */
  readonly p: string;
  /** The device, as the supervisor's list has it. */
  readonly i: string;
  /** Seconds since the epoch: valid before, not at or after. */
  readonly x: number;
}

const deviceName = lineText('write a name that can be seen').max(40);

/** A code as it is shown: 128 random bits. It pairs one device, for five minutes. */
const pairingCode = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/, 'use the code exactly as it was shown');
export const codeLastsMs = 5 * 60_000;

/** Body of `pair-device`. */
export const pairingRequest = z.strictObject({
  code: pairingCode,
  device: z
    .string()
    .regex(/^[A-Za-z0-9_-]{20,64}$/, 'use 20 to 64 letters, digits, hyphens and underscores')
    .describe('Random, made up and kept by the device: the same code and device again give the same right.'),
  name: deviceName.optional().describe("What the supervisor's list calls it, e.g. `Door 2, Anna`."),
});
export type PairingRequest = z.infer<typeof pairingRequest>;

/** Answer to `pair-device`. */
export const pairing = z
  .object({
    right: z.string().describe('Send it as `authorization: Bearer <right>`.'),
    performance: z.string(),
    endsAt: z.number().int().describe('Milliseconds since the epoch.'),
  })
  .readonly();
export type Pairing = z.infer<typeof pairing>;

/** Body of `change-devices`. */
export const doorDevicesAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('offer'), name: deviceName.optional() }).describe('Makes a code for one device.'),
  z.strictObject({ act: z.literal('end'), device: opaqueId }).describe('Ends the right of one device, or its code.'),
  z.strictObject({ act: z.literal('end-all') }),
]);
export type DoorDevicesAct = z.infer<typeof doorDevicesAct>;

/** Answer to `list-devices` and `change-devices`: those of one performance. */
export const doorDevices = z
  .object({
    devices: z
      .array(
        z
          .object({
            device: z.string(),
            name: z.string().exactOptional(),
            state: z.enum(['offered', 'paired', 'ended']),
            changedAt: z.number().int().describe('Milliseconds since the epoch: since when it is so.'),
            endsAt: z.number().int().describe('Milliseconds since the epoch: the end of its right.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The latest first; without codes that nobody took in time.'),
    offer: z
      .object({
        device: z.string(),
        code: z.string().describe('For a QR code; shown this once.'),
        endsAt: z.number().int().describe('Milliseconds since the epoch: the end of the code.'),
      })
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type DoorDevices = z.infer<typeof doorDevices>;
