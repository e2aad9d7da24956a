import type { PlanSeat, Point } from '../../../contracts/plan.ts';
import { lettering } from '../../../rules/poster-colour.ts';
import type { Detail } from './detail.ts';
import type { Box } from './geometry.ts';
import type { Inks } from './plan-inks.ts';
import type { PlanModel, SectionModel } from './plan-model.ts';
import { look, type SectionStates } from './seat-states.ts';

/** The sheet that one draws on, in a worker or on the page. */
export type AnyCanvas = OffscreenCanvas | HTMLCanvasElement;
type Canvas = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

export function contextOf(sheet: AnyCanvas): Canvas {
  return sheet.getContext('2d') as Canvas;
}

/** The brush that one draws with. `scale` is how many pixels of the screen a unit of the plan has. */
export interface Brush {
  readonly canvas: Canvas;
  readonly inks: Inks;
  readonly scale: number;
}

const whole = 2 * Math.PI;

/**
 * The seats of a section, all of one colour in one stroke of the brush: the number of colours, not that of seats,
 * decides how long a picture takes. A seat with a restricted view is flat on the side of the stage. Wheelchair places
 * and companions' seats are square. A taken seat is a small dot that says nothing else.
 */
export function paintSeats(
  brush: Brush,
  model: PlanModel,
  section: SectionModel,
  { looks }: SectionStates,
  detail: Detail,
  within?: Box,
): void {
  const { canvas, inks } = brush;
  const radius = model.spacing * 0.42;
  const seen = (seat: Point) => !within || isIn(seat, within, model.spacing);
  const groups = new Map<number, PlanSeat[]>();
  section.seats.forEach((seat, index) => {
    if (!seen(seat)) return;
    const one = looks[index] as number;
    const key = one === look.taken ? -1 : (section.bands[index] as number) * 4 + one;
    const group = groups.get(key);
    if (group) group.push(seat);
    else groups.set(key, [seat]);
  });
  for (const [key, seats] of groups) {
    const isTaken = key === -1;
    canvas.globalAlpha = !isTaken && key % 4 === look.dim ? 0.2 : 1;
    canvas.fillStyle = isTaken ? inks.edge : (model.colors[key >> 2] ?? inks.edge);
    canvas.beginPath();
    for (const seat of seats) {
      if (isTaken) traceDot(canvas, seat, radius * 0.36);
      else traceSeat(canvas, seat, radius, detail === 'dots' ? undefined : model.plan.focalPoint);
    }
    canvas.globalAlpha *= isTaken ? 0.6 : 1;
    canvas.fill();
  }
  canvas.globalAlpha = 1;
  if (detail === 'numbers') paintNumbers(brush, model, groups, radius);
  if (detail !== 'dots') paintRowLabels(brush, model, section, within);
}

function isIn({ x, y }: Point, box: Box, margin: number): boolean {
  return x > box.x - margin && x < box.x + box.width + margin && y > box.y - margin && y < box.y + box.height + margin;
}

function traceDot(canvas: Canvas, { x, y }: Point, radius: number): void {
  canvas.moveTo(x + radius, y);
  canvas.arc(x, y, radius, 0, whole);
}

/** Adds the shape of a free seat to the path. `stage` is given where one is near enough to see a view's mark. */
export function traceSeat(canvas: Canvas, seat: PlanSeat, radius: number, stage: Point | undefined): void {
  const { x, y, access, view } = seat;
  if (access) {
    canvas.roundRect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, radius * 0.3);
    return;
  }
  if (view && stage) {
    const facing = Math.atan2(stage.y - y, stage.x - x);
    canvas.moveTo(x + radius * Math.cos(facing + 1), y + radius * Math.sin(facing + 1));
    canvas.arc(x, y, radius, facing + 1, facing - 1 + whole);
    canvas.closePath();
    return;
  }
  traceDot(canvas, seat, radius);
}

function paintNumbers(
  { canvas, inks }: Brush,
  { colors }: PlanModel,
  groups: ReadonlyMap<number, readonly PlanSeat[]>,
  radius: number,
): void {
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  for (const [key, seats] of groups) {
    if (key === -1 || key % 4 === look.dim) continue;
    canvas.fillStyle = lettering({ ink: '#ffffff', paper: colors[key >> 2] ?? '#888888' });
    for (const seat of seats) {
      const mark = seat.access === 'wheelchair' ? '♿\uFE0E' : seat.access === 'companion' ? '+1' : seat.number;
      canvas.font = `600 ${radius * (mark.length > 2 ? 0.72 : seat.access ? 1.1 : 0.92)}px ${inks.sans}`;
      canvas.fillText(mark, seat.x, seat.y + radius * 0.06);
    }
  }
}

/** The row's letter before its first seat; an aisle lies there, and has room for one letter. */
function paintRowLabels({ canvas, inks }: Brush, model: PlanModel, { section }: SectionModel, within?: Box): void {
  canvas.font = `600 ${model.spacing * 0.46}px ${inks.sans}`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.fillStyle = inks.soft;
  for (const { label, seats } of section.rows) {
    const [end, next] = seats;
    if (!end || !next || (within && !isIn(end, within, model.spacing))) continue;
    const by = (model.spacing * 0.8) / (Math.hypot(end.x - next.x, end.y - next.y) || 1);
    canvas.fillText(label, end.x + (end.x - next.x) * by, end.y + (end.y - next.y) * by);
  }
}
