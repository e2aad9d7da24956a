import { describe, expect, test } from '@jest/globals';
import { headsIn, headText } from '../../rules/head-text.ts';

const head = '0f'.repeat(32);
const shown = { onSale: 'friends-at-nine', n: 12, rolls: 3, head, at: 1_800_000_000_000 };
const text = headText({ onSale: shown.onSale, writtenAt: shown.at, ledger: { n: 12, rolls: 3, head } });

describe('a head as one word', () => {
  test('is as docs/fairness.md has it', () => {
    expect(text).toBe(`h1.friends-at-nine.12.3.${head}.1800000000000`);
  });

  test.each([
    ['itself', text],
    ['an address', `https://tickets.example.org/ledger?on-sale=friends-at-nine#head=${text}`],
    ['a line of a mail, with what is around it', `> Keep this mail (${text}).\r\n`],
    ['a saved mail, whose lines were broken', `see=20#head=3D${text.slice(0, 40)}=\r\n${text.slice(40)}\r\n`],
    ['a text that has it twice', `${text} and ${text}`],
  ])('is found in %s', (_, given) => {
    expect(headsIn(given)).toEqual([shown]);
  });

  test.each(['', 'h1.', text.slice(1), text.replace('0f', 'XX'), `a${text}`, text.replace('.12.', '.-1.')])(
    'is not found in “%s”',
    (given) => {
      expect(headsIn(given)).toEqual([]);
    },
  );

  test('several are found in their order', () => {
    const other = text.replace('.12.', '.13.');
    expect(headsIn(`${text}\n${other}`).map(({ n }) => n)).toEqual([12, 13]);
  });
});
