import type { PlaceOrderDeps } from './place-order.ts';

/*
 * Whose fault a fault is. A fan gets a voucher for one of ours, so it must be one that no request can bring about. Such
 * are those of our table, our queue and our published files. All others may come of what was sent: the payment provider
 * reads the fan's own words, many requests at once make an order move under each other's hands, and a text may be one
 * that our code was not made for. So those are faults too, but they earn nothing.
 */

/** A fault of something that is ours. The cause is what it threw. */
class OwnFault extends Error {}

/** As given; what they throw is known as our own fault. */
export function knowingOwnFaults<
  Deps extends Pick<PlaceOrderDeps, 'store' | 'findPerformance' | 'findSeats' | 'askHouse'>,
>(deps: Deps): Deps {
  const { store, findPerformance, findSeats, askHouse } = deps;
  return {
    ...deps,
    store: {
      put: own(store.put),
      get: own(store.get),
      write: own(store.write),
      reducedBook: own(store.reducedBook),
      writeReducedBook: own(store.writeReducedBook),
    },
    findPerformance: own(findPerformance),
    findSeats: own(findSeats),
    askHouse: own(askHouse),
  };
}

export function isOwnFault(error: unknown): boolean {
  return error instanceof OwnFault;
}

function own<Given extends readonly unknown[], Answer>(act: (...given: Given) => Promise<Answer>) {
  return async (...given: Given): Promise<Answer> => {
    try {
      return await act(...given);
    } catch (cause) {
      // The table refuses what is too large or not well formed, and that came with the request.
      if (cause instanceof Error && cause.name === 'ValidationException') throw cause;
      throw new OwnFault('Something of ours failed', { cause });
    }
  };
}
