import { crowdWords } from '../../words/en/crowd.ts';
import { siteWords } from '../../words/en/site.ts';
import { Notice } from './notice.tsx';

/** An act is under way, and a busy platform has not answered it yet; or, `lost`, nothing did. */
export function Crowd({ lost = false }: { readonly lost?: boolean }) {
  return (
    <Notice title={lost ? siteWords.unreachable : crowdWords.here} role="status">
      <p>{crowdWords.keepsTrying}</p>
    </Notice>
  );
}
