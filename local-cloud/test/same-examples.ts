import fc from 'fast-check';

/*
 * fast-check, for the properties of these tests. They try the same examples in every run, so that a test fails because
 * of a change and not because of the day. `SEED=random npm run jest` tries others, `SEED=<number>` those of a run that
 * failed.
 */

const wish = process.env.SEED ?? '1';
if (wish !== 'random' && !Number.isInteger(Number(wish)))
  throw new Error(`SEED is a whole number or random, not ${wish}`);
if (wish !== 'random') fc.configureGlobal({ seed: Number(wish) });

export default fc;
