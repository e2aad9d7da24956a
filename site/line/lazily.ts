/**
 * A part of the page that is fetched when it is first wanted, and wanted again if it did not come. It is undefined until
 * then: the page is drawn every second. `ready` is called once it is there: a fetch of one's own may end before.
 */
export function lazily<Part>(fetch: () => Promise<Part>): (ready?: () => void) => Part | undefined {
  let part: Part | undefined;
  let coming: Promise<void> | undefined;
  const came = (come: Part) => {
    part = come;
  };
  const missed = () => {
    coming = undefined;
  };
  return (ready) => {
    coming ??= fetch().then(came, missed);
    void coming.then(() => part && ready?.());
    return part;
  };
}
