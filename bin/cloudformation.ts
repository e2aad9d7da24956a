import {
  ChangeSetNotFoundException,
  CloudFormationClient,
  CloudFormationServiceException,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import { clientTimes } from '../contracts/call-times.ts';
import type { StackChange } from '../lib/deployment/change-set.ts';
import type { StackToDeploy } from '../lib/deployment/safe-deployment.ts';
import type { DeployedTemplate } from '../lib/deployment/template-change.ts';

/* What the deployment asks CloudFormation. It only reads, and takes away the change sets that it looked at. */

/** The largest template is some 300 kB. CloudFormation lets a person wait, and says when it is asked too often. */
const times = clientTimes({ connectMs: 5000, tryMs: 30_000, tries: 5 });

type Where = Pick<StackToDeploy, 'name' | 'region'>;

const clients = new Map<string, CloudFormationClient>();
const clientIn = (region: string): CloudFormationClient => {
  const client = clients.get(region) ?? new CloudFormationClient({ ...times, region });
  clients.set(region, client);
  return client;
};

/** States of a stack that was never deployed: `cdk deploy` makes it anew. */
const empty = new Set(['REVIEW_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'DELETE_COMPLETE']);

/** The template that is deployed; undefined if the stack is not there, or its first deployment was rolled back. */
export async function templateOf({ name, region }: Where): Promise<DeployedTemplate | undefined> {
  const client = clientIn(region);
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    if (!stack || empty.has(stack.StackStatus ?? '')) return undefined;
  } catch (error) {
    // CloudFormation has no error of its own for it.
    const isMissing = error instanceof CloudFormationServiceException && /does not exist/.test(error.message);
    if (isMissing) return undefined;
    throw error;
  }
  const { TemplateBody = '{}' } = await client.send(new GetTemplateCommand({ StackName: name }));
  return JSON.parse(TemplateBody) as DeployedTemplate;
}

/** All pages of a change set; nothing if `cdk` made none, because nothing changes. */
export async function changesIn({ name, region }: Where, changeSet: string): Promise<readonly StackChange[]> {
  const client = clientIn(region);
  const changes: StackChange[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const page = await client.send(
        new DescribeChangeSetCommand({ StackName: name, ChangeSetName: changeSet, NextToken }),
      );
      if (page.Status === 'FAILED' && !/no updates|didn't contain changes/i.test(page.StatusReason ?? ''))
        throw new Error(`${name}: CloudFormation refuses the change: ${page.StatusReason}`);
      changes.push(...(page.Changes ?? []));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
  } catch (error) {
    if (error instanceof ChangeSetNotFoundException) return [];
    throw error;
  }
  return changes;
}

/** One that was looked at is carried out by nobody; left there it would look as if somebody meant it. Throws nothing if it is gone. */
export async function dropChangeSet({ name, region }: Where, changeSet: string): Promise<void> {
  try {
    await clientIn(region).send(new DeleteChangeSetCommand({ StackName: name, ChangeSetName: changeSet }));
  } catch (error) {
    if (!(error instanceof ChangeSetNotFoundException)) throw error;
  }
}
