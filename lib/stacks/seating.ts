import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Watched } from '../../contracts/platform.ts';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { KeptKeyRing } from '../constructs/foundation/kept-key-ring.ts';
import { OperatorHandler } from '../constructs/foundation/operator-handler.ts';
import { openToTrials } from '../constructs/foundation/operators-tag.ts';
import { QueueHandler } from '../constructs/foundation/queue-handler.ts';
import { strongly } from '../constructs/foundation/strongly.ts';
import { House } from '../constructs/seating/house.ts';
import { StockTaking } from '../constructs/seating/stock-taking.ts';
import type { PassKeys } from '../constructs/waiting-room/pass-keys.ts';

export interface SeatingStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  readonly passKeys: PassKeys;
  /** Those that the stage offers. */
  readonly paymentMethods: readonly string[];
  /** The timeout of whoever works off what became of sales. */
  readonly outcomeTimeout: Duration;
}

/** The seats: asks, the allocator that decides them, holds and what is free. */
export class SeatingStack extends Stack {
  readonly house: House;
  /** Seating signs with them, and ordering reads. */
  readonly slipKeys: KeptKeyRing;
  /** Whoever runs a trial invokes it. */
  readonly openTrialHouse: IFunction;
  /** By these names CloudWatch measures those that fans wait for. */
  readonly functionNames: Pick<Watched['functions'], 'seating/ask/hold-seats' | 'seating/allocate/allocate-seats'>;

  constructor(scope: Construct, id: string, props: SeatingStackProps) {
    super(scope, id, props);
    const { foundation, published, passKeys, paymentMethods, outcomeTimeout } = props;
    // Ten decisions and a few writes take 50 ms. An allocator that dies keeps its performance waiting for six times
    // this: 30 s.
    const allocatorTimeout = Duration.seconds(5);
    this.house = new House(this, 'House', { ground: foundation, allocatorTimeout, outcomeTimeout });
    const { house } = this;
    this.slipKeys = new KeptKeyRing(this, 'SlipKeys', { signs: 'slips', retain: foundation.retainData });

    const ORIGIN_SECRET_ARNS = foundation.originSecrets.grantRead();
    const PASS_KEYS_ARN = passKeys.grantUse();
    const SLIP_KEYS_ARN = this.slipKeys.grantUse();
    const PUBLISHED_BUCKET = published.grantReadCatalogue();
    const guarded = { PUBLISHED_BUCKET: published.grantGuardTurns() };
    const HOUSE_QUEUE_URL = house.grantAsk();
    const holdSeats = new ApiHandler(this, 'seating/ask/hold-seats', {
      foundation,
      told: {
        HOUSES_TABLE: house.grantWriteAsks(),
        HOUSE_QUEUE_URL,
        ...guarded,
        PASS_KEYS_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'seating/ask/show-hold', {
      foundation,
      told: { HOUSES_TABLE: house.grantLookMany(), PUBLISHED_BUCKET, PASS_KEYS_ARN, SLIP_KEYS_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'seating/ask/find-holds', {
      foundation,
      told: {
        ...foundation.staff.grantAsk(),
        AUDIT_TABLE: foundation.staff.grantWriteDown(),
        HOUSES_TABLE: house.grantLook(),
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'seating/ask/show-basket', {
      foundation,
      told: { HOUSES_TABLE: house.grantLookMany(), PUBLISHED_BUCKET, PASS_KEYS_ARN, SLIP_KEYS_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'seating/ask/extend-basket', {
      foundation,
      told: {
        HOUSES_TABLE: house.grantLookMany(),
        HOUSE_QUEUE_URL,
        ...guarded,
        PASS_KEYS_ARN,
        SLIP_KEYS_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'seating/ask/release-hold', {
      foundation,
      told: {
        HOUSES_TABLE: house.grantLook(),
        HOUSE_QUEUE_URL,
        PUBLISHED_BUCKET: published.grantHearEnded(),
        PASS_KEYS_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'seating/plain/show-plain-seats', {
      foundation,
      told: { HOUSES_TABLE: house.grantLookMany(), PUBLISHED_BUCKET, PASS_KEYS_ARN, SLIP_KEYS_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'seating/plain/act-plain-seats', {
      foundation,
      told: {
        HOUSES_TABLE: house.grantWriteAsks(),
        HOUSE_QUEUE_URL,
        ...guarded,
        PASS_KEYS_ARN,
        SLIP_KEYS_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'seating/ask/show-availability', {
      foundation,
      told: { HOUSES_TABLE: house.grantSurvey(), ORIGIN_SECRET_ARNS },
    });
    const PAYMENT_METHODS = fact(paymentMethods.join(','));
    new ApiHandler(this, 'seating/levers/read-sale', {
      foundation,
      told: {
        HOUSES_TABLE: house.grantReadLevers(),
        PUBLISHED_BUCKET: published.grantReadSale(),
        PAYMENT_METHODS,
        ...foundation.staff.grantAsk(),
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'seating/levers/turn-sale', {
      foundation,
      told: {
        HOUSES_TABLE: house.grantTurnLevers(),
        PUBLISHED_BUCKET: published.grantTurnSale(),
        PAYMENT_METHODS,
        ...foundation.staff.grantAsk(),
        AUDIT_TABLE: foundation.staff.grantWriteDown(),
        ORIGIN_SECRET_ARNS,
      },
    });
    const allocateSeats = new QueueHandler(this, 'seating/allocate/allocate-seats', {
      ground: foundation,
      queue: house.asks,
      timeout: allocatorTimeout,
      // One whole core: a batch is decided by computing, one batch of a performance after the other.
      memory: 1769,
      told: { HOUSES_TABLE: house.grantAllocate(), PUBLISHED_BUCKET, OUTCOMES_QUEUE_URL: house.grantTell() },
    });
    this.functionNames = {
      'seating/ask/hold-seats': holdSeats.function.functionName,
      'seating/allocate/allocate-seats': allocateSeats.function.functionName,
    };
    new QueueHandler(this, 'seating/allocate/end-lost-asks', {
      ground: foundation,
      queue: house.asks.lost,
      timeout: allocatorTimeout,
      told: { HOUSES_TABLE: house.grantEndAsks(), PUBLISHED_BUCKET },
    });
    new StockTaking(this, 'StockTaking', {
      ground: foundation,
      told: {
        HOUSES_TABLE: house.grantCount(),
        PUBLISHED_BUCKET: published.grantPublishStock(),
        READINGS_BUCKET: foundation.readings.grantWrite('houses'),
      },
    });
    new OperatorHandler(this, 'seating/house/open-house', {
      ground: foundation,
      told: { HOUSES_TABLE: house.grantOpen(), PUBLISHED_BUCKET: published.grantOpenHouses() },
    });
    const openTrialHouse = new OperatorHandler(this, 'seating/house/open-trial-house', {
      ground: foundation,
      told: { HOUSES_TABLE: house.grantOpenTrial(), PUBLISHED_BUCKET: published.grantOpenTrialHouses() },
    });
    openToTrials(openTrialHouse, foundation.monitoring.stage);
    this.openTrialHouse = strongly(openTrialHouse.function);

    new CfnOutput(this, 'SlipKeysArn', { value: SLIP_KEYS_ARN.address });
    new CfnOutput(this, 'HousesTable', { value: house.tableName });
  }
}
