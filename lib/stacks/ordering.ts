import { CfnOutput, type Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { GeneratedSecret } from '../constructs/foundation/generated-secret.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { QueueHandler } from '../constructs/foundation/queue-handler.ts';
import { OrderBook } from '../constructs/ordering/order-book.ts';
import type { House } from '../constructs/seating/house.ts';
import type { PassKeys } from '../constructs/waiting-room/pass-keys.ts';

export interface OrderingStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  readonly passKeys: PassKeys;
  readonly house: House;
  readonly audienceSize: number;
  /** Ways to pay that are offered. */
  readonly paymentMethods: readonly string[];
  /** The timeout that the house's outcomes were promised. */
  readonly outcomeTimeout: Duration;
}

/** From hold to ticket: orders, payment, and the order book that staff read. */
export class OrderingStack extends Stack {
  constructor(scope: Construct, id: string, props: OrderingStackProps) {
    super(scope, id, props);
    const { foundation, published, passKeys, house, audienceSize, paymentMethods, outcomeTimeout } = props;
    const orders = new OrderBook(this, 'OrderBook', { ground: foundation, audienceSize });
    const staffKey = new GeneratedSecret(this, 'StaffKey', {
      description: 'Stampede: opens the order book to staff',
      retain: foundation.retainData,
    });

    const ORIGIN_SECRET_ARN = foundation.originSecret.grantRead();
    const ORDERING_SECRET_ARN = orders.grantSecret();
    new ApiHandler(this, 'ordering/place-order', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantPlace(),
        HOUSE_QUEUE_URL: house.grantAsk(),
        PUBLISHED_BUCKET: published.grantReadCatalogue(),
        PASS_KEYS: passKeys.grantRead(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARN,
        PAYMENT_METHODS: fact(paymentMethods.join(',')),
      },
    });
    new ApiHandler(this, 'ordering/show-order', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantShow(),
        PASS_KEYS: passKeys.grantRead(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARN,
      },
    });
    new ApiHandler(this, 'ordering/list-orders', {
      foundation,
      told: { ORDERS_TABLE: orders.grantList(), STAFF_KEY_ARN: staffKey.grantRead(), ORIGIN_SECRET_ARN },
    });
    new QueueHandler(this, 'ordering/settle-order', {
      ground: foundation,
      queue: house.outcomes,
      timeout: outcomeTimeout,
      told: { ORDERS_TABLE: orders.grantSettle(), ORDERING_SECRET_ARN },
    });

    new CfnOutput(this, 'OrdersTable', { value: orders.tableName });
    new CfnOutput(this, 'StaffKeyArn', { value: staffKey.arn });
  }
}
