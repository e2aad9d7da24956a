import { Duration, Stack } from 'aws-cdk-lib';
import { type IManagedPolicy, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { keptFiles } from '../../put-back/kept-files.ts';
import { acknowledge } from '../foundation/acknowledge.ts';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { type BucketElsewhere, PrivateBucket } from '../foundation/private-bucket.ts';

/**
 * A part of the bucket, the first step of a path. Of the published files those of contracts/paths.ts; beside them
 * `layouts`, which operators upload plans to, and no page can reach it, nor `allocations`, of which staff alone learn.
 */
type Shelf = 'catalogue' | 'lines' | 'stock' | 'layouts' | 'allocations';

type OneFile =
  | 'catalogue/season.json'
  | 'catalogue/freeze.json'
  | 'catalogue/plans/trial-hall-1.json'
  | 'stock/houses.json';

/** Of a shelf, all files or this one; or of each line one of these. */
type FilePart =
  | `${Shelf}/*`
  | OneFile
  | 'lines/*/ended.json'
  | 'lines/*/dates.json'
  | 'lines/*/sale.json'
  | 'lines/*/sale/*'
  | 'lines/*/line.json'
  | 'lines/trial-*'
  | 'catalogue/performances/trial-*';

const why: Readonly<Record<Exclude<FilePart, OneFile>, string>> = {
  'catalogue/*': 'The files of catalogue/ and of no other shelf.',
  'lines/*': 'The files of lines/ and of no other shelf.',
  'stock/*': 'The files of stock/ and of no other shelf.',
  'allocations/*': 'The files of allocations/ and of no other shelf.',
  'layouts/*': 'The files of layouts/ and of no other shelf.',
  'lines/*/ended.json': 'One file of each line, and lines come all the time.',
  'lines/*/dates.json': 'One file of each line, and lines come all the time.',
  'lines/*/sale.json': 'One file of each line, and lines come all the time.',
  'lines/*/sale/*': 'One file of each turn of a lever.',
  'lines/*/line.json': 'One file of each line, and lines come all the time.',
  'lines/trial-*': 'Each hour has a trial of another name.',
  'catalogue/performances/trial-*': 'Each hour has a trial of another name.',
};

const isOneFile = (part: FilePart): part is OneFile => !part.includes('*');

/**
 * The files that everyone may read and no one computes: the catalogue, boards and draw sheets. A policy of its own says
 * who may read or publish a shelf, since new files come all the time and a whole shelf is meant.
 */
export class PublishedFiles extends Construct {
  readonly bucket: IBucket;
  private readonly readCatalogue: IManagedPolicy;
  private readonly guardTurns: IManagedPolicy;
  private readonly guardOrders: IManagedPolicy;
  private readonly hearEnded: IManagedPolicy;
  private readonly readLines: IManagedPolicy;
  private readonly publishCatalogue: IManagedPolicy;
  private readonly changeCatalogue: IManagedPolicy;
  private readonly cancelPerformances: IManagedPolicy;
  private readonly importPlans: IManagedPolicy;
  private readonly publishLines: IManagedPolicy;
  private readonly readFiles: IManagedPolicy;
  private readonly paceLines: IManagedPolicy;
  private readonly publishStock: IManagedPolicy;
  private readonly openHouses: IManagedPolicy;
  private readonly readSale: IManagedPolicy;
  private readonly readPace: IManagedPolicy;
  private readonly turnSale: IManagedPolicy;
  private readonly openTrialLines: IManagedPolicy;
  private readonly openTrialHouses: IManagedPolicy;
  private readonly readFacts: IManagedPolicy;
  private readonly turnFreeze: IManagedPolicy;

  /** `copy`: a bucket in another region that gets a copy of what everybody may read. */
  constructor(
    scope: Construct,
    id: string,
    { ground, copy }: { readonly ground: Ground; readonly copy: BucketElsewhere },
  ) {
    super(scope, id);
    const { bucket } = new PrivateBucket(this, 'Files', {
      retain: ground.retainData,
      keepOldVersions: Duration.days(keptFiles.published.days),
      copied: { to: copy, prefixes: ['catalogue/', 'lines/'] },
    });
    this.bucket = bucket;
    const read = ['s3:GetObject'];
    const publish = ['s3:GetObject', 's3:PutObject'];
    this.readCatalogue = this.policy('ReadCatalogue', { 'catalogue/*': read });
    this.guardTurns = this.policy('GuardTurns', { 'catalogue/*': read, 'lines/*/ended.json': read });
    this.guardOrders = this.policy('GuardOrders', {
      'catalogue/*': read,
      'lines/*/ended.json': read,
      'lines/*/sale.json': read,
    });
    this.hearEnded = this.policy('HearEnded', { 'lines/*/ended.json': read });
    this.readLines = this.policy('ReadLines', { 'lines/*': read });
    this.publishCatalogue = this.policy('PublishCatalogue', {
      'catalogue/*': publish,
      'allocations/*': ['s3:PutObject'],
      'lines/*': read,
      'stock/houses.json': read,
    });
    this.changeCatalogue = this.policy('ChangeCatalogue', { 'catalogue/*': publish });
    this.cancelPerformances = this.policy('CancelPerformances', { 'catalogue/*': publish, 'stock/houses.json': read });
    this.importPlans = this.policy('ImportPlans', {
      'catalogue/*': ['s3:PutObject'],
      'layouts/*': read,
      'catalogue/freeze.json': read,
    });
    this.publishLines = this.policy('PublishLines', { 'lines/*': publish, 'catalogue/season.json': read });
    this.readFiles = this.policy('ReadFiles', { 'lines/*': read, 'catalogue/*': read });
    this.paceLines = this.policy('PaceLines', { 'lines/*': publish, 'stock/*': read });
    this.publishStock = this.policy('PublishStock', {
      'stock/*': publish,
      'lines/*/dates.json': ['s3:PutObject'],
      'lines/*/sale.json': ['s3:PutObject'],
      'lines/*/sale/*': ['s3:PutObject'],
      'allocations/*': read,
      'catalogue/*': read,
      'lines/*': read,
    });
    this.openHouses = this.policy('OpenHouses', {
      'catalogue/*': read,
      'stock/*': publish,
    });
    this.readSale = this.policy('ReadSale', { 'allocations/*': read, 'catalogue/*': read, 'stock/*': read });
    this.readPace = this.policy('ReadPace', { 'lines/*': read, 'stock/*': read });
    this.turnSale = this.policy('TurnSale', {
      'allocations/*': read,
      'catalogue/*': read,
      'stock/*': read,
      'lines/*/sale.json': publish,
      'lines/*/sale/*': publish,
    });
    this.openTrialLines = this.policy('OpenTrialLines', { 'lines/trial-*': publish, 'catalogue/season.json': read });
    this.openTrialHouses = this.policy('OpenTrialHouses', {
      'catalogue/performances/trial-*': ['s3:PutObject'],
      'catalogue/plans/trial-hall-1.json': ['s3:PutObject'],
    });
    const facts = { 'catalogue/season.json': read, 'lines/*/line.json': read, 'stock/houses.json': read };
    this.readFacts = this.policy('ReadFacts', { ...facts, 'catalogue/freeze.json': read });
    this.turnFreeze = this.policy('TurnFreeze', { ...facts, 'catalogue/freeze.json': publish });
    ground.monitoring.raise(this, {
      alarm: 'EndedPassesUnread',
      says: 'the list of passes that were taken away cannot be read: such passes may still buy',
      metric: ground.monitoring.fault('EndedPassesUnread'),
      above: 0,
      minutes: 3,
      severity: 'look',
      runbook: 'ended-passes-unread',
    });
  }

  /** May read the catalogue. */
  grantReadCatalogue(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readCatalogue };
  }

  /** May read the catalogue, and which passes have ended. */
  grantGuardTurns(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.guardTurns };
  }

  /** May read the catalogue, which passes have ended, and what staff turned in a sale. */
  grantGuardOrders(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.guardOrders };
  }

  /** May read which passes have ended. */
  grantHearEnded(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.hearEnded };
  }

  /** May read what is published of lines. */
  grantReadLines(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readLines };
  }

  /** May publish the catalogue, and read what is there and what open lines promised. */
  grantPublishCatalogue(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.publishCatalogue };
  }

  /** May change what is published in the catalogue, whatever lines are open. */
  grantChangeCatalogue(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.changeCatalogue };
  }

  /** May change the catalogue, and read which houses are open for a date in the place of another. */
  grantCancelPerformances(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.cancelPerformances };
  }

  /** May publish plans, and read layouts that were uploaded. */
  grantImportPlans(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.importPlans };
  }

  /** May publish boards and draw sheets, and read what is there and what the season says of a line. */
  grantPublishLines(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.publishLines };
  }

  /** May read what any fan may read. */
  grantReadFiles(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readFiles };
  }

  /** May publish boards and draw sheets, and read what seats are left. */
  grantPaceLines(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.paceLines };
  }

  /** May publish what seats are left, for the line and for fans, and read the catalogue and what open lines promised. */
  grantPublishStock(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.publishStock };
  }

  /** May list houses as open, and read the catalogue. */
  grantOpenHouses(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.openHouses };
  }

  /** May read what is sold, and how many seats were counted. */
  grantReadSale(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readSale };
  }

  /** May read how a line and the seats for it go. */
  grantReadPace(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readPace };
  }

  /** May publish what staff turned in a sale, and read what is sold and counted. */
  grantTurnSale(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.turnSale };
  }

  /** May publish what a trial line promises, and read what the season says of a line. */
  grantOpenTrialLines(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.openTrialLines };
  }

  /** May publish the performance of a trial, and its plan. */
  grantOpenTrialHouses(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.openTrialHouses };
  }

  /** May read which on-sales there are, what of them is open, and when the house is frozen. */
  grantReadFacts(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.readFacts };
  }

  /** May say when the house is frozen, and read which on-sales there are and what of them is open. */
  grantTurnFreeze(): Grant {
    return { address: this.bucket.bucketName, allow: [], policy: this.turnFreeze };
  }

  private policy(id: string, parts: Readonly<Partial<Record<FilePart, readonly string[]>>>): IManagedPolicy {
    const policy = new ManagedPolicy(this, id, {
      statements: Object.entries(parts).map(
        ([part, actions]) =>
          new PolicyStatement({ actions: [...actions], resources: [this.bucket.arnForObjects(part)] }),
      ),
    });
    const bucketId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    for (const part of Object.keys(parts) as FilePart[])
      if (!isOneFile(part))
        acknowledge(policy, { [`AwsSolutions-IAM5[Resource::<${bucketId}.Arn>/${part}]`]: why[part] });
    return policy;
  }
}
