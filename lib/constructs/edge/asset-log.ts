import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  CfnDelivery,
  CfnDeliveryDestination,
  CfnDeliverySource,
  FilterPattern,
  LogGroup,
  MetricFilter,
  RetentionDays,
} from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { outlives } from '../foundation/outlives.ts';

export interface AssetLogProps {
  readonly stage: string;
  /** Namespace of the platform's metrics of this stage. */
  readonly namespace: string;
  /** Id of the distribution whose assets are watched. */
  readonly distribution: string;
}

/** Which file, how much of it, whether it was there, and who shows it. Nobody's address, nothing that a fan sent. */
const fields = { file: 'cs-uri-stem', bytes: 'sc-bytes', status: 'sc-status', page: 'cs(Referer)' } as const;

/** `monitoring.rare` asks for it, by `file`. */
export const bytesOfNoPage = 'BytesOfNoPage';

/**
 * How much of each asset is fetched for no page. The edge refuses what another site's page asks for, and our own pages name
 * themselves. So what is left is a program, or a page that hides its name. CloudFront has no metric of a file, so it writes
 * a line of four fields for each request, and a filter counts the bytes by file. Such metrics exist only while somebody does
 * it. A file that is not there is not counted: a thousand names in an hour would end the filter.
 *
 * Stands in us-east-1, where CloudFront delivers its logs. At rest it costs nothing; a million requests are some ten cents.
 */
export class AssetLog extends Construct {
  constructor(scope: Construct, id: string, { stage, namespace, distribution }: AssetLogProps) {
    super(scope, id);
    const name = `stampede-${stage}-assets`;
    const log = new LogGroup(this, 'Lines', { retention: RetentionDays.THREE_DAYS, removalPolicy: outlives(false) });
    log.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [log.logGroupArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    const source = new CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: `arn:${Stack.of(this).partition}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${distribution}`,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: log.logGroupArn,
      outputFormat: 'plain',
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: Object.values(fields),
      fieldDelimiter: ' ',
    });
    delivery.addResourceDependency(source);
    new MetricFilter(this, 'OfNoPage', {
      logGroup: log,
      filterPattern: FilterPattern.spaceDelimited(...Object.keys(fields))
        .whereString('file', '=', '/assets/*')
        .whereString('status', '=', '20*')
        .whereString('page', '=', '-'),
      metricNamespace: namespace,
      metricName: bytesOfNoPage,
      metricValue: '$bytes',
      dimensions: { file: '$file' },
    });
  }
}
