import {
  DeleteProvisionedConcurrencyConfigCommand,
  GetProvisionedConcurrencyConfigCommand,
  LambdaClient,
  ProvisionedConcurrencyConfigNotFoundException,
  PutProvisionedConcurrencyConfigCommand,
} from '@aws-sdk/client-lambda';
import type { Instances, WarmFunction } from './warm-doors.ts';

/** Lambda's instances that are provided by hand. */
export function openInstances(): Instances {
  const lambda = new LambdaClient({});
  const at = ({ name, alias }: WarmFunction) => ({ FunctionName: name, Qualifier: alias });
  return {
    async read(of) {
      try {
        const found = await lambda.send(new GetProvisionedConcurrencyConfigCommand(at(of)));
        return found.RequestedProvisionedConcurrentExecutions;
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
