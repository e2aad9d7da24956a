/**
 * Conditions of policies: every operator that IAM documents but `BinaryEquals`, with `…IfExists`, `ForAllValues:` and
 * `ForAnyValue:`. Several values of one key are "or", but for a negated operator "nor". A key that the request does not
 * have fails the condition, but for negated operators, `IfExists` and `ForAllValues`.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { isIP } from 'node:net';
import type { Condition } from './policy.ts';
import { arnMatcher, textMatcher } from './wildcard.ts';

/** Values of a request by condition key in lower case. A key with a list has several values. */
export type Context = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whether the value of the request meets one value of the policy. */
type Compare = (actual: string, wanted: string, literal: readonly string[]) => boolean;

interface Operator {
  readonly compare: Compare;
  readonly negated: boolean;
}

const numeric =
  (holds: (actual: number, wanted: number) => boolean): Compare =>
  (actual, wanted) =>
    actual !== '' && wanted !== '' && holds(Number(actual), Number(wanted));

/** Dates are ISO 8601, or seconds since 1970. */
const moment = (text: string): number => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));
const dated =
  (holds: (actual: number, wanted: number) => boolean): Compare =>
  (actual, wanted) =>
    holds(moment(actual), moment(wanted));

const bitsOf = (address: string): bigint | undefined => {
  if (isIP(address) !== 4) return undefined;
  return address.split('.').reduce((bits, byte) => (bits << 8n) + BigInt(byte), 0n);
};

/** Of IPv4; an address of IPv6 is in a range only if they are the same text. */
const inRange: Compare = (actual, wanted) => {
  const [base = '', length = '32'] = wanted.split('/');
  const [left, right] = [bitsOf(actual), bitsOf(base)];
  if (left === undefined || right === undefined) return actual === wanted;
  const shift = 32n - BigInt(length);
  return left >> shift === right >> shift;
};

const is: Compare = (actual, wanted) => actual === wanted;
const isInAnyCase: Compare = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase();
const isLike: Compare = (actual, wanted, literal) => textMatcher(wanted, literal)(actual);
const isArn: Compare = (actual, wanted, literal) => arnMatcher(wanted, literal)(actual);

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { compare: is, negated: false },
  StringNotEquals: { compare: is, negated: true },
  StringEqualsIgnoreCase: { compare: isInAnyCase, negated: false },
  StringNotEqualsIgnoreCase: { compare: isInAnyCase, negated: true },
  StringLike: { compare: isLike, negated: false },
  StringNotLike: { compare: isLike, negated: true },
  NumericEquals: { compare: numeric((actual, wanted) => actual === wanted), negated: false },
  NumericNotEquals: { compare: numeric((actual, wanted) => actual === wanted), negated: true },
  NumericLessThan: { compare: numeric((actual, wanted) => actual < wanted), negated: false },
  NumericLessThanEquals: { compare: numeric((actual, wanted) => actual <= wanted), negated: false },
  NumericGreaterThan: { compare: numeric((actual, wanted) => actual > wanted), negated: false },
  NumericGreaterThanEquals: { compare: numeric((actual, wanted) => actual >= wanted), negated: false },
  DateEquals: { compare: dated((actual, wanted) => actual === wanted), negated: false },
  DateNotEquals: { compare: dated((actual, wanted) => actual === wanted), negated: true },
  DateLessThan: { compare: dated((actual, wanted) => actual < wanted), negated: false },
  DateLessThanEquals: { compare: dated((actual, wanted) => actual <= wanted), negated: false },
  DateGreaterThan: { compare: dated((actual, wanted) => actual > wanted), negated: false },
  DateGreaterThanEquals: { compare: dated((actual, wanted) => actual >= wanted), negated: false },
  Bool: { compare: isInAnyCase, negated: false },
  IpAddress: { compare: inRange, negated: false },
  NotIpAddress: { compare: inRange, negated: true },
  ArnEquals: { compare: isArn, negated: false },
  ArnLike: { compare: isArn, negated: false },
  ArnNotEquals: { compare: isArn, negated: true },
  ArnNotLike: { compare: isArn, negated: true },
};

const form = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/;

export const isOperator = (name: string): boolean => {
  const [, , base = ''] = form.exec(name) ?? [];
  return name === 'Null' || Object.hasOwn(operators, base);
};

/** A pattern after its variables were filled in, see `textMatcher`. */
export interface Filled {
  readonly pattern: string;
  readonly literal: readonly string[];
}

/** @param fill gives a value of the policy with its variables filled in; undefined if one has no value. */
export const holds = (
  { operator: name, key, values }: Condition,
  context: Context,
  fill: (value: string) => Filled | undefined,
): boolean => {
  const actual = context[key];
  if (name === 'Null') return values.some((wanted) => (actual === undefined) === (wanted.toLowerCase() === 'true'));
  const [, set, base = '', ifExists] = form.exec(name) ?? [];
  const operator = operators[base];
  if (operator === undefined) throw new Error(`The condition operator ${name} was read and is not known.`);
  const all: readonly string[] = actual === undefined ? [] : typeof actual === 'string' ? [actual] : actual;
  if (all.length === 0)
    return ifExists !== undefined || set === 'ForAllValues' || (operator.negated && set === undefined);
  const wanted = values.map(fill).filter((each) => each !== undefined);
  const meets = (one: string): boolean =>
    wanted.some(({ pattern, literal }) => operator.compare(one, pattern, literal)) !== operator.negated;
  return set === 'ForAllValues' ? all.every(meets) : all.some(meets);
};
