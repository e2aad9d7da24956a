/**
 * The bill of a month in which nobody comes, from the templates alone. A kind of resource that is not known here is
 * refused, so that nothing is deployed whose price nobody looked up.
 *
 * Prices are AWS's list prices of November 2026 in us-east-1, without free allowances; some regions ask a tenth more.
 * Sources: the pricing pages of each service.
 */

export interface BilledResource {
  /** Its logical id. */
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON of a thousand shapes
  readonly Properties?: any;
}

export interface StandingCharge {
  /** What is bought, as one would say it aloud. */
  readonly what: string;
  /** What for. */
  readonly why: string;
  readonly count: number;
  /** Dollars a month. */
  readonly dollars: number;
}

export class UnknownPrice extends Error {}

const minutesOfMonth = 730 * 60;
const million = 1_000_000;

/**
 * An idle start of a clock finds nothing to do within this, in seconds, with a gigabyte of memory at most. A bound that
 * nobody measured on AWS: a start stays warm from minute to minute and asks a few things of tables and buckets, each
 * some 10 ms. The six clocks have 3.2 GB together (1,024, four times 512 and 192 MB), so the sum holds for 0.18 s as well.
 * Each further tenth costs all of them $0.19 a month.
 */
const idleStart = 0.1;
const secondsOfMemory = 0.0000133334;
/** Lambda has so many long polls of 20 s open on each queue, also while it is empty. */
const pollsOpen = 5;

/** What costs nothing, or nothing worth a line, while nobody uses it: paid by request, by byte, or not at all. */
const free = [
  'AWS::ApiGatewayV2::',
  'AWS::Budgets::Budget',
  'AWS::CDK::Metadata',
  'AWS::CertificateManager::Certificate',
  'AWS::CloudFront::',
  'AWS::CloudFormation::',
  'AWS::CodeDeploy::',
  // By person and month, from the 10,001st on: $0.015. A venue has some dozens.
  'AWS::Cognito::',
  // By request. Backups are by gigabyte: a season on sale is some tens of megabytes.
  'AWS::DynamoDB::GlobalTable',
  'AWS::IAM::',
  'AWS::Lambda::Alias',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Function',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  // By gigabyte written.
  'AWS::Logs::',
  'AWS::Route53::RecordSet',
  'AWS::S3::',
  'AWS::SES::',
  'AWS::SNS::',
  'AWS::SQS::',
  // A run is $0.0012. One that has a rhythm of its own is refused below.
  'AWS::Synthetics::Canary',
  'Custom::CDKBucketDeployment',
];

const minutesBetween: Readonly<Record<string, number>> = { 'rate(1 minute)': 1, 'rate(1 hour)': 60 };

