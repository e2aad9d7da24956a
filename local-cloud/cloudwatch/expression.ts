/**
 * Metric math, as far as alarms need it: numbers, ids, `+ - * /`, brackets, `FILL`, `SUM`, `MAX`, `MIN` and `METRICS()`.
 *
 * A series has a value or none in each minute. An operation on a minute without a value has none, so one metric that
 * CloudWatch does not have yet silences a whole sum: `FILL(id, 0)` puts a value there.
 */

/** Of each minute the value, or undefined. */
export type Series = readonly (number | undefined)[];

type Value = number | Series;

export class ExpressionFault extends Error {}

/**
 * @param series By id, all of one length.
 * @returns A series of that length.
 * @throws {ExpressionFault} if the expression has what is not known here.
 */
export function evaluateExpression(expression: string, series: Readonly<Record<string, Series>>): Series {
  const tokens =
    expression.match(/\s*(?:\d+(?:\.\d+)?|[A-Za-z_]\w*|[-+*/(),[\]])/g)?.map((token) => token.trim()) ?? [];
  if (tokens.join('') !== expression.replaceAll(/\s/g, '')) throw new ExpressionFault(`cannot be read: ${expression}`);
  const length = Object.values(series)[0]?.length ?? 0;
  let at = 0;

  const take = (token: string) => {
    if (tokens[at] !== token) throw new ExpressionFault(`${token} is missing in: ${expression}`);
    at += 1;
  };

  const sum = (): Value => {
    let left = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      left = combine(left, product, tokens[at] === '+' ? (a, b) => a + b : (a, b) => a - b);
    }
    return left;
  };

  const product = (): Value => {
    let left = single();
    while (tokens[at] === '*' || tokens[at] === '/') {
      left = combine(left, single, tokens[at] === '*' ? (a, b) => a * b : (a, b) => a / b);
    }
    return left;
  };

  const combine = (left: Value, next: () => Value, operate: (a: number, b: number) => number): Value => {
    at += 1;
    const right = next();
    if (typeof left === 'number' && typeof right === 'number') return operate(left, right);
    const [a, b] = [seriesOf(left, length), seriesOf(right, length)];
    return a.map((value, minute) => {
      const other = b[minute];
      return value === undefined || other === undefined ? undefined : operate(value, other);
    });
  };

  const single = (): Value => {
    const token = tokens[at] ?? '';
    if (token === '(') {
      at += 1;
      const inner = sum();
      take(')');
      return inner;
    }
    at += 1;
    if (/^\d/.test(token)) return Number(token);
    if (tokens[at] === '(') return called(token);
    const found = series[token];
    if (!found) throw new ExpressionFault(`${token} is not known in: ${expression}`);
    return found;
  };

  const list = (until: string): Value[] => {
    const values: Value[] = [];
    while (tokens[at] !== until) {
      if (values.length > 0) take(',');
      values.push(...one());
    }
    take(until);
    return values;
  };

  const one = (): Value[] => {
    if (tokens[at] === '[') {
      at += 1;
      return list(']');
    }
    if (tokens[at] === 'METRICS') {
      at += 1;
      take('(');
      take(')');
      return Object.values(series);
    }
    return [sum()];
  };

  const called = (name: string): Value => {
    take('(');
    const values = list(')');
    if (name === 'FILL') {
      const [filled, by] = values;
      if (filled === undefined || typeof by !== 'number')
        throw new ExpressionFault(`FILL needs a number: ${expression}`);
      return seriesOf(filled, length).map((value) => value ?? by);
    }
    const fold = folds[name];
    if (!fold) throw new ExpressionFault(`${name} is not known in: ${expression}`);
    // A minute without any value has none; else those that are there count.
    return Array.from({ length }, (_, minute) => {
      const there = values.map((value) => seriesOf(value, length)[minute]).filter((value) => value !== undefined);
      return there.length === 0 ? undefined : fold(there);
    });
  };

  const value = sum();
  if (at < tokens.length) throw new ExpressionFault(`cannot be read from ${tokens[at]} on: ${expression}`);
  return seriesOf(value, length);
}

const folds: Readonly<Record<string, (values: readonly number[]) => number>> = {
  SUM: (values) => values.reduce((so, value) => so + value, 0),
  MAX: (values) => Math.max(...values),
  MIN: (values) => Math.min(...values),
};

const seriesOf = (value: Value, length: number): Series =>
  typeof value === 'number' ? Array.from({ length }, () => value) : value;
