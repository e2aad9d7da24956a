import { Duration } from 'aws-cdk-lib';
import { KeyValueStore } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { type Grant, grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { KeptKeyRing } from '../foundation/kept-key-ring.ts';
import { ScheduledHandler } from '../foundation/scheduled-handler.ts';
import { strongly } from '../foundation/strongly.ts';

export interface PassKeysProps {
  readonly ground: Ground;
  /** Names the store at the edge, which is unique in the account. */
  readonly stage: string;
}

/**
 * The keys that sign passes: their ring, the copy of it at the edge, and the function that keeps one like the other.
 * Only this copy is at the edge. It holds no key of slips or vouchers.
 */
export class PassKeys extends Construct {
  /** The keys that the edge's function reads, by their ids. */
  readonly atTheEdge: KeyValueStore;
  /** Operators invoke it to change keys. */
  readonly functionName: string;
  private readonly ring: KeptKeyRing;

  constructor(scope: Construct, id: string, { ground, stage }: PassKeysProps) {
    super(scope, id);
    this.ring = new KeptKeyRing(this, 'Ring', { signs: 'passes', retain: ground.retainData });
    this.atTheEdge = strongly(
      new KeyValueStore(this, 'AtTheEdge', {
        keyValueStoreName: `Stampede-${stage}-PassKeys`,
        comment: 'The keys of passes, by id',
      }),
    );
    const handler = new ScheduledHandler(this, 'waiting-room/keys/keep-pass-keys', {
      ground,
      told: { PASS_KEYS_ARN: this.ring.grantKeep(), EDGE_KEYS_STORE: this.grantPublish() },
      // Five calls, a second in all. The rest is for a service that is slow.
      timeout: Duration.seconds(50),
      // One at a time is what makes a change of keys safe: nobody else writes the ring or its copy.
      reservedConcurrency: 1,
      memory: 512,
      description: 'Keeps the keys of passes at the edge as they are in their ring',
      silence: {
        says: 'the keys of passes were not looked after for three minutes: a change of keys would not end',
        runbook: 'pass-keys-not-kept',
      },
    });
    this.functionName = handler.live.functionName;
  }

  /** May sign and read passes. */
  grantUse(): Grant {
    return this.ring.grantUse();
  }

  private grantPublish(): Grant {
    const { keyValueStoreArn: arn } = this.atTheEdge;
    return grant(
      arn,
      [arn],
      ['DescribeKeyValueStore', 'ListKeys', 'UpdateKeys'].map((action) => `cloudfront-keyvaluestore:${action}`),
    );
  }
}
