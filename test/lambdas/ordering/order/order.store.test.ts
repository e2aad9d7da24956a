import { orderTwin } from '../../../../lambdas/ordering/order/order.twin.ts';
import { dynalite } from '../../../engines.ts';
import { orderStoreContract } from './order-store.contract.ts';
import { orderStoreLimits } from './order-store-limits.contract.ts';
import { orderStoreOn } from './order-store-on-engine.ts';

orderStoreContract('twin', () => orderTwin());
orderStoreLimits('twin', () => orderTwin());
orderStoreOn(dynalite);
