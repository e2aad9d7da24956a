import type { SaleLeversShown } from '../../../contracts/sale-levers.ts';
import { saleWords as words } from '../../../words/en/control-room-sale.ts';
import { count as inWords, shortMoment } from '../../../words/en/written.ts';
import type { SaleDesk, SaleState } from './sale.ts';

type OfTable = SaleLeversShown['performances'][number];

/** Every performance of the on-sale with its seats; on a phone each is a card of its own. */
export function PerformanceTable(props: {
  readonly state: SaleState;
  readonly sale: SaleLeversShown;
  readonly desk: SaleDesk;
}) {
  const { state, sale, desk } = props;
  const { column } = words;
  const shown = sale.performances.filter(({ title }) => state.only === undefined || title === state.only);
  return (
    <table class="sale-table">
      <thead>
        <tr>
          {Object.entries(column).map(([name, title]) => (
            <th key={name} scope="col">
              {name === 'choose' ? <span class="unseen">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <Row
            key={one.performance}
            one={one}
            isChosen={state.chosen.has(one.performance)}
            onChoose={(isChosen) => desk.onChoose(one.performance, isChosen)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A season has hundreds of performances: those of one show are found by its name. */
export function OnlyOne({ state, sale, desk }: Parameters<typeof PerformanceTable>[0]) {
  const titles = [...new Set(sale.performances.map(({ title }) => title))].sort();
  if (titles.length < 2) return null;
  return (
    <div class="field">
      <label for="only">{words.only}</label>
      <select
        id="only"
        value={state.only ?? ''}
        onChange={(change) => desk.onOnly(change.currentTarget.value === '' ? undefined : change.currentTarget.value)}
      >
        <option value="">{words.all}</option>
        {titles.map((title) => (
          <option key={title} value={title}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function Row(props: {
  readonly one: OfTable;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}) {
  const { one, isChosen, onChoose } = props;
  const { performance, title, startsAt, timeZone, isStopped, isCancelled, count } = one;
  const { column } = words;
  const when = shortMoment(startsAt, timeZone);
  const state = isCancelled ? 'cancelled' : isStopped ? 'stopped' : 'selling';
  return (
    <tr class={`sale-is-${state}`}>
      <td class="sale-choose">
        <input
          type="checkbox"
          id={`choose-${performance}`}
          checked={isChosen}
          disabled={isCancelled}
          aria-label={words.chooseOne(`${title}, ${when}`)}
          onChange={(change) => onChoose(change.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <label for={`choose-${performance}`}>
          <bdi>{title}</bdi> <small>{when}</small>
        </label>
      </th>
      <td class="sale-state">{words[state]}</td>
      {(['free', 'held', 'sold', 'kept'] as const).map((name) => (
        <td key={name} class="sale-number" data-name={column[name]}>
          {count ? inWords(count[name]) : '–'}
        </td>
      ))}
    </tr>
  );
}
