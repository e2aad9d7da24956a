import { describe, expect, test } from '@jest/globals';
import { matchRoute, type RoutePattern, readRouteKey, sortRoutes } from '../../http-api/routes.ts';

const routesOf = (...keys: readonly string[]): readonly RoutePattern[] =>
  sortRoutes(
    keys.map((key) => {
      const route = readRouteKey(key);
      if (route === undefined) throw new Error(key);
      return route;
    }),
  );

// The example of API Gateway's documentation.
const documented = routesOf('$default', 'ANY /{proxy+}', 'GET /pets/{proxy+}', 'GET /pets/dog/{id}', 'GET /pets/dog/1');

describe('routes', () => {
  test.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
  ])('%s %s goes to the most specific', (method, path, key, parameters) => {
    const match = matchRoute(documented, method, path);
    expect(match?.route.key).toBe(key);
    expect(match?.parameters).toEqual(parameters);
  });

  test.each([
    ['the method over ANY', routesOf('ANY /a', 'GET /a'), 'GET', '/a', 'GET /a'],
    ['ANY for another method', routesOf('ANY /a', 'GET /a'), 'PUT', '/a', 'ANY /a'],
    ['$default when the method is not there', routesOf('$default', 'GET /a'), 'PUT', '/a', '$default'],
    ['a variable in the middle', routesOf('GET /a/{b}/c'), 'GET', '/a/x/c', 'GET /a/{b}/c'],
  ])('%s', (_, routes, method, path, key) => {
    expect(matchRoute(routes, method, path)?.route.key).toBe(key);
  });

  test.each([
    ['another case', '/A'],
    ['an empty variable', '/a/'],
    ['a longer path', '/a/b/c'],
  ])('%s matches nothing', (_, path) => {
    expect(matchRoute(routesOf('GET /a', 'GET /a/{b}'), 'GET', path)).toBeUndefined();
  });

  test('a key that is no route key is not read', () => {
    expect(readRouteKey('get /a')).toBeUndefined();
    expect(readRouteKey('/a')).toBeUndefined();
  });
});
