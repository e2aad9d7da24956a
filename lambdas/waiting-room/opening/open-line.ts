import type { Season } from '../../../contracts/catalogue.ts';
import { type BeaconChain, type LineFile, type Tier, tierStride } from '../../../contracts/line.ts';
import type { LineOpening } from '../../../contracts/line-operation.ts';
import { published } from '../../../contracts/paths.ts';
import type { FieldError } from '../../../contracts/refusals.ts';
import type { RollLayout } from '../../../contracts/roll.ts';
import { vkeyOf } from '../../../rules/checkpoint.ts';
import { lobbyBeacon } from '../../../rules/roll.ts';
import { type GrowingFiles, publishGrown, type SeenFiles } from '../line/growing-files.ts';
import type { LineKeys } from '../line/line-keys.ts';
import { joinSecondsOf, layoutFor, lobbyShards, roundSecondsOf } from '../line/line-sizes.ts';
import {
  type LineFacts,
  type LineRecord,
  type LineStore,
  type NotedAct,
  promisedFacts,
  type TierFacts,
} from '../line/line-store.ts';
import type { MarkStore } from '../line/mark-store.ts';
import { markKeyKeptMs } from '../line/marks.ts';
import { boardFile, ledgerFile, publishLine, roundsFile } from '../line/published-lines.ts';
import { roomPartsOf } from '../line/room-parts.ts';
import { nobody } from '../line/shoppers-store.ts';
import { tiersOf } from '../line/tiers.ts';
import { logKey } from '../log/keep-log.ts';
import type { LogSetting } from '../log/log-setting.ts';
import { boardOf } from '../pace/board.ts';

/**
 * Opening a line: its promises are published before anyone can join, then the line is put. Opening the same line again
 * changes nothing; opening it with other facts is refused, since promises were made. Its dials are turned elsewhere.
 *
 * What a season says of the on-sale is what the line is opened with, if the season that is published has it. The season
 * is looked at once more after the promises are published, as the catalogue looks at the promises once more after it has
 * published a season: of two at the same moment at least one is refused.
 */
export interface OpenDeps {
  readonly lines: Pick<LineStore, 'read' | 'open'>;
  readonly marks: Pick<MarkStore, 'keep'>;
  readonly files: GrowingFiles;
  readonly keys: Pick<LineKeys, 'receipts' | 'log' | 'seeds'>;
  /** 32 bytes that nobody can guess, other ones each time: see `marks.ts`. */
  readonly newMarkKey: () => Uint8Array;
  /** How rolls are laid out; by the audience if left out. */
  readonly layout?: RollLayout;
  /** Parts of the room of shoppers; by the dial if left out. */
  readonly roomParts?: number;
  /** The beacon of this stage, if it has one. */
  readonly beacon?: BeaconChain | undefined;
  /** How many joins come through in a second. Without it pages spread nothing. */
  readonly joinsASecond?: number | undefined;
  /** Where this stage's lines keep a log of their heads, and who witnesses it. Without it they keep none. */
  readonly log?: LogSetting | undefined;
}

export type OpenOutcome =
  | { readonly ok: true; readonly line: LineFile; readonly isNew: boolean }
  | { readonly ok: false; readonly detail: string; readonly errors: readonly FieldError[] };

/** Long enough after the end to draw whoever was just joining, and to say on the board that it is over. */
const afterlifeMs = 10 * 60_000;

/** Past a beacon's time; after it staff may draw without. The beacon is drawn every few seconds, and kept for years. */
const patienceMs = 10 * 60_000;

