import type { HandlerFigures, WatchedQueue } from '../../../contracts/platform.ts';
import type { OnSaleReadings } from '../../../contracts/readings.ts';
import { isOld } from './ages.ts';

/*
 * What needs a person, the worst first, each with the runbook that says what to do. A line that is closed or sold out
 * needs nobody; figures that nobody writes any more are a need of their own, and then the others are not believed.
 */

export type NeedKind =
  | 'pacemaker-silent'
  | 'stock-silent'
  | 'orders-old'
  | 'house-silent'
  | 'house-slow'
  | 'house-refusing'
  | 'beacon-awaited'
  | 'staff-paused'
  | 'refunds-failed'
  | 'appeals-open'
  | 'handler-fails'
  | 'routes-fail'
  | 'queue-old'
  | 'functions-throttled'
  | 'api-refuses'
  | 'tables-throttled'
  | 'dead-letters'
  | 'mails-back';

export interface Matter {
  readonly kind: NeedKind;
  readonly tone: 'urgent' | 'soon';
  /** A file of docs/runbooks. */
  readonly runbook?: string;
  /** How many, where it is counted. */
  readonly count?: number;
  /** The handler or the queue that it is about, where there may be several. */
  readonly of?: HandlerFigures['handler'] | WatchedQueue;
  /** How long the oldest waits. */
  readonly seconds?: number;
  readonly routes?: readonly string[];
}

/** The worst first. */
export const byTone = (needs: readonly Matter[]): readonly Matter[] =>
  [...needs].sort((one, other) => Number(other.tone === 'urgent') - Number(one.tone === 'urgent'));

/** Counted every minute for a sleeping line: an hour before the doors the pacemaker wakes. */
const wakesMs = 60 * 60_000;
const earlyMs = 2 * 60_000;

export function whatNeedsSomebody({ line, house, orders }: OnSaleReadings, now: number): readonly Matter[] {
  if (!line) return [];
  const isAwake = now >= line.opensAt - wakesMs && now < line.closesAt;
  const isOpen = now >= line.opensAt && now < line.closesAt;
  const counted = now >= line.opensAt - earlyMs && isAwake;
  const needs: (Matter | undefined | false)[] = [
    isAwake && isOld(line.writtenAt, now) && { kind: 'pacemaker-silent', tone: 'urgent', runbook: 'line-stands-still' },
    line.haltedWhy && line.halt !== 'staff'
      ? { kind: `house-${line.haltedWhy}`, tone: 'urgent', runbook: 'house-halted' }
      : counted &&
        house &&
        isOld(house.countedAt, now) && { kind: 'stock-silent', tone: 'urgent', runbook: 'stock-not-counted' },
    line.awaitsBeacon && { kind: 'beacon-awaited', tone: 'soon' },
    isOpen && line.halt === 'staff' && { kind: 'staff-paused', tone: 'soon' },
    // Nobody who looks: it is counted once a minute.
    isOpen &&
      orders &&
      now - orders.countedAt > 3 * 60_000 && { kind: 'orders-old', tone: 'soon', runbook: 'readings-old' },
    orders &&
      orders.failedRefunds > 0 && {
        kind: 'refunds-failed',
        tone: 'soon',
        runbook: 'refund-failed',
        count: orders.failedRefunds,
      },
    line.judged.appeals > 0 && { kind: 'appeals-open', tone: 'soon', count: line.judged.appeals },
  ];
  return byTone(needs.filter((need): need is Matter => Boolean(need)));
}
