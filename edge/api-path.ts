/**
 * The letters of an API path. A change of letter case must not lead past the room, so every part of
 * an API path is lower case before it is looked at; only the ids of holds and orders, which are
 * random text, keep theirs.
 *
 *     /api/performances/{performance}/holds/{hold}      5th part
 *     /api/orders/{order}, …/cancel, …/tickets.pdf      3rd part
 *     /api/staff/orders/{order}                         4th part
 */
export function caseOfApiPath(path: string): string {
  const parts = path.split('/');
  const lower = path.toLowerCase().split('/');
  const id = idPart(lower);
  return lower.map((part, index) => (index === id ? (parts[index] as string) : part)).join('/');
}

/** Whether the address, in its normal form, is behind the pass. Any method is. */
export function needsPass(path: string): boolean {
  return /^\/api\/(?:basket(?:\/.*)?|orders|performances\/[^/]+\/holds(?:\/.*)?)$/.test(path);
}

function idPart(lower: readonly string[]): number | undefined {
  if (lower[1] !== 'api') return undefined;
  if (lower[2] === 'performances' && lower[4] === 'holds') return 5;
  if (lower[2] === 'orders') return 3;
  if (lower[2] === 'staff' && lower[3] === 'orders') return 4;
  return undefined;
}
