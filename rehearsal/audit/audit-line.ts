import { createPublicKey, verify } from 'node:crypto';
import type { DrawSheet, Place } from '../../contracts/line.ts';
import { afterEndMs } from '../../lambdas/waiting-room/line/shoppers-store.ts';
import type { PassGiven } from '../notes.ts';
import { rollBreaches } from './audit-roll.ts';
import type { Evidence, LineEvidence, Witness } from './evidence.ts';
import { type AuditFinding, finding, plural, repeated } from './finding.ts';
import { isOfChain, positionsOf } from './recompute.ts';

/** The waiting room's promises, W1 to W6, checked from what lies in the tables and is published. */
export function auditLines({ lines, readAt }: Evidence, witness: Witness): readonly AuditFinding[] {
  const drawn = lines.map(drawnFans);
  return [
    onePlaceEach(lines, drawn),
    earlierRoundsFirst(lines, drawn),
    passesWithinTheDial(lines, witness, readAt),
    placesKept(lines, witness),
    positionsRecomputed(lines, drawn, witness),
    lineMoved(lines, witness, readAt),
  ];
}

/** Every fan of a line whose round is drawn, with the position that the published sheet gives. */
type DrawnFan = LineEvidence['fans'][number] & { readonly position: number | undefined };

function drawnFans({ file, fans, sheets }: LineEvidence): readonly DrawnFan[] {
  const { bank } = file.roll;
  const positions = new Map(sheets.map((sheet) => [`${sheet.round}/${sheet.bank}`, positionsOf(sheet, bank)]));
  return fans.flatMap((fan) => {
    const ofBank = positions.get(`${fan.round}/${Math.floor(fan.shard / bank)}`);
    return ofBank ? { ...fan, position: ofBank(fan) } : [];
  });
}

function onePlaceEach(lines: readonly LineEvidence[], drawn: readonly (readonly DrawnFan[])[]): AuditFinding {
  const breaches = lines.flatMap(({ file, fans }, line) => [
    ...repeated(fans.map(({ fan }) => fan)).map(([fan]) => `fan ${fan} has two places in ${file.onSale}`),
    ...repeated(fans.map(({ round, shard, index }) => `${round}/${shard}/${index}`)).map(
      ([place, count]) => `${count} fans of ${file.onSale} have the place ${place}`,
    ),
    ...repeated((drawn[line] ?? []).flatMap(({ position }) => position ?? [])).map(
      ([position, count]) => `${count} fans of ${file.onSale} share position ${position}`,
    ),
  ]);
  const places = lines.reduce((sum, { fans }) => sum + fans.length, 0);
  const positions = drawn.reduce((sum, fans) => sum + fans.length, 0);
  return finding('W1', breaches, `${plural(places, 'place')}, ${plural(positions, 'position')}: none held twice`);
}

function earlierRoundsFirst(lines: readonly LineEvidence[], drawn: readonly (readonly DrawnFan[])[]): AuditFinding {
  const breaches = lines.flatMap(({ file, sheets }, line) => {
    const ofRound = new Map(sheets.map((sheet) => [sheet.round, sheet]));
    const rounds = [...ofRound.values()];
    return [
      ...rounds.flatMap((sheet, index) => {
        const before = rounds[index - 1];
        const expected = before ? before.offset + before.size : 0;
        return sheet.offset === expected
          ? []
          : `round ${sheet.round} of ${file.onSale} starts after ${sheet.offset}, not ${expected}`;
      }),
      ...(drawn[line] ?? []).flatMap((fan) => {
        const sheet = ofRound.get(fan.round);
        if (!sheet || fan.position === undefined) return [];
        const within = fan.position > sheet.offset && fan.position <= sheet.offset + sheet.size;
        return within ? [] : `position ${fan.position} lies outside round ${fan.round} of ${file.onSale}`;
      }),
    ];
  });
  const rounds = lines.reduce((sum, line) => sum + line.rounds.length, 0);
  return finding('W2', breaches, `${plural(rounds, 'round')}, each wholly behind the one before`);
}

