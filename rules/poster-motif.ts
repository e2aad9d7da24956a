/**
 * Every show gets a picture for its poster out of its name alone: one of a few motifs of the theatre,
 * turned, counted and placed by a number that the name hashes to. The same show has the same poster
 * everywhere, and no picture is ever downloaded. Drawn on a field of 300 by 400, of which the lower 250
 * are shown; the words stand above.
 */
export type Shape =
  | { readonly shape: 'path'; readonly d: string; readonly line?: number; readonly veil?: true }
  | { readonly shape: 'circle'; readonly x: number; readonly y: number; readonly r: number };

export function motifOf(name: string, kind = kindOf(name)): readonly Shape[] {
  const seed = hash(name);
  const motif = motifs[kind % motifs.length] as (n: Pick) => readonly Shape[];
  return motif((from, to, step) => from + ((seed >>> (step * 5)) % (to - from + 1)));
}

const kindOf = (name: string): number => hash(name) % motifs.length;

/**
 * The kinds of the pictures of a season's shows, in their order: each its own, or the next that no show before it has. So
 * no two shows have pictures of one kind before all kinds are there.
 */
export function kindsOf(names: readonly string[]): readonly number[] {
  const left = new Set<number>();
  return names.map((name) => {
    if (left.size === 0) for (const kind of motifs.keys()) left.add(kind);
    let kind = kindOf(name);
    while (!left.has(kind)) kind = (kind + 1) % motifs.length;
    left.delete(kind);
    return kind;
  });
}

/** A whole number from `from` to `to`, the same for the same name and step. */
type Pick = (from: number, to: number, step: number) => number;

/** FNV-1a, stirred once more so that similar names differ in all bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const character of text) h = Math.imul(h ^ (character.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const times = <T>(n: number, make: (index: number) => T): T[] => Array.from({ length: n }, (_, index) => make(index));
const path = (d: string, line?: number): Shape => ({ shape: 'path', d, ...(line !== undefined && { line }) });
const veil = (d: string): Shape => ({ shape: 'path', d, veil: true });
const disc = (x: number, y: number, r: number): Shape => ({ shape: 'circle', x, y, r });
const at = (x: number, y: number, r: number, angle: number) =>
  `${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`;

/** A sun that rises, or sets, behind the edge of the stage. */
function rays(pick: Pick): Shape[] {
  const n = pick(14, 22, 1);
  const y = pick(360, 420, 2);
  const rayOf = (index: number) => {
    const from = -Math.PI + (Math.PI * index) / n;
    const to = from + Math.PI / n / 2;
    return path(`M150 ${y}L${at(150, y, 420, from)}L${at(150, y, 420, to)}Z`);
  };
  return [...times(n, rayOf).filter((_, index) => index > 0), disc(150, y, pick(62, 92, 3))];
}

/** Arch within arch, as one looks up at a proscenium. */
function arches(pick: Pick): Shape[] {
  const n = pick(4, 7, 1);
  const width = 250 / n / 2;
  return times(n, (index) => {
    const r = 138 - index * width;
    return path(`M${150 - r} 400V${330 - index * 4}a${r} ${r * 0.95} 0 0 1 ${2 * r} 0V400`, width * 0.46);
  });
}

/** Two beams that cross. */
function beams(pick: Pick): Shape[] {
  const left = pick(20, 90, 1);
  const right = pick(210, 280, 2);
  return [
    veil(`M${left - 9} 150h18L${right + 40} 372h-140Z`),
    veil(`M${right - 9} 150h18L${left + 100} 372h-140Z`),
    path(`M0 372H300V400H0Z`),
    disc((left + right) / 2, 346, 26),
  ];
}

/** A drawn curtain with somebody's moon in the gap. */
function drapes(pick: Pick): Shape[] {
  const gap = pick(50, 80, 1);
  const folds = 5;
  const side = (sign: 1 | -1) =>
    times(folds, (index) => {
      const top = 150 + sign * (gap * 0.35 + index * 26);
      const foot = 150 + sign * (gap + index * 22);
      return path(
        `M${top} 170C${top + sign * 6} 260 ${foot - sign * 14} 320 ${foot} 400h${sign * 12}C${foot} 320 ${top + sign * 26} 260 ${top + sign * 18} 170Z`,
      );
    });
  return [...side(1), ...side(-1), disc(150, pick(250, 320, 2), pick(24, 36, 3))];
}

/** Waves, each a little later than the one before. */
function waves(pick: Pick): Shape[] {
  const n = pick(5, 8, 1);
  const high = pick(10, 20, 2);
  const row = (index: number) => {
    const y = 235 + (index * 165) / n;
    const shift = (index % 2) * 30 - 60;
    return path(`M${shift} ${y}${times(8, () => `q15 ${-high} 30 0t30 0`).join('')}`, 3 + index * 1.4);
  };
  return [...times(n, row), disc(pick(70, 230, 3), 212, pick(26, 44, 4))];
}

