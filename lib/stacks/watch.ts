import { ArnFormat, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmStatusWidget,
  Dashboard,
  type IAlarm,
  type IWidget,
  PeriodOverride,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { DeclaredAlarm, Monitoring } from '../constructs/monitoring/monitoring.ts';
import { onSaleGraphs } from '../constructs/monitoring/on-sale-graphs.ts';

export interface WatchStackProps extends StackProps {
  readonly stage: string;
  readonly monitoring: Monitoring;
  /** The alarms of the edge, which are in another region. */
  readonly atTheEdge: readonly DeclaredAlarm[];
}

/**
 * What people look at: the dashboard of an on-sale. It is made of what the constructs declared, by names alone, so no
 * other stack is held back by this one.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, monitoring, atTheEdge, ...props }: WatchStackProps) {
    super(scope, id, props);
    const known = new Construct(this, 'Known');
    const alarmOf = new Map<string, IAlarm>(
      [...monitoring.declared, ...atTheEdge].map((declared) => [declared.name, this.known(known, declared)]),
    );
    const alarms = (declared: readonly DeclaredAlarm[]) =>
      declared.flatMap(({ name }) => {
        const alarm = alarmOf.get(name);
        return alarm ? [alarm] : [];
      });

    const wake = [...monitoring.declared, ...atTheEdge].filter(({ severity }) => severity === 'wake');
    const look = [...monitoring.declared, ...atTheEdge].filter(({ severity }) => severity === 'look');
    new Dashboard(this, 'Dashboard', {
      dashboardName: id.replace(/-Watch$/, ''),
      defaultInterval: Duration.hours(1),
      periodOverride: PeriodOverride.INHERIT,
      widgets: [
        [
          new TextWidget({
            markdown: `# ${stage}: the morning\nRed: the runbook is in the alarm's description (\`docs/runbooks/\`). All times are UTC.`,
            width: 24,
            height: 2,
          }),
        ],
        [status('Fans notice, somebody must act now', alarms(wake))],
        [status('To be understood today', alarms(look))],
        ...onSaleGraphs(monitoring),
      ],
    });
  }

  private known(scope: Construct, { name, region }: DeclaredAlarm): IAlarm {
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    const arn = this.formatArn({ service: 'cloudwatch', region, resource: 'alarm', resourceName: name, arnFormat });
    return Alarm.fromAlarmArn(scope, name, arn);
  }
}

const status = (title: string, alarms: IAlarm[]): IWidget =>
  new AlarmStatusWidget({ title, alarms, width: 24, height: 2 + Math.ceil(alarms.length / 6) });
