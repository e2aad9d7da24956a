import type { PreparedMessage } from '../../contracts/prepared-messages.ts';
import { lineWords } from '../../words/en/line.ts';
import { lazily } from './lazily.ts';
import type { StandProps } from './line-view.tsx';

/** Fetched with what is below the number, after all that is urgent. */
const answers = lazily(() => import('./later/answers.tsx'));

/** The word on a beacon that is not the public one, where it has to be said. */
const own = lazily(() => import('./own-beacon.tsx'));

const messages = lazily(() => import('./prepared-message.tsx'));

/** A message of staff that was written beforehand. Fetched when one stands on the board. */
export const preparedMessage = (which: PreparedMessage) => messages()?.preparedMessage(which);

/** The proof, for a fan who wants to see it, and the answers: below all else, with or without a place. */
export function below(given: StandProps) {
  const { state } = given;
  const { inside, line, position, onSale } = state;
  // Quicknet's hash begins so; the part that is loaded looks at all of it.
  const unproved = line && !line.beacon?.chainHash.startsWith('52db9ba7') && own()?.ownBeacon(line);
  return (
    <>
      <p class="asides hint">
        {unproved}
        {inside && position !== undefined && <inside.CheckLink state={state} />}
        <a href={`/ledger?on-sale=${encodeURIComponent(onSale)}`}>{lineWords.ledger}</a>
      </p>
      {answers()?.answers(given, !unproved)}
    </>
  );
}
