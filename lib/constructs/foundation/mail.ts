import { Annotations, Duration, Stack, Token } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53';
import {
  CloudWatchDimensionSource,
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Monitoring } from '../monitoring/monitoring.ts';
import { acknowledge } from './acknowledge.ts';
import { fact, type Grant } from './grant.ts';

export interface MailProps {
  readonly monitoring: Monitoring;
  /** The address that messages come from. Its domain lies in the hosted zone. */
  readonly sender: string;
  /** Whether SES has the account in its sandbox. */
  readonly sandbox: boolean;
  /** The hosted zone for the records that show mail servers that the domain's messages are genuine. */
  readonly hostedZoneId: string;
}

/** The right to send e-mail as one domain: an SES identity, signed by DKIM, whose records stand in the hosted zone. */
export class Mail extends Construct {
  private readonly sender: string;
  private readonly toVerified: IManagedPolicy | undefined;
  private readonly identity: EmailIdentity;
  private readonly sent: ConfigurationSet;

  constructor(scope: Construct, id: string, { monitoring, sender, sandbox, hostedZoneId }: MailProps) {
    super(scope, id);
    this.sender = sender;
    // SES counts the fate of mails, and writes to no address again that does not exist.
    this.sent = new ConfigurationSet(this, 'Sent', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
    });
    this.sent.addEventDestination('Counts', {
      destination: EventDestination.cloudWatchDimensions([
        { name: 'stage', source: CloudWatchDimensionSource.MESSAGE_TAG, defaultValue: monitoring.stage },
      ]),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domainOf(sender)),
      configurationSet: this.sent,
    });
    for (const [at, { name, value }] of this.identity.dkimRecords.entries()) {
      new CfnRecordSet(this, `Dkim${at + 1}`, {
        hostedZoneId,
        name,
        type: 'CNAME',
        resourceRecords: [value],
        ttl: '1800',
      });
    }
    this.toVerified = sandbox ? this.allowVerified(monitoring.stage) : undefined;
    // The whole account's, since SES takes the right to send from the whole account.
    const rate = (metricName: string) =>
      new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.AVERAGE, period: Duration.hours(1) });
    monitoring.raise(this, {
      alarm: 'Bouncing',
      says: 'more than 4 of 100 mails come back: SES looks into an account from 5 on, and stops it from 10 on',
      metric: rate('Reputation.BounceRate'),
      above: 0.04,
      minutes: 1,
      severity: 'look',
      runbook: 'mails-refused',
    });
    monitoring.raise(this, {
      alarm: 'Complained',
      says: 'more than 8 of 10,000 mails are called spam: SES looks into an account from 10 on, and stops it from 50 on',
      metric: rate('Reputation.ComplaintRate'),
      above: 0.0008,
      minutes: 1,
      severity: 'look',
      runbook: 'mails-refused',
    });
  }

  /** May send as this domain. */
  grantSend(): Grant {
    // A mail goes by the identity's own configuration set, and SES asks for the right to that one too.
    const sent = this.stackArn('configuration-set', this.sent.configurationSetName);
    return {
      address: this.sender,
      allow: [new PolicyStatement({ actions: ['ses:SendEmail'], resources: [this.identity.emailIdentityArn, sent] })],
      ...(this.toVerified && { policy: this.toVerified }),
    };
  }

  /** In its sandbox SES asks for the right to the recipient's identity as well. */
  private allowVerified(stage: string): IManagedPolicy {
    Annotations.of(this).addWarningV2(
      'stampede:mailSandbox',
      `SES has this account in its sandbox (mail.sandbox in stages/${stage}.json): fans get no mail. It goes to ` +
        'addresses alone that you verified in SES.',
    );
    const anybody = this.stackArn('identity', '*');
    const policy = new ManagedPolicy(this, 'ToVerified', {
      statements: [
        new PolicyStatement({
          actions: ['ses:SendEmail'],
          resources: [anybody],
          conditions: { StringEqualsIgnoreCase: { 'ses:FromAddress': this.sender } },
        }),
      ],
    });
    const { region, account, partition } = Stack.of(this);
    const ours = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
    acknowledge(policy, {
      [`AwsSolutions-IAM5[Resource::arn:${partition}:ses:${region}:${ours}:identity/*]`]:
        'Testers’ addresses come and go; mail goes out as this stage’s sender alone, and only while SES has it in its sandbox.',
    });
    return policy;
  }

  private stackArn(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
  }
}

/** Of a stage that sends no mail. */
export const noMail = fact('none');

const domainOf = (sender: string): string => sender.slice(sender.lastIndexOf('@') + 1).toLowerCase();
