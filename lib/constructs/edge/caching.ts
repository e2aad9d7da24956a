import { Duration } from 'aws-cdk-lib';
import { CachePolicy } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/**
 * How long the CDN keeps what. The least is always 0, since a least above 0 would win over the origin's `no-store`.
 * Nothing but the path tells two answers apart, so no query can be used to get past the cache.
 */
export class Caching extends Construct {
  /** As long as the file itself says (contracts/paths.ts): a board a second, a draw sheet for ever. */
  readonly files: CachePolicy;
  /** Answers of the API: as the answer says, but never longer than somebody may look at what is over. */
  readonly answers: CachePolicy;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: string }) {
    super(scope, id);
    const compressed = { enableAcceptEncodingBrotli: true, enableAcceptEncodingGzip: true };
    this.files = new CachePolicy(this, 'Files', {
      ...compressed,
      cachePolicyName: `Stampede-${stage}-Files`,
      minTtl: Duration.seconds(0),
      // For what says nothing of itself.
      defaultTtl: Duration.seconds(5),
      maxTtl: Duration.days(365),
    });
    // Its name is of the first of them: another name would be another policy.
    this.answers = new CachePolicy(this, 'Availability', {
      ...compressed,
      cachePolicyName: `Stampede-${stage}-Availability`,
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.seconds(5),
    });
  }
}
