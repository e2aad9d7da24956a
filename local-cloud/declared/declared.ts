/**
 * Types that stand in a template but do nothing on a laptop: logs that are files, topics nobody hears. Each is listed here on purpose, with the attributes that other resources may
 * refer to, so that a type nobody has thought about still stops the start.
 */
import type { Cloud, Kind, Resource } from '../kind.ts';
import { physicalName, stableId } from '../physical-name.ts';
import { mayTell } from './may-tell.ts';

interface Declaration {
  readonly type: string;
  /** The property that names it, if it has one. */
  readonly nameIn?: string;
  /** The arn, after `arn:aws:`; `{region}`, `{account}` and `{name}` are filled in. */
  readonly arn?: string;
  /** The value that `Ref` gives; the name unless it says otherwise. */
  readonly ref?: 'arn' | 'id';
  /** Properties that list topics which it would tell: it must be allowed to. */
  readonly tells?: readonly string[];
  /** Further attributes; `{…}` as in `arn`, and `{arn}`. */
  readonly attributes?: Readonly<Record<string, string>>;
}

const declarations: readonly Declaration[] = [
  { type: 'AWS::CDK::Metadata' },
  { type: 'AWS::Logs::ResourcePolicy', nameIn: 'PolicyName' },
  {
    type: 'AWS::KMS::Key',
    arn: 'kms:{region}:{account}:key/{name}',
    ref: 'id',
    attributes: { Arn: '{arn}', KeyId: '{name}' },
  },
  { type: 'AWS::KMS::Alias', nameIn: 'AliasName' },
  // Logs and traces: functions write their logs to <state>/logs.
  {
    type: 'AWS::Logs::LogGroup',
    nameIn: 'LogGroupName',
    arn: 'logs:{region}:{account}:log-group:{name}:*',
    attributes: { Arn: '{arn}' },
  },
  { type: 'AWS::Logs::QueryDefinition', attributes: { QueryDefinitionId: '{name}' } },
  { type: 'AWS::Logs::DeliverySource', nameIn: 'Name', attributes: { Arn: '{name}' } },
  { type: 'AWS::Logs::DeliveryDestination', nameIn: 'Name', attributes: { Arn: '{name}' } },
  { type: 'AWS::Logs::Delivery', attributes: { DeliveryId: '{name}', Arn: '{name}' } },
  {
    type: 'AWS::CloudWatch::CompositeAlarm',
    nameIn: 'AlarmName',
    tells: ['AlarmActions', 'OKActions', 'InsufficientDataActions'],
    arn: 'cloudwatch:{region}:{account}:alarm:{name}',
    attributes: { Arn: '{arn}' },
  },
  { type: 'AWS::CloudWatch::AnomalyDetector', attributes: { Id: '{name}' } },
  { type: 'AWS::CloudWatch::Dashboard', nameIn: 'DashboardName' },
  { type: 'AWS::XRay::Group', attributes: { GroupARN: '{name}' } },
  { type: 'AWS::XRay::SamplingRule', attributes: { RuleARN: '{name}' } },
  {
    type: 'AWS::SNS::Topic',
    nameIn: 'TopicName',
    arn: 'sns:{region}:{account}:{name}',
    ref: 'arn',
    attributes: { TopicArn: '{arn}', TopicName: '{name}' },
  },
  { type: 'AWS::SNS::Subscription', attributes: { Arn: '{name}' } },
  { type: 'AWS::SES::ConfigurationSet', nameIn: 'Name' },
  { type: 'AWS::Budgets::Budget' },
  // A laptop has one version of each function, and nothing to shift.
  { type: 'AWS::CodeDeploy::Application', nameIn: 'ApplicationName' },
  { type: 'AWS::CodeDeploy::DeploymentConfig', nameIn: 'DeploymentConfigName' },
  { type: 'AWS::CodeDeploy::DeploymentGroup', nameIn: 'DeploymentGroupName', attributes: { Id: '{name}' } },
  // Names and code that are not needed where everything is one machine.
  {
    type: 'AWS::Lambda::LayerVersion',
    arn: 'lambda:{region}:{account}:layer:{name}:1',
    ref: 'arn',
    attributes: { LayerVersionArn: '{arn}' },
  },
  {
    type: 'AWS::ApiGatewayV2::DomainName',
    nameIn: 'DomainName',
    attributes: { RegionalDomainName: '{name}', RegionalHostedZoneId: 'ZLOCALCLOUD' },
  },
  { type: 'AWS::ApiGatewayV2::ApiMapping', attributes: { ApiMappingId: '{name}' } },
  { type: 'AWS::ApiGatewayV2::Deployment', attributes: { DeploymentId: '{name}' } },
  { type: 'AWS::Scheduler::ScheduleGroup', nameIn: 'Name', attributes: { Arn: '{name}' } },
  { type: 'AWS::SecretsManager::RotationSchedule' },
  // The work of CDK's own custom resources in an account has no counterpart here.
  { type: 'Custom::LogRetention', attributes: { LogGroupName: '{name}' } },
  { type: 'Custom::S3AutoDeleteObjects' },
  { type: 'Custom::VpcRestrictDefaultSG' },
];

const mostNameCharacters = 128;
const idLength = 32;

const make = (declaration: Declaration, resource: Resource, cloud: Cloud) => {
  const given = declaration.nameIn === undefined ? undefined : resource.properties[declaration.nameIn];
  const name =
    typeof given === 'string'
      ? given
      : declaration.ref === 'id'
        ? stableId(resource, idLength)
        : physicalName(resource, mostNameCharacters);
  const fill = (text: string): string =>
    text.replaceAll('{region}', resource.region).replaceAll('{account}', cloud.account).replaceAll('{name}', name);
  const arn = declaration.arn === undefined ? name : `arn:aws:${fill(declaration.arn)}`;
  const attributes = Object.entries(declaration.attributes ?? {}).map(
    ([key, value]) => [key, fill(value).replaceAll('{arn}', arn)] as const,
  );
  const { tells } = declaration;
  return {
    ref: declaration.ref === 'arn' ? arn : name,
    attributes: Object.fromEntries(attributes),
    ...(tells && { start: async () => mayTell(arn, tells, resource, cloud) }),
  };
};

export const declaredKinds: readonly Kind[] = declarations.map((declaration) => ({
  type: declaration.type,
  make: (resource, cloud) => make(declaration, resource, cloud),
}));
