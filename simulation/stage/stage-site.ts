import { apiPrefix } from '../../contracts/api.ts';
import type { Problem } from '../../contracts/refusals.ts';
import type { Site, SiteAnswer, SiteAsk } from '../../rehearsal/site.ts';
import type { Stage } from './stage.ts';

/** A stage as fans without a browser reach it: published files, and the API. Nothing is between them and it. */
export function siteOf(stage: Stage): Site {
  return {
    ask: async ({ method, path, headers = {}, body }: SiteAsk): Promise<SiteAnswer> => {
      if (!path.startsWith(apiPrefix)) {
        const file = stage.platform.published(path);
        return file === undefined ? { status: 403, body: undefined } : { status: 200, body: structuredClone(file) };
      }
      const answer = await stage.ask<unknown>(method, path, { headers, ...(body !== undefined && { body }) });
      return answer.status >= 400 ? { ...answer, problem: codeOf(answer.body as Problem) } : answer;
    },
  };
}

function codeOf({ type }: Problem): string {
  return type.replace('/problems/', '');
}
