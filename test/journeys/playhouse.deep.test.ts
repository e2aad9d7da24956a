import { afterAll, beforeAll, describe } from '@jest/globals';
import { appealJourneys } from './appeals.journey.ts';
import { badInputJourneys } from './bad-input.journey.ts';
import { changeJourneys } from './changes.journey.ts';
import { deviceJourneys } from './devices.journey.ts';
import { entryJourneys } from './entries.journey.ts';
import { failoverJourneys } from './failover.journey.ts';
import { findFanJourneys } from './find-fan.journey.ts';
import { aMinuteLater, takenForAMinute } from './lapse.journey.ts';
import { leverJourneys } from './levers.journey.ts';
import { lineJourneys } from './line.journey.ts';
import { orderJourneys } from './orders.journey.ts';
import { performanceJourneys } from './performance-acts.journey.ts';
import { permissionJourneys } from './permissions.journey.ts';
import { plainJourneys } from './plain.journey.ts';
import { publishingJourneys } from './publishing.journey.ts';
import { putBackJourneys } from './put-back.journey.ts';
import { readingsJourneys } from './readings.journey.ts';
import { recordJourneys } from './record.journey.ts';
import { runUpJourneys } from './run-up.journey.ts';
import { openPlayhouse, type Playhouse } from './running.ts';
import { saleJourneys } from './sale-levers.journey.ts';
import { seatJourneys } from './seats.journey.ts';
import { smokeJourneys } from './smoke.journey.ts';
import { staffJourneys } from './staff.journey.ts';
import { trialJourneys } from './trial.journey.ts';

/*
 * The fans' acts, over HTTP, on the templates as they deploy: one local cloud for all journeys, each with nights and
 * friends of its own.
 */

let house: Playhouse;
beforeAll(async () => {
  house = await openPlayhouse(180);
});
afterAll(() => house?.stop());

const playhouse = () => house;

describe('the ways in', () => entryJourneys(playhouse));
describe('a minute', () => takenForAMinute(playhouse));
describe('the line', () => lineJourneys(playhouse));
describe('devices', () => deviceJourneys(playhouse));
describe('seats', () => seatJourneys(playhouse));
describe('orders', () => orderJourneys(playhouse));
describe('trust', () => recordJourneys(playhouse));
describe('bad input', () => badInputJourneys(playhouse));
describe('after it', () => aMinuteLater());
describe('publishing', () => publishingJourneys(playhouse));
describe('acts on performances', () => performanceJourneys(playhouse));
describe('without JavaScript', () => plainJourneys(playhouse));
describe('appeals', () => appealJourneys(playhouse));
describe('changes', () => changeJourneys(playhouse));
describe('levers of the sale', () => saleJourneys(playhouse));
describe('levers of a line', () => leverJourneys(playhouse));
describe('people of the house', () => staffJourneys(playhouse));
describe('readings', () => readingsJourneys(playhouse));
describe('a fan on the telephone', () => findFanJourneys(playhouse));
describe('the run-up', () => runUpJourneys(playhouse));
describe('the switch', () => failoverJourneys(playhouse));
describe('put back', () => putBackJourneys(playhouse));
describe('after a delivery', () => smokeJourneys(playhouse));
describe('a trial', () => trialJourneys(playhouse));
// Last: it looks back on what all others needed.
describe('permissions', () => permissionJourneys(playhouse));
