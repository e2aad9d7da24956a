import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { GivenSecret } from '../foundation/given-secret.ts';
import type { Grant } from '../foundation/grant.ts';

export interface StripeAccountProps {
  /**
   * Address of a stand-in for Stripe's API, on this machine.
   * @default - Stripe
   */
  readonly apiHost?: string | undefined;
  readonly retain: boolean;
}

/** The venue's account at Stripe: the secret that holds its keys. */
export class StripeAccount extends Construct {
  readonly secretArn: string;
  private readonly address: string;

  constructor(scope: Construct, id: string, { apiHost, retain }: StripeAccountProps) {
    super(scope, id);
    this.secretArn = new GivenSecret(this, 'Keys', {
      description:
        'Stampede: keys of the Stripe account, {"key":"rk_live_…","webhooks":["whsec_…"]}; see docs/deploy.md',
      form: { webhooks: [] },
      retain,
    }).arn;
    this.address = `{"secret":"${this.secretArn}"${apiHost === undefined ? '' : `,"api":"${apiHost}"`}}`;
  }

  /** May take, give back and look up payments; the address is `{"secret","api"?}`. */
  grantUse(): Grant {
    return {
      address: this.address,
      allow: [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secretArn] })],
    };
  }
}
