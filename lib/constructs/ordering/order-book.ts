import { Construct } from 'constructs';
import { GeneratedSecret } from '../foundation/generated-secret.ts';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { KeptTable } from '../foundation/kept-table.ts';

export interface OrderBookProps {
  readonly ground: Ground;
}

/** The record of what was bought, for ever: the orders with their tickets, and the secret that signs them. */
export class OrderBook extends Construct {
  private readonly table: KeptTable;
  private readonly secret: GeneratedSecret;

  constructor(scope: Construct, id: string, { ground }: OrderBookProps) {
    super(scope, id);
    this.table = new KeptTable(this, 'Orders', {
      ground,
      role: 'orders',
      indexes: [
        // The order book reads the orders of one `book` as they came.
        { name: 'by-time', partition: 'book', sort: 'placedAt', holds: 'all' },
        // The orders that somebody must look after, by when.
        { name: 'by-due', partition: 'due', sort: 'dueAt', holds: 'keys' },
        // The orders of one fan, for whoever has the receipt.
        { name: 'by-fan', partition: 'fan', sort: 'placedAt', holds: 'keys' },
      ],
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

  /** May place an order, and write down what becomes of it. */
  grantPlace(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }

  /** May find the orders of a fan, place another, and write down what becomes of it. */
  grantFindAndPlace(): Grant {
    const { address, allow } = this.grantPlace();
    return { address, allow: [...allow, ...this.table.grantIndex('by-fan').allow] };
  }

  /** May write into an order what became of it, and what that means for its tickets at the door. */
  grantSettle(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }

  /** May change an order, and look whether its tickets were used. */
  grantChange(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'PutItem']);
  }

  /** May find the orders that somebody must look after, do so, and go through the book for persons kept too long. */
  grantTend(): Grant {
    const { address, allow } = this.table.grantItems(['GetItem', 'BatchGetItem', 'PutItem']);
    const indexes = [this.table.grantIndex('by-due'), this.table.grantIndex('by-time')];
    return { address, allow: [...allow, ...indexes.flatMap((index) => index.allow)] };
  }

  /** May read one order. */
  grantShow(): Grant {
    return this.table.grantItems(['GetItem']);
  }

  /** May read one order, and write into it that its seats are held for longer. */
  grantShowAndLengthen(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }

  /** May find the orders of a fan. */
  grantFind(): Grant {
    const { address, allow } = this.table.grantItems(['GetItem']);
    return { address, allow: [...allow, ...this.table.grantIndex('by-fan').allow] };
  }

  /** May read the orders as they came, and those of the list of disputed ones. */
  grantList(): Grant {
    const { address, allow } = this.table.grantItems(['BatchGetItem', 'Query']);
    return { address, allow: [...allow, ...this.table.grantIndex('by-time').allow] };
  }

  /** May read the list of orders whose buyers allowed news, and those orders. */
  grantListConsents(): Grant {
    return this.table.grantItems(['BatchGetItem', 'Query']);
  }

  /** May go through the book, and read what it finds. */
  grantWalk(): Grant {
    const { address, allow } = this.table.grantItems(['BatchGetItem']);
    return { address, allow: [...allow, ...this.table.grantIndex('by-time').allow] };
  }

  /** May find orders by their fan, or go through the book for them, and read them. */
  grantSeek(): Grant {
    const { address, allow } = this.table.grantItems(['BatchGetItem']);
    const indexes = [this.table.grantIndex('by-fan'), this.table.grantIndex('by-time')];
    return { address, allow: [...allow, ...indexes.flatMap((index) => index.allow)] };
  }
  /** May read the orders as they came, and those of them that moved since. */
  grantCount(): Grant {
    const { address, allow } = this.table.grantItems(['BatchGetItem']);
    return { address, allow: [...allow, ...this.table.grantIndex('by-time').allow] };
  }

  /** May go through the book, bring orders to what became of their performances, and write down where it is. */
  grantFollow(): Grant {
    const { address, allow } = this.table.grantItems(['GetItem', 'PutItem']);
    return { address, allow: [...allow, ...this.table.grantIndex('by-time').allow] };
  }

  /** May let tickets in: reads the device that asks and the orders, looks at marks, and marks each ticket once. */
  grantAdmit(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'PutItem']);
  }

  /** May read the device that asks, and who was let in. */
  grantListAdmissions(): Grant {
    return this.table.grantItems(['GetItem', 'Query']);
  }

  /** May read the device that asks, and the orders of a performance. */
  grantListGuests(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query']);
  }

  /** May write down that a device took its code. */
  grantPair(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }

  /** May read which devices are paired. */
  grantListDevices(): Grant {
    return this.table.grantItems(['Query']);
  }

  /** May offer a code to a device, and end devices. */
  grantChangeDevices(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem', 'Query']);
  }

  /** May write into an order that its tickets were sent. */
  grantSend(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }
}
