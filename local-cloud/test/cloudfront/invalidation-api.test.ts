import { expect, test } from '@jest/globals';
import { answerInvalidation, invalidationAsks } from '../../cloudfront/invalidation-api.ts';

const call = (method: string, url: string, body = '') => ({
  ...{ method, url, headers: {}, region: undefined },
  body: Buffer.from(body),
});

const batch = (...paths: readonly string[]) =>
  `<InvalidationBatch><Paths><Quantity>${paths.length}</Quantity><Items>${paths
    .map((path) => `<Path>${path}</Path>`)
    .join('')}</Items></Paths><CallerReference>one</CallerReference></InvalidationBatch>`;

function answered(method: string, url: string, body?: string) {
  const forgotten: string[] = [];
  const find = (id: string) =>
    id === 'E1' ? { invalidate: (paths: readonly string[]) => forgotten.push(...paths) } : undefined;
  return { ...answerInvalidation(find, call(method, url, body)), forgotten };
}

const at = '/2020-05-31/distribution/E1/invalidation';

test('a distribution forgets the paths that are named', () => {
  const { status, body, forgotten } = answered('POST', at, batch('/*', '/a&amp;b.html'));
  expect([status, forgotten]).toEqual([201, ['/*', '/a&b.html']]);
  const [, id] = /<Id>(I[0-9A-F]{24})<\/Id><Status>Completed</.exec(body) ?? [];
  expect(answered('GET', `${at}/${id}`)).toMatchObject({ status: 200, forgotten: [] });
});

test('what names no distribution or no path is refused', () => {
  expect(answered('POST', at.replace('E1', 'E2'), batch('/*'))).toMatchObject({ status: 404 });
  for (const body of [batch(), batch('a.html')]) {
    const { status, forgotten } = answered('POST', at, body);
    expect([status, forgotten]).toEqual([400, []]);
  }
  expect(answered('DELETE', at)).toMatchObject({ status: 400 });
  expect(answered('GET', '/2020-05-31/distribution/E1/config')).toMatchObject({ status: 400 });
});

test('it must be allowed on that distribution', () => {
  expect(invalidationAsks('111122223333', call('POST', at))).toEqual([
    { action: 'cloudfront:CreateInvalidation', resource: 'arn:aws:cloudfront::111122223333:distribution/E1' },
  ]);
});
