/** The faults that a function has now, as its pool meets them. */
import type { Fault } from '../faults/fault.ts';
import type { Faults } from '../faults/faults.ts';

export interface FunctionFaults {
  /** Undefined: nothing kills this invocation. Asked for each. */
  readonly killedAfterMs: number | undefined;
  readonly isReplaced: boolean;
  readonly clockOffMs: number;
  readonly isDiskFull: boolean;
}

const killedAfterMs = (fault: Fault<'function-killed'> | undefined): number | undefined =>
  fault !== undefined && Math.random() * (fault.oneOf ?? 1) < 1 ? fault.byMs : undefined;

export const functionFaults = (faults: Faults, name: string): FunctionFaults => ({
  killedAfterMs: killedAfterMs(faults.of('function-killed', name)),
  isReplaced: faults.of('function-replaced', name) !== undefined,
  clockOffMs: faults.of('function-clock-off', name)?.byMs ?? 0,
  isDiskFull: faults.of('function-disk-full', name) !== undefined,
});

/** Calls back whenever a fault of this function begins or ends. */
export const onFunctionFaults = (faults: Faults, name: string, callBack: () => void): void => {
  let before = false;
  faults.onChange((all) => {
    const isStruck = all.some((fault) => fault.is.startsWith('function-') && name.includes(fault.name));
    if (isStruck || before) callBack();
    before = isStruck;
  });
};
