import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { equivalents } from './equivalents.ts';
import { type Group, groups, isMutated } from './groups.ts';
import { Mutated } from './mutated.ts';
import type { MutantOf } from './mutated.worker.ts';

/*
 * `npm run mutation`: changes one thing in a rule, runs the tests that come past it, and says which changes none of
 * them noticed. `-- --sample 100` tries so many of each group, others with another `--seed`; `-- --group rules` one group.
 */

const home = join(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    group: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    file: { type: 'string' },
  },
});

/** In an order that a seed gives, so that a sample is from everywhere. */
const order = ({ id }: MutantOf) => createHash('sha256').update(`${values.seed} ${id}`).digest('hex');
const chosen = (mutants: readonly MutantOf[]): readonly MutantOf[] => {
  const wanted = values.file === undefined ? mutants : mutants.filter(({ file }) => file.includes(values.file ?? ''));
  if (values.sample === undefined) return wanted;
  return [...wanted].sort((a, b) => order(a).localeCompare(order(b))).slice(0, Number(values.sample));
};

const found = (patterns: readonly string[]) => globSync(patterns, { cwd: home }).sort();

const isEquivalent = ({ file, within, was, becomes }: MutantOf) =>
  equivalents.some(
    (one) => file === one.file && within.includes(one.within) && one.was === was && one.becomes === becomes,
  );

async function tryGroup({ name, targets, tests }: Group): Promise<void> {
  const files = found(targets).filter(isMutated);
  if (!files.some((file) => file.includes(values.file ?? ''))) return;
  const mutated = new Mutated({ home, targets: files, tests: found(tests) });
  const { mutants } = await mutated.ready();
  let survive = 0;
  const sample = chosen(mutants).filter((mutant) => !isEquivalent(mutant));
  for (const [at, mutant] of sample.entries()) {
    const fate = await mutated.try(mutant.id);
    if (fate !== 'killed') {
      // At once, so that a run that is ended early has not been for nothing.
      survive += 1;
      const { file, line, was, becomes } = mutant;
      const brief = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90);
      const seen = fate === 'survived' ? '' : ' (no test comes past it)';
      console.log(`${file}:${line} ${brief(was)} → ${brief(becomes)}${seen}`);
    }
    if ((at + 1) % 100 === 0) console.log(`${name}: ${at + 1} of ${sample.length}, ${survive} survive`);
  }
  await mutated.stop();
  const killed = sample.length - survive;
  console.log(
    `${name}: ${killed} of ${sample.length} mutants killed, ${((100 * killed) / sample.length).toFixed(1)} %`,
  );
}

const wanted = groups.filter(({ name }) => values.group === undefined || name === values.group);
if (wanted.length === 0) throw new Error(`--group is one of: ${groups.map(({ name }) => name).join('; ')}`);
for (const group of wanted) await tryGroup(group);
