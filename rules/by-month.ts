/** Months in order, each with its dates in order. `monthOf` names the month of a moment, at the venue. */
export function byMonth<Dated extends { readonly startsAt: number }>(
  dates: readonly Dated[],
  monthOf: (at: number) => string,
): readonly { readonly month: string; readonly dates: readonly Dated[] }[] {
  const months = new Map<string, Dated[]>();
  for (const date of [...dates].sort((a, b) => a.startsAt - b.startsAt)) {
    const month = monthOf(date.startsAt);
    months.set(month, [...(months.get(month) ?? []), date]);
  }
  return [...months].map(([month, inMonth]) => ({ month, dates: inMonth }));
}
