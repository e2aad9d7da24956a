import { mayLeave } from '../../../rules/standing.ts';
import { insideWords } from '../../../words/en/line-inside.ts';
import { codeOf } from '../../api.ts';
import { below } from '../below.tsx';
import type { StandProps } from '../line-view.tsx';
import { devices } from './turn.tsx';

/** What stands below for a fan with a place. */
export function asides(given: StandProps) {
  return [devices(given), mayLeave(given.stand) && <Aside {...given} />, below(given)];
}

/** Two more wishes of a fan in line: a signal, and to leave. Both are loaded when they are asked for. */
function Aside({ state, stand, onTurn }: StandProps) {
  const { later, opened, asksToLeave, claimTrouble } = state;
  // Leaving would drop the receipt, and that is a proof.
  if (codeOf(claimTrouble) === 'receipt-not-in-roll') return null;
  return (
    <>
      {stand.at !== 'called' && later && opened?.signals && later.signals(state)}
      {later && asksToLeave ? (
        later.leaving(state)
      ) : (
        <p class="asides">
          {stand.at !== 'called' && !opened?.signals && (
            <button type="button" class="link" onClick={() => onTurn({ opened: { signals: true } })}>
              {insideWords.tellMe}
            </button>
          )}
          <button type="button" class="link" onClick={() => onTurn({ asksToLeave: true })}>
            {insideWords.leave}
          </button>
        </p>
      )}
    </>
  );
}
