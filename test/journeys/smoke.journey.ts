import { expect, test } from '@jest/globals';
import { smokeSite } from '../../bin/smoke.ts';
import type { Playhouse } from './running.ts';

/* `npm run smoke`, as the delivery runs it against a stage. */

export function smokeJourneys(house: () => Playhouse): void {
  test('the stage answers as it must, and so do its boards', async () => {
    const found = await smokeSite(new URL(house().site));
    expect(found.filter(({ faults }) => faults.length > 0)).toEqual([]);
    expect(found.map(({ path }) => path)).toContain('/lines/friends/board.json');
    expect(found.some(({ note }) => note !== undefined)).toBe(false);
  });
}
