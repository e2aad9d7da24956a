import { Component } from 'preact';
import { isByCapacity, type PlanSeat, type PlanSection } from '../../contracts/plan.ts';
import { hallWords } from '../../words/en/hall.ts';
import { isolated } from '../../words/isolated.ts';
import type { PlanProps } from './plan/plan-props.ts';

/**
 * The plan as words: sections, rows and their seats. Says all that the drawing says: a taken seat keeps its place, or the
 * seats on both sides of it would look like neighbours.
 */
export class SeatList extends Component<PlanProps, { open: string | undefined }> {
  override state = { open: undefined as string | undefined };

  render() {
    const { plan, describeSection } = this.props;
    return (
      <ul class="seat-list">
        {plan.sections.map((section) => {
          const open = this.state.open === section.id;
          return (
            <li key={section.id}>
              <button
                type="button"
                class="seat-list-section"
                aria-expanded={open}
                onClick={() => this.setState({ open: open ? undefined : section.id })}
              >
                {describeSection(section)}
              </button>
              {open && this.#section(section)}
            </li>
          );
        })}
      </ul>
    );
  }

  #section(section: PlanSection) {
    if (isByCapacity(section)) {
      return (
        <div class="seat-list-rows">
          <p>{section.kind === 'standing' ? hallWords.standing : hallWords.unreserved}</p>
          <button type="button" class="button button-quiet" onClick={() => this.props.onStanding(section)}>
            <bdi>{section.name}</bdi>
          </button>
        </div>
      );
    }
    return (
      <div class="seat-list-rows">
        {section.rows.map((row, at) => {
          return (
            // Two rows may have one name, or none.
            <fieldset key={at}>
              <legend>
                {row.label === '' ? section.name : hallWords.row(isolated(row.label))}
                {!row.seats.some((seat) => this.#isFree(seat)) && ` · ${hallWords.fullSection}`}
              </legend>
              {row.seats.map((seat) =>
                this.#isFree(seat) ? this.#seat(section, row.label, seat) : <Gone key={seat.id} seat={seat} />,
              )}
            </fieldset>
          );
        })}
      </div>
    );
  }

  #isFree({ id }: PlanSeat): boolean {
    return !this.props.taken.has(id) || this.props.mine.has(id);
  }

  #seat(section: PlanSection, row: string, seat: PlanSeat) {
    const { picks, mine, plan, describe, onSeat } = this.props;
    const picked = picks.includes(seat.id) || mine.has(seat.id);
    const color = plan.categories.find(({ id }) => id === seat.category)?.color ?? '#888888';
    return (
      <button
        key={seat.id}
        type="button"
        class="seat-chip"
        aria-pressed={picked}
        aria-label={describe(section, row, seat)}
        onClick={() => onSeat(seat)}
        style={{ borderBottomColor: color }}
      >
        {seat.number}
        {seat.access === 'wheelchair' && ' ♿'}
        {seat.view && <small>{seat.view}</small>}
      </button>
    );
  }
}

function Gone({ seat }: { readonly seat: PlanSeat }) {
  return (
    <s class="seat-chip seat-chip-gone">
      {seat.number}
      <span class="unseen">, {hallWords.taken}</span>
    </s>
  );
}
