import { handlers } from '../../../contracts/handlers.ts';
import type { AlarmProperties } from '../../../local-cloud/cloudwatch/alarm.ts';
import { isQuery, readQuery } from '../../../local-cloud/cloudwatch/query.ts';
import type { Resource } from '../synthesize.ts';
import type { Points } from './emission.ts';
import * as emit from './emission.ts';

/** One way in which what an alarm watches may fail. */
export interface Failure {
  readonly of: string;
  /** Each minute of it. */
  readonly emits: Points;
  /** Each minute while all is well and somebody is there. */
  readonly well: Points;
}

/** Everything around an alarm. */
export interface Around {
  readonly resources: readonly Resource[];
  readonly alarm: Resource;
}

/** The failures that an alarm is for, all of which must ring it. */
export function failuresOf(around: Around): readonly Failure[] {
  const { alarm } = around;
  const kind = kinds.find(({ name }) => name.test(alarm.Properties.AlarmName));
  if (!kind) throw new Error(`Nobody says in what failure ${alarm.Properties.AlarmName} rings`);
  return kind.failures(around);
}

const kinds: readonly { readonly name: RegExp; readonly failures: (around: Around) => readonly Failure[] }[] = [
  {
    name: /Foundation-Api-Throttled$/,
    failures: (around) => [
      failure('the API refuses', answers(around, { status: '429', route: '-', integrationStatus: '-' }), [
        // A handler's own refusal of too many is no fault of the API.
        ...answers(around, {
          status: '429',
          route: handlers['waiting-room/entry/join-line'].route,
          integrationStatus: '200',
        }),
      ]),
    ],
  },
  {
    name: /Foundation-Api-Failing$/,
    failures: (around) => {
      const faults = Array.from({ length: 9 }, (_, n) =>
        answers(around, { status: '500', route: `GET /${n}`, integrationStatus: '200' }),
      );
      return [failure('handlers fault', faults.flat(), answers(around, { status: '404', route: '-' }))];
    },
  },
  {
    name: /Foundation-Api-RouteFailing$/,
    failures: (around) =>
      Object.values(handlers).flatMap((handler) => {
        if (!('route' in handler)) return [];
        const { route } = handler;
        const well = answers(around, { status: '404', route, integrationStatus: '200' });
        return [
          ['a handler answers 500 or throws', { status: '500', integrationStatus: '200' }],
          ['a handler is throttled', { status: '503', integrationStatus: '429' }],
          ['a handler is too slow', { status: '504', integrationStatus: '-' }],
        ].map(([of, fields]) => failure(`${route}: ${of}`, answers(around, { route, ...(fields as object) }), well));
      }),
  },
  {
    name: /EdgeWatch-\w+-Failing$/,
    failures: ({ alarm }) => {
      const distribution = dimension(alarm, 'DistributionId');
      const well = emit.atTheEdge(distribution, { requests: 100 });
      return [failure('origins fail', emit.atTheEdge(distribution, { requests: 100, failing: 12 }), well)];
    },
  },
  {
    name: /-Silent$/,
    failures: ({ alarm }) => {
      const name = dimension(alarm, 'FunctionName');
      return [
        failure('its rule is disabled', [], emit.lambda.well(name)),
        failure('it throws or is too slow', emit.lambda.failsEachTime(name), emit.lambda.well(name)),
        failure('it finds no instance', emit.lambda.throttled(name), emit.lambda.well(name)),
      ];
    },
  },
  {
    name: /-Throttled$/,
    failures: ({ alarm, resources }) => {
      const TableName = dimension(alarm, 'TableName') as { readonly Ref: string };
      const table = resources.find(({ id, Type }) => id === TableName.Ref && Type === 'AWS::DynamoDB::GlobalTable');
      const indexes: string[] = (table?.Properties.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName }: { readonly IndexName: string }) => IndexName,
      );
      return [undefined, ...indexes].flatMap((index) =>
        (['reads', 'writes'] as const).map((what) =>
          failure(`${what} of ${index ?? 'the table'}`, emit.throttled(TableName, what, index), []),
        ),
      );
    },
  },
  {
    name: /-DeadLettersWaiting$/,
    failures: ({ alarm }) => {
      const name = dimension(alarm, 'QueueName');
      return [failure('a message failed ten times', emit.queue.holds(name, 1), emit.queue.well(name))];
    },
  },
  {
    name: /-OldestWaiting$/,
    failures: ({ alarm }) => {
      const name = dimension(alarm, 'QueueName');
      const late = (alarm.Properties as AlarmProperties).Threshold + 1;
      return [failure('nobody works it off', emit.queue.waits(name, late), emit.queue.waits(name, 1))];
    },
  },
  {
    name: /-Edge-Heavy$/,
    failures: ({ resources }) =>
      resources
        .filter(({ Properties }) => /EdgeWatch-.*-Failing$/.test(Properties?.AlarmName ?? ''))
        .map((alarm) => {
          const distribution = dimension(alarm, 'DistributionId');
          const well = emit.atTheEdge(distribution, { requests: 1000 });
          const heavy = emit.atTheEdge(distribution, { requests: 1000, bytes: 2e13 });
          return failure('another site shows a file of ours', heavy, well);
        }),
  },
  {
    name: /-Assets-HotLinked$/,
    failures: ({ resources, alarm }) => {
      const filters = resources.filter(
        ({ Type, Properties }) => Type === 'AWS::Logs::MetricFilter' && Properties.FilterPattern.startsWith('['),
      );
      const much = Math.ceil((alarm.Properties as AlarmProperties).Threshold);
      const own = [
        // Our pages, a page of no asset, and names that nobody has: much of each.
        `/assets/a.woff2 ${much} 200 https://tickets.stampede.example.org/`,
        `/catalogue/season.json ${much} 200 -`,
        `/assets/none.js ${much} 404 -`,
        '/assets/a.woff2 1000 200 -',
      ];
      const well = emit.delivered(filters, own);
      return [
        failure('a program fetches one file', emit.delivered(filters, [...own, `/assets/a.woff2 ${much} 200 -`]), well),
        failure('parts of it', emit.delivered(filters, [...own, `/assets/a.woff2 ${much} 206 -`]), well),
      ];
    },
  },
  {
    name: /-Mail-Bouncing$/,
    failures: () => [
      failure('mails come back', emit.reputation('BounceRate', 0.06), emit.reputation('BounceRate', 0.001)),
    ],
  },
  {
    name: /-Mail-Complained$/,
    failures: () => [
      failure('mails are called spam', emit.reputation('ComplaintRate', 0.002), emit.reputation('ComplaintRate', 0)),
    ],
  },
  {
    name: /-Trial-Failing$/,
    failures: ({ alarm }) => {
      const name = dimension(alarm, 'CanaryName');
      return [failure('nobody can buy', emit.canary(name, 0), emit.canary(name, 100))];
    },
  },
  {
    name: /-(?:Stumbling|Halted|Cold|Untried|AsksLost|RefundFailed|CardDisputed|Stuck|Late|EndedPassesUnread)$/,
    failures: ({ alarm, resources }) =>
      countsOf(alarm).flatMap(({ namespace, service, name }) => {
        const told = resources.flatMap(({ Properties }) => {
          const variables = Properties?.Environment?.Variables;
          return variables?.POWERTOOLS_METRICS_NAMESPACE === namespace ? [variables.POWERTOOLS_SERVICE_NAME] : [];
        });
        const services = service === undefined ? ['seating', 'ordering'] : [service];
        const { Threshold } = alarm.Properties as AlarmProperties;
        return services.map((one) => {
          if (!told.includes(one)) throw new Error(`No handler of ${one} counts in ${namespace}`);
          return failure(`${one} counts ${name}`, emit.counted(namespace, one, name, Threshold + 1), []);
        });
      }),
  },
];

