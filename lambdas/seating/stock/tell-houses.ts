import type { HouseReadings } from '../../../contracts/readings.ts';
import type { Stock } from '../../../contracts/stock.ts';
import { isTrial } from '../../../contracts/trial.ts';
import type { KeptReadings } from '../../foundation/readings/kept-readings.ts';
import type { IsLookedAt } from '../../foundation/readings/looks.ts';
import { isTimeToWrite } from '../../foundation/readings/when-to-write.ts';
import type { OnSalePerformances } from '../house/on-sale-performances.ts';

/**
 * After a count: writes the seats of each on-sale by performance and price band, for those who run the morning, if it is
 * time to. What fails here is told, and keeps nobody from counting.
 */
export interface TellHousesDeps {
  readonly readings: KeptReadings<HouseReadings>;
  readonly isLookedAt: IsLookedAt;
  /** By the reading of the last count. */
  readonly byBand: (onSale: OnSalePerformances, now: number) => Promise<Pick<HouseReadings, 'bands' | 'performances'>>;
  readonly report: (error: unknown) => void;
}

export interface HouseTeller {
  /** Whether counts have to be as young as those who look expect them. */
  readonly isLookedAt: (now: number) => Promise<boolean>;
  readonly tell: (onSale: OnSalePerformances, stock: Stock, isLookedAt: boolean) => Promise<void>;
}

export function houseTeller({ readings, isLookedAt, byBand, report }: TellHousesDeps): HouseTeller {
  const writtenAt = new Map<string, number>();
  const tell = async (onSale: OnSalePerformances, stock: Stock, looked: boolean): Promise<void> => {
    const { countedAt, seats, free, held, sold, off, asks } = stock;
    if (isTrial(stock.onSale) || !isTimeToWrite(writtenAt.get(stock.onSale), looked, countedAt)) return;
    const counts = { seats, free, held, sold, ...(off && { off }), asks };
    const parts = await byBand(onSale, countedAt);
    await readings.write(stock.onSale, countedAt, () => ({
      v: 1,
      onSale: stock.onSale,
      countedAt,
      ...counts,
      ...parts,
    }));
    writtenAt.set(stock.onSale, countedAt);
  };
  return {
    isLookedAt: (now) =>
      isLookedAt(now).catch((error: unknown) => {
        report(error);
        return false;
      }),
    tell: (onSale, stock, looked) => tell(onSale, stock, looked).catch(report),
  };
}
