import type { MetricName } from './metric-data.ts';

/**
 * The counts that a metric filter of CloudWatch Logs takes from a line: patterns of JSON such as `{ $.status = "5*" }`, with `&&`
 * and `||` between comparisons, and of fields with spaces between them, such as `[file = "/a/*", bytes]` (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
 */

/** The properties of an `AWS::Logs::MetricFilter`. */
export interface MetricFilterProperties {
  readonly FilterPattern: string;
  readonly MetricTransformations: readonly {
    readonly MetricNamespace: string;
    readonly MetricName: string;
    readonly MetricValue: string;
    /** `$.field` each. */
    readonly Dimensions?: readonly { readonly Key: string; readonly Value: string }[];
  }[];
}

export interface Counted {
  readonly metric: MetricName;
  readonly value: number;
}

/** @throws if the pattern is of a kind that is not known here. */
export function countedIn({ FilterPattern, MetricTransformations }: MetricFilterProperties, line: string): Counted[] {
  const spaced = namesIn(FilterPattern);
  const fields = spaced ? spacedFields(spaced, line) : fieldsOf(line);
  if (!fields || !(spaced ? spacedMatches(spaced, fields) : matches(FilterPattern, fields))) return [];
  return MetricTransformations.flatMap(
    ({ MetricNamespace: namespace, MetricName: name, MetricValue, Dimensions = [] }) => {
      const dimensions = Object.fromEntries(
        Dimensions.map(({ Key, Value }) => [Key, fields[Value.replace(/^\$\.?/, '')]]),
      );
      // A line without the field of a dimension is not counted.
      if (Object.values(dimensions).includes(undefined)) return [];
      const value = Number(MetricValue.startsWith('$') ? fields[MetricValue.slice(1)] : MetricValue);
      // Of a field that is no number there is no value.
      return Number.isNaN(value) ? [] : [{ metric: { namespace, name, dimensions }, value }];
    },
  );
}

interface SpacedField {
  readonly name: string;
  /** With an asterisk at its end: the beginning. */
  readonly wanted?: string;
}

function namesIn(pattern: string): readonly SpacedField[] | undefined {
  const inner = /^\[(.*)\]$/s.exec(pattern.trim())?.[1];
  return inner?.split(',').map((field) => {
    const [, name, wanted] = /^\s*(\w+)(?:\s*=\s*"([^"]*)")?\s*$/.exec(field) ?? [];
    if (!name) throw new Error(`the filter pattern ${pattern} is not known here`);
    return { name, ...(wanted !== undefined && { wanted }) };
  });
}

/** A line with more or fewer fields is another line. */
function spacedFields(names: readonly SpacedField[], line: string): Readonly<Record<string, unknown>> | undefined {
  const found = line.split(' ');
  return found.length === names.length ? Object.fromEntries(names.map(({ name }, at) => [name, found[at]])) : undefined;
}

const spacedMatches = (names: readonly SpacedField[], fields: Readonly<Record<string, unknown>>): boolean =>
  names.every(({ name, wanted = '*' }) =>
    wanted.endsWith('*') ? `${fields[name]}`.startsWith(wanted.slice(0, -1)) : fields[name] === wanted,
  );

function fieldsOf(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined;
  } catch {
    // A line of text, as CloudWatch has them too: no pattern of JSON is in it.
    return undefined;
  }
}

function matches(pattern: string, fields: Readonly<Record<string, unknown>>): boolean {
  const inner = /^\{(.*)\}$/s.exec(pattern.trim())?.[1];
  if (inner === undefined) throw new Error(`the filter pattern ${pattern} is not known here`);
  return inner.split('||').some((either) => either.split('&&').every((one) => matchesOne(one, fields, pattern)));
}

function matchesOne(comparison: string, fields: Readonly<Record<string, unknown>>, pattern: string): boolean {
  const [, field = '', operator, wanted = ''] =
    /^\s*\(?\s*\$\.(\w+)\s*(!?=)\s*"([^"]*)"\s*\)?\s*$/.exec(comparison) ?? [];
  if (!operator) throw new Error(`the filter pattern ${pattern} is not known here`);
  const value = fields[field];
  if (typeof value !== 'string') return false;
  const whole = new RegExp(`^${wanted.split('*').map(escaped).join('.*')}$`, 's');
  return whole.test(value) === (operator === '=');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
