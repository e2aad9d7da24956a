/** The permissions that a call of Secrets Manager or of the parameter store needs. */
import type { Guard, JsonCall, JsonReply } from '../http/aws-apis.ts';
import type { Secret } from './secret.ts';

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A secret that is not there has no arn, so only a statement about all secrets allows to ask for it. */
const noSecret = 'arn:aws:secretsmanager:::secret:';

export const secretsGuard = (find: (id: string) => Secret | undefined): Guard<JsonCall, JsonReply> => ({
  asks: ({ action, input }) => {
    const isBatch = action === 'BatchGetSecretValue';
    const arnOf = (id: string): string => find(id)?.arn ?? (id.startsWith('arn:') ? id : `${noSecret}${id}`);
    const each = (isBatch ? texts(input.SecretIdList) : [String(input.SecretId ?? '')]).map((id) => ({
      action: `secretsmanager:${isBatch ? 'GetSecretValue' : action}`,
      resource: arnOf(id),
    }));
    return isBatch ? [{ action: 'secretsmanager:BatchGetSecretValue', resource: '*' }, ...each] : each;
  },
});

export const parametersGuard = (account: string): Guard<JsonCall, JsonReply> => ({
  asks: ({ action, input, region }) => {
    const names = action === 'GetParameters' ? texts(input.Names) : [String(input.Name ?? '')];
    return names.map((name) => ({
      action: `ssm:${action}`,
      resource: `arn:aws:ssm:${region ?? ''}:${account}:parameter/${name.replace(/^\//, '')}`,
    }));
  },
});
