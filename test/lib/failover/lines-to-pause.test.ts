import { expect, test } from '@jest/globals';
import type { Season } from '../../../contracts/catalogue.ts';
import type { Board } from '../../../contracts/line.ts';
import type { Read } from '../../../lib/deployment/live-lines.ts';
import { linesToPause } from '../../../lib/failover/lines-to-pause.ts';

const season: Read<Season> = { is: 'there', file: { onSales: [] } as unknown as Season };
const board = (phase: Board['phase']): Read<Board> => ({
  is: 'there',
  file: { phase, waiting: 7 } as unknown as Board,
});
const unknown = { is: 'unknown', why: 'https://live.example.org answers 503' } as const;

test('lines that call people, or will, are paused; others stay as they are', () => {
  const boards = new Map([
    ...(['open', 'lobby', 'paused', 'sold-out', 'closed'] as const).map((phase) => [phase, board(phase)] as const),
    ['not-opened', { is: 'missing' } as const] as const,
  ]);
  const named = (elsewhere: boolean) => {
    const lines = linesToPause({ season, boards }, elsewhere);
    return typeof lines === 'string' ? lines : lines.map(({ onSale }) => onSale);
  };
  expect(named(false)).toEqual(['open', 'lobby']);
  // They shall all say where tickets are sold.
  expect(named(true)).toEqual(['open', 'lobby', 'paused']);
  expect(linesToPause({ season: { is: 'missing' }, boards: new Map() }, false)).toEqual([]);
});

test('what cannot be read is said, and no line is taken for quiet', () => {
  expect(linesToPause({ season: unknown, boards: new Map() }, false)).toContain('the published season cannot be read');
  expect(linesToPause({ season, boards: new Map([['friends', unknown]]) }, false)).toContain('the board of friends');
});
