/**
 * The record of what was needed of all that the roles of functions allow. A permission is one action on one resource, as a statement
 * has them; it was needed if a call was allowed by it.
 */
import type { Heard } from './gate.ts';
import type { Basis } from './judge.ts';
import type { Policy } from './policy.ts';
import type { PolicyBook } from './policy-book.ts';

export interface Permission {
  /** As the statement has them, which may hold wildcards. */
  readonly action: string;
  readonly resource: string;
}

export interface FunctionUsage {
  /** The function as people know it. */
  readonly name: string;
  /** Whether the local cloud runs it: what another needs is not seen here. */
  readonly runs: boolean;
  readonly used: readonly Permission[];
  readonly unused: readonly Permission[];
}

export interface RefusedCalls {
  /** Name of a function, or of a service. */
  readonly caller: string;
  readonly action: string;
  readonly resource: string;
  readonly sentence: string;
  readonly times: number;
}

export interface UsageReport {
  readonly functions: readonly FunctionUsage[];
  readonly refused: readonly RefusedCalls[];
}

const keyOf = ({ policy, statement, action, resource }: Basis): string =>
  `${policy}|${statement}|${action}|${resource}`;

/** Everything that a policy allows, permission by permission. */
export const groundsIn = (policies: readonly Policy[]): readonly Basis[] =>
  policies.flatMap(({ name, statements }) =>
    statements.flatMap(({ effect, actions = ['*'], resources = ['*'] }, at) =>
      effect === 'Deny'
        ? []
        : actions.flatMap((action) => resources.map((resource) => ({ policy: name, statement: at, action, resource }))),
    ),
  );

export class Usage {
  readonly #used = new Map<string, Set<string>>();
  readonly #refused = new Map<string, RefusedCalls>();

  hear(heard: Heard): void {
    if (heard.is === 'used') {
      const used = this.#used.get(heard.caller) ?? new Set();
      this.#used.set(heard.caller, used.add(keyOf(heard.ground)));
      return;
    }
    const { caller, ask, sentence } = heard;
    const times = (this.#refused.get(sentence)?.times ?? 0) + 1;
    this.#refused.set(sentence, { caller, action: ask.action, resource: ask.resource, sentence, times });
  }

  report({ functions, roles }: Pick<PolicyBook, 'functions' | 'roles'>): UsageReport {
    const labels = new Map(functions.map(({ name, label }) => [name, label]));
    return {
      functions: functions.map(({ name, label, role, runs }) => {
        const keys = this.#used.get(name);
        const grounds = groundsIn(roles.get(role)?.policies ?? []);
        const some = (isUsed: boolean): readonly Permission[] =>
          grounds
            .filter((ground) => (keys?.has(keyOf(ground)) ?? false) === isUsed)
            .map(({ action, resource }) => ({ action, resource }));
        return { name: label, runs, used: some(true), unused: some(false) };
      }),
      refused: [...this.#refused.values()].map((each) => ({ ...each, caller: labels.get(each.caller) ?? each.caller })),
    };
  }
}

/** For people: what was refused, and under each function what nothing needed. */
export const usageText = ({ functions, refused }: UsageReport): string => {
  const ran = functions.filter(({ runs }) => runs);
  const lines = [
    ...(refused.length === 0 ? ['Nothing was refused.'] : ['Refused:']),
    ...refused.map(({ caller, sentence, times }) => `  ${caller} (${times}): ${sentence}`),
    '',
    'No call needed:',
    ...ran
      .filter(({ unused }) => unused.length > 0)
      .flatMap(({ name, unused }) => [name, ...unused.map(({ action, resource }) => `  ${action} on ${resource}`)]),
    '',
    `${sum(ran.map(({ used }) => used.length))} permissions were needed, and ${sum(ran.map(({ unused }) => unused.length))} were not.`,
    ...functions.filter(({ runs }) => !runs).map(({ name }) => `${name} is not run here, so nothing is known of it.`),
  ];
  return `${lines.join('\n')}\n`;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
