import { describe, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import { apiRoutes, pathPattern } from '../../contracts/api-paths.ts';

describe('a call', () => {
  test('has the method and the address of its route, with what is given in their places', () => {
    expect(api('POST lines/{onSale}/join', { onSale: 'friends-2027' })).toEqual({
      method: 'POST',
      url: '/api/lines/friends-2027/join',
    });
    expect(
      api('DELETE performances/{performance}/holds/{hold}', { performance: 'lear-3', hold: 'Ab3_dE-9xYz0' }),
    ).toEqual({ method: 'DELETE', url: '/api/performances/lear-3/holds/Ab3_dE-9xYz0' });
    expect(api('GET basket')).toEqual({ method: 'GET', url: '/api/basket' });
  });

  test('cannot leave its path by what is given', () => {
    expect(api('GET orders/{order}', { order: '../staff/orders?from=x#y' }).url).toBe(
      '/api/orders/..%2Fstaff%2Forders%3Ffrom%3Dx%23y',
    );
  });

  test('that the table does not have does not compile', () => {
    // The type checker reads these; a line that compiled would be an error of its own.
    // @ts-expect-error: there is no such path
    expect(api('POST lines/{onSale}/jion', { onSale: 'x' })).toBeDefined();
    // @ts-expect-error: there is no such method there
    expect(api('GET basket/extend')).toBeDefined();
    // @ts-expect-error: a parameter is missing
    expect(api('GET orders/{order}')).toBeDefined();
    // @ts-expect-error: a parameter has another name
    expect(api('GET orders/{order}', { id: 'x' })).toBeDefined();
  });
});

describe('the paths of the table', () => {
  const matches = (pattern: string, path: string) => new RegExp(`^${pattern}$`).test(path);

  test('as a pattern take any parameter and nothing beside their routes', () => {
    const pattern = pathPattern(apiRoutes.filter(({ path }) => path.endsWith('.pdf')));
    expect(matches(pattern, '/api/orders/Ab3_dE-9xYz0/tickets.pdf')).toBe(true);
    expect(matches(pattern, '/api/orders/Ab3_dE-9xYz0/ticketsXpdf')).toBe(false);
    expect(matches(pattern, '/api/orders/a/b/tickets.pdf')).toBe(false);
    expect(matches(pathPattern(apiRoutes), '/api/basket')).toBe(true);
    expect(matches(pathPattern(apiRoutes), '/api/baskets')).toBe(false);
  });

  test('say what each route needs and how the firewall counts it', () => {
    const of = (name: string) => apiRoutes.find((route) => route.name === name);
    expect(of('seating/ask/hold-seats')).toMatchObject({ method: 'POST', needs: 'pass' });
    expect(of('ordering/book/list-orders')).toMatchObject({ needs: { staff: 'read-orders' } });
    expect(of('waiting-room/entry/join-line')).toMatchObject({ countsAs: 'join' });
    expect(of('seating/ask/show-availability')).not.toHaveProperty('needs');
    expect(of('control-room/readings/show-shared-readings')).not.toHaveProperty('needs');
    expect(apiRoutes.length).toBeGreaterThan(24);
  });
});
