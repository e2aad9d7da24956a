import type { Place } from '../../../contracts/line.ts';
import { openSealed, publicKeyOf } from '../../foundation/signing.ts';
import { receiptKind } from '../place/receipt.ts';

/** The place of a receipt that the owner of the line's published key gave for this line. */
export function provenPlace(receiptKey: string, onSale: string, receipt: string): Place | undefined {
  const key = publicKeyOf(receiptKey);
  const place = key && openSealed<Place>(key, receiptKind, receipt);
  return place?.onSale === onSale ? place : undefined;
}
