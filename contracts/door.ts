import { z } from 'zod';

/*
 * The door: tickets are scanned, also while the network is away, and each opens it once.
 */

/** Body of `POST /api/staff/door/{performance}`: tickets as scanned, also those of the last minutes without a network. */
export const admissionRequest = z.object({
  /** Which door, e.g. `Stalls left`. */
  door: z.string().trim().min(1, 'say which door this is').max(40),
  scans: z
    .array(
      z.object({
        /** What the QR code says. */
        code: z.string().min(1).max(2048),
        /** Milliseconds since the epoch, by the device that scanned. */
        at: z.number().int().min(0).max(8_640_000_000_000_000),
      }),
    )
    .min(1, 'send at least one scan')
    .max(50, 'send at most 50 scans at a time'),
});
export type AdmissionRequest = z.infer<typeof admissionRequest>;

/** What became of one scan. */
export type Admission =
  | {
      readonly state: 'admitted';
      readonly ticket: string;
      readonly seat: string;
      readonly label: string;
      readonly concession?: string;
    }
  /** The door opened for this ticket before: when and where. */
  | {
      readonly state: 'used';
      readonly ticket: string;
      readonly seat: string;
      readonly at: number;
      readonly door: string;
    }
  /** Cancelled or exchanged. */
  | { readonly state: 'void'; readonly ticket: string; readonly seat: string }
  | { readonly state: 'elsewhere'; readonly performance: string }
  | { readonly state: 'forged' };

/** Answer to `POST`: one an scan, in their order. */
export interface Admissions {
  readonly admissions: readonly Admission[];
}

/** Answer to `GET /api/staff/door/{performance}`: what a door must know to work ten minutes without a network. */
export interface DoorList {
  readonly performance: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** base64url of the raw Ed25519 key that ticket codes are signed with. */
  readonly publicKey: string;
  /** By ticket id. */
  readonly used: Readonly<Record<string, { readonly at: number; readonly door: string }>>;
  readonly void: readonly string[];
}
