import { expect, test } from '@jest/globals';
import { findRoute } from '../../../simulation/stage/find-route.ts';

test.each([
  ['POST', '/api/lines/friends/join', 'waiting-room/entry/join-line', { onSale: 'friends' }],
  ['GET', '/api/performances/lear-3/holds/abc', 'seating/ask/show-hold', { performance: 'lear-3', hold: 'abc' }],
  ['GET', '/api/orders/a%2Fb/tickets.pdf', 'ordering/ticket/give-tickets', { order: 'a/b' }],
  ['GET', '/api/staff/orders', 'ordering/book/list-orders', {}],
  ['GET', '/api/staff/orders/x', 'ordering/book/audit-order', { order: 'x' }],
  ['POST', '/api/basket/extend', 'seating/ask/extend-basket', {}],
  ['PUT', '/api/basket', 'foundation/answer-unknown', {}],
  ['GET', '/api/Basket', 'foundation/answer-unknown', {}],
  ['GET', '/api/lines/friends/join/again', 'foundation/answer-unknown', {}],
])('%s %s reaches %s', (method, path, name, parameters) => {
  expect(findRoute(method, path)).toEqual({ name, path: parameters });
});
