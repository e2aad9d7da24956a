import type { DeployRefusal } from './refusal.ts';
import type { DeployedTemplate } from './template-change.ts';

/**
 * The versions that an alias shares its invocations between must have one role, by Lambda's rules. So a function that gets
 * another role cannot be tried by a part of them: its deployment would fail in the middle.
 */
export function roleRefusals(
  stack: string,
  deployed: DeployedTemplate,
  next: DeployedTemplate,
): readonly DeployRefusal[] {
  const groups = Object.values(next.Resources ?? {}).filter(({ Type }) => Type === 'AWS::CodeDeploy::DeploymentGroup');
  const isTried = groups.some(
    ({ Properties }) => Properties?.DeploymentConfigName !== 'CodeDeployDefault.LambdaAllAtOnce',
  );
  if (!isTried) return [];
  return Object.entries(deployed.Resources ?? {}).flatMap(([id, before]) => {
    const after = next.Resources?.[id];
    if (before.Type !== 'AWS::Lambda::Function' || !after) return [];
    if (JSON.stringify(before.Properties?.Role) === JSON.stringify(after.Properties?.Role)) return [];
    return [
      {
        sentence: `${stack}/${id} would get another role: two versions with two roles cannot share an alias. Deploy with -c canary=off.`,
        phrase: `change the role of ${stack}/${id}`,
      },
    ];
  });
}
