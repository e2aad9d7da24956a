import { z } from 'zod';

/** A name in a path or a file: on-sale, show, performance, section. Lower case, 1 to 64 characters. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/,
    'use 1 to 64 lower-case letters, digits and hyphens, e.g. friends-2027',
  );

/** A seat's id within its plan, unique over the plan, e.g. `stalls-C-14`. */
export const seatId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'use 1 to 64 letters, digits, dots, hyphens and underscores');

/** A hold's or an order's id: 12 to 32 characters of base64url. */
export const opaqueId = z.string().regex(/^[A-Za-z0-9_-]{12,32}$/, 'use the id exactly as it was given to you');

/**
 * The allowed content of the `idempotency-key` header. The caller makes one up for each act and repeats it on a retry.
 */
export const idempotencyKey = z
  .string()
  .regex(
    /^[A-Za-z0-9._~-]{8,64}$/,
    'use 8 to 64 letters, digits, dots, hyphens, tildes or underscores, new for each act',
  );

/** Milliseconds since the epoch. */
export const instant = z.number().int().min(0).max(8_640_000_000_000_000);

/** The same, as an operator writes it of a season: seconds and microseconds are mistakes, the latter after the year 2100. */
export const moment = z
  .number()
  .int()
  .positive()
  .max(4_102_444_800_000, 'write a time before the year 2100, in milliseconds since 1970');
