/**
 * A thread of a function that runs otherwise than it should: by a clock that is wrong, on a disk that is full. It changes what
 * this thread has of JavaScript and of Node, so the module is loaded before the function is.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { DisturbOrder } from './invocation.ts';

let clockOffMs = 0;
let isDiskFull = false;

const trueNow = Date.now;
const shiftedNow = (): number => trueNow() + clockOffMs;
Date.now = shiftedNow;

/** Whoever makes a date of no moment makes it of this one. */
globalThis.Date = new Proxy(Date, {
  construct: (date, given: readonly unknown[], made) =>
    Reflect.construct(date, given.length === 0 ? [shiftedNow()] : given, made) as Date,
});

const noSpace = (path: unknown): Error =>
  Object.assign(new Error(`ENOSPC: no space left on device, open '${String(path)}'`), { code: 'ENOSPC', errno: -28 });

type FileAct = (...given: unknown[]) => unknown;

/** Puts another in the place of an act on files, which does the same while there is room. */
const whileThereIsRoom = (owner: object, name: string, otherwise: FileAct): void => {
  const act = Reflect.get(owner, name) as FileAct;
  Object.assign(owner, { [name]: (...given: unknown[]) => (isDiskFull ? otherwise(...given) : act(...given)) });
};

const refuseNow: FileAct = (path) => {
  throw noSpace(path);
};
const refuseLater: FileAct = (path, ...rest) => {
  process.nextTick(rest.at(-1) as (error: Error) => void, noSpace(path));
};
const refusePromise: FileAct = async (path) => {
  throw noSpace(path);
};

for (const name of ['writeFile', 'appendFile', 'mkdir']) {
  whileThereIsRoom(fs, `${name}Sync`, refuseNow);
  whileThereIsRoom(fs, name, refuseLater);
  whileThereIsRoom(fs.promises, name, refusePromise);
}
syncBuiltinESMExports();

export const disturb = (disturbed: DisturbOrder['disturbed']): void => {
  ({ clockOffMs, isDiskFull } = disturbed);
};
