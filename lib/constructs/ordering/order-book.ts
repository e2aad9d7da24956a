import { Construct } from 'constructs';
import { warmOrders } from '../../sizing.ts';
import { GeneratedSecret } from '../foundation/generated-secret.ts';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { KeptTable } from '../foundation/kept-table.ts';

export interface OrderBookProps {
  readonly ground: Ground;
  /** Fans at the largest on-sale. */
  readonly audienceSize: number;
}

/** What was bought, for ever: the orders with their tickets, and the secret that signs them. */
export class OrderBook extends Construct {
  private readonly table: KeptTable;
  private readonly secret: GeneratedSecret;

  constructor(scope: Construct, id: string, { ground, audienceSize }: OrderBookProps) {
    super(scope, id);
    this.table = new KeptTable(this, 'Orders', {
      ground,
      warm: warmOrders(audienceSize),
      // The order book reads the orders of one `book` as they came.
      index: { name: 'by-time', partition: 'book', sort: 'placedAt' },
    });
    this.secret = new GeneratedSecret(this, 'OrderingSecret', {
      description: 'Stampede: order keys and ticket signatures',
      retain: ground.retainData,
    });
  }

  get tableName(): string {
    return this.table.name;
  }

  /** May derive order keys and sign tickets. */
  grantSecret(): Grant {
    return this.secret.grantRead();
  }

  /** May place an order. */
  grantPlace(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem', 'UpdateItem']);
  }

  /** May write into an order what became of it. */
  grantSettle(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May read one order. */
  grantShow(): Grant {
    return this.table.grantItems(['GetItem']);
  }

  /** May read the orders as they came. */
  grantList(): Grant {
    return this.table.grantIndex();
  }
}
