import { expect } from 'expect';

/*
 * As much of `@jest/globals` as the tests of pure rules use, without jest: tests are collected while their files load,
 * and may then be run again and again in the same process, a few milliseconds each.
 */

type Act = (...given: never[]) => unknown;

interface Block {
  readonly parent: Block | undefined;
  readonly name: string;
  readonly before: Act[];
  readonly beforeEach: Act[];
  readonly afterEach: Act[];
  readonly after: Act[];
}

export interface Collected {
  readonly name: string;
  readonly block: Block;
  readonly act: Act;
}

const block = (name: string, parent?: Block): Block => ({
  parent,
  name,
  before: [],
  beforeEach: [],
  afterEach: [],
  after: [],
});

let current = block('');
export const collected: Collected[] = [];

/** Begins a file: what it does before its tests is done before no others. */
export function beginFile(name: string): void {
  current = block(name);
}

function each(one: (name: string, act: Act) => void) {
  return (rows: readonly unknown[]) => (name: string, act: Act) => {
    for (const [at, row] of [...rows].entries()) {
      const given = (Array.isArray(row) ? row : [row]) as never[];
      one(`${name} (${at + 1})`, () => act(...given));
    }
  };
}

const describeOne = (name: string, body: Act): void => {
  const outer = current;
  current = block(name, outer);
  body();
  current = outer;
};
const testOne = (name: string, act: Act): void => {
  collected.push({ name, block: current, act });
};
const skip = () => undefined;

export const describe = Object.assign(describeOne, { each: each(describeOne), skip });
export const test = Object.assign(testOne, { each: each(testOne), skip });
export const it = test;
export const beforeAll = (act: Act) => void current.before.push(act);
export const afterAll = (act: Act) => void current.after.push(act);
export const beforeEach = (act: Act) => void current.beforeEach.push(act);
export const afterEach = (act: Act) => void current.afterEach.push(act);
export { expect };

const outwards = (of: Block | undefined): readonly Block[] => (of ? [of, ...outwards(of.parent)] : []);

/** Runs one test with all that is done before and after it. @returns why it failed, or undefined. */
export async function run({ block: of, act }: Collected): Promise<unknown> {
  const up = outwards(of);
  const down = [...up].reverse();
  const all = async (acts: readonly Act[]) => {
    for (const one of acts) await one();
  };
  try {
    await all(down.flatMap(({ before }) => before));
    await all(down.flatMap((one) => one.beforeEach));
    await act();
    await all(up.flatMap((one) => one.afterEach));
    await all(up.flatMap(({ after }) => after));
    return undefined;
  } catch (error) {
    return error ?? new Error('thrown nothing');
  }
}
