import type { Basket } from '../../contracts/house.ts';
import { basketWords } from '../../words/en/basket.ts';
import { countdown } from '../../words/writing.ts';
import type { Trouble } from '../api.ts';
import { ShopTrouble } from './shop-trouble.tsx';

/** The last of it is said aloud at these, in milliseconds: often enough to act, too seldom to nag. */
const spokenAt = [120_000, 60_000, 30_000];

/** One clock for all that is held, and the way to get more time, once. */
export function BasketClock(props: {
  readonly timer: NonNullable<Basket['timer']>;
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly now: number;
  /** The time to shop is over, or a payment is on its way: there is no more time to ask for, and nothing to choose anew. */
  readonly isLast?: boolean;
  readonly extending: boolean;
  readonly trouble?: Trouble | undefined;
  readonly onMore: () => void;
}) {
  const { timer, now, isLast, extending, trouble, onMore } = props;
  const left = Math.max(0, timer.lapsesAt - now);
  const spoken = spokenAt.findLast((at) => left <= at);
  return (
    <div class={left < 60_000 ? 'basket-clock basket-clock-short' : 'basket-clock'}>
      <p class="basket-clock-left" role="timer">
        {basketWords.left} <b class="hold-left">{countdown(left)}</b>
      </p>
      <span class="unseen" role="status">
        {spoken !== undefined && basketWords.soon(countdown(spoken))}
      </span>
      {timer.extendable && !isLast && (
        <button type="button" class="button button-quiet" onClick={onMore} aria-disabled={extending}>
          {extending ? basketWords.asking : basketWords.more}
        </button>
      )}
      {!isLast && (
        <p class={timer.extendable ? 'hint' : 'hint news'} role="status">
          {basketWords.atZero} {timer.extendable ? basketWords.once : basketWords.given}
        </p>
      )}
      {trouble && <ShopTrouble trouble={trouble} />}
    </div>
  );
}
