import { Component } from 'preact';
import type { PlanCategory, PlanSeat, PlanSection } from '../../contracts/plan.ts';

interface SeatsProps {
  readonly section: PlanSection;
  readonly colors: readonly PlanCategory[];
  readonly radius: number;
  readonly taken: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
  readonly picks: readonly string[];
  readonly category: string | undefined;
  /** The seat that Tab leads to, if it is in this section. */
  readonly entry: string | undefined;
  readonly describe: (section: PlanSection, row: string, seat: PlanSeat) => string;
}

/** The seats of one section. Drawn anew only when something about it changed: there may be a thousand. */
export class PlanSeats extends Component<SeatsProps> {
  override shouldComponentUpdate(next: SeatsProps): boolean {
    const now = this.props;
    return (
      now.taken !== next.taken ||
      now.mine !== next.mine ||
      now.picks !== next.picks ||
      now.category !== next.category ||
      now.entry !== next.entry
    );
  }

  render() {
    const { section } = this.props;
    return <g>{section.rows.map((row) => row.seats.map((seat) => this.#seat(row.label, seat)))}</g>;
  }

  #seat(row: string, seat: PlanSeat) {
    const { section, colors, radius, taken, mine, picks, category, entry, describe } = this.props;
    const isMine = mine.has(seat.id);
    const isTaken = taken.has(seat.id) && !isMine;
    const isPicked = picks.includes(seat.id);
    const dim = category !== undefined && category !== seat.category && !isMine && !isPicked;
    const state = isMine ? ' seat-mine' : isPicked ? ' seat-picked' : isTaken ? ' seat-taken' : dim ? ' seat-dim' : '';
    const color = colors.find(({ id }) => id === seat.category)?.color ?? '#888888';
    const common = {
      class: `seat${state}`,
      'data-seat': seat.id,
      role: 'checkbox',
      'aria-checked': isPicked || isMine,
      'aria-disabled': isTaken || isMine,
      'aria-label': describe(section, row, seat),
      tabindex: seat.id === entry ? 0 : -1,
      fill: isTaken || isMine || isPicked ? undefined : color,
      'stroke-width': radius * 0.22,
    } as const;
    if (seat.access === 'wheelchair') {
      const size = radius * 1.8;
      return (
        <rect
          key={seat.id}
          {...common}
          x={seat.x - size / 2}
          y={seat.y - size / 2}
          width={size}
          height={size}
          rx={radius * 0.3}
        />
      );
    }
    return (
      <circle
        key={seat.id}
        {...common}
        cx={seat.x}
        cy={seat.y}
        r={isTaken ? radius * 0.62 : isPicked || isMine ? radius * 1.12 : radius}
      />
    );
  }
}
