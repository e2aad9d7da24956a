import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import { parseJson } from './bytes.ts';

/**
 * Finds the kind of a published file by its text and not by its name, so that a folder of files may be called anything.
 * A text with the marks of one kind but not its form is `damaged`: that is worth saying, where a stranger's file is
 * not.
 */
export type Recognised =
  | { readonly kind: 'line'; readonly file: LineFile }
  | { readonly kind: 'sheet'; readonly file: DrawSheet }
  | { readonly kind: 'rounds'; readonly file: Rounds }
  | { readonly kind: 'ledger'; readonly file: Ledger }
  | { readonly kind: 'board'; readonly file: Board }
  | { readonly kind: 'receipt'; readonly file: string }
  | { readonly kind: 'damaged'; readonly as: FileKind }
  | { readonly kind: 'unknown' };
export type FileKind = keyof typeof forms;

export function recognise(text: string): Recognised {
  const trimmed = text.trim();
  if (/^r1\./.test(trimmed)) return { kind: 'receipt', file: trimmed };
  return recogniseFile(parseJson(trimmed));
}

export function recogniseFile(value: unknown): Recognised {
  if (!isObject(value)) return typeof value === 'string' ? recognise(value) : { kind: 'unknown' };
  // As a browser keeps it, or as the join answered.
  if (typeof value.receipt === 'string') return { kind: 'receipt', file: value.receipt };
  const kind = (Object.keys(marks) as FileKind[]).find((one) => marks[one] in value);
  if (!kind) return { kind: 'unknown' };
  return forms[kind](value) ? ({ kind, file: value } as unknown as Recognised) : { kind: 'damaged', as: kind };
}

type HasForm = (value: unknown) => boolean;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: HasForm = (value) => typeof value === 'string';
const isWhole: HasForm = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isOne: HasForm = (value) => value === 1;
const isHex: HasForm = (value) => typeof value === 'string' && /^(?:[0-9a-f]{2})+$/.test(value);
const isHash: HasForm = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isPositive: HasForm = (value) => Number.isFinite(value) && (value as number) > 0;
const listOf =
  (form: HasForm): HasForm =>
  (value) =>
    Array.isArray(value) && value.every(form);
const maybe =
  (form: HasForm): HasForm =>
  (value) =>
    value === undefined || form(value);
const having =
  (fields: Readonly<Record<string, HasForm>>): HasForm =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, form]) => form(value[name]));

/** A field that only this kind has. */
const marks = { line: 'receiptKey', sheet: 'counts', rounds: 'spans', ledger: 'entries', board: 'calledUpTo' } as const;

const beaconChain = having({
  chainHash: isHash,
  publicKey: isHex,
  scheme: isText,
  genesis: isWhole,
  period: isPositive,
});
const beacon = having({ round: isWhole, randomness: isHash, signature: isHex });
const missedBeacon = having({ missed: isText });

const forms = {
  line: having({
    v: isOne,
    onSale: isText,
    title: isText,
    opensAt: isWhole,
    closesAt: isWhole,
    chain: having({ anchor: isHash, length: isWhole }),
    receiptKey: isText,
    tiers: maybe(listOf(having({ id: isText, name: isText, opensAt: isWhole, round: isWhole }))),
    beacon: maybe(beaconChain),
  }),
  sheet: having({
    v: isOne,
    onSale: isText,
    round: isWhole,
    drawnAt: isWhole,
    counts: listOf(isWhole),
    size: isWhole,
    offset: isWhole,
    seed: isHash,
    closedAt: maybe(isWhole),
    beacon: maybe((value) => beacon(value) || missedBeacon(value)),
  }),
  rounds: having({
    v: isOne,
    onSale: isText,
    spans: listOf((span) => Array.isArray(span) && span.length === 2 && span.every(isWhole) && span[0] <= span[1]),
  }),
  ledger: having({ v: isOne, onSale: isText, entries: listOf(having({ text: isText, hash: isHash })) }),
  board: having({ v: isOne, onSale: isText, writtenAt: isWhole, ledger: having({ n: isWhole, head: isHash }) }),
} as const;

const place = having({
  v: isOne,
  onSale: isText,
  fan: isText,
  round: isWhole,
  shard: isWhole,
  index: isWhole,
  joinedAt: isWhole,
});
export const isPlace = (value: unknown): value is Place => place(value);

const ledgerLine = having({ n: isWhole, at: isWhole, act: isText, role: isText, reason: isText, detail: isObject });
/** The shape of the text of a ledger's entry. */
export const isLedgerLine = (value: unknown): boolean => ledgerLine(value);
