import { describe, expect, test } from '@jest/globals';
import { type PlatformFile, platformPath, platformStepMs } from '../../../../contracts/platform.ts';
import { keptPlatform } from '../../../../lambdas/control-room/platform/kept-platform.ts';
import { metricsTwin } from '../../../../lambdas/control-room/platform/metrics.twin.ts';
import { askPlatform } from '../../../../lambdas/control-room/platform/platform-figures.ts';
import { showPlatform } from '../../../../lambdas/control-room/platform/show-platform.ts';
import { watchedHere as watched } from '../../../../simulation/stage/watched-here.ts';
import { filesIn } from '../../../files-in.ts';

const now = Date.UTC(2027, 3, 10, 9, 2, 30);

/** Warm functions over one bucket. */
function house() {
  const stored = new Map<string, unknown>();
  const files = filesIn(stored);
  const asked: number[] = [];
  const waited: number[] = [];
  const open = (ask?: (at: number) => Promise<never>) =>
    keptPlatform({
      files,
      ask: async (at) => {
        asked.push(at);
        return ask ? ask(at) : askPlatform(metricsTwin(), watched, at);
      },
      wait: async (ms) => {
        waited.push(ms);
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
  return { stored, files, asked, waited, open };
}

describe('the figures of the platform, kept for all who look', () => {
  test('twenty who ask of five warm functions in one step ask CloudWatch once', async () => {
    const { asked, open } = house();
    const functions = Array.from({ length: 5 }, () => open());
    const shown = await Promise.all(Array.from({ length: 20 }, (_, n) => functions[n % 5]?.(now + n)));
    expect(asked).toHaveLength(1);
    expect(new Set(shown.map((one) => one?.askedAt)).size).toBe(1);
    for (const one of functions) await one(now + platformStepMs - 1);
    expect(asked).toHaveLength(1);
    await functions[0]?.(now + platformStepMs);
    expect(asked).toHaveLength(2);
  });

  test('without the condition each function would ask', async () => {
    const { files, asked, open } = house();
    Object.assign(files, { writeIf: async () => ({ ok: true, tag: 'any' }) });
    await Promise.all(Array.from({ length: 5 }, () => open()(now)));
    expect(asked).toHaveLength(5);
  });

  test('one that began to renew and never came back is gone by after some seconds', async () => {
    const { stored, asked, open } = house();
    const file: PlatformFile = { renewing: { upTo: now, since: now - 6000 } };
    stored.set(platformPath, file);
    expect(await open()(now)).toMatchObject({ askedAt: now });
    expect(asked).toEqual([now]);
  });

  test('while somebody else renews for long, those of the step before are shown with their age', async () => {
    const { stored, asked, waited, open } = house();
    const old = await askPlatform(metricsTwin(), watched, now - platformStepMs);
    stored.set(platformPath, { figures: old, renewing: { upTo: now, since: now } } satisfies PlatformFile);
    expect(await open()(now)).toEqual(old);
    expect(asked).toEqual([]);
    expect(waited.length).toBeGreaterThan(3);
  });

  test('that CloudWatch does not answer is a fault, and the next to ask tries again', async () => {
    const { open } = house();
    const broken = open(async () => {
      throw new Error('CloudWatch is away');
    });
    await expect(broken(now)).rejects.toThrow('CloudWatch is away');
    expect(await open()(now + 6000)).toMatchObject({ askedAt: now + 6000 });
  });

  test('are for those who may see the whole house', async () => {
    const { open } = house();
    const platform = open();
    const ofFriends = {
      email: 'ops@example.org',
      may: (_: string, places: readonly object[]) => places.every((one) => 'onSale' in one),
    };
    expect(await showPlatform({ platform }, ofFriends, now)).toMatchObject({ refusal: 'not-allowed' });
    expect(await showPlatform({ platform }, { ...ofFriends, may: () => true }, now)).toMatchObject({ ok: true });
  });
});
