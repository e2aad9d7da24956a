import type { Point } from '../../../contracts/plan.ts';
import { hit } from './detail.ts';

/**
 * Fingers, mouse and wheel on the plan, told apart: moving it, zooming it around a point, tapping it.
 *
 *     down ──▶ up                     tap
 *     down ──▶ moved 6 px ──▶ move …  pan; with a second finger, pinch
 *     tap ──▶ tap within 320 ms       double tap
 *
 * Points are in pixels from the corner of the element.
 */
export interface Gestures {
  readonly onPan: (by: Point) => void;
  readonly onZoom: (factor: number, around: Point) => void;
  /** `within`: pixels that a seat must have to be meant by this pointer. */
  readonly onTap: (at: Point, within: number) => void;
  readonly onDoubleTap: (at: Point) => void;
  readonly onHover: (at: Point | undefined) => void;
  /** Whether a plain wheel zooms here, or scrolls the page. */
  readonly takesWheel: () => boolean;
}

const slop = 6;
const double = { within: 320, near: 24 } as const;

/** Listens until the answered function is called. */
export function listen(element: HTMLElement, acts: Gestures): () => void {
  const fingers = new Map<number, Point>();
  let moved = 0;
  let lastTap: (Point & { readonly time: number }) | undefined;
  let touch = false;
  // Read once a gesture: asking for it on every move would lay the page out anew each time.
  let corner = element.getBoundingClientRect();
  const from = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point => ({
    x: clientX - corner.left,
    y: clientY - corner.top,
  });

  const down = (finger: PointerEvent) => {
    if (finger.pointerType === 'mouse' && finger.button !== 0) return;
    if (fingers.size === 0) {
      moved = 0;
      corner = element.getBoundingClientRect();
    }
    touch = finger.pointerType !== 'mouse';
    fingers.set(finger.pointerId, from(finger));
  };
  const move = (finger: PointerEvent) => {
    const before = fingers.get(finger.pointerId);
    if (!before) {
      if (finger.pointerType !== 'mouse') return;
      corner = element.getBoundingClientRect();
      acts.onHover(from(finger));
      return;
    }
    const now = from(finger);
    const other = [...fingers].find(([id]) => id !== finger.pointerId)?.[1];
    fingers.set(finger.pointerId, now);
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved < slop) return;
    if (!element.hasPointerCapture(finger.pointerId)) element.setPointerCapture(finger.pointerId);
    acts.onHover(undefined);
    if (!other) {
      acts.onPan({ x: before.x - now.x, y: before.y - now.y });
      return;
    }
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    acts.onPan({ x: (before.x - now.x) / 2, y: (before.y - now.y) / 2 });
    acts.onZoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  };
  const up = (finger: PointerEvent) => {
    fingers.delete(finger.pointerId);
  };
  const click = (pressed: MouseEvent) => {
    // A press by keyboard or screen reader has no detail and is the layer's; a drag ends in a click that nobody meant.
    if (pressed.detail === 0 || moved >= slop) return;
    corner = element.getBoundingClientRect();
    const at = { ...from(pressed), time: pressed.timeStamp };
    const again =
      lastTap && at.time - lastTap.time < double.within && Math.hypot(at.x - lastTap.x, at.y - lastTap.y) < double.near;
    lastTap = again ? undefined : at;
    if (again) acts.onDoubleTap(at);
    else acts.onTap(at, touch ? hit.finger : hit.mouse);
  };
  const wheel = (turned: WheelEvent) => {
    // A pinch on a touchpad arrives with the control key.
    if (!turned.ctrlKey && !acts.takesWheel()) return;
    turned.preventDefault();
    corner = element.getBoundingClientRect();
    const lines = turned.deltaMode === 1 ? 16 : 1;
    const step = Math.max(-120, Math.min(120, turned.deltaY * lines));
    acts.onZoom(Math.exp(-step / (turned.ctrlKey ? 120 : 300)), from(turned));
  };
  const leave = () => acts.onHover(undefined);

  const passive = { passive: true } as const;
  element.addEventListener('pointerdown', down, passive);
  element.addEventListener('pointermove', move, passive);
  element.addEventListener('pointerup', up, passive);
  element.addEventListener('pointercancel', up, passive);
  element.addEventListener('pointerleave', leave, passive);
  element.addEventListener('click', click);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('click', click);
    element.removeEventListener('wheel', wheel);
  };
}
