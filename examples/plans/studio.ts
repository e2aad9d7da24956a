import type { Point } from '../../contracts/plan.ts';
import { chances } from '../random.ts';
import { line, seatsOn } from './bench.ts';
import { at, type DrawnRow, type Layout, origin, rowLetter, type Seat, type Zone } from './layout.ts';

/*
 * A studio of about 300: straight benches on three sides of a floor-level stage, the middle block parted by
 * an aisle, and a bench in the gallery behind where people sit as they come. The seed chooses on which side of the front row the wheelchair places are.
 */

const seatWidth = 22;
const rowDepth = 38;
const floor = { left: 330, right: 810, top: 70, bottom: 430 };

const bands = [
  { name: 'Front', color: '#a8324a' },
  { name: 'Middle', color: '#c98a1b' },
  { name: 'Side', color: '#3a7d8c' },
] as const;

export function studio(seed: number): Layout {
  const chance = chances(seed);
  return {
    name: 'The Studio',
    size: { width: 1140, height: 900 },
    categories: bands,
    zones: [stageZone(), centreZone(chance() < 0.5), sideZone('left'), sideZone('right'), galleryZone()],
    stampede: { focalPoint: at(570, 330) },
  };
}

function stageZone(): Zone {
  const width = floor.right - floor.left;
  const height = floor.bottom - floor.top;
  return {
    name: 'Stage',
    zone_id: 'stage',
    position: at(floor.left, floor.top),
    rows: [],
    areas: [
      {
        shape: 'rectangle',
        position: origin,
        color: '#e4e0da',
        border_color: '#6c655b',
        rectangle: { width, height },
        text: { text: 'Stage', position: at(width / 2, height / 2), size: 36, color: '#4d473f' },
      },
    ],
  };
}

function centreZone(pairsOnTheLeft: boolean): Zone {
  const rows = Array.from({ length: 8 }, (_, n): DrawnRow => {
    const y = floor.bottom + 60 + n * rowDepth;
    // Every second row is half a seat to the side, so that one looks between two heads.
    const shift = n % 2 === 0 ? 0 : seatWidth / 2;
    const [from, to] = [300 + shift, 840 - (shift === 0 ? 0 : seatWidth / 2)];
    const label = rowLetter(n);
    const numbering = (first: number) => ({
      prefix: `centre-${label}`,
      first,
      seatWidth,
      radius: 10,
      categoryOf: () => (n < 3 ? 'Front' : 'Middle'),
    });
    const pairs = (left: boolean) => (n === 0 && left === pairsOnTheLeft ? 2 : 0);
    const left = seatsOn({ ...line(at(from, y), at(545, y)), pairs: pairs(true) }, numbering(1));
    const right = seatsOn({ ...line(at(595, y), at(to, y)), pairs: pairs(false) }, numbering(1 + left.length));
    return { row_number: label, row_number_position: 'both', position: origin, seats: [...left, ...right] };
  });
  return { name: 'Centre', zone_id: 'centre', position: origin, rows, areas: [] };
}

function sideZone(side: 'left' | 'right'): Zone {
  const rows = Array.from({ length: 5 }, (_, n): DrawnRow => {
    const x = side === 'left' ? floor.left - 60 - n * rowDepth : floor.right + 60 + n * rowDepth;
    const ends: readonly [Point, Point] = [at(x, floor.top + 10), at(x, floor.bottom - 20)];
    const label = rowLetter(n);
    const seats: readonly Seat[] = seatsOn(line(...ends), {
      prefix: `${side}-${label}`,
      first: 1,
      seatWidth,
      radius: 10,
      categoryOf: () => (n < 2 ? 'Middle' : 'Side'),
    });
    return { row_number: label, row_number_position: 'start', position: origin, seats };
  });
  return { name: side === 'left' ? 'Left' : 'Right', zone_id: side, position: origin, rows, areas: [] };
}

/** One bench over the last row: places of 55 cm that nobody numbers. */
function galleryZone(): Zone {
  const [places, depth] = [12, 44];
  const width = places * seatWidth;
  return {
    name: 'Gallery bench',
    zone_id: 'gallery',
    position: at(570 - width / 2, 812),
    rows: [],
    areas: [
      {
        shape: 'rectangle',
        position: origin,
        color: '#e3eef0',
        border_color: '#3a7d8c',
        rectangle: { width, height: depth },
        text: { text: 'Gallery bench', position: at(width / 2, depth / 2), size: 22, color: '#2b5d68' },
      },
    ],
    stampede: { unreserved: { places, category: 'Side' } },
  };
}
