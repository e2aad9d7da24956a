import { expect, test } from '@jest/globals';
import { apiPrefix } from '../../../contracts/api.ts';
import { findRoute } from '../../../simulation/stage/find-route.ts';

test.each([
  ['POST', `${apiPrefix}lines/friends/join`, 'waiting-room/entry/join-line', { onSale: 'friends' }],
  ['GET', `${apiPrefix}performances/lear-3/holds/abc`, 'seating/ask/show-hold', { performance: 'lear-3', hold: 'abc' }],
  ['GET', `${apiPrefix}orders/a%2Fb/tickets.pdf`, 'ordering/ticket/give-tickets', { order: 'a/b' }],
  ['GET', `${apiPrefix}staff/orders`, 'ordering/book/list-orders', {}],
  ['GET', `${apiPrefix}staff/orders/x`, 'ordering/book/audit-order', { order: 'x' }],
  ['POST', `${apiPrefix}basket/extend`, 'seating/ask/extend-basket', {}],
  ['PUT', `${apiPrefix}basket`, 'foundation/answer-unknown', {}],
  ['GET', `${apiPrefix}Basket`, 'foundation/answer-unknown', {}],
  ['GET', `${apiPrefix}lines/friends/join/again`, 'foundation/answer-unknown', {}],
])('%s %s reaches %s', (method, path, name, parameters) => {
  expect(findRoute(method, path)).toEqual({ name, path: parameters });
});
