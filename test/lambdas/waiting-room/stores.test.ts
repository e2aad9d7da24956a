import { describe } from '@jest/globals';
import { rollTwin } from '../../../lambdas/waiting-room/draw/roll.twin.ts';
import { roundTwin } from '../../../lambdas/waiting-room/draw/round.twin.ts';
import { gateTwin } from '../../../lambdas/waiting-room/entry/gate.twin.ts';
import { inviteTwin } from '../../../lambdas/waiting-room/entry/invite.twin.ts';
import { noteTwin } from '../../../lambdas/waiting-room/levers/note.twin.ts';
import { ledgerTwin } from '../../../lambdas/waiting-room/line/ledger.twin.ts';
import { lineTwin } from '../../../lambdas/waiting-room/line/line.twin.ts';
import { markTwin } from '../../../lambdas/waiting-room/line/mark.twin.ts';
import { shoppersTwin } from '../../../lambdas/waiting-room/line/shoppers.twin.ts';
import { appealTwin } from '../../../lambdas/waiting-room/place/appeal.twin.ts';
import { fanTwin } from '../../../lambdas/waiting-room/place/fan.twin.ts';
import { handoverTwin } from '../../../lambdas/waiting-room/place/handover.twin.ts';
import { dynalite } from '../../engines.ts';
import { rollStoreContract } from './draw/roll-store.contract.ts';
import { roundStoreContract } from './draw/round-store.contract.ts';
import { gateStoreContract } from './entry/gate-store.contract.ts';
import { inviteStoreContract } from './entry/invite-store.contract.ts';
import { noteStoreContract } from './levers/note-store.contract.ts';
import { ledgerStoreContract } from './line/ledger-store.contract.ts';
import { lineStoreContract } from './line/line-store.contract.ts';
import { markStoreContract } from './line/mark-store.contract.ts';
import { roomStoreContract } from './line/shoppers-store.contract.ts';
import { appealStoreContract } from './place/appeal-store.contract.ts';
import { fanStoreContract } from './place/fan-store.contract.ts';
import { handoverStoreContract } from './place/handover-store.contract.ts';
import { lineStoresOn } from './stores-on-engine.ts';

describe('twin', () => {
  const stores = {
    line: lineTwin(),
    round: roundTwin(),
    fan: fanTwin(),
    shoppers: shoppersTwin(),
    ledger: ledgerTwin(),
  };
  lineStoreContract('twin', () => stores.line);
  roundStoreContract('twin', () => stores.round);
  fanStoreContract('twin', () => stores.fan);
  roomStoreContract('twin', () => stores.shoppers);
  const notes = noteTwin();
  noteStoreContract('twin', () => notes);
  const rolls = rollTwin();
  rollStoreContract('twin', () => rolls);
  const marks = markTwin();
  markStoreContract('twin', () => marks);
  const gate = gateTwin();
  gateStoreContract('twin', () => gate);
  const handovers = handoverTwin();
  handoverStoreContract('twin', () => handovers);
  const appeals = appealTwin();
  appealStoreContract('twin', () => appeals);
  ledgerStoreContract('twin', () => stores.ledger);
  const invites = inviteTwin();
  inviteStoreContract('twin', () => invites);
});

lineStoresOn(dynalite);
