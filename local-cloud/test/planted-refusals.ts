/** Stacks that each hold one thing that is not run here, with the sentence that says so. `code` is an asset they may use. */
import { functionOf, type WrittenStack } from './written-assembly.ts';

const stack = (resources: object, region = 'eu-west-2'): WrittenStack => ({
  template: { Resources: resources },
  region,
});
const one = (type: string, properties: object): WrittenStack =>
  stack({ Thing: { Type: type, Properties: properties } });

const api = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'a', ProtocolType: 'HTTP' } };
const joined = {
  Type: 'AWS::ApiGatewayV2::Integration',
  Properties: {
    ApiId: { Ref: 'Api' },
    IntegrationType: 'AWS_PROXY',
    PayloadFormatVersion: '2.0',
    IntegrationUri: { 'Fn::GetAtt': ['Work', 'Arn'] },
  },
};
const route = (more: object) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: { Ref: 'Api' },
    RouteKey: 'GET /',
    Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Joined' }]] },
    ...more,
  },
});
const routed = (more: object): WrittenStack =>
  stack({ Api: api, Work: functionOf('code'), Joined: joined, Thing: route(more) });

const cached = {
  TargetOriginId: 'site',
  CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  ViewerProtocolPolicy: 'redirect-to-https',
};
const distribution = (config: object): WrittenStack =>
  one('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      Enabled: true,
      Origins: [{ Id: 'site', DomainName: 'site.test', S3OriginConfig: { OriginAccessIdentity: '' } }],
      DefaultCacheBehavior: cached,
      ...config,
    },
  });
const edge = (FunctionCode: string, Runtime = 'cloudfront-js-2.0'): WrittenStack =>
  one('AWS::CloudFront::Function', { Name: 'front', FunctionConfig: { Runtime, Comment: '' }, FunctionCode });
const record = (more: object): WrittenStack =>
  one('AWS::Route53::RecordSet', { Name: 'x.example.org', Type: 'CNAME', ...more });
const health = (more: object): WrittenStack =>
  one('AWS::Route53::HealthCheck', {
    HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName: 'x.example.org', ...more },
  });
const role = (more: object, Service = 'lambda.amazonaws.com') => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } } },
    ...more,
  },
});
const allowed = (more: object): WrittenStack => {
  const Statement = { Effect: 'Allow', Action: 'sqs:*', Resource: '*', ...more };
  return stack({ Thing: role({ Policies: [{ PolicyName: 'own', PolicyDocument: { Statement } }] }) });
};
const secret = (GenerateSecretString: object): WrittenStack =>
  one('AWS::SecretsManager::Secret', { GenerateSecretString });
const rule = (properties: object): WrittenStack => one('AWS::Events::Rule', properties);
const fed = (queue: object, more: object): WrittenStack =>
  stack({
    Jobs: { Type: 'AWS::SQS::Queue', Properties: queue },
    Work: functionOf('code'),
    Thing: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] },
        FunctionName: { Ref: 'Work' },
        ...more,
      },
    },
  });

