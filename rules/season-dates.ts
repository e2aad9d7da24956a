/** The first and the last performance of a season, in milliseconds since 1970; undefined of one without shows. */
export function seasonDates({
  shows,
}: {
  readonly shows: readonly { readonly firstAt: number; readonly lastAt: number }[];
}): { readonly firstAt: number; readonly lastAt: number } | undefined {
  if (shows.length === 0) return undefined;
  return {
    firstAt: Math.min(...shows.map(({ firstAt }) => firstAt)),
    lastAt: Math.max(...shows.map(({ lastAt }) => lastAt)),
  };
}
