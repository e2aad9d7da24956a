import type { FanHolds } from '../../../contracts/find-fan.ts';
import { fanWords as words } from '../../../words/en/control-room-fans.ts';
import { bookWords } from '../../../words/en/order-book.ts';
import type { Caller } from './fans-state.ts';
import { drawnNumber, type LineNews } from './told-place.ts';

/** A moment of a fan's morning. */
export interface PastMoment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly what: string;
}

/** All that is known of a fan, from every room, in the order in which it happened; what is still to come stands last. */
export function whatHappened(
  { found, orders }: Pick<Caller, 'found' | 'orders'>,
  news: LineNews | undefined,
  now: number,
  holds: FanHolds['holds'] = [],
  nights: ReadonlyMap<string, string> = new Map(),
): readonly PastMoment[] {
  const { event } = words;
  const inLine = found ? ofPlace(found, news, now) : [];
  const seats = holds.map((hold) => ({
    at: hold.decidedAt,
    what: event.hold(words.hold(hold.seats, nights.get(hold.performance) ?? hold.performance, words.holds[hold.state])),
  }));
  const ordered = orders.flatMap(({ reference, history }) =>
    history.map(({ happenedAt, act }) => ({ at: happenedAt, what: event.order(reference, bookWords.acts[act]) })),
  );
  return [...inLine, ...seats, ...ordered].sort((a, b) => a.at - b.at);
}

function ofPlace(found: NonNullable<Caller['found']>, news: LineNews | undefined, now: number): readonly PastMoment[] {
  const { event } = words;
  const { joinedAt, devices, call, pass, slowerLane, slowedAt, leftAt } = found;
  const position = news && drawnNumber(found, news);
  const at = (when: number | undefined, what: string) => (when === undefined ? [] : [{ at: when, what }]);
  return [
    { at: joinedAt, what: event.joined },
    ...devices
      .filter(({ first }) => !first)
      .map(({ kind, joinedAt: came }) => ({ at: came, what: event.device(`${kind.browser}, ${kind.system}`) })),
    ...(position === undefined ? [] : at(news?.sheet?.drawnAt, event.drawn(position))),
    ...at(call?.calledAt, event.called),
    ...(pass || (call && now < call.claimBy) ? [] : at(call?.claimBy, event.slotOver)),
    ...at(slowedAt, slowerLane?.state === 'removed' ? event.removed : event.slowed),
    ...at(slowerLane?.appealedAt, event.appealed),
    ...at(found.handover?.usedAt, event.handedOver),
    ...at(leftAt, event.left),
    ...(pass ? at(pass.endedAt ?? pass.expiresAt, pass.endedAt === undefined ? event.passEnds : event.passEnded) : []),
  ];
}
