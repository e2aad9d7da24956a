import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Watched } from '../../contracts/platform.ts';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { grantWatch } from '../constructs/control-room/watched-platform.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';

export interface ControlRoomStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  /** The names by which CloudWatch measures the platform. */
  readonly watched: Watched;
}

/** The screen of those who run a morning: it reads what the others write down of how it goes. */
export class ControlRoomStack extends Stack {
  constructor(scope: Construct, id: string, { foundation, published, watched, ...props }: ControlRoomStackProps) {
    super(scope, id, props);
    const { readings } = foundation;
    const asked = { ...foundation.staff.grantAsk(), ORIGIN_SECRET_ARNS: foundation.originSecrets.grantRead() };
    new ApiHandler(this, 'control-room/readings/list-readings', {
      foundation,
      told: { READINGS_BUCKET: readings.grantLook(), PUBLISHED_BUCKET: published.grantReadCatalogue(), ...asked },
    });
    new ApiHandler(this, 'control-room/readings/show-readings', {
      foundation,
      told: { READINGS_BUCKET: readings.grantHandKeys(), ...asked },
    });
    new ApiHandler(this, 'control-room/readings/show-shared-readings', {
      foundation,
      told: { READINGS_BUCKET: readings.grantLookByKey(), ORIGIN_SECRET_ARNS: foundation.originSecrets.grantRead() },
    });
    new ApiHandler(this, 'control-room/readings/show-history', {
      foundation,
      told: { READINGS_BUCKET: readings.grantReadHistory(), ...asked },
    });
    new ApiHandler(this, 'control-room/platform/show-platform', {
      foundation,
      told: { READINGS_BUCKET: readings.grantKeepPlatform(), WATCHED: grantWatch(this, watched), ...asked },
    });
    new CfnOutput(this, 'ReadingsBucket', { value: readings.bucketName });
  }
}
