import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type Grant, grant } from './grant.ts';
import { outlives } from './outlives.ts';
import { strongly } from './strongly.ts';

export interface KeptKeyRingProps {
  /** What is signed with these keys: `passes`. */
  readonly signs: string;
  readonly retain: boolean;
}

/**
 * The keys of one kind of signed text, in a secret of their own. Secrets Manager makes up the first key, 64 letters and
 * digits, called `a`. Later ones are written into the same secret while the platform runs, and functions read it again
 * (`lambdas/foundation/key-ring.ts`). No deployment touches it.
 */
export class KeptKeyRing extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { signs, retain }: KeptKeyRingProps) {
    super(scope, id);
    const secret = strongly(
      new Secret(this, 'Secret', {
        description: `Stampede: the keys that sign ${signs}`,
        generateSecretString: {
          secretStringTemplate: JSON.stringify({ id: 'a' }),
          generateStringKey: 'secret',
          passwordLength: 64,
          excludePunctuation: true,
          includeSpace: false,
        },
        removalPolicy: outlives(retain),
      }),
    );
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'A rotation by the clock knows nothing of on-sales. Operators rotate between them, or at once when a key became ' +
        'known (docs/operate.md).',
    });
    this.arn = secret.secretArn;
  }

  /** May sign and read, for whoever knows a key can do both. The address is the secret's ARN. */
  grantUse(): Grant {
    return grant(this.arn, [this.arn], ['secretsmanager:GetSecretValue']);
  }

  /** May write other keys into it. */
  grantKeep(): Grant {
    return grant(this.arn, [this.arn], ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue']);
  }
}