export async function openLine(deps: OpenDeps, opening: LineOpening, now: number): Promise<OpenOutcome> {
  const { onSale, opensAt, closesAt, dials } = opening;
  const facts = factsOf(deps, opening);
  const found = await deps.lines.read(onSale);
  // What was moved since changes no promise.
  const before = found && { facts: promisedFacts(found.facts) };
  if (before && changedFacts(before.facts, facts).length > 0) return alreadyOpen(before.facts, facts);

  const file = lineFile(deps, before?.facts ?? facts);
  const untrue = before ? [] : await otherThanSeason(deps.files, file);
  if (untrue.length > 0) return notOfSeason(onSale, untrue);
  await publishLine(deps.files, file);
  if (before) return { ok: true, line: file, isNew: false };
  const meanwhile = await otherThanSeason(deps.files, file);
  if (meanwhile.length > 0) return notOfSeason(onSale, meanwhile);
  const line = newLine(facts, dials, file.chain.anchor, now);
  // The pacemaker writes these from now on. These first ones are for fans who come before its first tick.
  const seen: SeenFiles = new Map();
  const board = boardOf(line, { joined: 0, shoppers: nobody, now });
  await publishGrown(deps.files, seen, boardFile(board));
  await publishGrown(deps.files, seen, roundsFile(onSale, []));
  await publishGrown(deps.files, seen, ledgerFile(onSale, 0, []));
  await deps.marks.keep(onSale, deps.newMarkKey(), closesAt + markKeyKeptMs);
  const standing = await deps.lines.open(line, {
    ...{ onSale, opensAt, endsAt: closesAt + afterlifeMs, audience: opening.audience },
    ...(opening.later && { later: opening.later.map(({ opensAt }) => opensAt) }),
  });
  const promised = promisedFacts(standing.facts);
  if (changedFacts(promised, facts).length > 0) {
    // Somebody opened it with other facts in this very moment: theirs stand, so theirs are published.
    await publishLine(deps.files, lineFile(deps, promised));
    return alreadyOpen(promised, facts);
  }
  return { ok: true, line: file, isNew: true };
}

function factsOf({ beacon, layout, joinsASecond, log, ...deps }: OpenDeps, opening: LineOpening): LineFacts {
  const roomParts = deps.roomParts ?? roomPartsOf(opening.dials.shopping);
  const { onSale, title, opensAt, closesAt, entry, roster, audience, tier, later = [] } = opening;
  const ofRoster = roster === undefined ? {} : { roster };
  const chain = opening.beacon === false ? undefined : beacon;
  const joinSeconds = joinsASecond === undefined ? undefined : joinSecondsOf(audience, joinsASecond);
  const first = tier && { ...tier, entry, ...ofRoster, opensAt };
  const tiers =
    first && [first, ...later].map((one, at): TierFacts => tierFacts(one, at * tierStride, chain, audience));
  return {
    onSale,
    title,
    opensAt,
    closesAt,
    entry,
    ...ofRoster,
    audience,
    ...(tiers && { tiers }),
    roll: layout ?? layoutFor(audience),
    ...(joinSeconds !== undefined && { joinSeconds }),
    ...(roomParts > 1 && { roomParts }),
    ...(chain && { beacon: { ...chain, lobby: lobbyBeacon(chain, opensAt, audience), patienceMs } }),
    ...(log && {
      log: {
        origin: `${log.host}/lines/${onSale}`,
        witnesses: log.witnesses.map(({ key }) => key),
        quorum: log.quorum,
      },
    }),
  };
}

function tierFacts(
  { id, name, entry, roster, opensAt }: NonNullable<LineOpening['later']>[number],
  round: number,
  chain: BeaconChain | undefined,
  audience: number,
): TierFacts {
  const decides = chain && { beacon: lobbyBeacon(chain, opensAt, audience) };
  return { id, name, entry, ...(roster !== undefined && { roster }), opensAt, round, ...decides };
}

function newLine(facts: LineFacts, dials: LineRecord['dials'], anchor: string, now: number): LineRecord {
  return {
    facts,
    dials,
    progress: {
      open: { round: 0, shards: lobbyShards },
      closing: [],
      lobbies: 0,
      lastClosedAt: 0,
      drawnRounds: 0,
      spans: [],
      drawn: 0,
      calledUpTo: 0,
      calls: [],
      ledger: { n: 0, head: anchor },
      rolls: { n: 0, head: anchor },
    },
    acts: [openedAct(facts, now)],
    version: 1,
  };
}

