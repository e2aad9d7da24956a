import { simulate } from './simulation/simulate.ts';
const c = { sold: /"phase":"sold-out"/, back: /"phase":"sold-out"[\s\S]*"phase":"open"/, baskets: /"halt":"baskets"/, house: /"halt":"house"/, on: /"halt":"house"[\s\S]*"phase":"open"/, added: /opens evening-/ };
for (let seed = 1; seed <= 40; seed += 1) {
  const t = process.cpuUsage().user;
  const { breach, lines = [] } = await simulate({ seed, fans: 12, kept: true, kind: { isCounted: true } });
  const h = lines.filter((l) => l.includes('board.json') || l.includes('opens')).join('\n');
  const hits = Object.keys(c).filter((k) => c[k].test(h));
  if (hits.includes('back') || breach) console.log(seed, hits.join(), breach?.sentence ?? '', ((process.cpuUsage().user - t) / 1e6).toFixed(2));
}