const failure = (of: string, emits: Points, well: Points): Failure => ({ of, emits, well });

function answers({ resources }: Around, fields: object): Points {
  const filters = resources.filter(({ Type }) => Type === 'AWS::Logs::MetricFilter');
  return emit.logged(filters, fields as Readonly<Record<string, string>>);
}

interface Named {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
}

/** The metrics that an alarm looks at. */
export function metricsOf({ Properties }: Resource): readonly Named[] {
  if (Properties.MetricName) return [Properties];
  return ((Properties as AlarmProperties).Metrics ?? []).flatMap(({ MetricStat }) =>
    MetricStat ? [MetricStat.Metric] : [],
  );
}

function dimension(alarm: Resource, name: string): unknown {
  const all = metricsOf(alarm).flatMap(({ Dimensions = [] }) => Dimensions);
  return all.find(({ Name }) => Name === name)?.Value;
}

/** The counts of handlers that an alarm asks for; without `service`: whichever handlers count it. */
export function countsOf({ Properties }: Resource) {
  return ((Properties as AlarmProperties).Metrics ?? []).flatMap(({ Expression = '' }) => {
    const query = isQuery(Expression) ? readQuery(Expression) : undefined;
    if (!query?.dimensions.includes('service')) return [];
    return [{ namespace: query.namespace, name: query.name, service: query.where.service }];
  });
}
