import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { KeptTable } from '../foundation/kept-table.ts';
import { WorkQueue } from '../foundation/work-queue.ts';

export interface HouseProps {
  readonly ground: Ground;
  /** The timeout of the allocator. */
  readonly allocatorTimeout: Duration;
  /** The timeout of whoever works off what became of the asks. */
  readonly outcomeTimeout: Duration;
}

/**
 * The seat state of every performance. Everything that changes it waits in one ordered queue, a group for each
 * performance. A second queue brings the outcome of a sale to ordering.
 */
export class House extends Construct {
  readonly asks: WorkQueue;
  readonly outcomes: WorkQueue;
  private readonly table: KeptTable;

  constructor(scope: Construct, id: string, { ground, allocatorTimeout, outcomeTimeout }: HouseProps) {
    super(scope, id);
    this.table = new KeptTable(this, 'Houses', { ground, role: 'houses' });
    this.asks = new WorkQueue(this, 'Asks', {
      ground,
      ordered: true,
      workTimeout: allocatorTimeout,
      // A fan watches a spinner: after 15 s many have given up.
      mayWait: Duration.seconds(15),
      runbook: 'asks-waiting',
    });
    ground.monitoring.raise(this, {
      alarm: 'AsksLost',
      says: 'asks for seats failed ten times: their fans were told that nothing came of them',
      metric: ground.monitoring.fault('AsksLost', 'seating'),
      above: 0,
      minutes: 1,
      severity: 'wake',
      runbook: 'asks-lost',
    });
    this.outcomes = new WorkQueue(this, 'Outcomes', {
      ground,
      ordered: false,
      workTimeout: outcomeTimeout,
      mayWait: Duration.seconds(60),
      runbook: 'outcomes-waiting',
    });
  }

  get tableName(): string {
    return this.table.name;
  }

  /** May look one item up: an earlier ask, a hold. */
  grantLook(): Grant {
    return this.table.grantItems(['GetItem']);
  }

  /** May write an ask down in its fan's book, and see what became of earlier ones. */
  grantWriteAsks(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'PutItem']);
  }

  /** May end the asks that were lost, and set the seats free that one of them left taken. */
  grantEndAsks(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query', 'PutItem']);
  }

  /** May look up many at once: holds of a basket, sections of houses. */
  grantLookMany(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem']);
  }

  /** May read which seats are free, and what staff turned of their sale. */
  grantSurvey(): Grant {
    return this.table.grantItems(['GetItem', 'Query']);
  }

  /** May read what staff turned, and count the seats that it is about. */
  grantReadLevers(): Grant {
    return this.table.grantItems(['GetItem', 'Query']);
  }

  /** May turn the levers of a sale, and carry out what was turned. */
  grantTurnLevers(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  }

  /** May count seats, and set those free whose allocation is released. */
  grantCount(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem']);
  }

  /** May ask for seats to be held, released or sold: a message to the house's queue. */
  grantAsk(): Grant {
    return this.asks.grantSend();
  }

  /** May decide the asks, and say how many. */
  grantAllocate(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem']);
  }

  /** May tell ordering what became of a sale. */
  grantTell(): Grant {
    return this.outcomes.grantSend();
  }

  /** May begin the house of a trial. */
  grantOpenTrial(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }

  /** May begin a house, with its blocked seats. */
  grantOpen(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'PutItem']);
  }
}
