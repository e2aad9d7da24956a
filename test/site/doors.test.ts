import { describe, expect, test } from '@jest/globals';
import type { PublishedOnSale } from '../../contracts/catalogue.ts';
import type { Board } from '../../contracts/line.ts';
import type { Browser } from '../../site/api.ts';
import { withDoors } from '../../site/doors.ts';

describe('doors as the board has them', () => {
  const now = Date.UTC(2027, 2, 6, 8, 50);
  const minute = 60_000;
  const friends = { id: 'friends', opensAt: now + 10 * minute, closesAt: now + 600 * minute } as PublishedOnSale;

  /** A browser for which these boards are published. */
  const browserOf = (boards: Record<string, Partial<Board>>, asked: string[] = []): Browser => ({
    send: async (url) => {
      asked.push(url);
      const board = boards[url];
      return board ? Response.json(board) : new Response('', { status: 404 });
    },
    wait: async () => undefined,
    chance: () => 0.5,
    now: () => now,
  });
  const look = (board: Partial<Board>) =>
    withDoors(browserOf({ 'https://live/lines/friends/board.json': board }), 'https://live', friends, now);

  test('are those that staff moved', async () => {
    expect(await look({ opensAt: now + 25 * minute, phase: 'lobby' })).toEqual({
      ...friends,
      opensAt: now + 25 * minute,
    });
    expect(await look({ opensAt: now - minute, phase: 'open' })).toEqual({ ...friends, opensAt: now - minute });
  });

  test('are closed once staff ended the line', async () => {
    expect(await look({ opensAt: friends.opensAt, phase: 'closed' })).toEqual({ ...friends, closesAt: now });
    expect(await look({ opensAt: friends.opensAt, phase: 'sold-out' })).toEqual(friends);
  });

  test('are as promised where there is no board, and nobody asks for one of a sale that is over', async () => {
    const asked: string[] = [];
    const over = { ...friends, id: 'members', closesAt: now };
    for (const one of [friends, over]) expect(await withDoors(browserOf({}, asked), '', one, now)).toEqual(one);
    expect(asked).toEqual(['/lines/friends/board.json']);
  });
});
