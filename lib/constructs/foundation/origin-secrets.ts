import { Construct } from 'constructs';
import { GeneratedSecret } from './generated-secret.ts';
import type { Grant } from './grant.ts';

export interface OriginSecretsProps {
  /** The CDN shows the first; the API lets requests in with any. */
  readonly ids: readonly string[];
  readonly retain: boolean;
}

/**
 * What the CDN shows to the API: a request without it did not come through the edge. There are two while one takes over
 * from the other, so that the API knows a secret before the CDN shows it.
 */
export class OriginSecrets extends Construct {
  /** A dynamic reference to the one that the CDN shows. */
  readonly shown: string;
  private readonly secrets: readonly GeneratedSecret[];

  constructor(scope: Construct, id: string, { ids, retain }: OriginSecretsProps) {
    super(scope, id);
    this.secrets = ids.map(
      (name) =>
        new GeneratedSecret(this, `Secret-${name}`, {
          description: `Stampede: shown by the CDN to the API (${name})`,
          retain,
        }),
    );
    const [first] = this.secrets;
    if (!first) throw new Error('The CDN needs a secret to show');
    this.shown = first.reference;
  }

  /** May know whether a request came through the edge; the address is the ARNs with commas between. */
  grantRead(): Grant {
    return {
      address: this.secrets.map(({ arn }) => arn).join(','),
      allow: this.secrets.flatMap((secret) => secret.grantRead().allow),
    };
  }
}
