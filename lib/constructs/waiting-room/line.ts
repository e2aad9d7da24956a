import { Construct } from 'constructs';
import { GeneratedSecret } from '../foundation/generated-secret.ts';
import type { Grant } from '../foundation/grant.ts';
import type { Ground } from '../foundation/ground.ts';
import { KeptTable } from '../foundation/kept-table.ts';

export interface LineProps {
  readonly ground: Ground;
}

/** The people waiting: their places, rolls, rounds and dials, and the secret that fan keys and receipts come from. */
export class Line extends Construct {
  private readonly table: KeptTable;
  private readonly secret: GeneratedSecret;

  constructor(scope: Construct, id: string, { ground }: LineProps) {
    super(scope, id);
    this.table = new KeptTable(this, 'Lines', {
      ground,
      role: 'lines',
      // The key of a line's marks, 90 days after its end, and nothing else.
      deletedFrom: 'ttl',
    });
    this.secret = new GeneratedSecret(this, 'LineSecret', {
      description: 'Stampede: fan keys, receipts and seeds of the line',
      retain: ground.retainData,
    });
  }

  get tableName(): string {
    return this.table.name;
  }

  /** May derive fan keys, receipts and seeds. */
  grantSecret(): Grant {
    return this.secret.grantRead();
  }

  /** May read the roster, count a fan in and put the place. */
  grantJoin(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'UpdateItem', 'PutItem']);
  }

  /** May read the line. */
  grantLook(): Grant {
    return this.table.grantItems(['GetItem']);
  }

  /** May read the line and count the links that are sent to an address. */
  grantInvite(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May look a place up and mark its pass as claimed. */
  grantClaim(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'UpdateItem']);
  }

  /** May look a pass up and give it a later end. */
  grantExtend(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'UpdateItem']);
  }

  /** May list an appeal and date it in the place. */
  grantAppeal(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem', 'UpdateItem']);
  }

  /** May read the appeals. */
  grantListAppeals(): Grant {
    return this.table.grantItems(['Query']);
  }

  /** May read a place and what became of it. */
  grantFind(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query']);
  }

  /** May read a place, and help its fan: a slot, a pass more, or the end of the place; and note that for the ledger. */
  grantHelp(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query', 'UpdateItem']);
  }

  /** May put a place into the slower lane, remove or restore it, and note that for the ledger. */
  grantJudge(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May mark a place as left or finished. */
  grantLeave(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May read a place, and take a device off it. */
  grantTendDevices(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May find the place of a code, and hand it over to the device that has it. */
  grantTakeOver(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May join, claim and leave, for a fan whose browser runs no script. */
  grantAct(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'UpdateItem', 'PutItem']);
  }

  /** May close rounds, call places and move the line. */
  grantPace(): Grant {
    return this.table.grantItems(['GetItem', 'BatchGetItem', 'Query', 'UpdateItem', 'PutItem']);
  }

  /** May begin a line. */
  grantOpen(): Grant {
    return this.table.grantItems(['GetItem', 'PutItem']);
  }

  /** May write members by the thousand. */
  grantEnrol(): Grant {
    return this.table.grantItems(['BatchWriteItem']);
  }

  /** May say that a round is drawn without its beacon. */
  grantGoOn(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May read the dials, and who shops. */
  grantShowLevers(): Grant {
    return this.table.grantItems(['GetItem', 'Query']);
  }

  /** May read the line and pull its levers. */
  grantPullLevers(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }

  /** May read the ledger and the notes of a morning. */
  grantReadLog(): Grant {
    return this.table.grantItems(['GetItem', 'Query']);
  }

  /** May add a note, and read them with the ledger. */
  grantWriteNotes(): Grant {
    return this.table.grantItems(['GetItem', 'Query', 'PutItem']);
  }

  /** May turn the dials. */
  grantTurn(): Grant {
    return this.table.grantItems(['UpdateItem']);
  }

  /** May find the lines that are live, and pause them. */
  grantPauseAll(): Grant {
    return this.table.grantItems(['GetItem', 'Query', 'UpdateItem']);
  }

  /** May look at a line, and note an act on it. */
  grantNote(): Grant {
    return this.table.grantItems(['GetItem', 'UpdateItem']);
  }
}
