import type { Place } from '../contracts/line.ts';
import type { Need, SlowerLane } from '../contracts/line-requests.ts';
import { long } from './box.store.ts';

/*
 * The memory of this browser for a fan's way through the line, until the fan clears it: receipts, passes, how far was
 * called, and the visitor id of open on-sales. Imported as `kept`; a page carries only what it uses of it.
 */

export interface KeptReceipt {
  readonly receipt: string;
  readonly place: Place;
  /** Only if the place is in the slower lane or was removed. */
  readonly slowerLane?: SlowerLane;
  /** How many devices hold the place, if there are several. */
  readonly devices?: number | undefined;
  /** The number that the draw gave, once it was computed. */
  readonly position?: number;
  /** Of the draw that gave it: how many were in it, and how many were drawn before. */
  readonly drawn?: { readonly size: number; readonly offset: number };
}

/** The signals by which the fan wants to hear that their turn has come. */
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
const orderedOf = (onSale: string) => `stampede.ordered.${onSale}`;
const needsOf = (onSale: string) => `stampede.needs.${onSale}`;
const voucherOf = (onSale: string) => `stampede.voucher.${onSale}`;
const signalsName = 'stampede.signals';
const visitorName = 'stampede.visitor';

export const receipt = (onSale: string) => long.read<KeptReceipt>(receiptOf(onSale));
export const keepReceipt = (onSale: string, receipt: KeptReceipt) =>
  long.put(receiptOf(onSale), JSON.stringify(receipt));
/** The receipts of all lines in which this browser has, or had, a place. */
export const receipts = (): readonly (KeptReceipt & { readonly onSale: string })[] =>
  long
    .names()
    .filter((key) => key.startsWith(receiptOf('')))
    .flatMap((key) => {
      const held = long.read<KeptReceipt>(key);
      return held ? [{ ...held, onSale: key.slice(receiptOf('').length) }] : [];
    });
export const dropReceipt = (onSale: string) => long.drop(receiptOf(onSale));

/** The furthest call this browser has seen, so that the number ahead never grows, also over a refresh. */
export const called = (onSale: string) => long.read<number>(calledOf(onSale)) ?? 0;
export const keepCalled = (onSale: string, upTo: number) => long.put(calledOf(onSale), `${upTo}`);

export const pass = (onSale: string) => long.read<KeptPass>(passOf(onSale));
export const keepPass = (pass: KeptPass) => long.put(passOf(pass.onSale), JSON.stringify(pass));
/** The pass was given back or taken away: it is over now. */
export const endPass = (pass: KeptPass, now: number) => keepPass({ ...pass, expiresAt: Math.min(now, pass.expiresAt) });
export const dropPass = (onSale: string) => long.drop(passOf(onSale));
/** All passes, the one that lasts longest first. */
export const passes = (): readonly KeptPass[] =>
  long
    .names()
    .filter((key) => key.startsWith(passOf('')))
    .flatMap((key) => long.read<KeptPass>(key) ?? [])
    .sort((a, b) => b.expiresAt - a.expiresAt);

/** An order that was placed on this browser, and the holds that it is of. */
export interface KeptOrder {
  readonly order: string;
  readonly holds: readonly string[];
}
/** The orders of a line that stand, the newest first. */
export const ordered = (onSale: string): readonly KeptOrder[] => long.read(orderedOf(onSale)) ?? [];
export const keepOrdered = (onSale: string, order: KeptOrder) =>
  long.put(orderedOf(onSale), JSON.stringify([order, ...withoutOrder(onSale, order.order)]));
/** It came to nothing. */
export const dropOrdered = (onSale: string, order: string) =>
  long.put(orderedOf(onSale), JSON.stringify(withoutOrder(onSale, order)));
const withoutOrder = (onSale: string, order: string) => ordered(onSale).filter((one) => one.order !== order);

/** Given when an error of ours spoilt a checkout: lets the fan in again without waiting. */
export const voucher = (onSale: string) => long.get(voucherOf(onSale));
export const keepVoucher = (onSale: string, voucher: string) => long.put(voucherOf(onSale), voucher);
export const dropVoucher = (onSale: string) => long.drop(voucherOf(onSale));

/** Needs that were ticked before the link in the mail was opened; dropped with the join. */
export const needs = (onSale: string): readonly Need[] => long.read(needsOf(onSale)) ?? [];
export const keepNeeds = (onSale: string, needs: readonly Need[]) => long.put(needsOf(onSale), JSON.stringify(needs));
export const dropNeeds = (onSale: string) => long.drop(needsOf(onSale));

export const signals = (): Signals => long.read(signalsName) ?? {};
export const keepSignals = (signals: Signals) => long.put(signalsName, JSON.stringify(signals));

/** Whether this browser keeps nothing for us: it is tried with what it has already. */
export const isForgetful = (): boolean => {
  keepSignals(signals());
  return long.isForgetful();
};

export const visitor = (make: () => string): string => {
  const known = long.get(visitorName);
  if (known !== undefined) return known;
  const made = make();
  long.put(visitorName, made);
  return made;
};

/** Runs when another tab of this browser changed what is kept. */
export const onChange = (act: () => void) => window.addEventListener('storage', act);
