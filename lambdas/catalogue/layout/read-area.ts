import type { LayoutArea, LayoutPoint } from '../plan-layout.ts';
import type { LayoutReading } from './reading.ts';
import type { FilePlace } from './remarks.ts';
import { isObject, numberIn, textIn } from './written.ts';

/*
 * An area is drawn and never sold. So one that cannot be read is left out and mentioned, and stops nobody from selling.
 * Older editors write a rectangle's width and height, and the text, beside the position.
 */

const corners = 500;
const longest = 1_000_000;

export function readArea(raw: unknown, place: FilePlace, reading: LayoutReading): LayoutArea | undefined {
  const leaveOut = (why: string) => {
    reading.remarks.mention(place, `an area is not drawn: ${why}`);
    return undefined;
  };
  if (!isObject(raw)) return leaveOut('it is no object');
  const position = pointIn(raw.position ?? { x: 0, y: 0 });
  if (!position) return leaveOut('its position is not two numbers');
  const text = textOf(raw.text);
  const rotation = numberIn(raw.rotation)?.number ?? 0;
  const shape = raw.shape ?? (raw.width === undefined ? 'text' : 'rectangle');
  const drawn = { position, ...(rotation !== 0 && { rotation: rotation % 360 }), ...(text && { text }) };
  switch (shape) {
    case 'text':
      return { ...drawn, shape: 'text' };
    case 'polygon': {
      const points = isObject(raw.polygon) && Array.isArray(raw.polygon.points) ? raw.polygon.points.map(pointIn) : [];
      if (points.length > corners) return leaveOut(`it has more than ${corners} corners`);
      if (points.length < 3 || points.includes(undefined))
        return leaveOut('its points are not three or more pairs of numbers');
      return { ...drawn, shape: 'polygon', polygon: { points: points as readonly LayoutPoint[] } };
    }
    case 'rectangle': {
      const { width, height } = isObject(raw.rectangle) ? raw.rectangle : raw;
      const [across, down] = [lengthIn(width), lengthIn(height)];
      if (!across || !down) return leaveOut('its width or height is not above 0');
      return { ...drawn, shape: 'rectangle', rectangle: { width: across, height: down } };
    }
    case 'circle': {
      const radius = isObject(raw.circle) ? lengthIn(raw.circle.radius) : undefined;
      if (!radius) return leaveOut('its radius is not above 0');
      return { ...drawn, shape: 'circle', circle: { radius } };
    }
    case 'ellipse': {
      const given = isObject(raw.ellipse) && isObject(raw.ellipse.radius) ? raw.ellipse.radius : {};
      const [x, y] = [lengthIn(given.x), lengthIn(given.y)];
      if (!x || !y) return leaveOut('its radius is not two numbers above 0');
      return { ...drawn, shape: 'ellipse', ellipse: { radius: { x, y } } };
    }
    default:
      return leaveOut(`its shape is not polygon, rectangle, circle, ellipse or text`);
  }
}

function textOf(raw: unknown): LayoutArea['text'] {
  const said = textIn(isObject(raw) ? raw.text : raw, true)?.text ?? '';
  if (said === '') return undefined;
  const position = isObject(raw) ? pointIn(raw.position) : undefined;
  return { text: [...said].slice(0, 80).join(''), position: position ?? { x: 0, y: 0 } };
}

function pointIn(raw: unknown): LayoutPoint | undefined {
  if (!isObject(raw)) return undefined;
  const [x, y] = [numberIn(raw.x)?.number, numberIn(raw.y)?.number];
  if (x === undefined || y === undefined || Math.abs(x) > longest || Math.abs(y) > longest) return undefined;
  return { x, y };
}

/** 0 or undefined: no length to draw. */
function lengthIn(raw: unknown): number | undefined {
  const number = numberIn(raw)?.number;
  return number !== undefined && number >= 0 && number <= longest ? number : undefined;
}
