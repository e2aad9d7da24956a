import { resolveNs } from 'node:dns/promises';
import { ACMClient, ListCertificatesCommand } from '@aws-sdk/client-acm';
import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { CloudFrontClient, ListDistributionsCommand } from '@aws-sdk/client-cloudfront';
import { DescribeLimitsCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { DescribeSecretCommand, GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import {
  GetAccountCommand,
  GetEmailIdentityCommand,
  ListEmailIdentitiesCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { ListSubscriptionsCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { clientTimes } from '../contracts/call-times.ts';
import { askFallback } from '../lambdas/run-up/checks/fallback.gateway.ts';
import type { AccountAnswer, AskAccount, Question } from './question.ts';
import { hasForm, type SecretForm } from './secret-forms.ts';

/** A question that takes longer is answered by a fault. */
const patienceMs = 10_000;
const times = clientTimes({ connectMs: 2_000, tryMs: 4_000, tries: 3 });

interface AccountClient {
  send(command: unknown, options: { readonly abortSignal: AbortSignal }): Promise<unknown>;
}

// biome-ignore lint/suspicious/noExplicitAny: each command has an input of its own, and the checks write it
type Command = new (input: any) => object;
type ClientClass = new (config: { readonly region: string }) => unknown;

const services: Readonly<Record<string, readonly [ClientClass, ...Command[]]>> = {
  acm: [ACMClient, ListCertificatesCommand],
  'api-quotas': [ServiceQuotasClient, GetServiceQuotaCommand, GetAWSDefaultServiceQuotaCommand],
  cloudformation: [CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand],
  cloudfront: [CloudFrontClient, ListDistributionsCommand],
  dynamodb: [DynamoDBClient, DescribeLimitsCommand, DescribeTableCommand],
  lambda: [LambdaClient, GetAccountSettingsCommand],
  'route-53': [Route53Client, GetHostedZoneCommand],
  's3-control': [S3ControlClient, GetPublicAccessBlockCommand],
  'secrets-manager': [SecretsManagerClient, DescribeSecretCommand],
  ses: [SESv2Client, GetAccountCommand, GetEmailIdentityCommand, ListEmailIdentitiesCommand],
  sns: [SNSClient, ListSubscriptionsCommand],
  sts: [STSClient, GetCallerIdentityCommand],
};

/** Asks AWS itself, with the credentials of this shell, and the internet for names and time. */
export const askAws: AskAccount = async (question) => {
  try {
    return { ok: true, value: await answered(question) };
  } catch (error) {
    return faultOf(error);
  }
};

async function answered({ service, operation, region, input = {} }: Question): Promise<unknown> {
  const abortSignal = AbortSignal.timeout(patienceMs);
  if (service === 'dns') return resolveNs(String(input.name));
  if (operation === 'Date') {
    const { headers } = await fetch(`https://sts.${region}.amazonaws.com/`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(patienceMs),
    });
    return { date: headers.get('date') };
  }
  if (service === 'fallback') return askFallback({ at: String(input.at), as: String(input.as) });
  if (operation === 'FormOfSecret') return formOfSecret(region, input, abortSignal);
  const [AccountClient, ...commands] = services[service] ?? [];
  const command = commands.find(({ name }) => name === `${operation}Command`);
  if (!AccountClient || !command) throw new Error(`${service} has no ${operation} here`);
  const client = new AccountClient({ ...times, region }) as AccountClient;
  const all = (await client.send(new command(input), { abortSignal })) as Record<string, unknown>;
  return operation.startsWith('List') ? await theRest(client, command, input, all, abortSignal) : all;
}

/** The value of a secret stays in here: what goes on is whether it has its form. */
async function formOfSecret(
  region: string,
  { SecretId, form }: NonNullable<Question['input']>,
  abortSignal: AbortSignal,
) {
  const client = new SecretsManagerClient({ ...times, region });
  const asked = new GetSecretValueCommand({ SecretId: String(SecretId) });
  const { SecretString = '' } = await client.send(asked, { abortSignal });
  return { isRight: hasForm(SecretString, form as SecretForm) };
}

/** Lists come in pages; only the first list of an answer goes on. */
async function theRest(
  client: AccountClient,
  command: Command,
  input: object,
  first: Record<string, unknown>,
  abortSignal: AbortSignal,
): Promise<unknown> {
  const whole = { ...first };
  let token = first.NextToken;
  while (typeof token === 'string' && token !== '') {
    const page = (await client.send(new command({ ...input, NextToken: token }), { abortSignal })) as typeof first;
    for (const [name, value] of Object.entries(page)) {
      if (Array.isArray(value) && Array.isArray(whole[name])) whole[name] = [...(whole[name] as unknown[]), ...value];
    }
    token = page.NextToken;
  }
  return whole;
}

function faultOf(error: unknown): AccountAnswer {
  const { name, message, code, cause } = error as Error & { readonly code?: string };
  // A name that is not there has its fault in `code`, and a connection that failed in its cause.
  const below = (cause as { readonly code?: string } | undefined)?.code;
  return { ok: false, fault: code ?? below ?? name, says: message };
}
