import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';

/**
 * The sum of metrics of which some may not exist: AWS has a throttle metric only of minutes in which something was
 * throttled. A minute without a value counts as 0 here; without that, the whole sum would have none in it.
 */
export function filledSum(label: string, usingMetrics: Readonly<Record<string, IMetric>>): MathExpression {
  return new MathExpression({
    expression: Object.keys(usingMetrics)
      .map((id) => `FILL(${id}, 0)`)
      .join(' + '),
    label,
    period: Duration.minutes(1),
    usingMetrics: { ...usingMetrics },
  });
}
