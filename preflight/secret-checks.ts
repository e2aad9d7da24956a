import type { AccountCheck, Preflight } from './check.ts';
import { type CheckOutcome, notDeployed, ready, todo, unanswered, unasked } from './check-outcome.ts';
import { type AccountAnswer, isForbidden } from './question.ts';
import type { SecretForm } from './secret-forms.ts';
import { rooms, stackNamed } from './stacks.ts';

/*
 * The stage's secrets, by what Secrets Manager says of them. No value is printed or sent: where a form is looked at, the
 * gateway answers whether it is right, and nothing else. Secrets that nobody ever sees are made in their form, and the test
 * sale goes through all of them; so their values are not read at all.
 */

/** The stacks that have secrets, which a test holds to the templates. */
export const roomsWithSecrets = ['Foundation', 'WaitingRoom', 'Seating', 'Ordering'] as const;

/** Outputs with the ARN of a ring of keys, which people may write anew (docs/operate.md). */
const rings = ['PassKeysArn', 'VoucherKeysArn', 'SlipKeysArn', 'StewardKeysArn'];

interface Described {
  readonly DeletedDate?: unknown;
  readonly VersionIdsToStages?: Readonly<Record<string, readonly string[]>>;
}

const versionsOf = ({ VersionIdsToStages = {} }: Described) => Object.values(VersionIdsToStages).flat();

const asked = ({ ask, needs }: Preflight, operation: string, input: object): Promise<AccountAnswer> =>
  ask({ service: 'secrets-manager', operation, region: needs.home, input: { ...input } });

const formOf = (preflight: Preflight, SecretId: string, form: SecretForm) =>
  asked(preflight, 'FormOfSecret', { SecretId, form });

export const secretChecks: readonly AccountCheck[] = [
  {
    name: 'secrets',
    looksAt: 'that every secret of the stage is there and has a value, and that rings of keys have their form',
    ifNot:
      'take back its deletion (Secrets Manager → *Cancel deletion*), or [write the ring anew](operate.md#when-a-key-became-known)',
    async run(preflight) {
      const wrong: string[] = [];
      let count = 0;
      for (const room of roomsWithSecrets) {
        const stack = await stackNamed(preflight, room);
        if (stack.is === 'unknown') return unanswered(stack.answer);
        if (stack.is === 'not deployed') return notDeployed(`The stack ${room} with its secrets`);
        const secrets = await secretsIn(preflight, room);
        if (!secrets.ok) return unanswered(secrets);
        for (const { name, arn } of secrets.value) {
          const isRing = rings.some((output) => stack.outputs[output] === arn);
          const fault = await faultOf(preflight, arn, isRing);
          if (typeof fault === 'object') return fault;
          if (fault !== undefined) wrong.push(`${room}’s ${name} ${fault}`);
          count += 1;
        }
      }
      return wrong.length === 0
        ? ready(`All ${count} secrets of the stage are there and have a value.`)
        : todo(`${wrong.join('; ')}.`, 'Look at it in Secrets Manager: docs/operate.md, “When a key became known”.');
    },
  },
  {
    name: 'stripe-keys',
    looksAt: 'that the keys of the payment provider were put in, in their form',
    ifNot: '[put them in](#payment-by-card)',
    concerns: ({ payment }) => payment.methods.includes('stripe'),
    async run(preflight) {
      const stack = await stackNamed(preflight, rooms.StripeSecretArn);
      if (stack.is === 'unknown') return unanswered(stack.answer);
      const arn = stack.is === 'there' ? stack.outputs.StripeSecretArn : undefined;
      if (arn === undefined) return notDeployed('The secret of the payment provider’s keys');
      const answer = await asked(preflight, 'DescribeSecret', { SecretId: arn });
      if (!answer.ok) return unanswered(answer);
      // The deployment wrote the first version, a form.
      if (!versionsOf(answer.value).includes('AWSPREVIOUS'))
        return todo(
          'The payment provider’s keys are still the form that the deployment wrote.',
          'Put them in: docs/deploy.md, “Payment by card”.',
        );
      const form = await formOf(preflight, arn, 'stripe');
      if (isForbidden(form))
        return unasked(
          'The payment provider’s keys were put in; these credentials may not look whether their form is right.',
          'Run it with credentials that may read this secret (secretsmanager:GetSecretValue).',
        );
      if (!form.ok) return unanswered(form);
      return form.value.isRight
        ? ready('The payment provider’s keys were put in, in their form.')
        : todo(
            'What was put in has not the form of the payment provider’s keys: orders by card are answered with a fault.',
            'Put them in as {"key":"rk_live_…","webhooks":["whsec_…"]}: docs/deploy.md, “Payment by card”.',
          );
    },
  },
];

/** What is wrong with a secret, as the end of a sentence; an outcome if nobody could be asked. */
async function faultOf(preflight: Preflight, arn: string, isRing: boolean): Promise<string | CheckOutcome | undefined> {
  const answer = await asked(preflight, 'DescribeSecret', { SecretId: arn });
  if (!answer.ok) return answer.fault === 'ResourceNotFoundException' ? 'is gone' : unanswered(answer);
  if (answer.value.DeletedDate !== undefined) return 'is to be deleted';
  if (!versionsOf(answer.value).includes('AWSCURRENT')) return 'has no value';
  if (!isRing) return undefined;
  const form = await formOf(preflight, arn, 'ring');
  // Who may not read a ring still knows that it is there. A wrong one fails the next test sale.
  if (isForbidden(form)) return undefined;
  if (!form.ok) return unanswered(form);
  return form.value.isRight ? undefined : 'holds no ring of keys';
}

type SecretsIn =
  | { readonly ok: true; readonly value: readonly { readonly name: string; readonly arn: string }[] }
  | Extract<AccountAnswer, { ok: false }>;

async function secretsIn({ ask, needs, settings }: Preflight, room: string): Promise<SecretsIn> {
  const answer = await ask({
    service: 'cloudformation',
    operation: 'ListStackResources',
    region: needs.home,
    input: { StackName: `Stampede-${settings.stage}-${room}` },
  });
  if (!answer.ok) return answer;
  const all: readonly { LogicalResourceId: string; PhysicalResourceId?: string; ResourceType: string }[] =
    answer.value.StackResourceSummaries ?? [];
  const value = all
    .filter(({ ResourceType }) => ResourceType === 'AWS::SecretsManager::Secret')
    .map(({ LogicalResourceId, PhysicalResourceId = '' }) => ({
      // Without the digits that the CDK ends it with.
      name: LogicalResourceId.replace(/[0-9A-F]{8}$/, ''),
      arn: PhysicalResourceId,
    }));
  return { ok: true, value };
}
