import type { Scenery } from '../../contracts/plan.ts';
import { isStage } from './layout/stage-words.ts';
import type { LayoutArea, LayoutZone, PlanLayout } from './plan-layout.ts';

/*
 * The parts that are drawn and never sold. Every shape becomes a polygon in the plan's own units, so that a page needs
 * to know one kind of shape. Round ones get 48 corners, on which no eye sees a straight line. An area whose text says
 * "stage" is the stage, and so is one without a text in a zone of that name.
 */

type DrawnPoint = readonly [number, number];

export function sceneryOf(layout: PlanLayout): readonly Scenery[] {
  return layout.zones.flatMap((zone) => (zone.areas ?? []).flatMap((area) => drawArea(zone, area)));
}

/** Left, top, right, bottom. */
export function extentOf(points: readonly DrawnPoint[]): readonly [number, number, number, number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function drawArea(zone: LayoutZone, area: LayoutArea): readonly Scenery[] {
  const at = { x: zone.position.x + (area.position?.x ?? 0), y: zone.position.y + (area.position?.y ?? 0) };
  const label = area.text?.text.trim();
  const outline = outlineOf(area);
  const ofStage = isStage(label) || (label === undefined && isStage(zone.name) && zone.rows.length === 0);
  if (outline.length < 3) {
    if (!label || !area.text) return [];
    const { x, y } = area.text.position;
    return [{ kind: 'text', x: tenth(at.x + x), y: tenth(at.y + y), text: label }];
  }
  const points = outline
    .map(([x, y]) => turn([x, y], area.rotation ?? 0))
    .map(([x, y]): DrawnPoint => [tenth(at.x + x), tenth(at.y + y)]);
  return [{ kind: ofStage ? 'stage' : 'area', points, ...(label && { label }) }];
}

/** Around the area's own position. */
function outlineOf(area: LayoutArea): readonly DrawnPoint[] {
  switch (area.shape) {
    case 'polygon':
      return (area.polygon?.points ?? []).map(({ x, y }): DrawnPoint => [x, y]);
    case 'rectangle': {
      const { width = 0, height = 0 } = area.rectangle ?? {};
      return [
        [0, 0],
        [width, 0],
        [width, height],
        [0, height],
      ];
    }
    case 'circle':
      return round(area.circle?.radius ?? 0, area.circle?.radius ?? 0);
    case 'ellipse':
      return round(area.ellipse?.radius.x ?? 0, area.ellipse?.radius.y ?? 0);
    default:
      return [];
  }
}

function round(rx: number, ry: number): readonly DrawnPoint[] {
  return Array.from({ length: 48 }, (_, n): DrawnPoint => {
    const angle = (n / 24) * Math.PI;
    return [rx * Math.cos(angle), ry * Math.sin(angle)];
  });
}

function turn([x, y]: DrawnPoint, degrees: number): DrawnPoint {
  const angle = (degrees / 180) * Math.PI;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

export function tenth(length: number): number {
  return Math.round(length * 10) / 10;
}
