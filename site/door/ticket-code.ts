/**
 * The content of a ticket's code, read before anybody knows whether it is genuine: `t1.<payload>.<signature>`, see
 * `Ticket.code` in contracts/order.ts.
 */
export interface ReadCode {
  readonly ticket: string;
  readonly performance: string;
  readonly seat: string;
  /** The bytes under the signature. */
  readonly signed: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

/** Undefined for anything that is not of that form. */
export function readTicketCode(text: string): ReadCode | undefined {
  const match = /^(t1\.([A-Za-z0-9_-]{1,4096}))\.([A-Za-z0-9_-]{86})$/.exec(text.trim());
  if (!match) return undefined;
  const [, signed = '', payload = '', signature = ''] = match;
  try {
    const said = JSON.parse(new TextDecoder().decode(bytesOf(payload))) as { i?: unknown; p?: unknown; s?: unknown };
    const { i: ticket, p: performance, s: seat } = said;
    if (typeof ticket !== 'string' || typeof performance !== 'string' || typeof seat !== 'string') return undefined;
    return { ticket, performance, seat, signed, signature: bytesOf(signature) };
  } catch {
    // Not base64, or not JSON: not of that form.
    return undefined;
  }
}

/** Of base64url. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
