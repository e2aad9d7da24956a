/**
 * The resources that a deployment must not replace or remove by accident, each with what would be lost. `fixed` are the
 * properties whose change replaces it, as AWS documents them ("Update requires: Replacement"). They are known here so that a
 * template is refused before anything is deployed; CloudFormation's own change set is asked as well.
 */
export interface KeptType {
  readonly loses: string;
  readonly fixed: readonly string[];
}

const table: KeptType = {
  loses: 'the new one is empty, and what the old one holds is read by nobody',
  fixed: ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
};

export const keptTypes: Readonly<Record<string, KeptType>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': { loses: 'the files of the old one are served by nobody', fixed: ['BucketName'] },
  'AWS::SQS::Queue': {
    loses: 'the messages that wait in the old one are worked off by nobody',
    fixed: ['QueueName', 'FifoQueue'],
  },
  'AWS::SecretsManager::Secret': { loses: 'what was signed with the old one is believed no more', fixed: ['Name'] },
  'AWS::CloudFront::KeyValueStore': { loses: 'the edge has no keys until they are kept again', fixed: ['Name'] },
  'AWS::Cognito::UserPool': { loses: 'everybody who could sign in is unknown', fixed: [] },
  'AWS::Cognito::UserPoolClient': {
    loses: 'the pages ask with an id that is unknown, until they are deployed with the new one',
    fixed: ['UserPoolId', 'GenerateSecret'],
  },
  'AWS::Cognito::UserPoolDomain': {
    loses: 'passkeys are for the old name, and open nothing',
    fixed: ['Domain', 'UserPoolId'],
  },
  'AWS::KMS::Key': { loses: 'what was encrypted with the old one cannot be read', fixed: [] },
  'AWS::ApiGatewayV2::Api': { loses: 'its address changes under everybody who calls it', fixed: ['ProtocolType'] },
  'AWS::CloudFront::Distribution': { loses: 'its name and its cache change under every fan', fixed: [] },
  'AWS::SNS::Topic': { loses: 'nobody is subscribed to the new one', fixed: ['TopicName', 'FifoTopic'] },
  'AWS::SES::EmailIdentity': { loses: 'no mail is sent until the new one is verified', fixed: ['EmailIdentity'] },
  // Other regions refer to them weakly, and would keep the old ones.
  'AWS::CertificateManager::Certificate': {
    loses: 'the distributions keep the old one',
    fixed: ['DomainName', 'SubjectAlternativeNames', 'ValidationMethod', 'DomainValidationOptions'],
  },
  'AWS::WAFv2::WebACL': { loses: 'the distributions keep the old one', fixed: ['Name', 'Scope'] },
};
