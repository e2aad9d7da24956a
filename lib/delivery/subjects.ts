import type { Conditions } from 'aws-cdk-lib/aws-iam';

/*
 * Who a job of GitHub Actions is: the subject that GitHub writes into its token. A job of an environment has the
 * environment's name there and not its branch, so the environment's own rule says which branches may use it.
 *
 * https://docs.github.com/en/actions/reference/security/oidc
 */

export const issuer = 'token.actions.githubusercontent.com';

export const ofPullRequests = (repository: string): string => `repo:${repository}:pull_request`;
export const ofBranch = (repository: string, branch: string): string => `repo:${repository}:ref:refs/heads/${branch}`;
export const ofEnvironment = (repository: string, environment: string): string =>
  `repo:${repository}:environment:${environment}`;

/** Exactly these subjects, and a token that was made for AWS. No pattern: `*` takes in what nobody thought of. */
export const onlyFor = (subjects: readonly string[]): Conditions => ({
  StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: [...subjects] },
});
