import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiPrefix } from '../../contracts/api.ts';
import { languages } from '../../contracts/languages.ts';
import { header } from '../../contracts/paths.ts';
import { twoPassKeys } from '../lib/stages.ts';
import { missingPage, type Resource, synthesize } from '../lib/synthesize.ts';
import { aPass, type Edge, edgeOf, engines } from './built.ts';

/*
 * The functions as a deployment makes them: their text is taken from the templates, and what CloudFormation would fetch
 * from Secrets Manager is put in its place.
 */

/** As long as the secrets that Secrets Manager makes up. */
const secrets = ['0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01', '9'.repeat(64)] as const;

let resources: readonly Resource[];
beforeAll(async () => {
  ({ resources } = await synthesize(twoPassKeys));
});

test('the secrets here are as long as those that will be made up', () => {
  const made = resources.filter(({ Type, id }) => Type === 'AWS::SecretsManager::Secret' && id.includes('PassKey'));
  expect(made.map(({ Properties }) => Properties.GenerateSecretString.PasswordLength)).toEqual(
    secrets.map((secret) => secret.length),
  );
});

/**
 * Joins the parts that the template joins. A part that another resource would fill in becomes the JSON of the question.
 */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [separator, parts] = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'] ?? [];
  return parts ? parts.map(textOf).join(separator) : encodeURIComponent(JSON.stringify(value));
}

function deployed(id: string): string {
  const found = resources.filter((one) => one.Type === 'AWS::CloudFront::Function' && one.id.includes(id));
  expect(found.map(({ Properties }) => Properties.FunctionConfig.Runtime)).toEqual(['cloudfront-js-2.0']);
  const references = new Map<string, string>();
  return textOf(found[0]?.Properties.FunctionCode).replace(
    /\{\{resolve:secretsmanager:([^}]*)\}\}/g,
    (_, reference) => {
      if (!references.has(reference)) references.set(reference, secrets[references.size] as string);
      return references.get(reference) as string;
    },
  );
}

describe.each(engines)('as a deployment makes it, in %s', (_name, engine) => {
  const basket = (pass?: string) => ({
    method: 'GET',
    path: `${apiPrefix}basket`,
    headers: { host: 'tickets.example.org', ...(pass !== undefined && { [header.pass]: pass }) },
  });
  const statuses = (edge: Edge, passes: readonly (string | undefined)[]) =>
    edge.askAll(passes.map(basket)).map((decision) => (decision.go === 'on' ? 'on' : decision.response.status));

  test('the API opens for passes of both keys, and for nothing else', () => {
    const code = deployed('BeforeApi');
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
    const edge = edgeOf(code, engine);
    const [first, second] = secrets;
    const valid = aPass(undefined, 'a', first);
    expect(statuses(edge, [valid, aPass(undefined, 'b-2027', second)])).toEqual(['on', 'on']);
    expect(
      statuses(edge, [
        undefined,
        '',
        aPass(undefined, 'a', second),
        aPass(undefined, 'b-2027', first),
        aPass(undefined, 'c', first),
        aPass(undefined, 'constructor', first),
        valid.replace('.', '..'),
        `${valid.slice(0, -1)}${valid.endsWith('A') ? 'B' : 'A'}`,
      ]),
    ).toEqual([401, 401, 401, 401, 401, 401, 401, 401]);
    expect(statuses(edge, [aPass({ o: 'friends', f: 'f', i: 'p', x: 1 }, 'a', first)])).toEqual([403]);
    expect(edge.ask({ path: `${apiPrefix}lines/friends-2027/join`, method: 'POST' }).go).toBe('on');
  });

  test('the site finds its pages, and says in each language that there is none', () => {
    const code = deployed('BeforeSite');
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
    const edge = edgeOf(code, engine);
    const asked = languages.map((language) => ({ headers: { 'accept-language': language } }));
    expect(
      edge
        .askAll(asked.map((one) => ({ ...one, path: '/no-such-page' })))
        .map((decision) => decision.go === 'back' && [decision.response.status, decision.response.body.toString()]),
    ).toEqual(languages.map((language) => [404, missingPage(language)]));
    expect(
      edge
        .askAll(asked.map((one) => ({ ...one, path: '/Line/' })))
        .map((decision) => decision.go === 'on' && decision.request.path),
    ).toEqual(languages.map((language) => (language === 'en' ? '/line.html' : `/${language}/line.html`)));
  });
});
