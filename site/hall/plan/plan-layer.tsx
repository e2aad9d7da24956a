import { Component } from 'preact';
import { isByCapacity, type PlanRow, type PlanSeat, type PlanSection } from '../../../contracts/plan.ts';
import type { Box } from './geometry.ts';
import type { Mark } from './paint-marks.ts';
import type { PlanModel, SectionModel } from './plan-model.ts';

/*
 * The plan for the keyboard, a screen reader and a finger that feels its way. Sections are buttons and seats are boxes
 * to tick, each lying over its picture and itself unseen.
 */

interface LayerProps {
  readonly model: PlanModel;
  /** Sections whose seats can be reached. */
  readonly open: readonly SectionModel[];
  readonly taken: ReadonlySet<string>;
  readonly mine: ReadonlySet<string>;
  readonly picks: readonly string[];
  readonly marks: ReadonlyMap<string, Mark>;
  /** The seat that Tab leads to. */
  readonly entry: string | undefined;
  /** The block that Tab leads to: where the keyboard was, else the first. */
  readonly block: string | undefined;
  /** Sections that are themselves something to press. */
  readonly pressable: (section: PlanSection) => boolean;
  readonly describe: (section: PlanSection, row: string, seat: PlanSeat) => string;
  readonly describeSection: (section: PlanSection) => string;
}

export function PlanLayer(props: LayerProps) {
  const { model, open, block, pressable, describeSection } = props;
  const blocks = model.sections.filter(({ section }) => pressable(section));
  const entry = blocks.find(({ section }) => section.id === block) ?? blocks[0];
  return (
    <>
      {blocks.map(({ section, box }) => (
        // biome-ignore lint/a11y/useSemanticElements: a button of the platform has a size and a look of its own
        <div
          key={section.id}
          class="plan-block"
          role="button"
          tabIndex={section.id === entry?.section.id ? 0 : -1}
          aria-label={describeSection(section)}
          data-section={section.id}
          style={placed(pressBox(box))}
        />
      ))}
      {open
        .filter(({ section }) => !isByCapacity(section))
        .map(({ section }) =>
          // Two rows may have one name, or none.
          section.rows.map((row, at) => <Row key={`${section.id} ${at}`} {...props} section={section} row={row} />),
        )}
    </>
  );
}

/** The middle of a section is surely it, whatever shape it has. */
function pressBox({ x, y, width, height }: Box): Box {
  return { x: x + width * 0.2, y: y + height * 0.2, width: width * 0.6, height: height * 0.6 };
}

const placed = ({ x, y, width, height }: Box) => ({
  left: `${x}px`,
  top: `${y}px`,
  width: `${width}px`,
  height: `${height}px`,
});

interface RowProps extends LayerProps {
  readonly section: PlanSection;
  readonly row: PlanRow;
}

/** Made anew only when one of its seats is another: there may be a thousand, and news every second. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return next.model !== this.props.model || statesOf(next) !== statesOf(this.props);
  }

  render() {
    const { section, row, model, describe, taken, mine, picks, marks, entry } = this.props;
    const side = model.spacing * 0.9;
    return row.seats.map((seat) => {
      const isMine = mine.has(seat.id);
      const isPicked = picks.includes(seat.id);
      const isTaken = taken.has(seat.id) && !isMine;
      const mark = marks.get(seat.id) ?? (isTaken ? 'taken' : undefined);
      return (
        // biome-ignore lint/a11y/useSemanticElements: as above, and a thousand of them
        <div
          key={seat.id}
          class={mark ? `seat seat-${mark}` : 'seat'}
          data-seat={seat.id}
          role="checkbox"
          aria-checked={isPicked || isMine}
          aria-disabled={isTaken || isMine}
          aria-label={describe(section, row.label, seat)}
          tabIndex={seat.id === entry ? 0 : -1}
          style={placed({ x: seat.x - side / 2, y: seat.y - side / 2, width: side, height: side })}
        />
      );
    });
  }
}

/** All that a row's seats depend on, as one text. */
function statesOf({ row, taken, mine, picks, marks, entry }: RowProps): string {
  return row.seats
    .map(({ id }) => {
      const bits = (taken.has(id) ? 1 : 0) + (mine.has(id) ? 2 : 0) + (picks.includes(id) ? 4 : 0);
      return `${bits}${marks.get(id) ?? ''}${id === entry ? '!' : ''}`;
    })
    .join();
}
