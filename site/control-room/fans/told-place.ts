import type { FanHelp, FoundFan } from '../../../contracts/find-fan.ts';
import type { Board, DrawSheet, LineFile } from '../../../contracts/line.ts';
import { positionOf } from '../../../rules/draw.ts';
import { haltFor, inLobby } from '../../../rules/line-news.ts';
import { type FoundStanding, standing } from '../../../rules/standing.ts';
import { estimate } from '../../../rules/wait.ts';
import { fanWords } from '../../../words/en/control-room-fans.ts';
import { timeOfDay } from '../../../words/en/written.ts';
import { clockWithSeconds } from '../../../words/writing.ts';

/*
 * The place of a fan and its draw, in sentences that can be read out on the telephone. The number comes from the published
 * sheet, and where the fan stands from the rules that the fan's own page asks, so the two never say different things.
 */

/** What is published of the line, as far as it could be read. */
export interface LineNews {
  readonly line: LineFile;
  readonly board?: Board | undefined;
  /** Of the bank of the fan's place, once it is drawn. */
  readonly sheet?: DrawSheet | undefined;
}

const { say } = fanWords;

/** The number that the published draw gave the place. */
export function drawnNumber(
  { place }: Pick<FoundFan, 'place'>,
  { line, sheet }: Pick<LineNews, 'line' | 'sheet'>,
): number | undefined {
  return place && sheet ? positionOf(sheet, place, line.roll) : undefined;
}

/** `now` in milliseconds since the epoch; times are the venue's. */
export function toldPlace(fan: FoundFan, news: LineNews, now: number, zone: string | undefined): readonly string[] {
  const { board } = news;
  const position = drawnNumber(fan, news);
  if (!fan.place) return [joined(fan, news, zone), say.cutShort];
  if (fan.leftAt !== undefined) return [joined(fan, news, zone), say.left(timeOfDay(fan.leftAt, zone))];
  const stand = standingOf(fan, news, now);
  const draw = position !== undefined && news.sheet ? [say.drawn(timeOfDay(news.sheet.drawnAt, zone), position)] : [];
  const halt = haltFor(stand, board);
  const held = halt ? [say.halted[halt]] : [];
  const begun = [joined(fan, news, zone), ...draw];
  if (fan.slowerLane?.state === 'removed') return [...begun, say.removed];
  const slower = fan.slowerLane ? [fan.slowerLane.why === 'staff' ? say.slowerStaff : say.slower] : [];
  switch (stand.at) {
    case 'lobby':
      return [...begun, say.doors(timeOfDay(stand.doorsAt, zone)), ...slower, say.keepOpen];
    case 'drawing':
      return [...begun, say.drawing, ...slower, say.keepOpen];
    case 'waiting': {
      const wait = estimate(stand.ahead, halt ? 0 : (board?.rate ?? 0));
      const when = halt ? held : [wait ? say.wait(wait.half, wait.most) : say.waitUnknown];
      const far = [say.called(board?.calledUpTo ?? 0), say.ahead(stand.ahead)];
      return [...begun, say.chance, ...far, ...when, ...slower, say.keepOpen];
    }
    case 'called':
      return [...begun, ...called(fan, now, zone), ...slower, ...held];
    case 'shopping':
      return [...begun, say.shopping(clockWithSeconds(stand.expiresAt, zone)), say.toHall];
    case 'over':
      return [...begun, say.closed];
    case 'outside':
      return begun;
  }
}

/** Where the fan stands, by the rule of the fan's own page. */
function standingOf(fan: FoundFan, news: LineNews, now: number): FoundStanding {
  const { line, board } = news;
  return standing({
    line,
    board,
    place: fan.place,
    position: drawnNumber(fan, news),
    calledUpTo: board?.calledUpTo ?? 0,
    pass: fan.pass && { expiresAt: fan.pass.endedAt ?? fan.pass.expiresAt },
    slowerLane: fan.slowerLane?.state,
    now,
  });
}

/** The acts that can help this fan now; the platform decides in the end. */
export function helpsNow(fan: FoundFan, news: LineNews | undefined, now: number): readonly FanHelp['act'][] {
  const lane = fan.slowerLane?.state;
  const isCalled = news && fan.leftAt === undefined && standingOf(fan, news, now).at === 'called';
  return [
    ...(isCalled && lane !== 'removed' ? (['nudge', 'readmit'] as const) : []),
    ...(lane === 'removed' || !fan.place || isOver(news, now) ? [] : (['hand-over'] as const)),
    ...(lane ? (['restore'] as const) : []),
    ...(lane === 'removed' ? [] : (['remove'] as const)),
  ];
}

function isOver(news: LineNews | undefined, now: number): boolean {
  return news !== undefined && now >= news.line.closesAt;
}

function joined({ place, joinedAt }: FoundFan, { line, board, sheet }: LineNews, zone: string | undefined): string {
  const time = timeOfDay(joinedAt, zone);
  const lobbies = line.tiers?.map(({ round }) => round) ?? [0];
  if (place && !lobbies.includes(place.round)) return say.joinedLater(time);
  const all = sheet?.size ?? inLobby(line, board);
  return say.joinedLobby(time, all === undefined ? undefined : Math.max(0, all - 1));
}

function called(fan: FoundFan, now: number, zone: string | undefined): readonly string[] {
  const { call, pass, slotUntil, readmissions } = fan;
  if (readmissions.until !== undefined) return [say.onTop(timeOfDay(readmissions.until, zone))];
  if (slotUntil !== undefined) return [say.slot(clockWithSeconds(slotUntil, zone))];
  if (pass) return [say.over(timeOfDay(pass.endedAt ?? pass.expiresAt, zone)), say.again];
  if (call && now <= call.claimBy)
    return [say.calledAt(timeOfDay(call.calledAt, zone), clockWithSeconds(call.claimBy, zone)), say.openPage];
  return [say.calledLate, say.openPage];
}
