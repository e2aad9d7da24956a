import { pageMs } from './patience.ts';

/**
 * Asks again until the answer is of use; gives up after as long as a page would. Between two looks it pauses, in
 * milliseconds: first the shorter pause, then twice as long each time, up to the longer.
 */
export async function until<Found>(
  what: string,
  look: () => Promise<Found | undefined>,
  pauses: readonly [number, number] = [50, 50],
): Promise<Found> {
  const deadline = performance.now() + pageMs;
  const [shortest, longest] = pauses;
  for (let pause = shortest; ; pause = Math.min(longest, pause * 2)) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${pageMs / 1000} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
