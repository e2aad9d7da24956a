import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { outlives } from './outlives.ts';

export interface GivenSecretProps {
  /** The use of the secret and the content that belongs in it; shown in the console. */
  readonly description: string;
  /** A JSON object to fill in, without `key`. */
  readonly form: object;
  readonly retain: boolean;
}

/**
 * A secret whose value the venue has from somebody else and puts in after the first deployment. Until then it holds
 * the form with letters that mean nothing as its `key`; no later deployment touches what was put in.
 */
export class GivenSecret extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { description, form, retain }: GivenSecretProps) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(form),
        generateStringKey: 'key',
        passwordLength: 16,
        excludePunctuation: true,
        includeSpace: false,
      },
      removalPolicy: outlives(retain),
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'Only who gave the value out can replace it; docs/deploy.md says how the venue puts the new one in.',
    });
    this.arn = secret.secretArn;
  }
}
