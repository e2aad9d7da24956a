import type { Point, Scenery } from '../../../contracts/plan.ts';
import { withOurDigits } from '../../../rules/member-number.ts';
import { type Front, fronts, type LayoutZone, type PlanLayout } from '../plan-layout.ts';
import { extentOf } from '../scenery.ts';
import type { Remarks } from './remarks.ts';
import { pointOf } from './seats-in.ts';
import { isStage } from './stage-words.ts';

/*
 * The point that everyone looks at: best seats are near it, and rows are in order from it. The file may say it, or draw
 * a stage. Otherwise the rows tell, as houses name them from the front: 1 before 2, A before B. The side at which they
 * begin in most zones is the front, in the round the middle. Without such names it is the top, as plans are drawn. A
 * front that nobody said is mentioned, since best available goes by it.
 */

export function focalPointOf(layout: PlanLayout, scenery: readonly Scenery[], remarks: Remarks): Point {
  const said = layout.stampede?.focalPoint;
  if (said) return said;
  const drawn = stageMiddle(scenery);
  const front = layout.stampede?.front;
  if (front) return pointAt(layout, front);
  if (drawn) {
    const stages = scenery.filter(({ kind }) => kind === 'stage').length;
    if (stages > 1)
      remarks.mention(
        { field: 'stampede' },
        `there are ${stages} stages: the front is the first of them, at ${Math.round(drawn.x)}, ${Math.round(drawn.y)}. Best seats are near it. ` +
          'Say otherwise with "stampede": { "focalPoint": { "x": …, "y": … } }',
      );
    return drawn;
  }
  const { front: found, rows } = frontByNames(layout);
  const point = pointAt(layout, found);
  const why = rows === undefined ? 'where plans mostly have it' : `since ${rows}`;
  const side = found === 'middle' ? 'in the middle' : `at the ${found}`;
  remarks.mention(
    { field: 'stampede' },
    `there is no stage: the front is ${side} of the drawing, ${Math.round(point.x)}, ${Math.round(point.y)}, ${why}. ` +
      `Best seats are near it. Say otherwise with "stampede": { "front": "${found === 'bottom' ? 'top' : 'bottom'}" } ` +
      `(${fronts.join(', ')}) or { "focalPoint": { "x": …, "y": … } }, or draw an area with the text Stage`,
  );
  return point;
}

/** The middle of the first area, or text, that is a stage. */
export function stageMiddle(scenery: readonly Scenery[]): Point | undefined {
  const shape = scenery.find((piece) => piece.kind === 'stage');
  if (shape?.kind === 'stage') {
    const [left, top, right, bottom] = extentOf(shape.points);
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }
  const text = scenery.find((piece) => piece.kind === 'text' && isStage(piece.text));
  return text?.kind === 'text' ? { x: text.x, y: text.y } : undefined;
}

function pointAt({ size: { width, height } }: PlanLayout, front: Front): Point {
  return {
    top: { x: width / 2, y: 0 },
    bottom: { x: width / 2, y: height },
    left: { x: 0, y: height / 2 },
    right: { x: width, y: height / 2 },
    middle: { x: width / 2, y: height / 2 },
  }[front];
}

interface NamedRow {
  readonly label: string;
  readonly rank: number;
  /** Where it lies across its own direction: rows that run from left to right lie at a height. */
  readonly at: number;
  readonly axis: 'x' | 'y';
}

/** `rows` says which rows told it; undefined: none did. */
function frontByNames(layout: PlanLayout): { readonly front: Front; readonly rows: string | undefined } {
  const zones = layout.zones.map(rankedRows).filter((rows) => rows.length > 1);
  const scores = fronts.map((front) => ({
    front,
    score: zones.reduce((sum, rows) => sum + inOrderFrom(layout, front, rows), 0),
  }));
  const [best] = scores.toSorted((a, b) => b.score - a.score);
  const all = zones.reduce((sum, rows) => sum + rows.length, 0);
  // Half of all rows in order is what chance gives.
  if (!best || all === 0 || best.score < all * 0.5) return { front: 'top', rows: undefined };
  const [first] = zones.toSorted((a, b) => b.length - a.length);
  const named = [...(first ?? [])].sort((a, b) => a.rank - b.rank);
  return { front: best.front, rows: `row ${named[0]?.label} is nearer to it than row ${named.at(-1)?.label}` };
}

/** From minus to plus the number of rows: how well the order of their names is that of their distances. */
function inOrderFrom(layout: PlanLayout, front: Front, rows: readonly NamedRow[]): number {
  const away = rows.map((row) => ({ rank: row.rank, far: awayFrom(layout, front, row) }));
  let agreed = 0;
  let pairs = 0;
  for (const [at, one] of away.entries())
    for (const other of away.slice(at + 1)) {
      pairs++;
      if (one.far !== undefined && other.far !== undefined)
        agreed += Math.sign((other.far - one.far) * (other.rank - one.rank));
    }
  return pairs === 0 ? 0 : (agreed / pairs) * rows.length;
}

/** Undefined: a side of the drawing that the row does not run along. */
function awayFrom({ size }: PlanLayout, front: Front, { at, axis }: NamedRow): number | undefined {
  const whole = axis === 'y' ? size.height : size.width;
  if (front === 'middle') return Math.abs(at - whole / 2);
  if (front === (axis === 'y' ? 'top' : 'left')) return at;
  return front === (axis === 'y' ? 'bottom' : 'right') ? whole - at : undefined;
}

function rankedRows(zone: LayoutZone): readonly NamedRow[] {
  const rankOf = ranksOf(zone.rows.map(({ row_number }) => bareName(row_number)));
  return zone.rows.flatMap((row): readonly NamedRow[] => {
    const rank = rankOf(bareName(row.row_number));
    if (rank === undefined || row.seats.length === 0) return [];
    const points = row.seats.map((seat) => pointOf(zone, row, seat));
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const reach = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
    const axis = reach(ys) > reach(xs) ? 'x' : 'y';
    const values = axis === 'x' ? xs : ys;
    return [{ label: row.row_number, rank, at: values.reduce((sum, one) => sum + one, 0) / values.length, axis }];
  });
}

/** Parts of one row, as row-names.ts numbers them, have one rank. Digits of every script are ours. */
function bareName(named: string): string {
  return withOurDigits(named.replace(/ \(\d+\)$/, '')).toUpperCase();
}

/** Letters come after all numbers, and two letters after one. */
const ofLetters = 1e7;
const chinese = '一二三四五六七八九十';

/** The order of names: of digits, of Roman numerals if all are some, of an alphabet's letters. Undefined: of nothing. */
function ranksOf(names: readonly string[]): (name: string) => number | undefined {
  const areRoman = names.includes('I') && names.includes('II') && names.every((name) => roman(name) !== undefined);
  return (name) => {
    const digits = /\d+/.exec(name)?.[0];
    if (digits !== undefined) return Number(digits);
    if (areRoman) return roman(name);
    if (name.length === 1 && chinese.includes(name)) return chinese.indexOf(name) + 1;
    const [first, second, ...more] = Array.from(name.normalize('NFC'));
    if (first === undefined || more.length > 0 || !/^\p{L}+$/u.test(name)) return undefined;
    const [a, b] = [first, second ?? first].map((letter) => letter.codePointAt(0) ?? 0);
    return (second === undefined ? 1 : 2) * ofLetters + (a ?? 0) + (b ?? 0) / ofLetters;
  };
}

const worth: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of `XIV`; undefined of what is none. */
function roman(name: string): number | undefined {
  if (!/^(?=.)C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.test(name)) return undefined;
  const values = Array.from(name, (letter) => worth[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
