import { mutants } from './simulation/mutants.ts';
import { runOf } from './simulation/worker.ts';
const names = process.argv.slice(2);
for (const mutant of names.length ? names : Object.keys(mutants)) {
  const t = process.cpuUsage().user; let run; let seed = 0;
  do { seed += 1; run = await runOf({ seed, mutant }, false); } while (!run.breach && seed < 120);
  console.log(mutant, seed, run.breach?.invariant, run.breach?.sentence.slice(0, 100), ((process.cpuUsage().user - t) / 1e6).toFixed(1), 's cpu', mutants[mutant].breaches.includes(run.breach?.invariant) ? '' : 'OTHER');
}
console.log('done');
