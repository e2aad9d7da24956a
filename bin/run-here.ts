import { readRoster, readWorld } from '../examples/read-world.ts';
import { startBeaconHere } from './beacon-here.ts';
import { build, theExample } from './build.ts';
import { startFallbackHere } from './fallback-here.ts';
import { greeting } from './greeting.ts';
import { startSignInHere } from './sign-in-here.ts';
import type { StartOptions } from './start-options.ts';

/*
 * A whole start in this process: builds, runs the templates, loads the world, greets, and sends simulated fans if there
 * shall be any. Large packages are imported late, so that the first line is on the screen at once.
 */

/** @param began The value of `performance.now()` when the program began. */
export async function runHere(options: StartOptions, began: number): Promise<void> {
  // Before anything is built: a world that is misspelt is said at once.
  const found = await readWorld(options.world);
  const stripe = options.stripe
    ? await (await import('./pretend-stripe.ts')).startPretendStripe(options.state, options.fresh)
    : undefined;
  const what = stripe?.build ?? theExample;
  // The local cloud takes a second to compile, the first time. Others build meanwhile.
  const [{ runCloud }, beacon, fallback, signIn] = await Promise.all([
    import('./run-cloud.ts'),
    startBeaconHere(),
    startFallbackHere(),
    startSignInHere(options.state, options.fresh),
    build(console.log, { ...what, validated: false }),
  ]);
  const places = await runCloud(options, what.out, { stripe, beacon, fallback, signIn });
  const [roster] = Object.values(found.world.rosters ?? {});
  const facts = { places, world: options.world, fans: options.fans, workingFolder: process.cwd() };
  const someone = roster && (await readRoster(found, roster))[0];
  console.log(greeting({ ...facts, someone, seconds: (performance.now() - began) / 1000, now: Date.now() }));
  process.send?.(places);
  const [first] = places.onSales;
  if (options.fans > 0 && first) {
    const { sendFans } = await import('./company.ts');
    await sendFans({ fans: options.fans, world: options.world, state: places.state, onSale: first.id });
  }
}
