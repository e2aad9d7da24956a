/** A cloud with one of each service, and functions whose credentials a test may sign with. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { operatorCredentials } from '../../iam/caller.ts';
import { type RunningCloud, startLocalCloud } from '../../local-cloud.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { functionOf, writtenAssembly } from '../written-assembly.ts';

export const region = 'eu-west-2';
export const account = '111122223333';

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const joined = (...parts: readonly unknown[]) => ({ 'Fn::Join': ['', parts] });

export const allow = (Action: string | readonly string[], Resource: unknown) => ({ Effect: 'Allow', Action, Resource });

/** A statement for each thing that a test does. */
export const everything = [
  allow(['dynamodb:GetItem', 'dynamodb:PutItem'], arnOf('Table')),
  allow('dynamodb:Query', joined(arnOf('Table'), '/index/by-sk')),
  allow(['sqs:SendMessage', 'sqs:ReceiveMessage'], arnOf('Queue')),
  allow(['s3:GetObject', 's3:PutObject'], joined(arnOf('Bucket'), '/files/*')),
  allow('secretsmanager:GetSecretValue', { Ref: 'Secret' }),
  allow('ssm:GetParameter', `arn:aws:ssm:${region}:${account}:parameter/name`),
  allow('ses:SendEmail', `arn:aws:ses:${region}:${account}:identity/example.org`),
  allow('cloudfront-keyvaluestore:DescribeKeyValueStore', arnOf('Values')),
  allow('lambda:InvokeFunction', joined('arn:aws:lambda:*:', account, ':function:other')),
];

const trusting = (Service: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service } }],
});

export const role = (RoleName: string, statements: readonly object[], service = 'lambda.amazonaws.com') => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName,
    AssumeRolePolicyDocument: trusting(service),
    Policies:
      statements.length === 0
        ? []
        : [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  },
});

export const withRole = (FunctionName: string, id: string, more: object = {}) =>
  functionOf('code', { FunctionName, Role: arnOf(id), ...more });

const key = (AttributeName: string, KeyType: string) => ({ AttributeName, KeyType });
const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });

const services = {
  Table: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      TableName: 'things',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [text('pk'), text('sk')],
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        { IndexName: 'by-sk', KeySchema: [key('sk', 'HASH')], Projection: { ProjectionType: 'ALL' } },
      ],
    },
  },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'asks' } },
  Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'files-of-callers' } },
  Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'word', SecretString: 'sesame' } },
  Parameter: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/name', Type: 'String', Value: 'value' } },
  Identity: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.org' } },
  Values: { Type: 'AWS::CloudFront::KeyValueStore', Properties: { Name: 'values' } },
};

const outputs = {
  QueueUrl: { Value: { Ref: 'Queue' } },
  SecretArn: { Value: { Ref: 'Secret' } },
  ValuesArn: { Value: arnOf('Values') },
};

const code = { code: 'export const handler = () => process.env;' };

/** @param resources beside one of each service: functions, roles, and what else a test is about. */
export const startCallers = (
  resources: object,
  options: Pick<Parameters<typeof startLocalCloud>[0], 'iam' | 'iamReport'> = {},
): Promise<RunningCloud> =>
  startLocalCloud({
    assembly: writtenAssembly(
      { Work: { template: { Resources: { ...services, ...resources }, Outputs: outputs } } },
      code,
    ),
    state: temporaryFolder(),
    ...options,
  });

export interface Signer {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The credentials of the SDK in that function. */
export const credentialsOf = async (cloud: RunningCloud, FunctionName: string): Promise<Signer> => {
  const lambda = new LambdaClient({ region, endpoint: cloud.endpoints.LAMBDA ?? '', credentials: operatorCredentials });
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName }));
  lambda.destroy();
  const env = JSON.parse(Payload?.transformToString() ?? '{}') as Readonly<Record<string, string>>;
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = env;
  return { accessKeyId, secretAccessKey, ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }) };
};
