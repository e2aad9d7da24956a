import { mustBeAllowed } from '../iam/standing.ts';
import type { Cloud, Resource } from '../kind.ts';
import { propertiesOf } from '../properties.ts';

/**
 * An alarm that its topic does not hear would be found out by nobody. Without a policy a topic hears its account.
 * @param tells Properties that list topics.
 */
export const mayTell = (alarm: string, tells: readonly string[], resource: Resource, cloud: Cloud): void => {
  const topics = [...new Set(tells.flatMap((property) => propertiesOf(resource).texts(property)))];
  const caller = { is: 'service', name: 'cloudwatch.amazonaws.com', sourceArn: alarm } as const;
  const withPolicy = topics.filter((each) => cloud.iam.book.resources.has(each));
  const asks = withPolicy.map((topic) => ({ action: 'sns:Publish', resource: topic }));
  mustBeAllowed(cloud, resource, caller, asks);
};
