/** Whether a service of AWS may invoke a function for one of the account's resources: the function's policy says so. */
import type { Cloud } from '../kind.ts';
import type { RunningFunction } from './running-function.ts';

/** Decides each once: the policies do not change while the cloud runs. */
export const permissionToInvoke = (
  { iam }: Cloud,
  service: string,
): ((running: RunningFunction, sourceArn: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (running, sourceArn) => {
    const key = `${running.arn} ${sourceArn}`;
    const decided = known.get(key);
    if (decided !== undefined) return decided;
    const caller = { is: 'service', name: service, sourceArn } as const;
    const ask = { action: 'lambda:InvokeFunction', resource: running.arn };
    const allowed = iam.gate.refusalOfService(caller, ask) === undefined;
    known.set(key, allowed);
    return allowed;
  };
};
