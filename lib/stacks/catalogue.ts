import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Ground } from '../constructs/foundation/ground.ts';
import { OperatorHandler } from '../constructs/foundation/operator-handler.ts';
import type { BucketElsewhere } from '../constructs/foundation/private-bucket.ts';

export interface CatalogueStackProps extends StackProps {
  readonly ground: Ground;
  /** A season whose prices one of these ways to pay cannot take is not published. */
  readonly paymentMethods: readonly string[];
  /** Of the site: published pages say their whole address. */
  readonly domainName: string;
  /** In the standby region. */
  readonly copy: BucketElsewhere;
}

/** The shows, their places and their times: published as files that everyone may read. */
export class CatalogueStack extends Stack {
  readonly published: PublishedFiles;

  constructor(scope: Construct, id: string, props: CatalogueStackProps) {
    super(scope, id, props);
    const { ground, paymentMethods, domainName, copy } = props;
    this.published = new PublishedFiles(this, 'Published', { ground, copy });
    new OperatorHandler(this, 'catalogue/import-plan', {
      ground,
      told: { PUBLISHED_BUCKET: this.published.grantImportPlans() },
      // A layout of 100,000 seats, 12 to 25 MB of text, took 400 MB and 1.5 s of a core when it was read.
      memory: 2048,
    });
    const SITE_ADDRESS = fact(`https://${domainName}`);
    new OperatorHandler(this, 'catalogue/publish-season', {
      ground,
      told: {
        PUBLISHED_BUCKET: this.published.grantPublishCatalogue(),
        PAYMENT_METHODS: fact(paymentMethods.join(',')),
        SITE_ADDRESS,
      },
    });
    new OperatorHandler(this, 'catalogue/cancel-performance', {
      ground,
      told: { PUBLISHED_BUCKET: this.published.grantCancelPerformances(), SITE_ADDRESS },
    });
    new OperatorHandler(this, 'catalogue/move-performance', {
      ground,
      told: { PUBLISHED_BUCKET: this.published.grantChangeCatalogue(), SITE_ADDRESS },
    });

    new CfnOutput(this, 'PublishedBucket', { value: this.published.bucket.bucketName });
  }
}
