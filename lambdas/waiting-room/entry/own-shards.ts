import type { RoundKey } from '../draw/roll-store.ts';

/**
 * Which shard of a round the next join of this handler goes to. First one of those that the round offers to all, by
 * chance. Once one of them was found full the handler is given a shard that it fills alone, and then the next. Nobody
 * else appends to that one, so the handler counts what is left on it and meets a full shard hardly ever again:
 *
 *     offered to all ──one is full──▶ own shard, `cap` joins ──▶ the next own shard …
 *
 * A handler that ends leaves its shard part empty, which harms nothing.
 */
export interface ShardGiver {
  allocate(round: RoundKey): Promise<number | 'sealed'>;
}

interface Own {
  readonly shard: number;
  left: number;
}

/** Far more rounds than are ever joined at once. */
const mostRounds = 200;

export class OwnShards {
  readonly #rounds = new Map<string, Own | 'none yet'>();
  readonly #asking = new Map<string, Promise<number | 'sealed'>>();

  /** `random`: from 0 up to, not including, 1. `sealed`: the round takes no more joins. */
  async next(rolls: ShardGiver, round: RoundKey, cap: number, random: () => number): Promise<number | 'sealed'> {
    const name = nameOf(round);
    for (;;) {
      const own = this.#rounds.get(name);
      if (!own) return Math.min(round.offered - 1, Math.floor(random() * round.offered));
      if (own !== 'none yet' && own.left > 0) {
        own.left -= 1;
        return own.shard;
      }
      const shard = await this.#ask(rolls, round, name);
      if (shard === 'sealed') return shard;
      const now = this.#rounds.get(name);
      // One who waited for the same answer may have noted it already.
      if (now === undefined || now === 'none yet' || now.shard !== shard) this.#keep(name, { shard, left: cap });
    }
  }

  /** This shard takes no more. */
  isOver(round: RoundKey, shard: number): void {
    const own = this.#rounds.get(nameOf(round));
    if (own === undefined ? shard < round.offered : own !== 'none yet' && own.shard === shard)
      this.#keep(nameOf(round), 'none yet');
  }

  #keep(name: string, own: Own | 'none yet'): void {
    this.#rounds.set(name, own);
    const [oldest] = this.#rounds.keys();
    if (this.#rounds.size > mostRounds && oldest !== undefined) this.#rounds.delete(oldest);
  }

  /** All who need one at the same time wait for one answer. */
  #ask(rolls: ShardGiver, round: RoundKey, name: string): Promise<number | 'sealed'> {
    const asking = this.#asking.get(name) ?? rolls.allocate(round).finally(() => this.#asking.delete(name));
    this.#asking.set(name, asking);
    return asking;
  }
}

const nameOf = ({ onSale, round }: RoundKey): string => `${onSale}#${round}`;
