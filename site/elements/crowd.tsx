import { crowdWords } from '../../words/en/crowd.ts';
import { Notice } from './notice.tsx';

/** An act is under way, and a busy platform has not answered it yet. */
export function Crowd() {
  return (
    <Notice title={crowdWords.here} role="status">
      <p>{crowdWords.keepsTrying}</p>
    </Notice>
  );
}
