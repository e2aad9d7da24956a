import {
  type App,
  CfnOutput,
  CliCredentialsStackSynthesizer,
  Duration,
  type IStackSynthesizer,
  Stack,
} from 'aws-cdk-lib';
import {
  CfnOIDCProvider,
  Effect,
  ManagedPolicy,
  PolicyDocument,
  type PolicyStatement,
  Role,
  WebIdentityPrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { acknowledge } from '../constructs/foundation/acknowledge.ts';
import {
  mayAskAccount,
  mayDeploy,
  mayOperate,
  mayReadTemplates,
  mayReport,
  mayTry,
  withinExecution,
} from '../delivery/delivery-rights.ts';
import type { DeliverySettings } from '../delivery/delivery-settings.ts';
import { issuer, ofBranch, ofEnvironment, ofPullRequests, onlyFor } from '../delivery/subjects.ts';

/**
 * The roles that GitHub Actions takes, once an account. There is no key: a job shows a token of GitHub's that says which
 * repository, branch or environment it runs for.
 *
 *     pull request, branch ──▶ Plan      reads templates
 *     environment          ──▶ Deploy    becomes the CDK's deployer, opens trials, and reports what it bought
 *     environment          ──▶ Preflight asks the account, and reports what it found to its stage
 *     environment          ──▶ Operate   invokes the operators' functions of its stage
 *
 * An administrator deploys it with credentials of their own. The pipeline cannot: nothing that is merged changes who may merge.
 */
export class DeliveryStack extends Stack {
  constructor(app: App, id: string, settings: DeliverySettings) {
    super(app, id, {
      env: { region: settings.home, account: settings.account },
      // The class and its own interface differ by `undefined`.
      synthesizer: new CliCredentialsStackSynthesizer() as IStackSynthesizer,
      terminationProtection: true,
      description: 'Roles of the delivery pipeline of Stampede',
    });
    const { repository, branch, stages } = settings;
    const { account, partition } = this;
    const place = { account, partition };
    const provider =
      settings.provider ??
      new CfnOIDCProvider(this, 'GitHub', { url: `https://${issuer}`, clientIdList: ['sts.amazonaws.com'] }).attrArn;

    const policy = (name: string, statements: readonly PolicyStatement[]) => {
      const made = new ManagedPolicy(this, name, {
        managedPolicyName: `Stampede-Delivery-${name}`,
        statements: [...statements],
      });
      acknowledgeWide(made, statements);
      return made;
    };
    const boundary = policy('Boundary', [
      ...mayReadTemplates(settings, place),
      ...mayDeploy(settings, place),
      ...mayTry(settings, place),
      ...mayReport(settings, place, stages),
      ...mayAskAccount(),
      ...mayOperate(settings, place, stages),
    ]);
    const execution = policy('Execution', withinExecution(place));

    const role = (name: string, subjects: readonly string[], rights: readonly PolicyStatement[], hours = 1) => {
      const made = new Role(this, name, {
        roleName: `Stampede-Delivery-${name}`,
        assumedBy: new WebIdentityPrincipal(provider, onlyFor(subjects)),
        permissionsBoundary: boundary,
        maxSessionDuration: Duration.hours(hours),
        inlinePolicies: { rights: new PolicyDocument({ statements: [...rights] }) },
      });
      acknowledgeWide(made, rights);
      new CfnOutput(this, `${name}RoleArn`, { value: made.roleArn });
    };
    const environments = stages.map((stage) => ofEnvironment(repository, stage));
    role('Plan', [ofPullRequests(repository), ofBranch(repository, branch)], mayReadTemplates(settings, place));
    // As long as the job may take (.github/workflows/stage.yml).
    const deploys = [...mayReadTemplates(settings, place), ...mayDeploy(settings, place), ...mayTry(settings, place)];
    role('Deploy', environments, [...deploys, ...mayReport(settings, place, stages)], 3);
    for (const stage of stages) {
      const own = [ofEnvironment(repository, stage)];
      const asks = [...mayReadTemplates(settings, place), ...mayAskAccount(), ...mayReport(settings, place, [stage])];
      role(`Preflight-${stage}`, own, asks);
      role(`Operate-${stage}`, own, mayOperate(settings, place, [stage]));
    }
    new CfnOutput(this, 'ExecutionBoundary', { value: execution.managedPolicyName });
  }
}

/** Answers each finding about a pattern in what is allowed. What is denied widely is no finding. */
function acknowledgeWide(construct: IConstruct, statements: readonly PolicyStatement[]): void {
  const allowed = statements.filter(({ effect }) => effect === Effect.ALLOW);
  const wide = allowed.flatMap(({ actions, resources }) => [
    ...actions.map((action) => `Action::${action}`),
    ...resources.map((resource) => `Resource::${resource}`),
  ]);
  const reason =
    'CloudFormation ends names of stacks and functions with letters of its own; the prefix, and of functions the tag, say ' +
    'which are meant. The boundary of CloudFormation allows all in order to take away from it, and grants nothing by itself.';
  acknowledge(
    construct,
    Object.fromEntries(wide.filter((each) => each.includes('*')).map((each) => [`AwsSolutions-IAM5[${each}]`, reason])),
  );
}
