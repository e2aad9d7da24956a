import type { PlanSeat } from '../../../contracts/plan.ts';
import { type Brush, traceSeat } from './paint-seats.ts';
import type { PlanModel } from './plan-model.ts';

/**
 * The link of a fan to a seat, drawn above all others and never too small to see. picked: chosen just now. mine: held
 * for the fan, or in the order being exchanged. lost: somebody was quicker. offer: to be had instead.
 */
export type Mark = 'picked' | 'mine' | 'lost' | 'offer';

/** Pixels. */
const leastRadius = 4;

export function paintMark({ canvas, inks, scale }: Brush, model: PlanModel, seat: PlanSeat, mark: Mark): void {
  const radius = Math.max(model.spacing * 0.46, leastRadius / scale);
  const line = Math.max(radius * 0.16, 1.5 / scale);
  const fill = { picked: inks.ink, mine: inks.mine, lost: inks.paper, offer: inks.paper }[mark];
  const stroke = { picked: inks.paper, mine: inks.ink, lost: inks.lost, offer: inks.offer }[mark];
  canvas.beginPath();
  traceSeat(canvas, seat, radius, undefined);
  canvas.fillStyle = fill;
  canvas.fill();
  canvas.lineWidth = mark === 'offer' ? line * 1.8 : line;
  canvas.strokeStyle = stroke;
  canvas.stroke();
  canvas.lineCap = 'round';
  canvas.lineJoin = 'round';
  canvas.lineWidth = line * 1.4;
  canvas.strokeStyle = mark === 'mine' ? '#12162b' : stroke;
  canvas.beginPath();
  const { x, y } = seat;
  const arm = radius * 0.42;
  if (mark === 'lost') {
    canvas.moveTo(x - arm, y - arm);
    canvas.lineTo(x + arm, y + arm);
    canvas.moveTo(x + arm, y - arm);
    canvas.lineTo(x - arm, y + arm);
  } else if (mark === 'offer') {
    canvas.moveTo(x - arm, y);
    canvas.lineTo(x + arm, y);
    canvas.moveTo(x, y - arm);
    canvas.lineTo(x, y + arm);
  } else {
    canvas.moveTo(x - arm, y + arm * 0.1);
    canvas.lineTo(x - arm * 0.25, y + arm * 0.8);
    canvas.lineTo(x + arm, y - arm * 0.7);
  }
  canvas.stroke();
}

/** The place of the keyboard: a ring in two colours, to be seen on any seat. */
export function paintRing({ canvas, inks, scale }: Brush, model: PlanModel, { x, y }: PlanSeat): void {
  const radius = Math.max(model.spacing * 0.55, 7 / scale);
  for (const [color, width] of [
    [inks.paper, 6 / scale],
    [inks.focus, 3 / scale],
  ] as const) {
    canvas.beginPath();
    canvas.arc(x, y, radius, 0, 2 * Math.PI);
    canvas.lineWidth = width;
    canvas.strokeStyle = color;
    canvas.stroke();
  }
}
