import type { Place } from '../contracts/line.ts';
import type { Need } from '../contracts/line-requests.ts';
import type { Pass, Voucher } from '../contracts/pass.ts';

/*
 * The content of a pass or a voucher, as far as a page wants to know it: `<kind>.<key id>.<payload>.<mac>`, see
 * contracts/pass.ts; or of a receipt, `r2.<payload>.<signature>`. A browser cannot tell whether it is genuine, and need not: the platform does, and decides.
 */

/** Undefined for anything that is not of that form. `part`: where the payload stands, from 0. */
function payloadOf<Payload>(text: string, part = 2): Partial<Payload> | undefined {
  try {
    const base64 = (text.split('.')[part] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const read = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    return typeof read === 'object' && read !== null ? (read as Partial<Payload>) : undefined;
  } catch {
    return undefined;
  }
}

/** The fan's needs, if the pass names any. */
export function needsIn(pass: string | undefined): readonly Need[] {
  const needs = pass === undefined ? undefined : payloadOf<Pass>(pass)?.n;
  return Array.isArray(needs) ? needs : [];
}

/** The on-sale that a voucher lets in to. */
export function onSaleIn(voucher: string): string | undefined {
  const onSale = payloadOf<Voucher>(voucher)?.o;
  return typeof onSale === 'string' ? onSale : undefined;
}

/** The on-sale that a receipt names. */
export function onSaleOfReceipt(receipt: string): string | undefined {
  const onSale = /^r\d\./.test(receipt) ? payloadOf<Place>(receipt, 1)?.onSale : undefined;
  return typeof onSale === 'string' && /^[a-z0-9-]{1,64}$/.test(onSale) ? onSale : undefined;
}

/** The key of the fan whom a receipt names. */
export function fanOfReceipt(receipt: string): string | undefined {
  const fan = /^r\d\./.test(receipt) ? payloadOf<Place>(receipt, 1)?.fan : undefined;
  return typeof fan === 'string' && /^[A-Za-z0-9_-]{43}$/.test(fan) ? fan : undefined;
}
