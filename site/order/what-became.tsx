import type { OrderItem, OrderView } from '../../contracts/order.ts';
import { orderWords } from '../../words/en/order.ts';
import { longMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { Notice } from '../elements/notice.tsx';

/** What became of a performance of the order: it does not take place, or elsewhere. In the words of the house. */
export function WhatBecame({
  line,
  order,
  now,
}: {
  readonly line: OrderItem;
  readonly order: OrderView;
  readonly now: number;
}) {
  const { cancelled, moved, outcome, insteadOf } = line;
  const hasChoice =
    order.choices?.some(({ performance }) => performance === line.performance) ||
    order.items.some((item) => item.insteadOf === line.performance);
  if (cancelled) {
    return (
      <Notice title={orderWords.performanceOff} tone="trouble">
        <p>{orderWords.houseSays(isolated(cancelled.reason))}</p>
        {(hasChoice ? [] : cancelled.instead).map((id) => (
          <p key={id}>
            <a href={`/hall?performance=${encodeURIComponent(id)}`}>{orderWords.otherDates}</a>
          </p>
        ))}
      </Notice>
    );
  }
  if (insteadOf !== undefined && !moved && outcome === 'sold') return <Notice title={orderWords.choice.instead} />;
  if (!moved || outcome !== 'sold') return null;
  const before = `${longMoment(moved.from.startsAt, order.timeZone)}, ${moved.from.venue}`;
  return (
    <Notice title={orderWords.movedFrom(before)}>
      <p>{`${longMoment(line.startsAt, order.timeZone)}, ${line.venue}`}</p>
      <p>{orderWords.houseSays(isolated(moved.reason))}</p>
      {now < moved.returnUntil && <p>{orderWords.returnUntil(longMoment(moved.returnUntil, order.timeZone))}</p>}
    </Notice>
  );
}
