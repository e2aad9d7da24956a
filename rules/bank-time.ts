/**
 * How long seats wait for a bank. A bank that asks its customer whether it is they who pay (3-D Secure) gives them ten to
 * fifteen minutes by its rules. The seats of the order stay held for the longest of that, from the moment the bank began
 * to ask, whatever their own time says. It happens once in the life of a hold, so nobody holds seats without end by
 * paying and never answering.
 *
 *     held ──the bank asks──▶ held until the bank's end ──paid──▶ sold
 *                                     └──no answer──▶ lapsed, and the order is over
 */
export const bankMs = 15 * 60_000;

/** Milliseconds since the epoch, whole seconds as holds have them. `askedAt`: when the bank was first seen to ask. */
export function bankEndsAt(askedAt: number): number {
  return 1000 * Math.ceil((askedAt + bankMs) / 1000);
}
