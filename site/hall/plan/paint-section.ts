import type { Point } from '../../../contracts/plan.ts';
import { isByCapacity } from '../../../contracts/plan.ts';
import { lettering } from '../../../rules/poster-colour.ts';
import type { Detail } from './detail.ts';
import type { Box } from './geometry.ts';
import { type Brush, paintSeats } from './paint-seats.ts';
import type { PlanModel, SectionModel } from './plan-model.ts';
import type { SectionStates } from './seat-states.ts';

/*
 * One section as it is drawn: a shape with a name from afar and where places are counted, its ground with
 * its seats where one looks closer. All in units of the plan; the brush's transform makes pixels of them.
 */

export function paintSection(
  brush: Brush,
  model: PlanModel,
  section: SectionModel,
  states: SectionStates,
  detail: Detail,
  within?: Box,
): void {
  if (detail === 'blocks' || isByCapacity(section.section)) {
    paintBlock(brush, model, section, states.free);
    return;
  }
  paintGround(brush, model, section);
  paintSeats(brush, model, section, states, detail, within);
}

function trace({ canvas }: Brush, outline: readonly Point[]): void {
  canvas.beginPath();
  outline.forEach(({ x, y }, index) => {
    if (index === 0) canvas.moveTo(x, y);
    else canvas.lineTo(x, y);
  });
  canvas.closePath();
}

function paintGround(brush: Brush, { spacing }: PlanModel, { outline }: SectionModel): void {
  const { canvas, inks } = brush;
  trace(brush, outline);
  canvas.lineJoin = 'round';
  canvas.lineWidth = spacing * 1.5;
  canvas.strokeStyle = inks.wash;
  canvas.fillStyle = inks.wash;
  canvas.globalAlpha = 0.6;
  canvas.stroke();
  canvas.fill();
  canvas.globalAlpha = 1;
}

/** A full section is hollow: nothing in it is to be had. */
function paintBlock(brush: Brush, { spacing }: PlanModel, section: SectionModel, free: number): void {
  const { canvas, inks } = brush;
  const { shape, color, short, middle, box } = section;
  const full = free === 0;
  trace(brush, shape);
  canvas.lineJoin = 'round';
  canvas.lineWidth = spacing * 0.8;
  canvas.strokeStyle = full ? inks.rule : color;
  canvas.fillStyle = full ? inks.wash : color;
  canvas.stroke();
  canvas.fill();
  const size = letterSize(box, short, spacing * 6);
  canvas.font = `700 ${size}px ${inks.serif}`;
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  canvas.fillStyle = full ? inks.soft : lettering({ ink: '#ffffff', paper: color });
  canvas.fillText(short, middle.x, middle.y);
}

/** Stage, exits and lettering: seen, never pressed. */
export function paintScenery({ canvas, inks, scale }: Brush, { plan, spacing }: PlanModel): void {
  canvas.textAlign = 'center';
  canvas.textBaseline = 'middle';
  for (const piece of plan.scenery) {
    if (piece.kind === 'text') {
      canvas.font = `700 ${spacing * 1.4}px ${inks.serif}`;
      canvas.fillStyle = inks.soft;
      canvas.fillText(piece.text, piece.x, piece.y);
      continue;
    }
    const points = piece.points.map(([x, y]) => ({ x, y }));
    trace({ canvas, inks, scale }, points);
    canvas.lineWidth = 1.5 / scale;
    canvas.strokeStyle = piece.kind === 'stage' ? inks.edge : inks.rule;
    if (piece.kind === 'stage') {
      canvas.fillStyle = inks.wash;
      canvas.fill();
    }
    canvas.stroke();
    if (!piece.label) continue;
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    canvas.font = `700 ${letterSize(box, piece.label, plan.width * 0.035)}px ${inks.serif}`;
    canvas.fillStyle = inks.soft;
    canvas.fillText(piece.label, (left + right) / 2, (top + bottom) / 2);
  }
}

/** As large as fits into the box, up to a limit; a letter is about 0.6 of its height wide. */
export function letterSize(box: Pick<Box, 'width' | 'height'>, words: string, most: number): number {
  return Math.min(most, box.height * 0.4, (box.width * 0.75) / (0.6 * Math.max(1, words.length)));
}
