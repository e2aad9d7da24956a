import { Construct } from 'constructs';
import type { Filling } from '../edge/filled-function.ts';
import { GeneratedSecret } from '../foundation/generated-secret.ts';
import type { Grant } from '../foundation/grant.ts';

export interface PassKeysProps {
  /** The first signs, all verify. */
  readonly ids: readonly string[];
  readonly retain: boolean;
}

/** The keys that sign passes and slips, and that the edge, seating and ordering verify them with. */
export class PassKeys extends Construct {
  /** A JSON object of key id to secret, for the edge's function; resolved by CloudFormation at deployment. */
  readonly forTheEdge: Filling;
  private readonly keys: readonly { readonly id: string; readonly secret: GeneratedSecret }[];

  constructor(scope: Construct, id: string, { ids, retain }: PassKeysProps) {
    super(scope, id);
    this.keys = ids.map((keyId) => ({
      id: keyId,
      secret: new GeneratedSecret(this, `PassKey-${keyId}`, {
        description: `Stampede: signs passes (${keyId})`,
        retain,
      }),
    }));
    // The secrets are letters and digits only, so they need no escaping inside JSON.
    const json = (inPlaceOf: (secret: GeneratedSecret) => string) =>
      `{${this.keys.map(({ id: keyId, secret }) => `"${keyId}":"${inPlaceOf(secret)}"`).join(',')}}`;
    this.forTheEdge = {
      json: json(({ reference }) => reference),
      bytes: json(({ bytes }) => '0'.repeat(bytes)).length,
    };
  }

  /** May sign and verify; the address is `[{"id","arn"}, …]`, the signing key first. */
  grantRead(): Grant {
    return {
      address: `[${this.keys.map(({ id, secret }) => `{"id":"${id}","arn":"${secret.arn}"}`).join(',')}]`,
      allow: this.keys.flatMap(({ secret }) => secret.grantRead().allow),
    };
  }
}