function passesWithinTheDial(lines: readonly LineEvidence[], witness: Witness, readAt: number): AuditFinding {
  const breaches: string[] = [];
  const counted: string[] = [];
  for (const { file, passes, dials } of lines) {
    const now = passes.filter(({ endsAt }) => endsAt > readAt);
    const inUse = new Set(
      now.flatMap((bunch) => [
        ...bunch.inUse,
        ...bunch.ended.filter(({ endedAt }) => readAt < endedAt + afterEndMs).map(({ pass }) => pass),
      ]),
    );
    const vouchers = new Set(passes.flatMap((bunch) => bunch.vouchers)).size;
    const vouchersNow = new Set(now.flatMap((bunch) => bunch.vouchers)).size;
    if (inUse.size > dials.shopping + vouchersNow) {
      breaches.push(
        `${inUse.size} passes of ${file.onSale} are in use; the dial says ${dials.shopping}, ${vouchersNow} have vouchers`,
      );
    }
    for (const bunch of passes) {
      const both = bunch.ended.find(({ pass }) => bunch.inUse.includes(pass));
      if (both) breaches.push(`pass ${both.pass} of ${file.onSale} has ended and is in use`);
    }
    if (file.onSale !== witness.onSale) continue;
    const most = mostAtOnce(witness.notes.passes);
    if (most > dials.shopping + vouchers) {
      breaches.push(`${most} fans shopped at once; the dial says ${dials.shopping}, ${vouchers} had vouchers`);
    }
    counted.push(
      `at most ${most} of the rehearsal shopped at once under a dial of ${dials.shopping}, ${vouchers} with vouchers`,
    );
  }
  return finding('W3', breaches, counted.join('; ') || 'no line of the rehearsal was found');
}

