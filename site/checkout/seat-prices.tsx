import type { PerformanceFile } from '../../contracts/catalogue.ts';
import type { Held } from '../../contracts/house.ts';
import { checkoutWords } from '../../words/en/checkout.ts';
import { money, percent, shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { seatInWords } from '../seat-name.ts';
import { type Chosen, type PricedSeat, pricesOf } from './prices.ts';

/** One hold as a bill: each seat, the kind of its price, and the sum. */
export function SeatPrices(props: {
  readonly held: Held;
  readonly file: PerformanceFile | undefined;
  readonly chosen: Chosen;
  /** Concessions that no further seat may have. */
  readonly usedUp: readonly string[];
  /** It follows another hold of the same performance, which is named once. */
  readonly isMore: boolean;
  readonly onChoose: (key: string, concession: string) => void;
}) {
  const { held, file, chosen, usedUp, isMore, onChoose } = props;
  if (!file) return <p class="waiting-for-data" aria-busy="true" />;
  return (
    <div class="held">
      {!isMore && (
        <p class="held-show">
          <b dir="auto">{file.title}</b> {shortMoment(file.startsAt, file.timeZone)}
        </p>
      )}
      <ul>
        {pricesOf(held, file, chosen).map((seat) => (
          <li key={seat.key} class="priced-seat">
            <span>{seatInWords(seat.label)}</span>
            <i aria-hidden="true" />
            <span class="priced-seat-price">
              {seat.concession && (
                <s>
                  <span class="unseen">{checkoutWords.insteadOf}</span> {money(seat.full, file.currency)}
                </s>
              )}{' '}
              <b>{money(seat.price, file.currency)}</b>
            </span>
            <Choice seat={seat} file={file} usedUp={usedUp} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Choice(props: {
  readonly seat: PricedSeat;
  readonly file: PerformanceFile;
  readonly usedUp: readonly string[];
  readonly onChoose: (key: string, concession: string) => void;
}) {
  const { seat, file, usedUp, onChoose } = props;
  const offered = file.concessions ?? [];
  if (offered.length === 0) return null;
  return (
    <select
      aria-label={checkoutWords.priceFor(seatInWords(seat.label))}
      value={seat.concession?.id ?? ''}
      onChange={(change) => onChoose(seat.key, (change.currentTarget as HTMLSelectElement).value)}
    >
      <option value="">{checkoutWords.full}</option>
      {offered.map((one) => (
        <option key={one.id} value={one.id} disabled={usedUp.includes(one.id) && seat.concession?.id !== one.id}>
          {checkoutWords.reducedBy(isolated(one.name), percent(one.percentOff))}
        </option>
      ))}
    </select>
  );
}
