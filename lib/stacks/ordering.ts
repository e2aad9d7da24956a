import { CfnOutput, type Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { UnpaidAtDoor } from '../../contracts/door.ts';
import type { Language } from '../../contracts/languages.ts';
import type { Watched } from '../../contracts/platform.ts';
import type { PublishedFiles } from '../constructs/catalogue/published-files.ts';
import { ApiHandler } from '../constructs/foundation/api-handler.ts';
import { fact } from '../constructs/foundation/grant.ts';
import type { Foundation } from '../constructs/foundation/ground.ts';
import { KeptKeyRing } from '../constructs/foundation/kept-key-ring.ts';
import { type Mail, noMail } from '../constructs/foundation/mail.ts';
import { OperatorHandler } from '../constructs/foundation/operator-handler.ts';
import { QueueHandler } from '../constructs/foundation/queue-handler.ts';
import type { WorkQueue } from '../constructs/foundation/work-queue.ts';
import { ActFollowing } from '../constructs/ordering/act-following.ts';
import { Announcements, sendingAtMost, sendingTimeout } from '../constructs/ordering/announcements.ts';
import { OrderBook } from '../constructs/ordering/order-book.ts';
import { OrderCounting } from '../constructs/ordering/order-counting.ts';
import { OrderTending } from '../constructs/ordering/order-tending.ts';
import { StripeAccount } from '../constructs/ordering/stripe-account.ts';
import type { House } from '../constructs/seating/house.ts';
import type { PassKeys } from '../constructs/waiting-room/pass-keys.ts';

export interface OrderingStackProps extends StackProps {
  readonly foundation: Foundation;
  readonly published: PublishedFiles;
  readonly passKeys: PassKeys;
  readonly slipKeys: KeptKeyRing;
  readonly voucherKeys: KeptKeyRing;
  readonly house: House;
  /** Ways to pay that are offered. */
  readonly paymentMethods: readonly string[];
  /** What the door does with a ticket that is not paid yet. */
  readonly unpaidAtDoor: UnpaidAtDoor;
  /**
   * Days after the last performance of an order for which its buyer is kept.
   * @default - for ever
   */
  readonly keepPersonsDays?: number | undefined;
  /**
   * The venue's account at Stripe.
   * @default - none
   */
  readonly stripe?: { readonly apiHost?: string | undefined };
  /** The timeout that the house's outcomes were promised. */
  readonly outcomeTimeout: Duration;
  /** The buyer of an order that names no language is written to in this one. */
  readonly language: Language;
  /** The name fans type: where links in messages lead. */
  readonly domainName: string;
  /**
   * Sends tickets by e-mail.
   * @default - nobody does
   */
  readonly mail?: Mail;
}

/** From hold to ticket: orders, payment, and the order book that staff read. Long because it gives every handler its grants once. */
export class OrderingStack extends Stack {
  /** By these names CloudWatch measures those that fans wait for. */
  readonly functionNames: Pick<Watched['functions'], 'ordering/buy/place-order' | 'ordering/buy/settle-order'>;
  /** Orders whose buyers are to be written to. */
  readonly announcements: WorkQueue;

  constructor(scope: Construct, id: string, props: OrderingStackProps) {
    super(scope, id, props);
    const { foundation, published, passKeys, slipKeys, voucherKeys, house, paymentMethods, outcomeTimeout } = props;
    const orders = new OrderBook(this, 'OrderBook', { ground: foundation });

    const stripe =
      props.stripe &&
      new StripeAccount(this, 'StripeAccount', { apiHost: props.stripe.apiHost, retain: foundation.retainData });
    const STRIPE = stripe?.grantUse() ?? fact('none');
    const announcements = new Announcements(this, 'Announcements', { ground: foundation });

    const ORIGIN_SECRET_ARNS = foundation.originSecrets.grantRead();
    const ORDERING_SECRET_ARN = orders.grantSecret();
    const ANNOUNCEMENTS_QUEUE_URL = announcements.grantAnnounce();
    const placeOrder = new ApiHandler(this, 'ordering/buy/place-order', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantPlace(),
        HOUSE_QUEUE_URL: house.grantAsk(),
        PUBLISHED_BUCKET: published.grantGuardOrders(),
        PASS_KEYS_ARN: passKeys.grantUse(),
        SLIP_KEYS_ARN: slipKeys.grantUse(),
        VOUCHER_KEYS_ARN: voucherKeys.grantUse(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARNS,
        PAYMENT_METHODS: fact(paymentMethods.join(',')),
        VENUE_LANGUAGE: fact(props.language),
        STRIPE,
      },
    });
    new ApiHandler(this, 'ordering/buy/find-orders', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantFind(),
        PUBLISHED_BUCKET: published.grantReadLines(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'ordering/plain/show-plain-orders', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantFind(),
        PUBLISHED_BUCKET: published.grantReadFiles(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    new ApiHandler(this, 'ordering/plain/act-plain-orders', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantFindAndPlace(),
        HOUSE_QUEUE_URL: house.grantAsk(),
        PUBLISHED_BUCKET: published.grantGuardOrders(),
        PASS_KEYS_ARN: passKeys.grantUse(),
        SLIP_KEYS_ARN: slipKeys.grantUse(),
        VOUCHER_KEYS_ARN: voucherKeys.grantUse(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARNS,
        PAYMENT_METHODS: fact(paymentMethods.join(',')),
        VENUE_LANGUAGE: fact(props.language),
      },
    });
    new ApiHandler(this, 'ordering/buy/show-order', {
      foundation,
      told: {
        ORDERS_TABLE: orders.grantShowAndLengthen(),
        PUBLISHED_BUCKET: published.grantReadCatalogue(),
        SLIP_KEYS_ARN: slipKeys.grantUse(),
        VOUCHER_KEYS_ARN: voucherKeys.grantUse(),
        ORDERING_SECRET_ARN,
        ORIGIN_SECRET_ARNS,
      },
    });
    const PUBLISHED_BUCKET = published.grantReadCatalogue();
    const toldOfStaff = { ...foundation.staff.grantAsk(), ORIGIN_SECRET_ARNS };
    const AUDIT_TABLE = foundation.staff.grantWriteDown();
    const toldOfChange = {
      ORDERS_TABLE: orders.grantChange(),
      HOUSE_QUEUE_URL: house.grantAsk(),
      PUBLISHED_BUCKET,
      ORDERING_SECRET_ARN,
      ORIGIN_SECRET_ARNS,
    };
    new ApiHandler(this, 'ordering/change/cancel-order', { foundation, told: toldOfChange });
    new ApiHandler(this, 'ordering/change/exchange-seats', { foundation, told: toldOfChange });
    new ApiHandler(this, 'ordering/change/give-back-tickets', { foundation, told: toldOfChange });
    new ApiHandler(this, 'ordering/change/choose-date', {
      foundation,
      told: { ...toldOfChange, ORDERS_TABLE: orders.grantSettle() },
    });
    new ApiHandler(this, 'ordering/consent/take-back-news', {
      foundation,
      told: { ORDERS_TABLE: orders.grantSettle(), PUBLISHED_BUCKET, ORDERING_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'ordering/consent/list-consents', {
      foundation,
      told: { ...toldOfStaff, ORDERS_TABLE: orders.grantListConsents(), AUDIT_TABLE },
    });
    new ApiHandler(this, 'ordering/personal/find-person', {
      foundation,
      told: { ...toldOfStaff, ORDERS_TABLE: orders.grantWalk(), AUDIT_TABLE },
    });
    new ApiHandler(this, 'ordering/book/change-order', {
      foundation,
      told: { ...toldOfChange, ...toldOfStaff, AUDIT_TABLE, ANNOUNCEMENTS_QUEUE_URL },
    });
    new ApiHandler(this, 'ordering/book/audit-order', {
      foundation,
      told: { ...toldOfStaff, ORDERS_TABLE: orders.grantShow(), PUBLISHED_BUCKET, AUDIT_TABLE },
    });
    new ApiHandler(this, 'ordering/book/seek-orders', {
      foundation,
      told: {
        ...toldOfStaff,
        ORDERS_TABLE: orders.grantSeek(),
        PUBLISHED_BUCKET: published.grantReadFiles(),
        AUDIT_TABLE,
      },
    });
    new ApiHandler(this, 'ordering/book/list-orders', {
      foundation,
      told: { ...toldOfStaff, ORDERS_TABLE: orders.grantList(), PUBLISHED_BUCKET, AUDIT_TABLE },
    });
    const settleOrder = new QueueHandler(this, 'ordering/buy/settle-order', {
      ground: foundation,
      queue: house.outcomes,
      timeout: outcomeTimeout,
      told: {
        ORDERS_TABLE: orders.grantSettle(),
        HOUSE_QUEUE_URL: house.grantAsk(),
        ORDERING_SECRET_ARN,
        ANNOUNCEMENTS_QUEUE_URL,
        STRIPE,
      },
    });
    this.functionNames = {
      'ordering/buy/place-order': placeOrder.function.functionName,
      'ordering/buy/settle-order': settleOrder.function.functionName,
    };
    this.announcements = announcements.queue;
    const hearStripe = new ApiHandler(this, 'ordering/payment/hear-stripe', {
      foundation,
      told: { ORDERS_TABLE: orders.grantSettle(), HOUSE_QUEUE_URL: house.grantAsk(), STRIPE, ORIGIN_SECRET_ARNS },
    });
    foundation.monitoring.raise(hearStripe, {
      alarm: 'RefundFailed',
      says: 'a bank sent a refund back: a fan waits for money that nobody sends again by itself',
      metric: foundation.monitoring.fault('RefundsFailed', 'ordering'),
      above: 0,
      minutes: 1,
      severity: 'look',
      runbook: 'refund-failed',
    });
    foundation.monitoring.raise(hearStripe, {
      alarm: 'CardDisputed',
      says: 'a buyer asked their bank for the money back: without an answer by its deadline the money is lost',
      metric: foundation.monitoring.fault('CardsDisputed', 'ordering'),
      above: 0,
      minutes: 1,
      severity: 'look',
      runbook: 'card-disputed',
    });
    new OrderCounting(this, 'OrderCounting', {
      ground: foundation,
      told: {
        ORDERS_TABLE: orders.grantCount(),
        PUBLISHED_BUCKET: published.grantReadFiles(),
        READINGS_BUCKET: foundation.readings.grantWrite('orders'),
      },
    });
    new OrderTending(this, 'OrderTending', {
      ground: foundation,
      told: {
        ORDERS_TABLE: orders.grantTend(),
        HOUSE_QUEUE_URL: house.grantAsk(),
        ORDERING_SECRET_ARN,
        ANNOUNCEMENTS_QUEUE_URL,
        STRIPE,
        KEEP_PERSONS_DAYS: fact(props.keepPersonsDays === undefined ? 'ever' : `${props.keepPersonsDays}`),
      },
    });
    new ActFollowing(this, 'ActFollowing', {
      ground: foundation,
      told: {
        ORDERS_TABLE: orders.grantFollow(),
        HOUSE_QUEUE_URL: house.grantAsk(),
        PUBLISHED_BUCKET: published.grantReadCatalogue(),
        ORDERING_SECRET_ARN,
        ANNOUNCEMENTS_QUEUE_URL,
        STRIPE,
      },
    });
    new OperatorHandler(this, 'ordering/follow/list-followed', {
      ground: foundation,
      told: { ORDERS_TABLE: orders.grantShow(), PUBLISHED_BUCKET: published.grantReadCatalogue() },
    });

    const { domainName, mail } = props;
    const SITE_ADDRESS = fact(`https://${domainName}`);
    const ORDERS_TABLE = orders.grantShow();
    new ApiHandler(this, 'ordering/ticket/give-tickets', {
      foundation,
      told: { ORDERS_TABLE, ORDERING_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'ordering/ticket/show-ticket-key', {
      foundation,
      told: { ORDERING_SECRET_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'ordering/ticket/give-calendar', {
      foundation,
      told: { ORDERS_TABLE, ORDERING_SECRET_ARN, ORIGIN_SECRET_ARNS, SITE_ADDRESS },
    });
    new QueueHandler(this, 'ordering/mail/tell-buyer', {
      ground: foundation,
      queue: announcements.queue,
      timeout: sendingTimeout,
      atMost: sendingAtMost,
      told: {
        ORDERS_TABLE: orders.grantSend(),
        ORDERING_SECRET_ARN,
        PUBLISHED_BUCKET: published.grantReadFiles(),
        MAIL_SENDER: mail?.grantSend() ?? noMail,
        SITE_ADDRESS,
      },
    });
    const stewardKeys = new KeptKeyRing(this, 'StewardKeys', {
      signs: 'the rights of stewards',
      retain: foundation.retainData,
    });
    const STEWARD_KEYS_ARN = stewardKeys.grantUse();
    const UNPAID_AT_DOOR = fact(props.unpaidAtDoor);
    const toldOfDoor = { STEWARD_KEYS_ARN, ORIGIN_SECRET_ARNS };
    new ApiHandler(this, 'ordering/door/admit-tickets', {
      foundation,
      told: { ...toldOfDoor, ORDERS_TABLE: orders.grantAdmit(), PUBLISHED_BUCKET, ORDERING_SECRET_ARN, UNPAID_AT_DOOR },
    });
    new ApiHandler(this, 'ordering/door/list-admissions', {
      foundation,
      told: { ...toldOfDoor, ORDERS_TABLE: orders.grantListAdmissions(), PUBLISHED_BUCKET, ORDERING_SECRET_ARN },
    });
    new ApiHandler(this, 'ordering/door/list-guests', {
      foundation,
      told: { ...toldOfDoor, ORDERS_TABLE: orders.grantListGuests(), UNPAID_AT_DOOR },
    });
    new ApiHandler(this, 'ordering/pairing/pair-device', {
      foundation,
      told: { ORDERS_TABLE: orders.grantPair(), STEWARD_KEYS_ARN, ORIGIN_SECRET_ARNS },
    });
    new ApiHandler(this, 'ordering/pairing/list-devices', {
      foundation,
      told: { ...toldOfStaff, ORDERS_TABLE: orders.grantListDevices(), PUBLISHED_BUCKET },
    });
    new ApiHandler(this, 'ordering/pairing/change-devices', {
      foundation,
      told: {
        ...toldOfStaff,
        ORDERS_TABLE: orders.grantChangeDevices(),
        PUBLISHED_BUCKET,
        AUDIT_TABLE,
      },
    });

    new CfnOutput(this, 'OrdersTable', { value: orders.tableName });
    new CfnOutput(this, 'StewardKeysArn', { value: stewardKeys.arn });
    if (stripe) new CfnOutput(this, 'StripeSecretArn', { value: stripe.secretArn });
  }
}
