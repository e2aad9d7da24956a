import type { Ending } from '../notes.ts';
import { buy, giveBack } from './paying.ts';
import { askForMoreTime, findSeats, readBasket, release } from './shopping.ts';
import type { Visit } from './visit.ts';
import { comeIn, leave } from './way-in.ts';

/** A fan's whole day, from the door to the end, whichever it is. */
export async function dayOut(visit: Visit): Promise<Ending> {
  const { fan, clock } = visit;
  const way = await comeIn(visit);
  if (!way.ok) return way.ending;
  const { pass, given, receipt } = way;
  const ending = await shop(visit, pass);
  if (fan.finishes && ending.how !== 'walked-away') {
    // From here on the slot may be another fan's, whatever the clock says.
    given.endsAt = Math.min(given.endsAt, clock.now());
    await leave(visit, receipt);
  }
  return ending;
}

async function shop(visit: Visit, pass: string): Promise<Ending> {
  const { fan, clock } = visit;
  const found = await findSeats(visit, pass);
  if (!found.ok) return found.ending;
  const { inHand } = found;
  if (fan.slowPayer) await askForMoreTime(visit, pass, inHand);
  await clock.wait(fan.paying);
  if (fan.withSeats === 'walks-away') return { how: 'walked-away' };
  if (fan.withSeats === 'releases') {
    await release(visit, pass, inHand);
    return { how: 'changed-mind' };
  }
  await readBasket(visit, pass, inHand);
  const bought = await buy(visit, pass, inHand);
  if (!bought.ok && bought.ending.how !== 'seats-lost') {
    if (bought.ending.how === 'card-declined') await release(visit, pass, inHand);
    return bought.ending;
  }
  inHand.seen.ended = 'ordered';
  if (!bought.ok) return bought.ending;
  if (!fan.regrets || !bought.order.may?.cancel) return { how: 'ordered' };
  return giveBack(visit, bought.order.order);
}
