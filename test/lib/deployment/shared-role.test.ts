import { expect, test } from '@jest/globals';
import { roleRefusals } from '../../../lib/deployment/shared-role.ts';

const template = (role: string, config: unknown) => ({
  Resources: {
    Join: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': [role, 'Arn'] } } },
    Deployments: { Type: 'AWS::CodeDeploy::DeploymentGroup', Properties: { DeploymentConfigName: config } },
  },
});
const canary = 'CodeDeployDefault.LambdaCanary10Percent5Minutes';
const atOnce = 'CodeDeployDefault.LambdaAllAtOnce';
const phrases = (role: string, config: string) =>
  roleRefusals('Stampede-north-Seating', template('JoinRole', canary), template(role, config)).map((one) => one.phrase);

test('a function with another role is not tried, and may be deployed at once', () => {
  expect(phrases('OtherRole', canary)).toEqual(['change the role of Stampede-north-Seating/Join']);
  expect(phrases('OtherRole', atOnce)).toEqual([]);
  expect(phrases('JoinRole', canary)).toEqual([]);
});
