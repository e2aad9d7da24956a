/**
 * A part of the page that is fetched when it is first wanted, and wanted again if it did not come. It is undefined until
 * then: the page is drawn every second.
 */
export function lazily<Part>(fetch: () => Promise<Part>): () => Part | undefined {
  let part: Part | undefined;
  let isComing = false;
  const came = (come: Part) => {
    part = come;
  };
  const missed = () => {
    isComing = false;
  };
  return () => {
    if (!isComing) void fetch().then(came, missed);
    isComing = true;
    return part;
  };
}
