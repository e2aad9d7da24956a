/**
 * Reads the inside of a dynamic reference, `{{resolve:<service>:…}}`.
 *
 *     secretsmanager:<arn or name>:SecretString:<json key>:<version stage>:<version id>
 *     ssm:<name>[:<version>]
 *
 * The arn of a secret holds six colons itself, so it is taken whole.
 */

export type DynamicReference =
  | { readonly service: 'secretsmanager'; readonly secret: string; readonly jsonKey: string | undefined }
  | { readonly service: 'ssm'; readonly name: string };

export type ReadReference =
  | { readonly ok: true; readonly reference: DynamicReference }
  | { readonly ok: false; readonly problem: string };

const partsOfArn = 7;

/** @param text without the braces and without `resolve:`. */
export const readDynamicReference = (text: string): ReadReference => {
  const [service, ...parts] = text.split(':');
  if (service === 'ssm' && parts[0] !== undefined && parts[0] !== '') {
    return { ok: true, reference: { service, name: parts[0] } };
  }
  if (service === 'secretsmanager') {
    const length = parts[0] === 'arn' ? partsOfArn : 1;
    const secret = parts.slice(0, length).join(':');
    const [kind = 'SecretString', jsonKey, stage = '', version = ''] = parts.slice(length);
    if (kind !== 'SecretString') return { ok: false, problem: `"${kind}" must be SecretString` };
    if (version !== '' || !['', 'AWSCURRENT'].includes(stage)) {
      return { ok: false, problem: 'only the current version of a secret is kept' };
    }
    return { ok: true, reference: { service, secret, jsonKey: jsonKey === '' ? undefined : jsonKey } };
  }
  return { ok: false, problem: `the service "${service}" is not known to the local cloud` };
};
