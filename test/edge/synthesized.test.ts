import { beforeAll, describe, expect, test } from '@jest/globals';
import { apiPrefix } from '../../contracts/api.ts';
import { languages } from '../../contracts/languages.ts';
import { header } from '../../contracts/paths.ts';
import { missingPage, type Resource, synthesize } from '../lib/synthesize.ts';
import { aPass, type Edge, edgeOf, engines } from './built.ts';

/*
 * The functions as a deployment makes them: their text is taken from the templates, and the store of keys is the one
 * that the template gives them.
 */

/** As long as the secrets that are made up. */
const secrets = ['0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ01', '9'.repeat(64)] as const;
const store = { values: { a: secrets[0], 'b-2027': secrets[1] }, fails: false };

let resources: readonly Resource[];
beforeAll(async () => {
  ({ resources } = await synthesize());
});

const functionNamed = (id: string): Resource => {
  const found = resources.filter((one) => one.Type === 'AWS::CloudFront::Function' && one.id.includes(id));
  expect(found.map(({ Properties }) => Properties.FunctionConfig.Runtime)).toEqual(['cloudfront-js-2.0']);
  return found[0] as Resource;
};

/** Nothing is put into a function at deployment: its text is a text. */
function deployed(id: string): string {
  const text: unknown = functionNamed(id).Properties.FunctionCode;
  if (typeof text !== 'string') throw new Error(`${id} is filled in at deployment`);
  expect(text).not.toContain('{{resolve:');
  return text;
}

test('only the function before the API reads the store of keys', () => {
  const stores = resources.filter(({ Type }) => Type === 'AWS::CloudFront::KeyValueStore');
  expect(stores.map(({ Properties }) => Object.keys(Properties))).toEqual([['Comment', 'Name']]);
  const associated = JSON.stringify(functionNamed('BeforeApi').Properties.FunctionConfig.KeyValueStoreAssociations);
  expect(associated).toContain(stores[0]?.id);
  expect(functionNamed('BeforeSite').Properties.FunctionConfig.KeyValueStoreAssociations).toBeUndefined();
});

describe.each(engines)('as a deployment makes it, in %s', (_name, engine) => {
  const basket = (pass?: string) => ({
    method: 'GET',
    path: `${apiPrefix}basket`,
    headers: { host: 'tickets.example.org', ...(pass !== undefined && { [header.pass]: pass }) },
  });
  const statuses = async (edge: Edge, passes: readonly (string | undefined)[]) =>
    (await edge.askAll(passes.map(basket))).map((decision) => (decision.go === 'on' ? 'on' : decision.response.status));

  test('the API opens for passes of both keys, and for nothing else', async () => {
    const code = deployed('BeforeApi');
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
    const edge = edgeOf(code, engine, store);
    const [first, second] = secrets;
    const valid = aPass(undefined, 'a', first);
    expect(await statuses(edge, [valid, aPass(undefined, 'b-2027', second)])).toEqual(['on', 'on']);
    expect(
      await statuses(edge, [
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
    expect(await statuses(edge, [aPass({ o: 'friends', f: 'f', i: 'p', x: 1 }, 'a', first)])).toEqual([403]);
    expect((await edge.ask({ path: `${apiPrefix}lines/friends-2027/join`, method: 'POST' })).go).toBe('on');
  });

  test('the site finds its pages, and says in each language that there is none', async () => {
    const code = deployed('BeforeSite');
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
    const edge = edgeOf(code, engine, store);
    const asked = languages.map((language) => ({ headers: { 'accept-language': language } }));
    expect(
      (await edge.askAll(asked.map((one) => ({ ...one, path: '/no-such-page' })))).map(
        (decision) => decision.go === 'back' && [decision.response.status, decision.response.body.toString()],
      ),
    ).toEqual(languages.map((language) => [404, missingPage(language)]));
    expect(
      (await edge.askAll(asked.map((one) => ({ ...one, path: '/Line/' })))).map(
        (decision) => decision.go === 'on' && decision.request.path,
      ),
    ).toEqual(languages.map((language) => (language === 'en' ? '/line.html' : `/${language}/line.html`)));
  });
});
