import { simulate } from './simulation/simulate.ts';
const [from, n, kind] = [Number(process.argv[2]), Number(process.argv[3]), JSON.parse(process.argv[4] ?? '{}')];
const tell = { sold: 0, baskets: 0, house: 0, again: 0, added: 0, breaches: 0 };
const t = performance.now();
for (let seed = from; seed < from + n; seed += 1) {
  const run = await simulate({ seed, kept: true, kind });
  const text = run.lines.join('\n');
  const phases = [...text.matchAll(/"phase":"([a-z-]+)"/g)].map((m) => m[1]);
  const last = [];
  for (const p of phases) if (last.at(-1) !== p) last.push(p);
  if (last.includes('sold-out')) tell.sold += 1;
  if (last.join().includes('sold-out,open')) tell.again += 1;
  if (/"halt":"baskets"/.test(text)) tell.baskets += 1;
  if (/"phase":"paused","halt":"house"/.test(text)) tell.house += 1;
  if (/opens evening/.test(text)) tell.added += 1;
  if (run.breach) { tell.breaches += 1; console.log(seed, run.breach.invariant, run.breach.sentence); }
}
console.log(tell, ((performance.now() - t) / n).toFixed(0), 'ms each', process.cpuUsage().user / 1000 / n | 0, 'cpu ms each');
