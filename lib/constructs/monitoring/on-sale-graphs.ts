import { Duration } from 'aws-cdk-lib';
import { GraphWidget, type IMetric, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Monitoring } from './monitoring.ts';

/** The graphs of an on-sale, left to right and from top to bottom as a fan goes through it. */
export function onSaleGraphs(monitoring: Monitoring): IWidget[][] {
  const counted = (service: 'waiting-room' | 'seating' | 'ordering', ...names: string[]): IMetric[] =>
    names.map((name) => monitoring.counted(service, name).with({ label: name }));
  const found = (dimensions: string, filter: string, statistic: 'Sum' | 'Maximum', label: string): IMetric[] => [
    new MathExpression({
      expression: `SEARCH('{${monitoring.namespace},${dimensions}} ${filter}', '${statistic}', 60)`,
      label,
      period: Duration.minutes(1),
      usingMetrics: {},
    }),
  ];
  const ofLines = (name: string) => found('service,onSale', `MetricName="${name}"`, 'Maximum', '');
  return [
    [
      graph('Waiting, by line', ofLines('Waiting')),
      graph('Called up to', ofLines('CalledUpTo')),
      graph('Passes in use', [...ofLines('PassesInUse'), ...ofLines('VoucherPasses')]),
    ],
    [
      graph('Joins a minute', counted('waiting-room', 'Joined', 'JoinedAgain')),
      graph('What the allocator decided', found('service', 'MetricName=Answered', 'Sum', '')),
      graph(
        'Orders a minute',
        counted('ordering', 'OrdersPlaced', 'OrdersConfirmed', 'OrdersRefused', 'OrdersCancelled', 'MailsSent'),
      ),
    ],
    [
      graph('Refusals a minute', found('service', 'MetricName=Refused', 'Sum', '')),
      graph('Server errors, by route', found('route', 'MetricName="RouteFailed"', 'Sum', '')),
      graph('Ticks and counts that failed', [
        ...counted('waiting-room', 'TickFailed', 'LineHalted'),
        ...counted('seating', 'CountFailed', 'AsksLost'),
        ...counted('ordering', 'OrdersNotTended'),
      ]),
    ],
  ];
}

const graph = (title: string, left: IMetric[]): IWidget => new GraphWidget({ title, left, width: 8, height: 6 });