function openedAct(facts: LineFacts, notedAt: number): NotedAct {
  const { opensAt, closesAt, audience, beacon } = facts;
  const tiers = tiersOf(facts);
  const detail = {
    opensAt,
    closesAt,
    audience,
    ...(tiers.length > 1 && { tiers: tiers.map(({ name }) => name).join(', ') }),
    ...(beacon && { beacon: beacon.chainHash }),
  };
  return { notedAt, act: 'opened', role: 'ops', reason: 'the line was opened', detail };
}

function lineFile({ keys }: OpenDeps, facts: LineFacts): LineFile {
  const { onSale, title, opensAt, closesAt, entry, tiers, roll, joinSeconds, beacon, log } = facts;
  const { anchor, length } = keys.seeds(onSale);
  return {
    v: 2,
    onSale,
    title,
    opensAt,
    closesAt,
    entry,
    ...(tiers && { tiers: tiers.map(promisedTier) }),
    roll,
    ...(beacon && { beacon }),
    ...(joinSeconds !== undefined && { joinSeconds }),
    roundSeconds: roundSecondsOf(facts),
    chain: { anchor, length },
    receiptKey: keys.receipts.publicKey,
    ...(log && { log: { key: vkeyOf(logKey(keys, log)), witnesses: log.witnesses, quorum: log.quorum } }),
  };
}

function promisedTier({ id, name, entry, opensAt, round, beacon }: TierFacts): Tier {
  return { id, name, entry, opensAt, round, ...(beacon !== undefined && { beacon }) };
}

/** Beacon and witnesses are the stage's, and the layout is the program's; a line keeps those it was opened with. */
const facts = ['title', 'opensAt', 'closesAt', 'entry', 'roster', 'audience', 'tiers'] as const;

function changedFacts(standing: LineFacts, asked: LineFacts): readonly (typeof facts)[number][] {
  const said = (of: LineFacts, name: (typeof facts)[number]) =>
    JSON.stringify(name === 'tiers' ? of.tiers?.map(({ beacon: _stage, ...tier }) => tier) : of[name]);
  return facts.filter((name) => said(standing, name) !== said(asked, name));
}

/** What the published season says otherwise of this on-sale, by field; nothing if it does not have it. */
async function otherThanSeason(files: GrowingFiles, line: LineFile): Promise<readonly FieldError[]> {
  const found = await files.readTagged<Season>(published.season());
  const season = found?.file.onSales.find(({ id }) => id === line.onSale);
  if (!season) return [];
  const tiers = (of: readonly Omit<Tier, 'round'>[] = []) =>
    JSON.stringify(of.map(({ id, name, entry, opensAt }) => [id, name, entry, opensAt]));
  const facts = [
    ['title', season.title, line.title],
    ['opensAt', season.opensAt, line.opensAt],
    ['closesAt', season.closesAt, line.closesAt],
    ['entry', season.entry, line.entry],
    ['tiers', tiers(season.tiers), tiers(line.tiers)],
  ] as const;
  return facts.flatMap(([field, says, asked]) =>
    says === asked ? [] : [{ field, message: `is ${says} in the season that is published` }],
  );
}

function notOfSeason(onSale: string, errors: readonly FieldError[]): OpenOutcome {
  return {
    ok: false,
    detail: `The published season says otherwise of ${onSale}. Publish it as the line is to be, or open the line as it says.`,
    errors,
  };
}

function alreadyOpen(standing: LineFacts, asked: LineFacts): OpenOutcome {
  const errors = changedFacts(standing, asked).map((name) => ({
    field: name,
    message: `is ${told(standing[name])} and cannot be changed`,
  }));
  return {
    ok: false,
    detail: `The line ${standing.onSale} is open already, and what it promised stands. Use another on-sale id.`,
    errors,
  };
}

function told(fact: LineFacts[(typeof facts)[number]]): string {
  return typeof fact === 'object' ? JSON.stringify(fact) : `${fact ?? 'not set'}`;
}
