import type { ComponentChild } from 'preact';
import { proofWords } from '../../../words/en/line-proof.ts';
import type { Trouble } from '../../api.ts';
import { Notice, TroubleNotice } from '../../elements/notice.tsx';

/*
 * What must never happen, said to the fan with the proof of it. It imports nothing that the other parts of the page
 * have: the build would put that into the first load.
 */

export interface ProofTrouble {
  /** The way to the page that checks a place. */
  readonly check: ComponentChild;
}

/** The theatre's record was rewritten. */
export function rewritten({ check }: ProofTrouble) {
  return (
    <Notice title={proofWords.rewritten} tone="trouble">
      <p>{proofWords.rewrittenDetail}</p>
      <p>{check}</p>
    </Notice>
  );
}

/** A receipt that we signed and the roll does not have: its fan keeps it as a proof, and joins the open round. */
export function notInRoll({
  check,
  trouble,
  onJoinAgain,
}: ProofTrouble & { readonly trouble: Trouble; readonly onJoinAgain: () => void }) {
  return (
    <>
      <TroubleNotice trouble={trouble}>
        <p>{check}</p>
      </TroubleNotice>
      <button type="button" class="button button-grand" onClick={onJoinAgain}>
        {proofWords.joinAgain}
      </button>
      <p class="centred hint">{proofWords.joinAgainDetail}</p>
    </>
  );
}