/** A stair up into the flies. */
function stairs(pick: Pick): Shape[] {
  const n = pick(6, 9, 1);
  const flip = pick(0, 1, 2) === 1;
  const step = 300 / n;
  const rise = 200 / n;
  const treads = times(n, (index) => {
    const x = flip ? 300 - (index + 1) * step : index * step;
    return path(`M${x} 400V${400 - (index + 1) * rise}h${step * 0.86}V400Z`);
  });
  return [...treads, disc(flip ? 232 : 68, 232, pick(26, 40, 3))];
}

/** Moons in all their phases. */
function moons(pick: Pick): Shape[] {
  const columns = pick(3, 4, 1);
  const r = 300 / columns / 2 - 9;
  return times(columns * (columns - 1), (index) => {
    const x = ((index % columns) + 0.5) * (300 / columns);
    const y = 396 - r - Math.floor(index / columns) * (2 * r + 12);
    const phase = Math.cos((index / (columns * (columns - 1))) * Math.PI);
    return path(
      `M${x} ${y - r}a${r} ${r} 0 0 1 0 ${2 * r}a${Math.max(1, r * Math.abs(phase))} ${r} 0 0 ${phase > 0 ? 1 : 0} 0 ${-2 * r}Z`,
    );
  });
}

/** The bulbs around a marquee. */
function bulbs(pick: Pick): Shape[] {
  const rings = pick(4, 6, 1);
  return times(rings, (ring) =>
    times(8 + ring * 7, (index) => {
      const angle = (index / (8 + ring * 7)) * 2 * Math.PI + ring;
      const r = 26 + ring * 25;
      return disc(150 + r * Math.cos(angle), 318 + r * Math.sin(angle), 5.5 + (rings - ring) * 0.5);
    }),
  ).flat();
}

/** Birds over a horizon. */
function birds(pick: Pick): Shape[] {
  const flock = times(pick(7, 12, 1), (index) => {
    const x = 30 + ((index * 97 + pick(0, 60, 2)) % 240);
    const y = 190 + ((index * 53) % 130);
    const wide = 14 + ((index * 7) % 14);
    return path(
      `M${x - wide} ${y - wide * 0.5}q${wide * 0.6} ${-wide * 0.2} ${wide} ${wide * 0.5}q${wide * 0.4} ${-wide * 0.7} ${wide} ${-wide * 0.5}`,
      4,
    );
  });
  return [...flock, path('M0 372H300V400H0Z'), disc(pick(60, 240, 3), 340, 32)];
}

/** Windows of a house at night, some of them lit. */
function windows(pick: Pick): Shape[] {
  const columns = pick(4, 6, 1);
  const rows = 5;
  const wide = 300 / (columns * 2 + 1);
  const high = 200 / (rows * 1.5 + 0.5);
  const lit = pick(3, 9, 2);
  return times(columns * rows, (index) => {
    const x = wide * (1 + 2 * (index % columns));
    const y = 200 + high * (0.5 + 1.5 * Math.floor(index / columns));
    const shape = `M${x.toFixed(1)} ${y.toFixed(1)}h${wide.toFixed(1)}v${high.toFixed(1)}h${(-wide).toFixed(1)}Z`;
    return (index * lit) % 5 < 2 ? path(shape) : path(shape, 3);
  });
}

/** A branch with its leaves. */
function leaves(pick: Pick): Shape[] {
  const lean = pick(-50, 50, 1);
  const n = pick(5, 8, 2);
  const sides = times(n, (index) => {
    const t = (index + 0.5) / n;
    const x = 150 + lean * t;
    const y = 392 - 190 * t;
    const long = 62 - 30 * t;
    const leaf = (sign: number) =>
      path(
        `M${x.toFixed(1)} ${y.toFixed(1)}q${(sign * long * 0.5).toFixed(1)} ${(-long * 0.75).toFixed(1)} ${(sign * long).toFixed(1)} ${(-long * 0.55).toFixed(1)}q${(-sign * long * 0.3).toFixed(1)} ${(long * 0.65).toFixed(1)} ${(-sign * long).toFixed(1)} ${(long * 0.55).toFixed(1)}Z`,
      );
    return [leaf(1), leaf(-1)];
  }).flat();
  return [path(`M150 400L${150 + lean} 196`, 6), ...sides];
}

/** Mountains, one behind the other. */
function mountains(pick: Pick): Shape[] {
  const range = (base: number, n: number, high: number, shift: number) => {
    const step = 300 / n;
    const peaks = times(
      n + 1,
      (index) =>
        `L${index * step - shift} ${base - high * (0.6 + (0.4 * ((index * 7 + shift) % 5)) / 4)}L${(index + 0.5) * step - shift} ${base}`,
    );
    return `M-60 400${peaks.join('')}L360 ${base}V400Z`;
  };
  return [
    disc(pick(60, 240, 3), 226, pick(24, 38, 4)),
    veil(range(330, pick(3, 4, 1), 90, pick(10, 40, 2))),
    path(range(390, pick(2, 3, 2), 110, pick(0, 30, 1))),
  ];
}

const motifs: readonly ((pick: Pick) => readonly Shape[])[] = [
  rays,
  arches,
  beams,
  drapes,
  waves,
  stairs,
  moons,
  bulbs,
  birds,
  windows,
  leaves,
  mountains,
];
