/** Secrets Manager's and the parameter store's APIs, as far as a function or an operator reads them. */
import type { JsonCall, JsonReply } from '../http/aws-apis.ts';
import type { Secret } from './secret.ts';

const refuse = (type: string, message: string): JsonReply => ({ ok: false, type, message });

const described = (secret: Secret): object => ({
  ARN: secret.arn,
  Name: secret.name,
  CreatedDate: secret.createdAt / 1000,
});

const withValue = (secret: Secret): object => ({
  ...described(secret),
  SecretString: secret.value(),
  VersionId: secret.versionId(),
  VersionStages: ['AWSCURRENT'],
});

const unreadable: JsonReply = {
  ok: false,
  type: 'InternalServiceError',
  message: 'An error occurred on the server side.',
  status: 500,
};

/** @param isUnreadable whether a fault keeps its value back. */
export const answerSecrets = (
  find: (id: string) => Secret | undefined,
  { action, input }: JsonCall,
  isUnreadable: (secret: Secret) => boolean = () => false,
): JsonReply => {
  if (action === 'BatchGetSecretValue') {
    const ids = Array.isArray(input.SecretIdList) ? (input.SecretIdList as readonly string[]) : [];
    const found = ids.map((id) => [id, find(id)] as const);
    if (found.some(([, secret]) => secret && isUnreadable(secret))) return unreadable;
    return {
      ok: true,
      body: {
        SecretValues: found.flatMap(([, secret]) => (secret === undefined ? [] : [withValue(secret)])),
        Errors: found.flatMap(([id, secret]) =>
          secret === undefined ? [{ SecretId: id, ErrorCode: 'ResourceNotFoundException' }] : [],
        ),
      },
    };
  }
  if (!['GetSecretValue', 'DescribeSecret', 'PutSecretValue'].includes(action)) {
    return refuse('InvalidRequestException', `The local cloud does not run ${action} of Secrets Manager.`);
  }
  const secret = find(String(input.SecretId ?? ''));
  if (secret === undefined) {
    return refuse('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  }
  const stage = input.VersionStage;
  if (stage !== undefined && stage !== 'AWSCURRENT') {
    return refuse('ResourceNotFoundException', `The local cloud keeps no version at the stage ${String(stage)}.`);
  }
  if (action === 'DescribeSecret') return { ok: true, body: described(secret) };
  if (isUnreadable(secret)) return unreadable;
  if (action === 'GetSecretValue') return { ok: true, body: withValue(secret) };
  const value = input.SecretString;
  if (typeof value !== 'string') return refuse('InvalidParameterException', 'You must provide SecretString.');
  secret.put(value);
  return {
    ok: true,
    body: { ARN: secret.arn, Name: secret.name, VersionId: secret.versionId(), VersionStages: ['AWSCURRENT'] },
  };
};

/** @param find the value of a parameter by its name, in the region of the call. */
export const answerParameters = (
  find: (name: string, region: string) => string | undefined,
  region: string,
  { action, input }: JsonCall,
): JsonReply => {
  const parameter = (name: string): object | undefined => {
    const value = find(name, region);
    return value === undefined ? undefined : { Name: name, Type: 'String', Value: value, Version: 1 };
  };
  if (action === 'GetParameter') {
    const found = parameter(String(input.Name ?? ''));
    return found === undefined
      ? refuse('ParameterNotFound', `There is no parameter ${String(input.Name)} in ${region}.`)
      : { ok: true, body: { Parameter: found } };
  }
  if (action === 'GetParameters') {
    const names = Array.isArray(input.Names) ? (input.Names as readonly string[]) : [];
    const found = names.map((name) => [name, parameter(name)] as const);
    return {
      ok: true,
      body: {
        Parameters: found.flatMap(([, each]) => (each === undefined ? [] : [each])),
        InvalidParameters: found.flatMap(([name, each]) => (each === undefined ? [name] : [])),
      },
    };
  }
  return refuse('InvalidAction', `The local cloud does not run ${action} of the parameter store.`);
};