/** The most passes that were certainly in use at one moment: from the answer's arrival to giving it back. */
export function mostAtOnce(passes: readonly PassGiven[]): number {
  const steps = passes
    .flatMap(({ givenAt, endsAt }) => [
      { at: givenAt, by: 1 },
      { at: endsAt, by: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.by - b.by);
  let inUse = 0;
  let most = 0;
  for (const { by } of steps) {
    inUse += by;
    most = Math.max(most, inUse);
  }
  return most;
}

function placesKept(lines: readonly LineEvidence[], { onSale, notes }: Witness): AuditFinding {
  const line = lines.find(({ file }) => file.onSale === onSale);
  const kept = new Map(line?.fans.map((fan) => [fan.fan, fan]));
  const breaches = notes.receipts.flatMap(({ fan, receipt, place, again }): readonly string[] => {
    if (!line || !isGenuine(receipt, line.file.receiptKey, place)) return [`the receipt of fan ${fan} is not genuine`];
    const found = kept.get(place.fan);
    if (!found) return [`the place of fan ${fan} is gone`];
    if (found.round !== place.round || found.shard !== place.shard || found.index !== place.index) {
      return [`the place of fan ${fan} moved from round ${place.round} to ${found.round}`];
    }
    return again !== undefined && again !== receipt ? [`fan ${fan} came back to another receipt`] : [];
  });
  const contradictions = notes.contradictions.filter(({ rule }) => rule === 'W4' || rule === 'W1');
  const back = notes.receipts.filter(({ again }) => again !== undefined).length;
  return finding(
    'W4',
    [...breaches, ...contradictions.map(({ said }) => said)],
    `${plural(notes.receipts.length, 'receipt')} lead to the places they were given for; ${plural(back, 'fan')} came back to the same one`,
  );
}

/** Whether the line's published key signed exactly this place. */
export function isGenuine(receipt: string, publicKey: string, place: Place): boolean {
  const [kind, payload = '', signature = ''] = receipt.split('.');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  const signed = verify(null, Buffer.from(`${kind}.${payload}`), key, Buffer.from(signature, 'base64url'));
  if (!signed || kind !== 'r2') return false;
  const said = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Place;
  return (['onSale', 'fan', 'mark', 'round', 'shard', 'index'] as const).every((field) => said[field] === place[field]);
}

function positionsRecomputed(
  lines: readonly LineEvidence[],
  drawn: readonly (readonly DrawnFan[])[],
  { onSale, notes }: Witness,
): AuditFinding {
  const breaches = lines.flatMap(({ file, sheets, rounds }, line) => [
    ...sheets.flatMap((sheet) => seedBreaches(sheet, file.onSale, file.chain.anchor)),
    ...rollBreaches(lines[line] as LineEvidence),
    ...rounds.flatMap(({ round, sizes, offset }) => {
      const own = sheets.filter((published) => published.round === round);
      if (own.length === 0) return `round ${round} of ${file.onSale} was drawn and has no published sheet`;
      const counted = own.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
      const same = own.every((sheet, bank) => {
        const before = sizes.slice(0, bank).reduce((sum, size) => sum + size, 0);
        return sheet.bank === bank && sheet.offset === offset && sheet.before === before;
      });
      return same && JSON.stringify(counted) === JSON.stringify(sizes)
        ? []
        : `the published sheet of round ${round} of ${file.onSale} is not the one in the table`;
    }),
    ...(drawn[line] ?? [])
      .filter(({ position }) => position === undefined)
      .map(({ fan, round, shard, index }) => `fan ${fan} has a place ${round}/${shard}/${index} that was not counted`),
  ]);
  const recomputed = new Map(
    lines.flatMap(({ file }, line) =>
      file.onSale === onSale ? (drawn[line] ?? []).map(({ fan, position }) => [fan, position] as const) : [],
    ),
  );
  const told = [
    ...notes.receipts.flatMap(({ place, position }) => (position === undefined ? [] : { fan: place.fan, position })),
    ...notes.passes.map(({ fanKey, position }) => ({ fan: fanKey, position })),
  ];
  for (const { fan, position } of told) {
    if (recomputed.get(fan) !== position) {
      breaches.push(`fan ${fan} was told position ${position}; recomputed it is ${recomputed.get(fan)}`);
    }
  }
  for (const { rule, said } of notes.contradictions) if (rule === 'W5') breaches.push(said);
  const all = drawn.reduce((sum, fans) => sum + fans.length, 0);
  return finding(
    'W5',
    breaches,
    `${plural(all, 'position')} recomputed from published files, all seeds of their chain`,
  );
}

function seedBreaches(sheet: DrawSheet, onSale: string, anchor: string): readonly string[] {
  if (isOfChain(sheet.seed, sheet.round, anchor)) return [];
  return [`the seed of round ${sheet.round} of ${onSale} does not lead to the published anchor`];
}

/** Milliseconds without a call, while fans wait and slots are free, after which the line counts as stuck. */
const stuckAfter = 60_000;

function lineMoved(lines: readonly LineEvidence[], { onSale, notes }: Witness, readAt: number): AuditFinding {
  const line = lines.find(({ file }) => file.onSale === onSale);
  if (!line) return finding('W6', [`the line of ${onSale} was not found`], '');
  const window = line.dials.claimMinutes * 60_000 + stuckAfter;
  const boards = [...notes.boards.values()].sort((a, b) => a.writtenAt - b.writtenAt);
  const breaches: string[] = [];
  let movedAt = boards[0]?.writtenAt ?? readAt;
  let calls = 0;
  for (const [index, board] of boards.entries()) {
    const before = boards[index - 1];
    if (before && board.calledUpTo < before.calledUpTo) {
      breaches.push(`the call went back from ${before.calledUpTo} to ${board.calledUpTo}`);
    }
    if (before && board.calledUpTo > before.calledUpTo) calls += 1;
    // A line that is halted, for want of seats too, is not expected to move.
    const halted = board.phase !== 'open' || board.halt !== undefined;
    const isOut = notes.outages.some(({ from, until }) => board.writtenAt >= from && board.writtenAt <= until);
    const moving = isOut || halted || board.calledUpTo >= board.drawn || board.calledUpTo !== before?.calledUpTo;
    if (moving) movedAt = board.writtenAt;
    const shopping = notes.passes.filter(
      ({ givenAt, endsAt }) => givenAt <= board.writtenAt && endsAt > board.writtenAt,
    ).length;
    if (board.writtenAt - movedAt > window && shopping < line.dials.shopping) {
      breaches.push(
        `nobody was called for ${Math.round((board.writtenAt - movedAt) / 1000)} s with ${shopping} shopping`,
      );
      break;
    }
  }
  const { calledUpTo, drawn } = line.board;
  return finding(
    'W6',
    breaches,
    `${plural(calls, 'call')} seen, up to ${calledUpTo} of ${drawn}; the line never stood`,
  );
}
