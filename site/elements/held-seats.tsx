import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Held } from '../../contracts/house.ts';
import { hallWords } from '../../words/en/hall.ts';
import { money, shortMoment } from '../../words/en/written.ts';
import { countdown } from '../../words/writing.ts';
import { seatInWords, seatsInWords } from '../seat-name.ts';

/** One hold: its seats, its price, how long it lasts (unless one clock says it for all), and the way to let it go. */
export function HeldSeats(props: {
  readonly held: Held;
  readonly file: PerformanceFile | undefined;
  /** Milliseconds since the epoch, by the theatre's clock; left out where a `BasketClock` stands for all that is held. */
  readonly now?: number;
  readonly onRelease?: () => void;
  /** It follows another hold of the same performance, which is named once. */
  readonly isMore?: boolean;
}) {
  const { held, file, now, onRelease, isMore } = props;
  const left = now === undefined ? undefined : held.expiresAt - now;
  return (
    <div class="held">
      {file && !isMore && (
        <p class="held-show">
          <b dir="auto">{file.title}</b> {shortMoment(file.startsAt, file.timeZone)}
        </p>
      )}
      {file?.cancelled && <p class="held-off">{hallWords.off}</p>}
      <ul>
        {held.seats.map((seat) => (
          <li key={seat.id}>
            <span>{seatInWords(seat.label)}</span>
            <i aria-hidden="true" />
            {file && <span>{money(file.prices[seat.category] ?? 0, file.currency)}</span>}
          </li>
        ))}
      </ul>
      {(left !== undefined || onRelease) && (
        <p class={left !== undefined && left < 60_000 ? 'held-time held-short' : 'held-time'}>
          {left !== undefined && (
            <>
              {hallWords.heldFor} <b class="hold-left">{countdown(left)}</b>
            </>
          )}
          {onRelease && (
            <button
              type="button"
              class="link"
              onClick={onRelease}
              aria-label={hallWords.releaseFull(seatsInWords(held.seats))}
            >
              {hallWords.release}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** Minor units; undefined while a file is missing. */
export function totalOf(holds: readonly Held[], files: ReadonlyMap<string, PerformanceFile>): number | undefined {
  let total = 0;
  for (const { performance, seats } of holds) {
    const file = files.get(performance);
    if (!file) return undefined;
    for (const { category } of seats) total += file.prices[category] ?? 0;
  }
  return total;
}
