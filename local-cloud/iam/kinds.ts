/** Roles and policies, and the policies of functions, queues, topics and secrets: `iam/` decides by them. */
import type { Cloud, Kind } from '../kind.ts';
import { functionId } from '../lambda/running-function.ts';
import { physicalName, stableId } from '../physical-name.ts';
import { type Properties, propertiesOf } from '../properties.ts';
import { awsManagedPolicy } from './aws-managed.ts';
import type { Policy } from './policy.ts';
import { policyOf } from './policy.ts';

const mostNameCharacters = 64;
const idLength = 32;

const documentOf = (properties: Properties, name = 'PolicyDocument'): Properties =>
  properties.inside(name) ?? properties.fail(`${name} is missing`);

const managedPolicy = (properties: Properties, cloud: Cloud, arn: string): readonly Policy[] => {
  const found = cloud.iam.book.managed.get(arn) ?? awsManagedPolicy(arn);
  if (found === undefined) properties.refuse(`the local cloud does not know the policy ${arn}`);
  return found === undefined ? [] : [found];
};

const roleKind: Kind = {
  type: 'AWS::IAM::Role',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'AssumeRolePolicyDocument',
      'Description',
      'ManagedPolicyArns',
      'MaxSessionDuration',
      'Path',
      'PermissionsBoundary',
      'Policies',
      'RoleName',
      'Tags',
    ]);
    const name = properties.optionalText('RoleName') ?? physicalName(resource, mostNameCharacters);
    const arn = `arn:aws:iam::${cloud.account}:role${properties.optionalText('Path') ?? '/'}${name}`;
    const boundary = properties.optionalText('PermissionsBoundary');
    const [held] = boundary === undefined ? [] : managedPolicy(properties, cloud, boundary);
    // The policy of the role as a resource says who may take it.
    cloud.iam.book.addToResource(arn, policyOf('trust', documentOf(properties, 'AssumeRolePolicyDocument')));
    cloud.iam.book.role(arn, {
      name,
      policies: [
        ...properties.texts('ManagedPolicyArns').flatMap((each) => managedPolicy(properties, cloud, each)),
        ...properties.list('Policies').map((each) => policyOf(each.text('PolicyName'), documentOf(each))),
      ],
      ...(held && { boundary: held }),
    });
    return { ref: name, attributes: { Arn: arn, RoleId: stableId(resource, idLength) } };
  },
};

const attach = (properties: Properties, cloud: Cloud, policy: Policy): void => {
  for (const role of properties.texts('Roles')) {
    cloud.iam.book.role(cloud.iam.book.roleArnOf(role), { policies: [policy] });
  }
};

const policyKind: Kind = {
  type: 'AWS::IAM::Policy',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only(['Groups', 'PolicyDocument', 'PolicyName', 'Roles', 'Users']);
    const name = properties.text('PolicyName');
    attach(properties, cloud, policyOf(`${resource.stack}.${name}`, documentOf(properties)));
    return { ref: name, attributes: { Id: stableId(resource, idLength) } };
  },
};

const managedPolicyKind: Kind = {
  type: 'AWS::IAM::ManagedPolicy',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Description',
      'Groups',
      'ManagedPolicyName',
      'Path',
      'PolicyDocument',
      'Roles',
      'Users',
    ]);
    const name = properties.optionalText('ManagedPolicyName') ?? physicalName(resource, 128);
    const arn = `arn:aws:iam::${cloud.account}:policy${properties.optionalText('Path') ?? '/'}${name}`;
    const policy = policyOf(name, documentOf(properties));
    cloud.iam.book.managed.set(arn, policy);
    attach(properties, cloud, policy);
    return { ref: arn, attributes: { PolicyArn: arn, PolicyId: stableId(resource, idLength) } };
  },
};

/** Says who may invoke a function: a statement of the policy that stands at it. */
const permissionKind: Kind = {
  type: 'AWS::Lambda::Permission',
  make: (resource, cloud) => {
    const properties = propertiesOf(resource).only([
      'Action',
      'FunctionName',
      'Principal',
      'SourceAccount',
      'SourceArn',
    ]);
    const { name, qualifier } = functionId(properties.text('FunctionName'));
    const ofFunction = `arn:aws:lambda:${resource.region}:${cloud.account}:function:${name}`;
    // A permission for an alias is none for the function, and one for the function none for its aliases.
    const arn = qualifier === undefined ? ofFunction : `${ofFunction}:${qualifier}`;
    const principal = properties.text('Principal');
    const isService = principal.includes('.amazonaws.com');
    const equal = (operator: string, key: string, property: string) => {
      const value = properties.optionalText(property);
      return value === undefined ? [] : [{ operator, key, values: [value] }];
    };
    cloud.iam.book.addToResource(arn, {
      name: resource.logicalId,
      hasVariables: false,
      statements: [
        {
          effect: 'Allow',
          actions: [properties.text('Action')],
          resources: [arn],
          principals: { aws: isService ? [] : [principal], services: isService ? [principal] : [] },
          conditions: [
            ...equal('ArnLike', 'aws:sourcearn', 'SourceArn'),
            ...equal('StringEquals', 'aws:sourceaccount', 'SourceAccount'),
          ],
        },
      ],
    });
    const id = stableId(resource, idLength);
    return { ref: id, attributes: { Id: id } };
  },
};

/** A policy of its own for each of some resources. @param arnOf from what the property names. */
const policyAt = (type: string, property: string, arnOf: (named: string, region: string) => string): Kind => ({
  type,
  make: (resource, cloud) => {
    const properties = propertiesOf(resource);
    const document = documentOf(properties, properties.has('PolicyDocument') ? 'PolicyDocument' : 'ResourcePolicy');
    const policy = policyOf(resource.logicalId, document);
    const named = Array.isArray(properties.raw(property)) ? properties.texts(property) : [properties.text(property)];
    for (const each of named) cloud.iam.book.addToResource(arnOf(each, resource.region), policy);
    const id = stableId(resource, idLength);
    return { ref: id, attributes: { Id: id } };
  },
});

const itself = (arn: string): string => arn;

/** The address of a queue ends with its account and its name. */
const queueArn = (url: string, region: string): string => {
  const [account = '', name = ''] = new URL(url).pathname.split('/').slice(-2);
  return `arn:aws:sqs:${region}:${account}:${name}`;
};

export const iamKinds: readonly Kind[] = [
  roleKind,
  policyKind,
  managedPolicyKind,
  permissionKind,
  policyAt('AWS::SQS::QueuePolicy', 'Queues', queueArn),
  policyAt('AWS::SNS::TopicPolicy', 'Topics', itself),
  policyAt('AWS::SecretsManager::ResourcePolicy', 'SecretId', itself),
];
