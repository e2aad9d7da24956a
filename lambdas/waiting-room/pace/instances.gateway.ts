import {
  DeleteProvisionedConcurrencyConfigCommand,
  GetProvisionedConcurrencyConfigCommand,
  LambdaClient,
  ProvisionedConcurrencyConfigNotFoundException,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import { inTime } from '../../foundation/clients.gateway.ts';
import type { LineStore } from '../line/line-store.ts';
import { reportColdDoors } from './pace-metrics.gateway.ts';
import { type Instances, type WarmFunction, warmDoors } from './warm-doors.ts';

/** Lambda's instances that are provided by hand. */
function openInstances(): Instances {
  const lambda = inTime((config) => new LambdaClient(config));
  const at = ({ name, alias }: WarmFunction) => ({ FunctionName: name, Qualifier: alias });
  return {
    async read(of) {
      try {
        const found = await lambda.send(new GetProvisionedConcurrencyConfigCommand(at(of)));
        const { RequestedProvisionedConcurrentExecutions: instances = 0, Status, StatusReason } = found;
        return { instances, ...(Status === 'FAILED' && { failed: StatusReason ?? 'no reason was given' }) };
      } catch (error) {
        if (error instanceof ProvisionedConcurrencyConfigNotFoundException) return undefined;
        throw error;
      }
    },
    async provide(of, instances) {
      await lambda.send(
        new PutProvisionedConcurrencyConfigCommand({ ...at(of), ProvisionedConcurrentExecutions: instances }),
      );
    },
    async release(of) {
      await lambda.send(new DeleteProvisionedConcurrencyConfigCommand(at(of)));
    },
  };
}

/**
 * Brings the instances to what the live lines need, beside the ticks: cold doors are slower, and no reason for a line to
 * stand still. @param setting JSON, of `WarmFunction`.
 */
export function warmer(setting: string, lines: Pick<LineStore, 'live'>): () => Promise<void> {
  const functions = JSON.parse(setting) as readonly WarmFunction[];
  const instances = openInstances();
  return async () => {
    try {
      const now = Date.now();
      await warmDoors(instances, functions, await lines.live(now), now);
    } catch (error) {
      reportColdDoors(error);
    }
  };
}
