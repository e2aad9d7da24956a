import { doorTwin } from '../../../../lambdas/ordering/door/door.twin.ts';
import { dynalite } from '../../../engines.ts';
import { doorStoreContract } from './door-store.contract.ts';
import { doorStoreOn } from './door-store-on-engine.ts';

doorStoreContract('twin', doorTwin);
doorStoreOn(dynalite);
