import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Fault, FindingOf } from '../../contracts/findings.ts';
import type { LineFile, Place } from '../../contracts/line.ts';
import { fromBase64Url, parseJson } from './bytes.ts';
import { found, unchecked } from './findings.ts';
import { isPlace } from './recognise.ts';
import { isSignedBy } from './signature.ts';

/**
 * A receipt proves a place: the holder of the line's secret sealed these numbers, and nobody can have altered them
 * since. Its position is computed in position.ts.
 */
export interface OpenedReceipt {
  readonly place: Place;
  /** The bytes under the signature. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Undefined if it is no receipt at all. Checks no signature. */
export function openReceipt(receipt: string): OpenedReceipt | undefined {
  const [, payload = '', seal = ''] = /^r2\.([A-Za-z0-9_-]{1,1000})\.([A-Za-z0-9_-]{86})$/.exec(receipt) ?? [];
  const json = fromBase64Url(payload);
  const signature = fromBase64Url(seal);
  const place = json && parseJson(new TextDecoder().decode(json));
  if (!signature || !isPlace(place)) return undefined;
  return { place, signed: utf8ToBytes(`r2.${payload}`), signature };
}

export function checkReceipt(
  { place, signed, signature }: OpenedReceipt,
  line: LineFile | undefined,
): FindingOf<'receipt'> {
  if (!line) return unchecked('receipt', 'line');
  const { round, shard, index, joinedAt } = place;
  const faults: Fault[] = [];
  if (place.onSale !== line.onSale) {
    faults.push({ fault: 'receipt-elsewhere', onSale: place.onSale, given: line.onSale });
  } else {
    const key = fromBase64Url(line.receiptKey);
    if (key?.length !== 32) faults.push({ fault: 'receipt-key' });
    else if (!isSignedBy(key, signed, signature)) faults.push({ fault: 'receipt-signature' });
  }
  return found('receipt', { faults, facts: { round, shard, index, joinedAt } });
}
