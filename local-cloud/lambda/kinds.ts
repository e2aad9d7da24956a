/** Lambda: functions, their versions and aliases, and what becomes of asynchronous invocations. */
import { mustBeAllowed } from '../iam/standing.ts';
import type { Kind } from '../kind.ts';
import { stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { findQueue } from '../sqs/kinds.ts';
import { eventSourceMappingKind } from './event-source-mapping.ts';
import { type FunctionOptions, functionKind, keepLaterConfig, type MakeFunction } from './functions.ts';
import { functionOf, keepQualified } from './running-function.ts';

/** There is one version of the code here, so every version and alias means the function itself. */
const versionKind: Kind = {
  type: 'AWS::Lambda::Version',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const arn = keepQualified(cloud, functionOf(properties, cloud), '1');
    return { ref: arn, attributes: { Version: '1', FunctionArn: arn } };
  },
};

const aliasKind: Kind = {
  type: 'AWS::Lambda::Alias',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Description',
      'FunctionName',
      'FunctionVersion',
      'Name',
      'ProvisionedConcurrencyConfig',
      'RoutingConfig',
    ]);
    const arn = keepQualified(cloud, functionOf(properties, cloud), properties.text('Name'));
    return { ref: arn, attributes: { AliasArn: arn } };
  },
};

const eventInvokeConfigKind: Kind = {
  type: 'AWS::Lambda::EventInvokeConfig',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'FunctionName',
      'Qualifier',
      'MaximumRetryAttempts',
      'MaximumEventAgeInSeconds',
      'DestinationConfig',
    ]);
    const destinations = properties.inside('DestinationConfig')?.only(['OnFailure']);
    const onFailureArn = destinations?.inside('OnFailure')?.text('Destination');
    if (onFailureArn !== undefined && findQueue(cloud, onFailureArn) === undefined) {
      properties.fail(`the local cloud hands failures to queues only, not to ${onFailureArn}`);
    }
    const running = functionOf(properties, cloud);
    keepLaterConfig(cloud, running.name, {
      retries: properties.number('MaximumRetryAttempts', 2),
      onFailureArn,
    });
    return {
      ref: stableId(resource, 32),
      attributes: {},
      start: async () => {
        if (onFailureArn === undefined) return;
        mustBeAllowed(cloud, resource, running.caller, [{ action: 'sqs:SendMessage', resource: onFailureArn }]);
      },
    };
  },
};

export const lambdaKinds = (options: FunctionOptions, makeFunction: MakeFunction): readonly Kind[] => [
  functionKind(makeFunction),
  versionKind,
  aliasKind,
  eventInvokeConfigKind,
  eventSourceMappingKind(options),
];
