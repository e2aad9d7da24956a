import { describe, expect, test } from '@jest/globals';
import type { EndedPasses } from '../../../../contracts/pass.ts';
import { published } from '../../../../contracts/paths.ts';
import { nobody } from '../../../../lambdas/waiting-room/line/shoppers-store.ts';
import { listEnded, nextList } from '../../../../lambdas/waiting-room/pace/list-ended.ts';

const now = 1_800_000_000_000;
const onSale = 'friends';
const at = (listedAt: number, ...passes: readonly string[]) => ({ listedAt, passes });

describe('the next list', () => {
  const list: EndedPasses = { v: 1, onSale, ended: [at(now - 9000, '1.1', '2.1'), at(now - 3000, '3.1')] };

  test('keeps since when each is listed, drops those whose time is over, adds the new', () => {
    expect(nextList(onSale, list, ['2.1', '3.1', '5.2', '4.1'], now).ended).toEqual([
      at(now - 9000, '2.1'),
      at(now - 3000, '3.1'),
      at(now, '4.1', '5.2'),
    ]);
    expect(nextList(onSale, list, ['1.1', '2.1', '3.1'], now)).toEqual(list);
    expect(nextList(onSale, undefined, [], now).ended).toEqual([]);
  });
});

describe('a pass that has ended', () => {
  const shoppers = { ...nobody, inUse: new Set(['9.1']), ended: new Map([['1.1', now]]), claimed: new Set([1, 9]) };
  const files = () => {
    const kept = new Map<string, unknown>();
    return {
      kept,
      read: async <File>(path: string) => kept.get(path) as File | undefined,
      write: async (path: string, file: unknown) => {
        kept.set(path, file);
      },
    };
  };
  const inUse = async (of: ReturnType<typeof files>, later: number) =>
    [...(await listEnded({ files: of }, onSale, shoppers, now + later)).inUse].sort();

  test('is in use until it has stood in the list for half a minute', async () => {
    const of = files();
    expect(await inUse(of, 2000)).toEqual(['1.1', '9.1']);
    expect(of.kept.get(published.ended(onSale))).toMatchObject({ ended: [at(now + 2000, '1.1')] });
    expect(await inUse(of, 31_999)).toEqual(['1.1', '9.1']);
    expect(await inUse(of, 32_000)).toEqual(['9.1']);
  });

  test('is in use again while an older list stands in the place of that with its name', async () => {
    const of = files();
    await inUse(of, 0);
    expect(await inUse(of, 30_000)).toEqual(['9.1']);
    // The write of a pacemaker that hung.
    await of.write(published.ended(onSale), { v: 1, onSale, ended: [] });
    expect(await inUse(of, 31_000)).toEqual(['1.1', '9.1']);
    expect(await inUse(of, 61_000)).toEqual(['9.1']);
  });

  test('is in use while the list cannot be read or written', async () => {
    const broken = { ...files(), read: () => Promise.reject(new Error('S3 is down')) };
    await expect(listEnded({ files: broken }, onSale, shoppers, now)).rejects.toThrow('S3 is down');
  });

  test('stands there with the devices that were ended, which hold no slot', async () => {
    const of = files();
    const devices = { ...nobody, inUse: new Set(['9.1']), endedDevices: new Set(['tablet', 'phone']) };
    expect((await listEnded({ files: of }, onSale, devices, now)).inUse).toEqual(new Set(['9.1']));
    expect(of.kept.get(published.ended(onSale))).toEqual({ v: 1, onSale, ended: [], devices: ['phone', 'tablet'] });
  });

  test('costs no look where there is none', async () => {
    const broken = { ...files(), read: () => Promise.reject(new Error('not to be asked')) };
    expect(await listEnded({ files: broken }, onSale, nobody, now)).toEqual(nobody);
  });
});
