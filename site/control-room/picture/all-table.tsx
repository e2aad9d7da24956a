import type { AllReadings } from '../../../contracts/readings.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import type { Scopes } from '../../staff/scopes.ts';
import { Age } from './figure.tsx';

/** All on-sales at once: a short table, each leading to its own picture. */
export function AllTable({
  all,
  scopes,
  now,
  onChoose,
}: {
  readonly all: AllReadings;
  readonly scopes: Scopes | undefined;
  readonly now: number;
  readonly onChoose: (onSale: string) => void;
}) {
  const { table, phase } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach what is out of sight.
    <section class="stock" tabIndex={0} aria-label={words.all}>
      <table>
        <caption class="unseen">{words.all}</caption>
        <thead>
          <tr>
            {[table.onSale, table.phase, table.waiting, table.shopping, table.sold, table.age].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.onSales.map(({ onSale, line, house }) => (
            <tr key={onSale}>
              <th scope="row">
                <button type="button" class="link" onClick={() => onChoose(onSale)}>
                  <bdi>{scopes?.['on-sale'].find(({ id }) => id === onSale)?.title ?? line?.title ?? onSale}</bdi>
                </button>
              </th>
              <td>{phase[line?.phase ?? 'none']}</td>
              <td>{line ? words.count(line.waiting) : '–'}</td>
              <td>{line ? `${words.count(line.shopping)} ${words.ofDial(words.count(line.dials.shopping))}` : '–'}</td>
              <td>{house ? `${words.count(house.sold)} ${words.ofSeats(words.count(house.seats))}` : '–'}</td>
              <td>
                <Age at={line?.writtenAt} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
