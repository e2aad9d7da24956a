import type { Bin } from './scores.ts';

/**
 * The reliability plot shows what was said against what came. Each tenth is a dot, as large as it is often said. The
 * diagonal is perfect. Plain SVG that reads on light and dark paper alike.
 */
export function plotOf(bins: readonly Bin[]): string {
  const size = 360;
  const margin = 48;
  const at = (share: number) => margin + share * size;
  const down = (share: number) => margin + (1 - share) * size;
  const one = (value: number) => value.toFixed(1);
  const spoken = bins.filter(({ samples }) => samples > 0);
  const most = Math.max(1, ...spoken.map(({ samples }) => samples));
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const grid = ticks.flatMap((tick) => [
    `<line x1="${one(at(tick))}" y1="${one(at(0))}" x2="${one(at(tick))}" y2="${one(at(1))}" class="grid"/>`,
    `<line x1="${one(at(0))}" y1="${one(down(tick))}" x2="${one(at(1))}" y2="${one(down(tick))}" class="grid"/>`,
    `<text x="${one(at(tick))}" y="${one(at(1) + 18)}" text-anchor="middle">${tick * 100} %</text>`,
    `<text x="${one(at(0) - 6)}" y="${one(down(tick) + 4)}" text-anchor="end">${tick * 100}</text>`,
  ]);
  const line = spoken.map(({ said, came }) => `${one(at(said))},${one(down(came))}`).join(' ');
  const dots = spoken.map(({ said, came, samples }) => {
    const radius = 3 + 7 * Math.sqrt(samples / most);
    return `<circle cx="${one(at(said))}" cy="${one(down(came))}" r="${one(radius)}" class="dot"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 2 * margin} ${size + 2 * margin}" role="img">`,
    '<title>Chance that was shown against the share that found seats</title>',
    '<style>text{font:12px system-ui,sans-serif;fill:#6b7280}.grid{stroke:#9ca3af;stroke-opacity:.35}' +
      '.even{stroke:#9ca3af;stroke-dasharray:4 4}.said{fill:none;stroke:#7c3aed;stroke-width:2}.dot{fill:#7c3aed;fill-opacity:.75}</style>',
    ...grid,
    `<line x1="${at(0)}" y1="${down(0)}" x2="${at(1)}" y2="${down(1)}" class="even"/>`,
    `<polyline points="${line}" class="said"/>`,
    ...dots,
    `<text x="${at(0.5)}" y="${at(1) + 38}" text-anchor="middle">chance that was shown</text>`,
    `<text x="${at(0)}" y="${margin - 14}">found seats, of a hundred</text>`,
    '</svg>',
    '',
  ].join('\n');
}
