import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type Grant, grant } from './grant.ts';
import { outlives } from './outlives.ts';

export interface GeneratedSecretProps {
  /** The use of the secret; shown in the console. */
  readonly description: string;
  readonly retain: boolean;
}

/**
 * A secret that Secrets Manager makes up: 64 letters and digits, some 380 bits. So it is a key for HMAC-SHA256 as it
 * stands. No person ever sees or sets it.
 */
export class GeneratedSecret extends Construct {
  /** How long the secret is; a letter or digit is one byte. */
  readonly bytes = 64;
  readonly arn: string;
  /** A dynamic reference, resolved by CloudFormation at deployment: for templates, never for code. */
  readonly reference: string;

  constructor(scope: Construct, id: string, props: GeneratedSecretProps) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: props.description,
      generateSecretString: { passwordLength: this.bytes, excludePunctuation: true, includeSpace: false },
      removalPolicy: outlives(props.retain),
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'Replacing the value under its readers would void every receipt or key made with it. Origin secrets are ' +
        'rotated by adding another (docs/deploy.md); the others belong to one on-sale’s lifetime.',
    });
    this.arn = secret.secretArn;
    this.reference = `{{resolve:secretsmanager:${secret.secretArn}:SecretString:::}}`;
  }

  /** May read the secret; its address is its ARN. */
  grantRead(): Grant {
    return grant(this.arn, [this.arn], ['secretsmanager:GetSecretValue']);
  }
}
