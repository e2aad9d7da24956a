import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { OperatorHandler } from '../constructs/foundation/operator-handler.ts';
import { openToReports } from '../constructs/foundation/operators-tag.ts';
import { strongly } from '../constructs/foundation/strongly.ts';
import { FallbackWatch, type FallbackWatchProps } from '../constructs/run-up/fallback-watch.ts';
import { RunUpRecords } from '../constructs/run-up/run-up-records.ts';

export interface RunUpStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  readonly fallback: FallbackWatchProps['fallback'];
}

/** The weeks before an on-sale: the plan, the risks, what was checked, and the freeze. */
export class RunUpStack extends Stack {
  /** Programs say to it what they checked. */
  readonly reportChecks: IFunction;

  constructor(scope: Construct, id: string, { foundation, published, fallback, ...props }: RunUpStackProps) {
    super(scope, id, props);
    const { staff } = foundation;
    const records = new RunUpRecords(this, 'Records', { ground: foundation });
    const ORIGIN_SECRET_ARNS = foundation.originSecrets.grantRead();
    const AUDIT_TABLE = staff.grantWriteDown();
    const PUBLISHED_BUCKET = published.grantReadFacts();
    new ApiHandler(this, 'run-up/plan/show-run-up', {
      foundation,
      told: { RUN_UP_BUCKET: records.grantRead(), PUBLISHED_BUCKET, ...staff.grantAsk(), ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'run-up/plan/change-run-up', {
      foundation,
      told: {
        RUN_UP_BUCKET: records.grantChange(),
        PUBLISHED_BUCKET,
        ...staff.grantAsk(),
        AUDIT_TABLE,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'run-up/freeze/turn-freeze', {
      foundation,
      told: {
        RUN_UP_BUCKET: records.grantNoteLifts(),
        PUBLISHED_BUCKET: published.grantTurnFreeze(),
        ...staff.grantAsk(),
        AUDIT_TABLE,
        ORIGIN_SECRET_ARNS,
      },
    });
    const reportChecks = new OperatorHandler(this, 'run-up/checks/report-checks', {
      ground: foundation,
      told: { RUN_UP_BUCKET: records.grantReport() },
    });
    openToReports(reportChecks, foundation.monitoring.stage);
    this.reportChecks = strongly(reportChecks.function);
    new FallbackWatch(this, 'FallbackWatch', { ground: foundation, records, fallback });
    new CfnOutput(this, 'RunUpBucket', { value: records.bucketName });
  }
}
