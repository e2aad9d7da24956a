import { type AskedLever, type LineLevers, type TwoPeopleAct, twoPeopleActs } from '../../../contracts/levers.ts';
import type { Board } from '../../../contracts/line.ts';
import { published } from '../../../contracts/paths.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import type { Stock } from '../../../contracts/stock.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { LineRecord, LineStore } from '../line/line-store.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import { tiersOf } from '../line/tiers.ts';
import { forecastReadingsOf } from './forecast-readings.ts';
import { lineUnknown, nameless } from './pull-lever.ts';
import { standingOf } from './what-stands.ts';

/** The levers of a line as they stand, for somebody who may see its readings, with what a forecast is computed from. */
export interface ShowLeversDeps {
  readonly lines: Pick<LineStore, 'read'>;
  readonly shoppers: Pick<ShoppersStore, 'read'>;
  readonly readFile: <File>(path: string) => Promise<File | undefined>;
  readonly twoPeople: readonly TwoPeopleAct[];
}

export async function showLevers(
  deps: ShowLeversDeps,
  asker: ActingMember,
  onSale: string,
  now: number,
): Promise<{ readonly ok: true; readonly levers: LineLevers } | Refusal> {
  const place = { onSale };
  if (!asker.may('see-readings', [place])) return notAllowed();
  const line = await deps.lines.read(onSale);
  if (!line) return lineUnknown();
  const { facts, progress, hands = [] } = line;
  const [shoppers, stock, board] = await Promise.all([
    deps.shoppers.read(onSale, now, facts.roomParts),
    deps.readFile<Stock>(published.stock(onSale)),
    deps.readFile<Board>(published.board(onSale)),
  ]);
  const asked = askedOf(line, asker, now);
  const isOwner = asker.roleFor('turn-dials', place) === 'owner';
  return {
    ok: true,
    levers: {
      onSale,
      title: facts.title,
      ...standingOf(line),
      doors: progress.lobbies < tiersOf(facts).length ? 'closed' : 'open',
      ended: now >= facts.closesAt,
      hands: hands.map(({ at, act, role }) => ({ at, act, role })),
      ...(asked && { asked }),
      twoPeople: isOwner ? [] : deps.twoPeople,
      may: {
        turn: asker.may('turn-dials', [place]),
        say: asker.may('message-fans', [place]),
        judge: asker.may('judge-places', [place]),
        note: asker.may('write-notes', [place]),
      },
      readings: forecastReadingsOf(line, { shoppers, stock, board }, now),
    },
  };
}

function askedOf({ asked }: LineRecord, asker: ActingMember, now: number): AskedLever | undefined {
  if (!asked || now >= asked.until) return undefined;
  const { act, role, by, until } = asked;
  const name = twoPeopleActs.find((one) => one === act.act);
  if (!name) return undefined;
  return {
    ...{ key: act.key, act: name, role, reason: act.reason, until, own: by === nameless(asker, act.key) },
    ...(act.act === 'move-doors' && act.opensAt !== 'now' && { opensAt: act.opensAt }),
  };
}