/** @throws {UnknownPrice} with the kind of resource whose price is not known here. */
export function billAtRest(resources: readonly BilledResource[]): readonly StandingCharge[] {
  const of = (type: string) => resources.filter(({ Type }) => Type === type);
  const sum = (type: string, dollars: (properties: BilledResource['Properties']) => number) =>
    of(type).reduce((so, { Properties }) => so + dollars(Properties), 0);
  const known = new Set<string>();
  const line = (types: readonly string[], one: StandingCharge): StandingCharge => {
    for (const type of types) known.add(type);
    return one;
  };
  const kept = 'AWS::Lambda::Alias';
  const always = of(kept).filter(({ Properties }) => Properties.ProvisionedConcurrencyConfig);
  if (always.length > 0) throw new UnknownPrice(`${kept} with instances that are always on`);

  const alarms = of('AWS::CloudWatch::Alarm').map(({ Properties }) => metricsOf(Properties));
  const metrics = alarms.reduce((so, count) => so + count, 0);
  const rules = sum('AWS::WAFv2::WebACL', ({ Rules }) => Rules.length);
  const judged = sum(
    'AWS::WAFv2::WebACL',
    ({ Rules }) =>
      Rules.filter(
        // biome-ignore lint/suspicious/noExplicitAny: templates are JSON of a thousand shapes
        ({ Statement }: any) => Statement?.ManagedRuleGroupStatement?.Name === 'AWSManagedRulesBotControlRuleSet',
      ).length,
  );
  const clocks = of('AWS::Events::Rule').filter(({ Properties }) => Properties.ScheduleExpression);
  const starts = clocks.reduce((so, { Properties }) => {
    const minutes = minutesBetween[Properties.ScheduleExpression];
    if (minutes === undefined) throw new UnknownPrice(Properties.ScheduleExpression);
    return so + minutesOfMonth / minutes;
  }, 0);
  const ordered = of('AWS::SQS::Queue').filter(({ Properties }) => Properties?.FifoQueue);
  const isOrdered = (arn: unknown) => ordered.some(({ id }) => JSON.stringify(arn).includes(id));
  const polls = pollsOpen * minutesOfMonth * 3;

  for (const { Properties } of of('AWS::Synthetics::Canary')) {
    const { Expression } = Properties.Schedule;
    if (!/^rate\(0 minutes?\)$/.test(Expression)) throw new UnknownPrice(`a canary that runs at ${Expression}`);
  }

  const lines = [
    line(['AWS::WAFv2::WebACL'], {
      what: 'firewall',
      why: `limits by address, and Amazon’s common rules: $5, and $1 for each of ${rules} rules${judged > 0 ? '; $10 for Bot Control' : ''}`,
      count: of('AWS::WAFv2::WebACL').length,
      dollars: of('AWS::WAFv2::WebACL').length * 5 + rules + judged * 10,
    }),
    line(['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'], {
      what: 'alarms',
      why: `$0.10 for each of ${metrics} metrics; what is counted only in trouble is asked by query, and costs nothing until then`,
      count: alarms.length + of('AWS::CloudWatch::CompositeAlarm').length,
      dollars: metrics * 0.1 + of('AWS::CloudWatch::CompositeAlarm').length * 0.5,
    }),
    line(['AWS::SecretsManager::Secret'], {
      what: 'secrets',
      why: 'a key for each power, $0.40 each',
      count: of('AWS::SecretsManager::Secret').length,
      dollars: of('AWS::SecretsManager::Secret').length * 0.4,
    }),
    line(['AWS::Route53::HealthCheck'], {
      what: 'health checks',
      why: 'the failover switch, and its twin for drills: $0.50 each',
      count: of('AWS::Route53::HealthCheck').length,
      dollars: sum('AWS::Route53::HealthCheck', ({ HealthCheckConfig }) => healthCheck(HealthCheckConfig)),
    }),
    line(['AWS::Lambda::EventSourceMapping'], {
      what: 'queues that are listened to',
      why: `${pollsOpen} long polls of 20 s on each; $0.40 a million, $0.50 where the order is kept`,
      count: of('AWS::Lambda::EventSourceMapping').length,
      dollars: sum(
        'AWS::Lambda::EventSourceMapping',
        ({ EventSourceArn }) => (polls * (isOrdered(EventSourceArn) ? 0.5 : 0.4)) / million,
      ),
    }),
    line(['AWS::Events::Rule'], {
      what: 'clocks',
      why: `functions that start every minute, and one every hour; ${idleStart} s each while there is nothing to do, assumed`,
      count: clocks.length,
      dollars: starts * (0.2 / million + idleStart * secondsOfMemory),
    }),
    line(['AWS::CloudWatch::Dashboard'], {
      what: 'dashboard',
      why: 'nothing for the first three of an account, $3 for one more',
      count: of('AWS::CloudWatch::Dashboard').length,
      dollars: 0,
    }),
  ];
  const other = resources.find(({ Type }) => !known.has(Type) && !free.some((start) => Type.startsWith(start)));
  if (other) throw new UnknownPrice(`The price of ${other.Type} is not known: put it into lib/bill-at-rest.ts`);
  return lines.filter(({ count }) => count > 0);
}

export const sumOf = (bill: readonly StandingCharge[]): number => bill.reduce((so, { dollars }) => so + dollars, 0);

/** The bill as a table of Markdown. */
export function billTable(bill: readonly StandingCharge[]): string {
  const money = (dollars: number) => dollars.toFixed(2);
  return [
    '| bought | how many | $ a month | |',
    '| --- | ---: | ---: | --- |',
    ...bill.map(({ what, count, dollars, why }) => `| ${what} | ${count} | ${money(dollars)} | ${why} |`),
    `| **together** | | **${money(sumOf(bill))}** | |`,
  ].join('\n');
}

/** A query looks at the metrics that are there, and at rest none of ours are. */
function metricsOf({ MetricName, Metrics = [] }: BilledResource['Properties']): number {
  return MetricName ? 1 : Metrics.filter(({ MetricStat }: { readonly MetricStat?: object }) => MetricStat).length;
}

/** Of an address at AWS. Anything beyond the plainest look costs a dollar. */
function healthCheck(config: BilledResource['Properties']): number {
  const extras = [
    config.Type?.startsWith('HTTPS'),
    config.Type?.endsWith('STR_MATCH'),
    config.RequestInterval === 10,
    config.MeasureLatency,
  ];
  return 0.5 + extras.filter(Boolean).length;
}
