/** The published files of a venue's site. */
export interface PublishedSite {
  /** The file's text; undefined if there is none. Throws if the site does not answer. */
  read(url: string): Promise<string | undefined>;
}

const timeoutMs = 15_000;

export const site: PublishedSite = {
  async read(url) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
        // As a bucket answers for a file that is not there.
        if (answer.status === 403 || answer.status === 404) return undefined;
        if (!answer.ok) throw new Error(`it answered ${answer.status}`);
        return await answer.text();
      } catch (cause) {
        if (attempt === 3) throw new Error(`${url} could not be read: ${(cause as Error).message}`, { cause });
      }
    }
  },
};