export const plantedRefusals: readonly (readonly [string, WrittenStack, RegExp])[] = [
  // Types.
  [
    'an unknown type',
    one('AWS::Video::Projector', {}),
    /does not know the resource type AWS::Video::Projector, used by Thing in the stack Shop/,
  ],
  ['an unknown custom resource', one('Custom::Projector', {}), /Custom::Projector, used by Thing in the stack Shop/],
  // Properties that would change what a caller sees.
  ['a property of a queue', one('AWS::SQS::Queue', { Colour: 'red' }), /Shop\.Thing \(AWS::SQS::Queue\): .*Colour/],
  ['a rule that listens', rule({ ScheduleExpression: 'rate(1 day)', EventPattern: {} }), /Shop\.Thing .*EventPattern/],
  ['a distribution that is staged', distribution({ Staging: true }), /does not run the property Staging/],
  [
    'a behaviour of the old kind',
    distribution({ DefaultCacheBehavior: { ...cached, ForwardedValues: {} } }),
    /DefaultCacheBehavior: .*ForwardedValues/,
  ],
  ['a secret wish', secret({ Colour: 'red' }), /GenerateSecretString: .*Colour/],
  // Values.
  ['an authorizer', routed({ AuthorizationType: 'AWS_IAM' }), /Shop\.Thing .*authorization type AWS_IAM/],
  ['a route key', routed({ RouteKey: 'everything' }), /RouteKey "everything" is not/],
  ['a web socket API', one('AWS::ApiGatewayV2::Api', { Name: 'a', ProtocolType: 'WEBSOCKET' }), /HTTP APIs only/],
  ['a delay past the most', one('AWS::SQS::Queue', { DelaySeconds: 901 }), /DelaySeconds must be between 0 and 900/],
  ['a number that is none', one('AWS::SQS::Queue', { DelaySeconds: 'soon' }), /DelaySeconds must be a number/],
  ['a FIFO queue by another name', one('AWS::SQS::Queue', { FifoQueue: true, QueueName: 'jobs' }), /\.fifo/],
  ['a batch past the most', fed({ FifoQueue: true }, { BatchSize: 11 }), /BatchSize is out of range/],
  ['a large batch without a window', fed({}, { BatchSize: 11 }), /above 10 needs a batching window/],
  ['a window of a FIFO queue', fed({ FifoQueue: true }, { MaximumBatchingWindowInSeconds: 5 }), /no batching window/],
  ['a source that is no queue', fed({}, { EventSourceArn: 'arn:aws:kinesis:a:b:c' }), /reads from queues only/],
  ['a schedule', rule({ ScheduleExpression: 'at(2026-05-01T09:00:00)' }), /does not know the schedule at/],
  ['a cron expression', rule({ ScheduleExpression: 'cron(0 9 L * ? *)' }), /"L" is not known/],
  [
    'an unknown cache policy',
    distribution({ DefaultCacheBehavior: { ...cached, CachePolicyId: 'no-such-policy' } }),
    /no-such-policy/,
  ],
  [
    'an unknown word in a cache policy',
    one('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        Name: 'a',
        ParametersInCacheKeyAndForwardedToOrigin: { HeadersConfig: { HeaderBehavior: 'some' } },
      },
    }),
    /Shop\.Thing .*behaviour some/,
  ],
  ['an edge function that is too large', edge(`// ${'x'.repeat(10_240)}\nfunction handler() {}`), /10240 are the most/],
  ['an edge function without handler', edge('function other() {}'), /no function named handler/],
  ['an edge function that loads a module', edge(`import fs from 'fs'; function handler() {}`), /the module fs/],
  ['an edge function that fails as it loads', edge('exports.handler = 1;'), /Shop\.Thing .*exports is not defined/],
  ['an old edge runtime', edge('function handler() {}', 'cloudfront-js-1.0'), /only the runtime cloudfront-js-2\.0/],
  ['a record without a target', record({}), /ResourceRecords or an AliasTarget/],
  ['a record of an unknown role', record({ ResourceRecords: ['x'], Failover: 'THIRD' }), /PRIMARY or SECONDARY/],
  ['a record of a type that is not answered', record({ Type: 'SRV', ResourceRecords: ['x'] }), /not for SRV/],
  ['a record for many names', record({ Name: '*.example.org', ResourceRecords: ['x'] }), /a name of many/],
  ['a record by weight', record({ ResourceRecords: ['x'], Weight: 1 }), /the property Weight/],
  ['a CNAME of two values', record({ ResourceRecords: ['x', 'y'] }), /a CNAME has one value/],
  ['a health check that is not asked by HTTP', health({ Type: 'TCP' }), /checks HTTP and HTTPS, not TCP/],
  ['a health check of another rhythm', health({ RequestInterval: 20 }), /10 or 30 seconds, not 20/],
  ['a health check that never decides', health({ FailureThreshold: 11 }), /1 to 10, not 11/],
  ['a pair without a name in it', record({ ResourceRecords: ['x'], Failover: 'PRIMARY' }), /SetIdentifier/],
  [
    'a record that asks a distribution for its health',
    record({
      Failover: 'PRIMARY',
      SetIdentifier: 'p',
      AliasTarget: { DNSName: 'd.cloudfront.net', EvaluateTargetHealth: true },
    }),
    /EvaluateTargetHealth/,
  ],
  ['a firewall in the wrong region', one('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT' }), /must stand in us-east-1/],
  ['a bucket policy without statements', one('AWS::S3::BucketPolicy', { Bucket: 'b' }), /PolicyDocument is missing/],
  // Who may do what.
  [
    'a condition key',
    allowed({ Condition: { StringLike: { 'sqs:Mood': 'x' } } }),
    /Shop\.Thing .*condition key sqs:Mood/,
  ],
  ['a condition operator', allowed({ Condition: { Sounds: { 'aws:SourceArn': 'x' } } }), /condition operator Sounds/],
  ['an effect', allowed({ Effect: 'Perhaps' }), /Effect must be Allow or Deny, not Perhaps/],
  ['a principal of another house', allowed({ Principal: { Federated: 'x' } }), /does not run the property Federated/],
  [
    'a policy of AWS that is not known',
    stack({ Thing: role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/PowerUserAccess'] }) }),
    /policy\/PowerUserAccess/,
  ],
  [
    'a role that Lambda may not take',
    stack({
      Role: role({}, 'ec2.amazonaws.com'),
      Thing: functionOf('code', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
    }),
    /Shop\.Thing .*lambda\.amazonaws\.com may not take the role/,
  ],
  // Code and files.
  ['code that is not there', stack({ Thing: functionOf('missing') }), /Shop\.Thing .*no asset missing/],
  ['a module that is not there', stack({ Thing: functionOf('code', { Handler: 'main.handler' }) }), /no main\.mjs/],
  [
    'files that are not there',
    one('Custom::CDKBucketDeployment', {
      SourceBucketNames: ['assets'],
      SourceObjectKeys: ['missing.zip'],
      DestinationBucketName: 'b',
    }),
    /Shop\.Thing .*no asset missing/,
  ],
  // Functions and references.
  ['an unknown function', one('AWS::SQS::Queue', { QueueName: { 'Fn::Cidr': [] } }), /QueueName.*Fn::Cidr/],
  ['an unknown name', one('AWS::SQS::Queue', { QueueName: { Ref: 'Nobody' } }), /nothing is called "Nobody"/],
  ['an export nobody made', one('AWS::SQS::Queue', { QueueName: { 'Fn::ImportValue': 'X' } }), /exports "X"/],
  ['a transform', one('AWS::SQS::Queue', { 'Fn::Transform': { Name: 'AWS::Include' } }), /Fn::Transform/],
  ['a secret nobody made', one('AWS::SQS::Queue', { QueueName: '{{resolve:secretsmanager:x}}' }), /secret.*"x"/],
  ['a parameter nobody made', one('AWS::SQS::Queue', { QueueName: '{{resolve:ssm:/x}}' }), /SSM parameter "\/x"/],
  [
    'a parameter without a value',
    {
      template: {
        Parameters: { Stage: { Type: 'String' } },
        Resources: { Thing: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Stage' } } } },
      },
    },
    /parameter "Stage" has no default/,
  ],
];
