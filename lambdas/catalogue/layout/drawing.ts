import type { LayoutPoint, PlanLayout } from '../plan-layout.ts';
import type { Remarks } from './remarks.ts';
import { type DrawnSeat, seatsInLayout } from './seats-in.ts';

/*
 * A drawing is as large as the file says, or as its seats need. Where seats lie beyond it, it grows, and where they lie
 * above or to the left of it everything moves, so that none has a negative place. A seat ten times as far out as nine in
 * ten others has a slip in its position: a drawing that held it would be too small to see.
 */

const margin = 40;
const farOut = 10;

export function fitDrawing(layout: PlanLayout, remarks: Remarks): PlanLayout {
  const seats = seatsInLayout(layout);
  sayOverlaps(seats, remarks);
  const { width, height } = layout.size;
  const far = tooFar(seats, Math.hypot(width, height));
  for (const { place, x, y } of far)
    remarks.fault(place(), `lies far from all others, at ${round(x)}, ${round(y)}: correct its position`, '.position');
  if (far.length > 0) return layout;
  const shapes = countedShapes(layout);
  const beyond = seats.filter(({ x, y }) => x < 0 || y < 0 || x > width || y > height);
  const hasSize = width > 0 && height > 0;
  if (hasSize && beyond.length === 0) return layout;
  const all = [...seats, ...shapes];
  const [left, top] = [least(all, 'x'), least(all, 'y')];
  const [right, bottom] = [most(all, 'x'), most(all, 'y')];
  const shift = { x: left < 0 ? Math.ceil(margin - left) : 0, y: top < 0 ? Math.ceil(margin - top) : 0 };
  const size = {
    width: Math.max(width, right > width || !hasSize ? Math.ceil(right + margin) : 0) + shift.x,
    height: Math.max(height, bottom > height || !hasSize ? Math.ceil(bottom + margin) : 0) + shift.y,
  };
  const grown = `${size.width} by ${size.height}`;
  if (!hasSize)
    remarks.mention({ field: 'size' }, `gives no width and height above 0: the drawing is ${grown}, as its seats need`);
  else
    for (const { place } of beyond)
      remarks.mention(place(), `beyond the drawing of ${width} by ${height}, which is ${grown} now`, 'beyond');
  return moved({ ...layout, size }, shift);
}

function moved(layout: PlanLayout, by: LayoutPoint): PlanLayout {
  if (by.x === 0 && by.y === 0) return layout;
  const move = ({ x, y }: LayoutPoint) => ({ x: x + by.x, y: y + by.y });
  const focalPoint = layout.stampede?.focalPoint;
  return {
    ...layout,
    zones: layout.zones.map((zone) => ({ ...zone, position: move(zone.position) })),
    ...(focalPoint && { stampede: { ...layout.stampede, focalPoint: move(focalPoint) } }),
  };
}

/** Measured from the seat in the middle, against nine in ten, of few seats against half. Of three nobody knows which is meant. */
function tooFar(seats: readonly DrawnSeat[], diagonal: number): readonly DrawnSeat[] {
  if (seats.length < 4) return [];
  const share = seats.length < 10 ? 0.5 : 0.9;
  const middle = { x: middleOf(seats.map(({ x }) => x)), y: middleOf(seats.map(({ y }) => y)) };
  const away = ({ x, y }: LayoutPoint) => Math.hypot(x - middle.x, y - middle.y);
  const usual = seats.map(away).sort((a, b) => a - b)[Math.floor(seats.length * share)] ?? 0;
  return seats.filter((seat) => away(seat) > Math.max(usual * farOut, diagonal));
}

function sayOverlaps(seats: readonly DrawnSeat[], remarks: Remarks): void {
  const taken = new Set<string>();
  for (const { x, y, place } of seats) {
    const spot = `${round(x)} ${round(y)}`;
    if (taken.has(spot))
      remarks.mention(
        place(),
        'drawn at the place of another seat: on the plan only one of them can be seen',
        'overlap',
      );
    taken.add(spot);
  }
}

/** Where places are counted the first area has to be seen. */
function countedShapes({ zones }: PlanLayout): readonly LayoutPoint[] {
  return zones.flatMap(({ position, areas, stampede }) => {
    const area = areas?.[0];
    if (!(stampede?.standing ?? stampede?.unreserved) || !area) return [];
    const corner = { x: position.x + (area.position?.x ?? 0), y: position.y + (area.position?.y ?? 0) };
    const { width = 0, height = 0 } = area.rectangle ?? {};
    return [corner, { x: corner.x + width, y: corner.y + height }];
  });
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function least(points: readonly LayoutPoint[], axis: 'x' | 'y'): number {
  return points.reduce((so, point) => Math.min(so, point[axis]), Number.POSITIVE_INFINITY);
}

function most(points: readonly LayoutPoint[], axis: 'x' | 'y'): number {
  return points.reduce((so, point) => Math.max(so, point[axis]), Number.NEGATIVE_INFINITY);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
