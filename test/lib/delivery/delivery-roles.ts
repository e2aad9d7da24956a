import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../../../local-cloud/iam/condition.ts';
import { type Ask, type Caller, Judge } from '../../../local-cloud/iam/judge.ts';
import { policyOf } from '../../../local-cloud/iam/policy.ts';
import { OpenBook } from '../../../local-cloud/iam/policy-book.ts';
import { Properties } from '../../../local-cloud/properties.ts';
import { root, stageFile } from '../synthesize.ts';

export const account = '123456789012';

export interface DeliveryTemplate {
  // biome-ignore lint/suspicious/noExplicitAny: templates are JSON of a thousand shapes; the assertions are the types
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: any }>>;
}

/** The template as `bin/pipeline.ts` makes it of two stages in one account. */
export function deliveryTemplate(more: Readonly<Record<string, string>> = {}): {
  readonly template: DeliveryTemplate | undefined;
  readonly said: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'stampede-delivery-'));
  try {
    mkdirSync(join(folder, 'stages'));
    for (const stage of ['staging', 'production'])
      writeFileSync(join(folder, 'stages', `${stage}.json`), JSON.stringify(stageFile({ stage, account })));
    const context = {
      ...JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')).context,
      ...{ stages: join(folder, 'stages'), stage: 'staging,production', repository: 'theatre/stampede', ...more },
    };
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/pipeline.ts')], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        CDK_OUTDIR: join(folder, 'out'),
        CDK_CONTEXT_JSON: JSON.stringify(context),
        CDK_VALIDATION: 'false',
      },
    });
    if (status !== 0) return { template: undefined, said: stderr };
    const text = readFileSync(join(folder, 'out', 'Stampede-Delivery.template.json'), 'utf8');
    return { template: JSON.parse(text) as DeliveryTemplate, said: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts values in the place of the few references that this template has. */
function settled(value: unknown, template: DeliveryTemplate): unknown {
  if (Array.isArray(value)) return value.map((each) => settled(each, template));
  if (typeof value !== 'object' || value === null) return value;
  const { Ref: ref, 'Fn::Join': join, 'Fn::GetAtt': attribute } = value as Record<string, unknown>;
  if (ref === 'AWS::Partition') return 'aws';
  if (typeof ref === 'string') return nameOf(template, ref);
  if (Array.isArray(attribute)) return nameOf(template, `${attribute[0]}`);
  if (Array.isArray(join)) return (settled(join[1], template) as readonly string[]).join(`${join[0]}`);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, settled(each, template)]));
}

const nameOf = (template: DeliveryTemplate, id: string): string => {
  const { Type, Properties = {} } = template.Resources[id] ?? { Type: 'missing' };
  return Type === 'AWS::IAM::ManagedPolicy' ? Properties.ManagedPolicyName : id;
};

/** A caller with a token of GitHub's, as a provider vouches for it. */
export interface GitHubJob {
  readonly sub: string;
  readonly aud?: string;
}

export interface RolesOfDelivery {
  may(role: string, ask: Ask): boolean;
  mayTake(role: string, job: GitHubJob): boolean;
  /** What a role with every right may do within the boundary of CloudFormation's role. */
  mayExecute(ask: Ask): boolean;
}

const provider = 'github';
const arnOf = (role: string) => `arn:aws:iam::${account}:role/${role}`;

/** The roles of a template, to the evaluator that decides on the laptop. */
export function rolesOf(template: DeliveryTemplate): RolesOfDelivery {
  // It knows no keys of tokens and of tags, and says so. It compares them all the same, with those that an ask brings.
  const read = (name: string, document: unknown) =>
    policyOf(name, new Properties(document as object as never, name, () => {}));
  const book = new OpenBook(account);
  const all = Object.values(settled(template.Resources, template) as DeliveryTemplate['Resources']);
  const managed = new Map(
    all
      .filter(({ Type }) => Type === 'AWS::IAM::ManagedPolicy')
      .map(({ Properties: { ManagedPolicyName, PolicyDocument } }) => [
        ManagedPolicyName,
        read(ManagedPolicyName, PolicyDocument),
      ]),
  );
  for (const { Type, Properties: made } of all) {
    if (Type !== 'AWS::IAM::Role') continue;
    const boundary = managed.get(made.PermissionsBoundary);
    if (boundary === undefined) throw new Error(`${made.RoleName} has no boundary`);
    const policies = made.Policies.map(({ PolicyName, PolicyDocument }: never) => read(PolicyName, PolicyDocument));
    book.role(arnOf(made.RoleName), { policies, boundary });
    // To the evaluator, one who vouches for callers is a service.
    const trust = JSON.parse(JSON.stringify(made.AssumeRolePolicyDocument));
    for (const statement of trust.Statement) statement.Principal = { Service: provider };
    book.addToResource(arnOf(made.RoleName), read('trust', trust));
  }
  const execution = managed.get('Stampede-Delivery-Execution');
  if (execution === undefined) throw new Error('There is no boundary of CloudFormation');
  const everything = read('everything', {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
  });
  book.role(arnOf('executes'), { policies: [everything], boundary: execution });

  const judge = new Judge(book);
  const may = (role: string, ask: Ask) =>
    judge.decide({ is: 'role', arn: arnOf(role), session: 'job' }, ask, 0).allowed;
  return {
    may: (role, ask) => may(`Stampede-Delivery-${role}`, ask),
    mayTake(role, { sub, aud = 'sts.amazonaws.com' }) {
      const caller: Caller = { is: 'service', name: provider };
      const issuer = 'token.actions.githubusercontent.com';
      const context: Context = { [`${issuer}:sub`]: sub, [`${issuer}:aud`]: aud };
      const resource = arnOf(`Stampede-Delivery-${role}`);
      return judge.decide(caller, { action: 'sts:AssumeRoleWithWebIdentity', resource, context }, 0).allowed;
    },
    mayExecute: (ask) => may('executes', ask),
  };
}
