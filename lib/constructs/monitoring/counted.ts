import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** The count of a service's handlers under this name, each minute's sum (lambdas/foundation/observe.ts). */
export function counted(service: 'waiting-room' | 'seating' | 'ordering', metricName: string): Metric {
  return new Metric({
    namespace: 'Stampede',
    metricName,
    dimensionsMap: { service },
    statistic: Stats.SUM,
    period: Duration.minutes(1),
  });
}
