import { Annotations, Stack, type StackProps } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { joinsServed, reservedFor } from '../concurrency.ts';
import { ReadingFiles } from '../constructs/control-room/reading-files.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { FrontApi } from '../constructs/foundation/front-api.ts';
import { routeOf } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { OriginSecrets } from '../constructs/foundation/origin-secrets.ts';
import { Monitoring } from '../constructs/monitoring/monitoring.ts';
import { SignIn } from '../constructs/staff/sign-in.ts';
import { StaffRecords } from '../constructs/staff/staff-records.ts';
import { type ApiLimits, apiLimits, doorLimits, quotasOf } from '../quotas.ts';
import type { Settings } from '../settings.ts';
import { openingSecond } from '../sizing.ts';
import { wordsOfQuotas } from '../word-of-quotas.ts';

export interface FoundationStackProps extends StackProps {
  readonly settings: Settings;
  /** Names of stacks that this deployment makes. */
  readonly firstTime: ReadonlySet<string>;
  /**
   * Whether the routes at the doors are there. A later stack makes them, and the API takes no limit of a route that it does
   * not know: the first deployment of a stage ends with one more, which sets them.
   */
  readonly hasDoors: boolean;
  /** Folder of the bundled handlers. */
  readonly bundles: string;
}

/**
 * The ground that every room stands on: the destination of alarms, the API, and the secret that only the edge and the
 * API share.
 */
export class FoundationStack extends Stack {
  readonly foundation: Foundation;

  constructor(scope: Construct, id: string, props: FoundationStackProps) {
    super(scope, id, props);
    const { settings, bundles, hasDoors } = props;
    const { alarmEmail, audienceSize, limits, retainData, restored } = settings;
    const quotas = quotasOf(settings);
    const ofApi = apiLimits(limits, quotas);
    const second = openingSecond(audienceSize, ofApi.rateLimit);
    const reserved = reservedFor(audienceSize, second, quotas.accountConcurrency);
    for (const [at, word] of wordsOfQuotas(settings, quotas, reserved).entries())
      Annotations.of(this).addWarningV2(`stampede:quota${at}`, word);
    const monitoring = new Monitoring(this, 'Monitoring', {
      stage: settings.stage,
      ...(alarmEmail && { email: alarmEmail }),
    });
    const signIn = new SignIn(this, 'SignIn', {
      domainName: settings.domainName,
      setting: settings.signIn,
      retain: retainData,
      firstTime: props.firstTime.has(this.stackName),
    });
    const logRetention = settings.logRetentionDays satisfies number as RetentionDays;
    const ground = {
      bundles,
      monitoring,
      logRetention,
      reserved,
      joinsASecond: joinsServed(second, reserved),
      retainData,
      canary: settings.canary,
      firstTime: props.firstTime,
      restored,
    };
    this.foundation = {
      ...ground,
      api: new FrontApi(this, 'Api', {
        monitoring,
        logRetention,
        limits: ofApi,
        routeLimits: hasDoors ? ofDoors(doorLimits(ofApi)) : {},
        signIn,
      }),
      signIn,
      staff: new StaffRecords(this, 'Staff', { ground, owners: settings.owners }),
      readings: new ReadingFiles(this, 'Readings', { ground }),
      originSecrets: new OriginSecrets(this, 'OriginSecrets', { ids: settings.originSecrets, retain: retainData }),
    };
    new ApiHandler(this, 'foundation/answer-unknown', {
      foundation: this.foundation,
      told: { ORIGIN_SECRET_ARNS: this.foundation.originSecrets.grantRead() },
    });
  }
}

const ofDoors = (limits: ApiLimits): Readonly<Record<string, ApiLimits>> => ({
  [routeOf('waiting-room/entry/join-line')]: limits,
  [routeOf('waiting-room/entry/give-challenge')]: limits,
});
