import { deviceTwin } from '../../../../lambdas/ordering/pairing/device.twin.ts';
import { dynalite } from '../../../engines.ts';
import { deviceStoreContract } from './device-store.contract.ts';
import { deviceStoreOn } from './device-store-on-engine.ts';

deviceStoreContract('twin', deviceTwin);
deviceStoreOn(dynalite);
