import type { RollBank, RollCommitment } from '../../../contracts/roll.ts';
import type { Dynamo } from '../../foundation/dynamo/dynamo.ts';
import { type Item, tableOf } from '../../foundation/table.store.ts';
import { type Draw, type RoundStore, sheetOf } from './round-store.ts';

/*
 * ROUND#<on-sale>#<round> / BANK#<4 digits>    counts (one string: a list of 1,024 numbers is read as slowly as it is
 *                                              long), tiles: some 9 kB
 * ROUND#<on-sale>#<round> / COMMITMENT         the commitment
 * ROUND#<on-sale>#<round> / DRAW               the draw; with the bank it is a draw sheet
 */
const roundKey = (onSale: string, round: number, sk: string) => ({ pk: `ROUND#${onSale}#${round}`, sk });
const bankName = (bank: number) => `BANK#${`${bank}`.padStart(4, '0')}`;

export function roundStore(client: Dynamo, name: string): RoundStore {
  const table = tableOf(client, name);
  return {
    async keepBank({ onSale, round, bank, counts, tiles }) {
      await table.putNew({ ...roundKey(onSale, round, bankName(bank)), counts: counts.join(' '), tiles });
    },

    async banks(onSale, round) {
      const ofRound = {
        KeyConditionExpression: 'pk = :round AND begins_with(sk, :bank)',
        ExpressionAttributeValues: { ':round': roundKey(onSale, round, '').pk, ':bank': 'BANK#' },
      };
      return (await table.query(ofRound, 'latest')).map((item) => bankIn(onSale, round, item));
    },

    async commit(commitment) {
      const { onSale, round } = commitment;
      const first = await table.putNew({ ...roundKey(onSale, round, 'COMMITMENT'), ...commitment });
      return first.ok ? commitment : commitmentIn(first.standing);
    },

    async committed(onSale, round) {
      const item = await table.get(roundKey(onSale, round, 'COMMITMENT'), 'latest');
      return item && commitmentIn(item);
    },

    async draw(draw) {
      const first = await table.putNew({ ...roundKey(draw.onSale, draw.round, 'DRAW'), ...draw });
      return first.ok ? draw : (first.standing as unknown as Draw);
    },

    async sheet(onSale, round, bank) {
      const keys = [roundKey(onSale, round, 'DRAW'), roundKey(onSale, round, bankName(bank))];
      const found = await table.getMany(keys, 'latest');
      const draw = found.find(({ sk }) => sk === 'DRAW');
      const counted = found.find(({ sk }) => sk !== 'DRAW');
      return draw && counted && sheetOf(draw as unknown as Draw, bankIn(onSale, round, counted));
    },
  };
}

function bankIn(onSale: string, round: number, item: Item): RollBank {
  const { sk, counts, tiles } = item as { readonly sk: string; readonly counts: string; readonly tiles: string[] };
  return { v: 2, onSale, round, bank: Number(sk.slice(5)), counts: counts.split(' ').map(Number), tiles };
}

function commitmentIn({ pk: _pk, sk: _sk, ...commitment }: Item): RollCommitment {
  return commitment as unknown as RollCommitment;
}
