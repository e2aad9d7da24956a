/**
 * Puts things in an order in which each comes after all it needs. Things that do not need one another
 * keep the order they were given in, so that the same assembly always starts the same way.
 */

/** @throws an Error that spells out the circle, if there is one. Needs that are not among `ids` are ignored. */
export const inOrder = (
  ids: readonly string[],
  needs: (id: string) => Iterable<string>,
  where: string,
): readonly string[] => {
  const known = new Set(ids);
  const ordered: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];

  const visit = (id: string): void => {
    if (done.has(id)) return;
    const at = path.indexOf(id);
    if (at >= 0) throw new Error(`In ${where} these need one another: ${[...path.slice(at), id].join(' -> ')}.`);
    path.push(id);
    for (const need of needs(id)) if (known.has(need)) visit(need);
    path.pop();
    done.add(id);
    ordered.push(id);
  };

  for (const id of ids) visit(id);
  return ordered;
};
