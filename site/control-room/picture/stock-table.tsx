import type { HouseReadings } from '../../../contracts/readings.ts';
import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import type { Scopes } from '../../staff/scopes.ts';

type Seats = Pick<HouseReadings, 'seats' | 'free' | 'held' | 'sold'>;

/** What is left of each performance in each price band: a bar, and the number that one asks for. */
export function StockTable({ house, scopes }: { readonly house: HouseReadings; readonly scopes: Scopes | undefined }) {
  const { bands, performances } = house;
  if (performances.length === 0) return <p>{words.stock.none}</p>;
  const nameOf = (id: string) => scopes?.performance.find((one) => one.id === id);
  const rows = [...performances].sort((one, other) => placeOf(scopes, one.id) - placeOf(scopes, other.id));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach what is out of sight.
    <section class="stock" tabIndex={0} aria-label={words.stock.title}>
      <table>
        <caption>{words.stock.lead}</caption>
        <thead>
          <tr>
            <th scope="col">{words.stock.performance}</th>
            {bands.map(({ id, name }) => (
              <th key={id} scope="col">
                {id === 'access' ? words.stock.access : <bdi>{name}</bdi>}
              </th>
            ))}
            <th scope="col">{words.stock.all}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, bands: own }) => {
            const { title = id, when } = nameOf(id) ?? {};
            return (
              <tr key={id}>
                <th scope="row">
                  <bdi>{title}</bdi>
                  {when !== undefined && <small>{when}</small>}
                </th>
                {bands.map((band, index) => (
                  <td key={band.id}>
                    <Bar of={own.find((one) => one.band === index)} />
                  </td>
                ))}
                <td>
                  <Bar of={sumOf(own)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Bar({ of }: { readonly of: Seats | undefined }) {
  if (!of) return <span>–</span>;
  const { seats, sold, held, free } = of;
  const share = (n: number) => (seats === 0 ? 0 : (n / seats) * 100);
  return (
    <>
      <svg class="stock-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="stock-sold" width={share(sold)} height="8" />
        <rect class="stock-held" x={share(sold)} width={share(held)} height="8" />
      </svg>
      <span aria-hidden="true">{words.stock.free(words.count(free))}</span>
      <span class="unseen">{words.stock.cell(words.count(sold), words.count(held), words.count(free))}</span>
    </>
  );
}

/** By their evenings; one that the season has no more stands last. */
function placeOf(scopes: Scopes | undefined, id: string): number {
  const place = scopes?.performance.findIndex((one) => one.id === id) ?? -1;
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

function sumOf(all: readonly Seats[]): Seats {
  const total = (name: keyof Seats) => all.reduce((sum, one) => sum + one[name], 0);
  return { seats: total('seats'), free: total('free'), held: total('held'), sold: total('sold') };
}
