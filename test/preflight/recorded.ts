import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountAnswer, AskAccount, Question } from '../../preflight/question.ts';

/** An answer as AWS sends it, or a fault. Without `region` or `input` it answers whichever was asked. */
interface Recorded extends Omit<Question, 'region'> {
  readonly region?: string;
  readonly value?: unknown;
  readonly fault?: string;
  readonly says?: string;
}

/** An account that was written down: `answers/<name>.json`, of which later ones win. A question that nobody wrote down is a fault of the test. */
export function recordedAccount(...names: readonly string[]): AskAccount {
  const all = names.flatMap(
    (name) => JSON.parse(readFileSync(join(import.meta.dirname, 'answers', `${name}.json`), 'utf8')) as Recorded[],
  );
  return async ({ service, operation, region, input }: Question): Promise<AccountAnswer> => {
    const found = all.findLast(
      (one) =>
        one.service === service &&
        one.operation === operation &&
        (one.region === undefined || one.region === region) &&
        Object.entries(one.input ?? {}).every(([name, value]) => input?.[name] === value),
    );
    if (!found) throw new Error(`Nobody wrote down ${service} ${operation} in ${region} of ${JSON.stringify(input)}`);
    return found.fault === undefined
      ? { ok: true, value: found.value }
      : { ok: false, fault: found.fault, says: found.says ?? '' };
  };
}
