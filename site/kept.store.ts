import type { Place } from '../contracts/line.ts';
import type { Lane, Need } from '../contracts/line-requests.ts';
import { long } from './box.store.ts';

/*
 * What this browser keeps of a fan's way through the line, until the fan clears it: receipts, passes, how
 * far was called, and the visitor id of open on-sales.
 */

export interface KeptReceipt {
  readonly receipt: string;
  readonly place: Place;
  /** Only if the place is in the slower lane or was removed. */
  readonly lane?: Lane;
  /** The number that the draw gave, once it was computed. */
  readonly position?: number;
}

/** How the fan wants to be told that their turn has come. */
export interface Signals {
  readonly notify?: boolean;
  readonly sound?: boolean;
  readonly vibrate?: boolean;
}

export interface KeptPass {
  readonly onSale: string;
  readonly pass: string;
  readonly position: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** How many times it may still be extended. */
  readonly extensions?: number;
}

const receiptOf = (onSale: string) => `stampede.receipt.${onSale}`;
const passOf = (onSale: string) => `stampede.pass.${onSale}`;
const calledOf = (onSale: string) => `stampede.called.${onSale}`;
const needsOf = (onSale: string) => `stampede.needs.${onSale}`;
const voucherOf = (onSale: string) => `stampede.voucher.${onSale}`;
const signalsName = 'stampede.signals';
const visitorName = 'stampede.visitor';

export const kept = {
  receipt: (onSale: string) => long.read<KeptReceipt>(receiptOf(onSale)),
  keepReceipt: (onSale: string, receipt: KeptReceipt) => long.put(receiptOf(onSale), JSON.stringify(receipt)),
  dropReceipt: (onSale: string) => long.drop(receiptOf(onSale)),

  /** The furthest call this browser has seen, so that the number ahead never grows, also over a refresh. */
  called: (onSale: string) => long.read<number>(calledOf(onSale)) ?? 0,
  keepCalled: (onSale: string, upTo: number) => long.put(calledOf(onSale), `${upTo}`),

  pass: (onSale: string) => long.read<KeptPass>(passOf(onSale)),
  keepPass: (pass: KeptPass) => long.put(passOf(pass.onSale), JSON.stringify(pass)),
  dropPass: (onSale: string) => long.drop(passOf(onSale)),
  /** All passes, the one that lasts longest first. */
  passes: (): readonly KeptPass[] =>
    long
      .names()
      .filter((key) => key.startsWith(passOf('')))
      .flatMap((key) => long.read<KeptPass>(key) ?? [])
      .sort((a, b) => b.expiresAt - a.expiresAt),

  /** Given when an error of ours spoilt a checkout: lets the fan in again without waiting. */
  voucher: (onSale: string) => long.get(voucherOf(onSale)),
  keepVoucher: (onSale: string, voucher: string) => long.put(voucherOf(onSale), voucher),
  dropVoucher: (onSale: string) => long.drop(voucherOf(onSale)),

  /** What was ticked before the link in the mail was opened; dropped with the join. */
  needs: (onSale: string): readonly Need[] => long.read(needsOf(onSale)) ?? [],
  keepNeeds: (onSale: string, needs: readonly Need[]) => long.put(needsOf(onSale), JSON.stringify(needs)),
  dropNeeds: (onSale: string) => long.drop(needsOf(onSale)),

  signals: (): Signals => long.read(signalsName) ?? {},
  keepSignals: (signals: Signals) => long.put(signalsName, JSON.stringify(signals)),

  visitor: (make: () => string): string => {
    const known = long.get(visitorName);
    if (known !== undefined) return known;
    const made = make();
    long.put(visitorName, made);
    return made;
  },

  /** Runs when another tab of this browser changed what is kept. */
  onChange: (act: () => void) => window.addEventListener('storage', act),
};
