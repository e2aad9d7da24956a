import { describe, expect, test } from '@jest/globals';
import { type Tables, warmStage } from '../../bin/warm-tables.ts';
import { readSettings, type Settings } from '../../lib/settings.ts';
import type { WarmThroughput } from '../../lib/sizing.ts';
import { type Raise, raiseOf, type WarmTable } from '../../lib/warm-raise.ts';
import { stageFile } from '../lib/synthesize.ts';
import fc from '../properties.ts';

const fresh: WarmThroughput = { writeUnitsPerSecond: 4_000, readUnitsPerSecond: 12_000 };

function settingsOf(changes: object): Settings {
  const read = readSettings(JSON.stringify(stageFile(changes)), 'stages/example.json');
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.settings;
}

/** DynamoDB as it documents warm throughput: raised only, one change at a time, busy for a while. */
class Warmth implements Tables {
  readonly tables = new Map<string, { table: WarmTable; busyFor: number }>();
  readonly raised: Raise[] = [];

  constructor() {
    for (const name of ['Lines', 'Houses', 'Orders']) {
      const indexes = name === 'Orders' ? ['by-time', 'by-due', 'by-fan'].map((of) => ({ name: of, warm: fresh })) : [];
      this.tables.set(name, { table: { name, warm: fresh, indexes, settled: true }, busyFor: 0 });
    }
  }

  #of(name: string) {
    const found = this.tables.get(name);
    if (!found) throw new Error(`Requested resource not found: ${name}`);
    return found;
  }

  describe = async (name: string): Promise<WarmTable> => {
    const of = this.#of(name);
    const settled = of.busyFor <= 0;
    of.busyFor -= 1;
    return { ...of.table, settled };
  };

  raise = async (raise: Raise): Promise<void> => {
    const of = this.#of(raise.table);
    if (of.busyFor > 0) throw new Error('ResourceInUseException');
    const { table } = of;
    const to = (stands: WarmThroughput, asked: WarmThroughput | undefined) => {
      if (!asked) return stands;
      if (
        asked.writeUnitsPerSecond < stands.writeUnitsPerSecond ||
        asked.readUnitsPerSecond < stands.readUnitsPerSecond
      )
        throw new Error('ValidationException: warm throughput can only be increased');
      return asked;
    };
    const indexes = table.indexes.map(({ name, warm }) => ({
      name,
      warm: to(warm, raise.indexes.find((index) => index.name === name)?.warm),
    }));
    of.table = { ...table, warm: to(table.warm, raise.warm), indexes };
    of.busyFor = 3;
    this.raised.push(raise);
  };
}

async function warm(warmth: Warmth, settings: Settings): Promise<readonly string[]> {
  const said: string[] = [];
  const deps = { tables: warmth, say: (line: string) => said.push(line), wait: async () => {} };
  await warmStage(deps, settings, (output) => output.replace('Table', ''));
  return said;
}

/** The API of its account is as wide as its audience needs. */
const forTheFirstSecond = { audienceSize: 40_000, quotas: { apiRequestsPerSecond: 25_000 } };

describe('warming a stage', () => {
  test('raises what is too little, waits until it is warm, and does nothing the second time', async () => {
    const warmth = new Warmth();
    await warm(warmth, settingsOf(forTheFirstSecond));
    expect(warmth.tables.get('Lines')?.table.warm).toEqual({ writeUnitsPerSecond: 30_600, readUnitsPerSecond: 20_800 });
    expect(warmth.raised).toHaveLength(1);
    expect(await warm(warmth, settingsOf(forTheFirstSecond))).toHaveLength(3);
    expect(warmth.raised).toHaveLength(1);
  });

  test('never lowers: neither for a smaller audience, nor what DynamoDB has raised by itself', async () => {
    const warmth = new Warmth();
    await warm(warmth, settingsOf(forTheFirstSecond));
    await warm(warmth, settingsOf({ audienceSize: 100 }));
    const orders = warmth.tables.get('Orders');
    if (orders) orders.table = { ...orders.table, warm: { writeUnitsPerSecond: 9_000, readUnitsPerSecond: 12_000 } };
    await warm(warmth, settingsOf(forTheFirstSecond));
    expect(warmth.tables.get('Lines')?.table.warm.writeUnitsPerSecond).toBe(30_600);
    expect(warmth.raised).toHaveLength(1);
  });

  test('asks for no more than the account may have', async () => {
    const warmth = new Warmth();
    const large = {
      audienceSize: 1_000_000,
      limits: { ...settingsOf({}).limits, apiRequestsPerSecond: 100_000 },
      quotas: { apiRequestsPerSecond: 100_000 },
    };
    await warm(warmth, settingsOf(large));
    expect(warmth.tables.get('Lines')?.table.warm).toEqual({ writeUnitsPerSecond: 40_000, readUnitsPerSecond: 40_000 });
  });

  test('raises indexes with their table', () => {
    const table: WarmTable = {
      name: 'Orders',
      warm: fresh,
      indexes: [{ name: 'by-time', warm: fresh }],
      settled: true,
    };
    const wanted = { writeUnitsPerSecond: 5_000, readUnitsPerSecond: 1 };
    const to = { writeUnitsPerSecond: 5_000, readUnitsPerSecond: 12_000 };
    expect(raiseOf(table, wanted)).toEqual({ table: 'Orders', warm: to, indexes: [{ name: 'by-time', warm: to }] });
  });

  test('is never a step that DynamoDB refuses, in whatever order stages are warmed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 2_000_000 }), { maxLength: 6 }), async (audiences) => {
        const warmth = new Warmth();
        for (const audienceSize of audiences) await warm(warmth, settingsOf({ audienceSize }));
      }),
      { numRuns: 20 },
    );
  });
});
