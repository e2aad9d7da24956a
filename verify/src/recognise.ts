import type { CheckpointFile, HeadLog } from '../../contracts/head-log.ts';
import type { SeenHeads } from '../../contracts/heads.ts';
import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, DrawSheet, LineFile, Place, Rounds } from '../../contracts/line.ts';
import type { RollBank, RollCommitment, RollTile } from '../../contracts/roll.ts';
import { headsIn } from '../../rules/head-text.ts';
import { bankText, commitmentText, tileText } from '../../rules/roll.ts';
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
  | { readonly kind: 'commitment'; readonly file: RollCommitment }
  | { readonly kind: 'bank'; readonly file: RollBank }
  | { readonly kind: 'tile'; readonly file: RollTile }
  | { readonly kind: 'heads'; readonly file: SeenHeads }
  | { readonly kind: 'log'; readonly file: HeadLog }
  | { readonly kind: 'checkpoint'; readonly file: CheckpointFile }
  | { readonly kind: 'receipt'; readonly file: string }
  | { readonly kind: 'damaged'; readonly as: FileKind }
  | { readonly kind: 'unknown' };
export type FileKind = keyof typeof forms;

export function recognise(text: string): Recognised {
  const trimmed = text.trim();
  if (/^r2\./.test(trimmed)) return { kind: 'receipt', file: trimmed };
  const value = parseJson(trimmed);
  const mailed = value === undefined ? mailedHeads(trimmed) : undefined;
  if (mailed) return mailed;
  const found = recogniseFile(value);
  // Hashes are over these texts: any other writing of the same facts is another file.
  const isAsWritten = onlyText(found);
  return isAsWritten === undefined || isAsWritten === trimmed ? found : { kind: 'damaged', as: found.kind as FileKind };
}

/** Heads in a mail that was saved, or in a line that was copied from one. */
function mailedHeads(text: string): Recognised | undefined {
  const found = headsIn(text);
  const onSales = new Set(found.map(({ onSale }) => onSale));
  const [onSale] = onSales;
  if (onSale === undefined) return undefined;
  if (onSales.size > 1) return { kind: 'damaged', as: 'heads' };
  const seenAt = receivedAt(text);
  const heads = found.map(({ n, rolls, head, at }) => ({
    n,
    rolls,
    head,
    at,
    ...(seenAt !== undefined && { seenAt }),
  }));
  return { kind: 'heads', file: { v: 1, onSale, heads } };
}

/** When the reader's own server had a mail that was saved: its stamp is the first. Whoever sent it did not write that. */
function receivedAt(mail: string): number | undefined {
  const stamp = /^Received:(?:[^\r\n]|\r?\n[ \t])*;\s*([^\r\n(]+)/im.exec(mail)?.[1];
  const at = Date.parse(stamp ?? '');
  return Number.isNaN(at) ? undefined : at;
}

function onlyText(found: Recognised): string | undefined {
  if (found.kind === 'commitment') return commitmentText(found.file);
  if (found.kind === 'bank') return bankText(found.file);
  return found.kind === 'tile' ? tileText(found.file) : undefined;
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
const isTwo: HasForm = (value) => value === 2;
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

const isAbove: HasForm = (value) => isWhole(value) && (value as number) > 0;
const isFileHash: HasForm = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{43}$/.test(value);
/** A mark of a roll: base64url of 16 bytes. */
const isMark: HasForm = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);

/** A field that only this kind has, among those that are not listed before it. */
const marks = {
  line: 'receiptKey',
  commitment: 'committedAt',
  bank: 'tiles',
  tile: 'shards',
  sheet: 'drawnAt',
  rounds: 'spans',
  ledger: 'entries',
  board: 'calledUpTo',
  heads: 'heads',
  log: 'leaves',
  checkpoint: 'cosigned',
} as const;

const beaconChain = having({
  chainHash: isHash,
  publicKey: isHex,
  scheme: isText,
  genesis: isWhole,
  period: isPositive,
  lobby: isAbove,
  patienceMs: isWhole,
});
const beacon = having({ round: isWhole, randomness: isHash, signature: isHex });
const unproved = having({ unproved: isText });

const layout: HasForm = (value) => {
  const isLayout = having({ cap: isAbove, tile: isAbove, bank: isAbove });
  return isLayout(value) && (value as { bank: number }).bank % (value as { tile: number }).tile === 0;
};
const head = { n: isWhole, rolls: isWhole, head: isHash };

const forms = {
  line: having({
    v: isTwo,
    onSale: isText,
    title: isText,
    opensAt: isWhole,
    closesAt: isWhole,
    chain: having({ anchor: isHash, length: isWhole }),
    receiptKey: isText,
    tiers: maybe(
      listOf(having({ id: isText, name: isText, opensAt: isWhole, round: isWhole, beacon: maybe(isWhole) })),
    ),
    roll: layout,
    beacon: maybe(beaconChain),
    log: maybe(having({ key: isText, witnesses: listOf(isText), quorum: isWhole })),
  }),
  commitment: having({
    v: isTwo,
    onSale: isText,
    round: isWhole,
    n: isAbove,
    before: isHash,
    shards: isWhole,
    size: isWhole,
    banks: listOf(isFileHash),
    closedAt: isWhole,
    committedAt: isWhole,
    beacon: maybe(isAbove),
  }),
  bank: having({
    v: isTwo,
    onSale: isText,
    round: isWhole,
    bank: isWhole,
    counts: listOf(isWhole),
    tiles: listOf(isFileHash),
  }),
  tile: having({ v: isTwo, onSale: isText, round: isWhole, tile: isWhole, shards: listOf(listOf(isMark)) }),
  sheet: having({
    v: isTwo,
    onSale: isText,
    round: isWhole,
    bank: isWhole,
    closedAt: isWhole,
    drawnAt: isWhole,
    counts: listOf(isWhole),
    before: isWhole,
    size: isWhole,
    offset: isWhole,
    seed: isHash,
    beacon: maybe((value) => beacon(value) || unproved(value)),
  }),
  rounds: having({
    v: isOne,
    onSale: isText,
    spans: listOf((span) => Array.isArray(span) && span.length === 2 && span.every(isWhole) && span[0] <= span[1]),
  }),
  ledger: having({
    v: isTwo,
    onSale: isText,
    segment: isWhole,
    entries: listOf(having({ text: isText, hash: isHash })),
  }),
  board: having({ v: isOne, onSale: isText, writtenAt: isWhole, calledUpTo: isWhole, ledger: having(head) }),
  heads: having({
    v: isOne,
    onSale: isText,
    heads: listOf(having({ ...head, seenAt: maybe(isWhole), at: maybe(isWhole) })),
  }),
  log: having({ v: isOne, onSale: isText, segment: isWhole, leaves: listOf(isText) }),
  checkpoint: having({
    v: isOne,
    onSale: isText,
    note: isText,
    cosigned: listOf(having({ lobbies: isWhole, note: isText })),
  }),
} as const;

const place = having({
  v: isTwo,
  onSale: isText,
  fan: isText,
  mark: isMark,
  round: isWhole,
  shard: isWhole,
  index: isWhole,
  joinedAt: isWhole,
  device: maybe(isText),
});
export const isPlace = (value: unknown): value is Place => place(value);

const ledgerLine = having({ n: isWhole, at: isWhole, act: isText, role: isText, reason: isText, detail: isObject });
/** The shape of the text of a ledger's entry. */
export const isLedgerLine = (value: unknown): boolean => ledgerLine(value);
