/**
 * A query of CloudWatch Metrics Insights, as far as ours go:
 * `SELECT SUM(name) FROM SCHEMA("namespace", dimension, …) [WHERE dimension = 'value' [AND …]] [GROUP BY dimension]`.
 *
 * It looks at the metrics of that name whose dimensions are those of the schema, and no others. It answers with one
 * series of them all, or with one for each value of the dimension that it groups by
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html).
 */
export interface Query {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly string[];
  readonly where: Readonly<Record<string, string>>;
  /** Left out: all are one series. */
  readonly groupBy?: string;
}

const select = /^SELECT SUM\((\w+)\) FROM SCHEMA\("([^"]+)"((?:, \w+)+)\)(?: WHERE (.+?))?(?: GROUP BY (\w+))?$/;
const equal = /^(\w+) = '([^']*)'$/;

export const isQuery = (expression: string): boolean => /^SELECT\b/i.test(expression);

/** @throws if the query has what is not known here. */
export function readQuery(expression: string): Query {
  const [, name, namespace, listed, conditions, groupBy] = select.exec(expression) ?? [];
  if (!name || !namespace || !listed) throw new Error(`cannot be read: ${expression}`);
  const dimensions = listed.split(', ').filter(Boolean);
  const where = (conditions?.split(' AND ') ?? []).map((condition) => {
    const [, dimension, value] = equal.exec(condition) ?? [];
    if (!dimension || value === undefined) throw new Error(`cannot be read: ${condition}`);
    if (!dimensions.includes(dimension)) throw new Error(`${dimension} is not in the schema of: ${expression}`);
    return [dimension, value] as const;
  });
  if (groupBy !== undefined && !dimensions.includes(groupBy))
    throw new Error(`${groupBy} is not in the schema of: ${expression}`);
  return { namespace, name, dimensions, where: Object.fromEntries(where), ...(groupBy !== undefined && { groupBy }) };
}
