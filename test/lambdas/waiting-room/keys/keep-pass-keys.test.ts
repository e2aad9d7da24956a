import { describe, expect, test } from '@jest/globals';
import { type KeyRing, keyNamed, readRing, signingKey } from '../../../../lambdas/foundation/key-ring.ts';
import { ringKeptMs } from '../../../../lambdas/foundation/keys.ts';
import type { SharedKey } from '../../../../lambdas/foundation/signing.ts';
import { longestPassMs, untilSignsAloneMs, untilSignsMs } from '../../../../lambdas/waiting-room/keys/change-keys.ts';
import { keepPassKeys } from '../../../../lambdas/waiting-room/keys/keep-pass-keys.ts';

const start = Date.UTC(2027, 3, 1, 9);

class Crash extends Error {}

/** A ring and the edge, with all that they ever were. `crashAt` ends the keeper before its nth effect. */
class Stage {
  now = start;
  crashAt = Number.POSITIVE_INFINITY;
  text = JSON.stringify({ id: 'a', secret: 'a'.repeat(64) });
  edge: readonly SharedKey[] = [];
  readonly rings: { readonly at: number; readonly ring: KeyRing }[] = [];
  readonly edges: { readonly at: number; readonly ids: readonly string[] }[] = [];
  #made = 0;
  #effects = 0;

  async keep(act?: 'rotate' | 'drop' | 'publish') {
    this.#effects = 0;
    return keepPassKeys(
      {
        ring: {
          read: async () => this.text,
          write: async (text) => {
            this.#effect();
            this.text = text;
            this.rings.push({ at: this.now, ring: this.ring });
          },
        },
        publish: async (keys) => {
          this.#effect();
          this.edge = keys;
          this.edges.push({ at: this.now, ids: keys.map(({ id }) => id) });
        },
        newKey: () => {
          this.#made += 1;
          return { id: `new-${this.#made}`, secret: `${this.#made}`.repeat(64) };
        },
        clock: () => this.now,
      },
      act,
    );
  }

  get ring(): KeyRing {
    return readRing(this.text);
  }

  get edgeIds(): readonly string[] {
    return this.edge.map(({ id }) => id);
  }

  #effect(): void {
    this.#effects += 1;
    if (this.#effects >= this.crashAt) throw new Crash('crashed');
  }
}

async function openStage(): Promise<Stage> {
  const stage = new Stage();
  await stage.keep();
  stage.now += 3_600_000;
  return stage;
}

describe('the keeper', () => {
  test('gives the edge the key that Secrets Manager made up, and then leaves all as it is', async () => {
    const stage = await openStage();
    expect(stage.edgeIds).toEqual(['a']);
    const before = stage.text;
    expect(await stage.keep()).toEqual({ ok: true, keys: [{ id: 'a', signsAt: 0 }] });
    expect([stage.text, stage.edges.length]).toEqual([before, 1]);
  });

  test('tells moments and ids, and no key', async () => {
    const stage = await openStage();
    const said = JSON.stringify([await stage.keep('rotate'), await stage.keep()]);
    for (const { secret } of stage.ring.keys) expect(said).not.toContain(secret);
  });

  test('rotates: known at once, signs after the delay, and the one before is believed while its passes are good', async () => {
    const stage = await openStage();
    const at = stage.now;
    await stage.keep('rotate');
    expect(stage.edgeIds).toEqual(['a', 'new-1']);
    expect(signingKey(stage.ring, at + untilSignsMs - 1)?.id).toBe('a');
    expect(signingKey(stage.ring, at + untilSignsMs)?.id).toBe('new-1');
    const end = at + untilSignsMs + longestPassMs;
    expect([end - 1, end].map((now) => keyNamed(stage.ring, 'a', now)?.id)).toEqual(['a', undefined]);
    stage.now = end;
    await stage.keep();
    expect([stage.edgeIds, stage.ring.keys.map(({ id }) => id)]).toEqual([['new-1'], ['new-1']]);
  });

  test('begins no second change while one is under way', async () => {
    const stage = await openStage();
    await stage.keep('rotate');
    expect(await stage.keep('rotate')).toEqual({ ok: false, until: stage.now + untilSignsMs });
    stage.now += untilSignsMs;
    expect((await stage.keep('rotate')).ok).toBe(true);
  });

  test('drops all keys at once, also in the middle of a change; nothing signs until the edge has learnt the new one', async () => {
    const stage = await openStage();
    await stage.keep('rotate');
    await stage.keep('drop');
    expect(stage.edgeIds).toEqual(['new-2']);
    expect(keyNamed(stage.ring, 'a', stage.now)).toBeUndefined();
    expect(signingKey(stage.ring, stage.now + untilSignsAloneMs - 1)).toBeUndefined();
    expect(signingKey(stage.ring, stage.now + untilSignsAloneMs)?.id).toBe('new-2');
  });

  test('tells the edge again when it is asked to', async () => {
    const stage = await openStage();
    stage.edge = [];
    await stage.keep();
    expect(stage.edgeIds).toEqual([]);
    await stage.keep('publish');
    expect(stage.edgeIds).toEqual(['a']);
  });
});

describe.each(['rotate', 'drop'] as const)('a crash while keys change (%s)', (act) => {
  test.each([1, 2, 3])('before effect %d: the next start ends what was begun', async (crashAt) => {
    const stage = await openStage();
    stage.crashAt = crashAt;
    await expect(stage.keep(act)).rejects.toThrow(Crash);
    stage.crashAt = Number.POSITIVE_INFINITY;
    stage.now += 60_000;
    await stage.keep();
    expect(stage.edgeIds).toEqual(stage.ring.keys.map(({ id }) => id));
    expect(stage.ring.keys.every(({ signsAt }) => signsAt !== undefined)).toBe(true);
    stage.now += untilSignsMs;
    expect(signingKey(stage.ring, stage.now)?.id).toBe(crashAt === 1 ? 'a' : 'new-1');
  });
});

/**
 * Every pass that a function signs in a change of keys, by the second: with the ring as it was up to half a minute
 * ago, and at an edge location that is late by up to a minute.
 */
async function refusedInAChange(moved: (ring: KeyRing) => KeyRing = (ring) => ring): Promise<number> {
  const stage = await openStage();
  const began = stage.now;
  await stage.keep('rotate');
  const history = [...stage.rings].map(({ at, ring }) => ({ at, ring: moved(ring) }));
  const ringAt = (at: number) => history.findLast((one) => one.at <= at)?.ring as KeyRing;
  const edgeAt = (at: number) => stage.edges.findLast((one) => one.at <= at)?.ids ?? [];
  let refused = 0;
  for (let now = began - 120_000; now <= began + 2 * untilSignsMs; now += 1000)
    for (const age of [0, 1000, ringKeptMs])
      for (const late of [0, 5000, 60_000]) {
        const key = signingKey(ringAt(now - age), now);
        if (!key || !edgeAt(now - late).includes(key.id)) refused += 1;
      }
  return refused;
}

test('in a rotation no pass is signed with a key that some edge location does not know yet', async () => {
  expect(await refusedInAChange()).toBe(0);
  // The guard: a key that signs as soon as it is published is refused somewhere.
  const atOnce = (ring: KeyRing): KeyRing => ({
    ...ring,
    keys: ring.keys.map((key) => (key.id === 'new-1' ? { ...key, signsAt: 0 } : key)),
  });
  expect(await refusedInAChange(atOnce)).toBeGreaterThan(0);
});
