import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { descriptionPath } from '../../../contracts/api.ts';
import { apiRoutes } from '../../../contracts/api-paths.ts';
import { refusals } from '../../../contracts/refusals.ts';
import { describeApi } from '../../../site/developers/describe-api.ts';
import { examples, given } from '../../../site/developers/examples.ts';
import { namedSchemas, type SchemaName } from '../../../site/developers/named-schemas.ts';
import type { OpenApi } from '../../../site/developers/open-api.ts';
import { builtSite } from '../built-site.ts';

const api = describeApi();

/** The faults that a strict linter finds, a line each. */
async function findings(document: unknown): Promise<readonly string[]> {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      'no-invalid-media-type-examples': 'error',
      'no-invalid-schema-examples': 'error',
      'no-invalid-parameter-examples': 'error',
      'no-unused-components': 'error',
      'operation-operationId-unique': 'error',
      'path-parameters-defined': 'error',
      'tag-description': 'error',
    },
  });
  const problems = await lintFromString({
    source: JSON.stringify(document),
    absoluteRef: '/openapi.json',
    config,
  });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} (${location[0]?.pointer ?? ''})`);
}

describe('the description of the API', () => {
  test('is what the build writes', () => {
    const written = readFileSync(join(builtSite(), descriptionPath), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(api)));
  });

  test('is OpenAPI 3.1 by a linter’s rules, examples included', async () => {
    expect(api.openapi).toBe('3.1.1');
    expect(await findings(api)).toEqual([]);
  });

  test('would not pass with a reference to nothing, a parameter too few or an example of another form', async () => {
    const spoil = (change: (spoilt: OpenApi) => void) => {
      const spoilt = structuredClone(api) as OpenApi;
      change(spoilt);
      return findings(spoilt);
    };
    expect(
      await spoil((document) => {
        delete (document.components.schemas as Record<string, unknown>).Joined;
      }),
    ).toContainEqual(expect.stringContaining('no-unresolved-refs'));
    expect(
      await spoil((document) => {
        const operation = Object.values(document.paths)[0]?.post as { parameters?: unknown };
        delete operation.parameters;
      }),
    ).toContainEqual(expect.stringContaining('path-parameters-defined'));
    expect(
      await spoil((document) => {
        (document.components.schemas.Claimed as { examples: unknown }).examples = [{ pass: 7 }];
      }),
    ).toContainEqual(expect.stringContaining('no-invalid-schema-examples'));
  });

  test('tells of every route of the table, by its method and path', () => {
    const told = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(apiRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('says what each route needs, and which permission of the staff', () => {
    const needs = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId, security }) => [operationId, security] as const),
    );
    expect(Object.fromEntries(needs)).toMatchObject({
      'join-line': [],
      'claim-pass': [{ receipt: [] }],
      'hold-seats': [{ pass: [] }],
      'show-order': [{ 'order-key': [] }],
      'list-orders': [{ staff: ['read-orders'] }],
    });
  });

  test('knows every code that a problem document may have', () => {
    const types = JSON.stringify(api.components.schemas.Problem?.properties?.type);
    for (const code of Object.keys(refusals)) expect(types).toContain(`"/problems/${code}"`);
    expect(types).toContain('"/problems/fault"');
  });
});

describe('an example', () => {
  test.each(Object.keys(namedSchemas) as SchemaName[])('of %s is one by our own schema', (name) => {
    expect(namedSchemas[name].safeParse(examples[name])).toMatchObject({ success: true });
  });

  test('is there for every parameter', () => {
    const parameters = Object.values(api.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ parameters: all = [] }) => all.map(({ name }) => name)),
    );
    expect(parameters.filter((name) => given[name] === undefined)).toEqual([]);
  });
});
