import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { OperatorHandler } from '../constructs/foundation/operator-handler.ts';
import { Line } from '../constructs/waiting-room/line.ts';
import { Pacemaker } from '../constructs/waiting-room/pacemaker.ts';
import { PassKeys } from '../constructs/waiting-room/pass-keys.ts';

export interface WaitingRoomStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  readonly audienceSize: number;
  /** Ids of the keys that sign passes, the signing one first. */
  readonly passKeyIds: readonly string[];
}

/** The line: joining, the draw, pacing, the board and the pass. */
export class WaitingRoomStack extends Stack {
  readonly passKeys: PassKeys;

  constructor(scope: Construct, id: string, props: WaitingRoomStackProps) {
    super(scope, id, props);
    const { foundation, published, audienceSize, passKeyIds } = props;
    const line = new Line(this, 'Line', { ground: foundation, audienceSize });
    this.passKeys = new PassKeys(this, 'PassKeys', { ids: passKeyIds, retain: foundation.retainData });

    const LINE_SECRET_ARN = line.grantSecret();
    const ORIGIN_SECRET_ARN = foundation.originSecret.grantRead();
    new ApiHandler(this, 'waiting-room/join-line', {
      foundation,
      told: { LINES_TABLE: line.grantJoin(), LINE_SECRET_ARN, ORIGIN_SECRET_ARN },
    });
    new ApiHandler(this, 'waiting-room/claim-pass', {
      foundation,
      told: {
        LINES_TABLE: line.grantClaim(),
        LINE_SECRET_ARN,
        PASS_KEYS: this.passKeys.grantRead(),
        ORIGIN_SECRET_ARN,
      },
    });
    new ApiHandler(this, 'waiting-room/leave-line', {
      foundation,
      told: { LINES_TABLE: line.grantLeave(), LINE_SECRET_ARN, ORIGIN_SECRET_ARN },
    });
    const pacemaker = new Pacemaker(this, 'Pacemaker', {
      ground: foundation,
      told: { LINES_TABLE: line.grantPace(), LINE_SECRET_ARN, PUBLISHED_BUCKET: published.grantPublishLines() },
    });
    new OperatorHandler(this, 'waiting-room/open-line', {
      ground: foundation,
      told: { LINES_TABLE: line.grantOpen(), LINE_SECRET_ARN, PUBLISHED_BUCKET: published.grantPublishLines() },
    });
    new OperatorHandler(this, 'waiting-room/load-roster', {
      ground: foundation,
      told: { LINES_TABLE: line.grantEnrol(), LINE_SECRET_ARN },
    });
    new OperatorHandler(this, 'waiting-room/turn-dials', {
      ground: foundation,
      told: { LINES_TABLE: line.grantTurn() },
    });

    new CfnOutput(this, 'LinesTable', { value: line.tableName });
    new CfnOutput(this, 'KeepPaceFunction', { value: pacemaker.functionName });
  }
}
