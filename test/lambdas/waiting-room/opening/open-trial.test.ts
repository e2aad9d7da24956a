import { describe, expect, test } from '@jest/globals';
import type { LineFile } from '../../../../contracts/line.ts';
import { published } from '../../../../contracts/paths.ts';
import { isTrial } from '../../../../contracts/trial.ts';
import { lineKeys } from '../../../../lambdas/waiting-room/line/line-keys.ts';
import { openTrial } from '../../../../lambdas/waiting-room/opening/open-trial.ts';
import { twins } from '../../../../simulation/stage/stores.ts';
import { filesIn } from '../../../files-in.ts';
import { keys } from '../small-stage.ts';

const hour = 60 * 60_000;
const nine = 1_800_000_000_000;

function aStage(secret = keys) {
  const files = new Map<string, unknown>();
  const { lines, marks } = twins();
  const deps = { lines, marks, files: filesIn(files), keys: secret, newMarkKey: () => new Uint8Array(32) };
  const open = async (now: number) => {
    const opened = await openTrial(deps, now);
    if (!opened.ok) throw new Error(opened.detail);
    return opened;
  };
  return { files, lines, open };
}

describe('the trial of an hour', () => {
  test('is one line, whoever asks and however often', async () => {
    const { open, files } = aStage();
    const first = await open(nine);
    const before = JSON.stringify([...files]);
    expect(await open(nine + hour - 1)).toEqual(first);
    expect(JSON.stringify([...files])).toBe(before);
    expect(first.onSale).not.toBe((await open(nine + hour)).onSale);
  });

  test('is open to its program for as long as a run that began in the hour may take', async () => {
    const { open, lines } = aStage();
    const { onSale, closesAt } = await open(nine + 20 * 60_000);
    expect(closesAt).toBe(nine + hour + 15 * 60_000);
    expect((await lines.live(nine)).map((line) => line.onSale)).toEqual([onSale]);
    expect(await lines.live(closesAt + hour)).toEqual([]);
  });

  test('has a name of 128 bits that follows from the secret alone, and keeps no log for witnesses', async () => {
    const { open, files } = aStage();
    const { onSale } = await open(nine);
    expect(isTrial(onSale)).toBe(true);
    expect((await aStage(lineKeys('another secret')).open(nine)).onSale).not.toBe(onSale);
    expect((files.get(published.line(onSale)) as LineFile).log).toBeUndefined();
  });
});
