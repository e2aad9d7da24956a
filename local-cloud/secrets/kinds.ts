/** Secrets, kept in `<state>/secrets.json`, and parameters, which are what the templates say. */
import { randomInt, randomUUID } from 'node:crypto';
import { faultsOf } from '../faults/faults.ts';
import type { Cloud, Kind } from '../kind.ts';
import { onceACloud } from '../once-a-cloud.ts';
import { physicalName, stableId } from '../physical-name.ts';
import { propertiesOf } from '../properties.ts';
import { parametersGuard, secretsGuard } from './asks.ts';
import { generateSecret } from './generate-secret.ts';
import { findParameter, keepParameter } from './parameter.ts';
import { answerParameters, answerSecrets } from './requests.ts';
import { findSecret, keepSecret, type Secret } from './secret.ts';
import { type SecretsStore, secretsStore } from './secrets.store.ts';

const secretsManager = (cloud: Cloud): SecretsStore =>
  onceACloud(cloud, 'secrets-manager', () => {
    const { apis } = cloud;
    const find = (id: string) => findSecret(cloud, id);
    const faults = faultsOf(cloud);
    const isUnreadable = ({ name }: Secret) => faults.of('secret-unreadable', name) !== undefined;
    apis.serveJson('secretsmanager', secretsGuard(find), async (call) => answerSecrets(find, call, isUnreadable));
    cloud.endpoints.set('SECRETS_MANAGER', apis.url);
    return secretsStore(cloud.state);
  });

const parameterStore = (cloud: Cloud): void =>
  onceACloud(cloud, 'parameter-store', () => {
    const { apis } = cloud;
    apis.serveJson('AmazonSSM', parametersGuard(cloud.account), async (call) =>
      answerParameters((name, region) => findParameter(cloud, region, name), call.region ?? '', call),
    );
    cloud.endpoints.set('SSM', apis.url);
  });

const mostNameCharacters = 512;
const arnEnding = 6;

const secretKind: Kind = {
  type: 'AWS::SecretsManager::Secret',
  make: (resource, cloud) => {
    const store = secretsManager(cloud);
    const properties = propertiesOf(resource).only([
      'Name',
      'Description',
      'GenerateSecretString',
      'SecretString',
      'KmsKeyId',
      'Tags',
    ]);
    const name = properties.optionalText('Name') ?? physicalName(resource, mostNameCharacters);
    faultsOf(cloud).register('secret', name);
    const arn = `arn:aws:secretsmanager:${resource.region}:${cloud.account}:secret:${name}-${stableId(resource, arnEnding)}`;
    const wish = properties.inside('GenerateSecretString');
    const given = properties.optionalText('SecretString');
    const put = (value: string): void =>
      store.put(arn, { value, versionId: randomUUID(), createdAt: store.get(arn)?.createdAt ?? Date.now() });
    // A text in the template is what the template says now; a generated one is made once.
    if (given !== undefined && given !== store.get(arn)?.value) put(given);
    else if (store.get(arn) === undefined) put(wish === undefined ? '' : generateSecret(wish, randomInt));
    keepSecret(cloud, {
      arn,
      name,
      createdAt: store.get(arn)?.createdAt ?? 0,
      versionId: () => store.get(arn)?.versionId ?? '',
      value: () => store.get(arn)?.value ?? '',
      put,
    });
    return { ref: arn, attributes: { Id: arn }, open: async () => store.open() };
  },
};

const parameterKind: Kind = {
  type: 'AWS::SSM::Parameter',
  make: (resource, cloud) => {
    parameterStore(cloud);
    const properties = propertiesOf(resource);
    const name = properties.optionalText('Name') ?? physicalName(resource, mostNameCharacters);
    const value = properties.text('Value');
    keepParameter(cloud, resource.region, name, value);
    return { ref: name, attributes: { Type: properties.text('Type'), Value: value } };
  },
};

export const secretsKinds: readonly Kind[] = [secretKind, parameterKind];
