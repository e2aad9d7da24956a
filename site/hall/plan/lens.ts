import type { Point } from '../../../contracts/plan.ts';
import type { Box } from './geometry.ts';

/**
 * The part of the plan one looks at: a box that becomes the drawing's view box. It never grows beyond
 * the whole plan, never shrinks below what shows a handful of seats, and never leaves the plan.
 */
export interface Limits {
  readonly whole: Box;
  /** The least width of a view, in units of the plan. */
  readonly least: number;
}

/** Zooms by a factor (above 1 is nearer) so that the point stays where it is. */
export function zoom(view: Box, factor: number, around: Point, limits: Limits): Box {
  const width = clamp(view.width / factor, Math.min(limits.least, limits.whole.width), limits.whole.width);
  const scale = width / view.width;
  return inside(
    {
      x: around.x - (around.x - view.x) * scale,
      y: around.y - (around.y - view.y) * scale,
      width,
      height: view.height * scale,
    },
    limits,
  );
}

export function pan(view: Box, by: Point, limits: Limits): Box {
  return inside({ ...view, x: view.x + by.x, y: view.y + by.y }, limits);
}

/** The view that shows the box, in the whole plan's proportions. */
export function frame(box: Box, limits: Limits): Box {
  const { whole, least } = limits;
  const ratio = whole.height / whole.width;
  const wanted = Math.max(box.width, box.height / ratio);
  const width = clamp(wanted, Math.min(least, whole.width), whole.width);
  const height = width * ratio;
  return inside(
    { x: box.x + box.width / 2 - width / 2, y: box.y + box.height / 2 - height / 2, width, height },
    limits,
  );
}

/**
 * The view from within a box, at a scale between the two: all of it if it can be seen whole, else the part around the
 * point, with nothing beside it where the box is large enough for that.
 */
export function enter(
  box: Box,
  around: Point,
  scales: { readonly least: number; readonly most: number },
  pixels: Pixels,
  limits: Limits,
): Box {
  const { whole } = limits;
  const ratio = whole.height / whole.width;
  const scale = clamp(scaleOf(box, pixels), scales.least, scales.most);
  const least = Math.min(limits.least, whole.width);
  const width = clamp(Math.min(pixels.width, pixels.height / ratio) / scale, least, whole.width);
  const seen = seenIn({ x: 0, y: 0, width, height: width * ratio }, pixels);
  const along = (at: number, from: number, size: number, sight: number) =>
    size <= sight ? from + size / 2 : clamp(at, from + sight / 2, from + size - sight / 2);
  const x = along(around.x, box.x, box.width, seen.width);
  const y = along(around.y, box.y, box.height, seen.height);
  return inside({ x: x - width / 2, y: y - (width * ratio) / 2, width, height: width * ratio }, limits);
}

/** Moves the view just so far that the point is in it, with room around. */
export function reveal(view: Box, point: Point, limits: Limits): Box {
  const room = view.width * 0.12;
  const shift = (at: number, from: number, size: number) =>
    at < from + room ? at - from - room : at > from + size - room ? at - from - size + room : 0;
  return pan(view, { x: shift(point.x, view.x, view.width), y: shift(point.y, view.y, view.height) }, limits);
}

export function middle(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** Pixels a unit of the plan has: the view is fitted into the drawing, whatever its shape. */
export function scaleOf(view: Pixels, pixels: Pixels): number {
  return Math.min(pixels.width / view.width, pixels.height / view.height);
}

/** The part that is really seen: the view, and the ground beside it where the drawing has another shape. */
export function seenIn(view: Box, pixels: Pixels): Box {
  const scale = scaleOf(view, pixels);
  const width = pixels.width / scale;
  const height = pixels.height / scale;
  return { x: view.x - (width - view.width) / 2, y: view.y - (height - view.height) / 2, width, height };
}

function inside(view: Box, { whole }: Limits): Box {
  return {
    ...view,
    x: clamp(view.x, whole.x, whole.x + whole.width - view.width),
    y: clamp(view.y, whole.y, whole.y + whole.height - view.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
