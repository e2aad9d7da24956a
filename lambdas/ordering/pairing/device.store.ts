import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import type { DeviceStore } from './device-store.ts';
import type { DoorDevice } from './door-device.ts';

/*
 * Stewards' devices, in the table of orders. One item a device:
 *
 *   pk DEVICES#<performance>   sk <id>   the DoorDevice, flat
 *
 * A performance has some twenty. Each request of a door reads the item of its device: 1 unit.
 */

const keyOf = (performance: string, id: string) => ({ pk: `DEVICES#${performance}`, sk: id });

export function deviceStore(client: Dynamo, name: string): DeviceStore {
  const table = tableOf(client, name);
  const itemOf = (device: DoorDevice) => ({ ...keyOf(device.performance, device.id), ...device });
  return {
    put: (device) => table.put(itemOf(device)),
    async get(performance, id) {
      const item = await table.get(keyOf(performance, id), 'latest');
      return item && deviceOf(item);
    },
    write(device, before) {
      const stillSo = {
        ConditionExpression: '#state = :before',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':before': before },
      };
      return table.putIf(stillSo, itemOf(device));
    },
    async all(performance) {
      const ofPerformance = {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `DEVICES#${performance}` },
      };
      return (await table.query(ofPerformance, 'latest')).map(deviceOf);
    },
  };
}

function deviceOf({ pk: _pk, sk: _sk, ...device }: Item): DoorDevice {
  return device as unknown as DoorDevice;
}
