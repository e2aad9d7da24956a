/**
 * The seats a fan has picked by hand, in the order they were picked. A seat that is gone, or one more than they may
 * have, is not picked. If somebody else takes a picked seat meanwhile, it is dropped, and the page says so.
 */
export type Toggled =
  | { readonly ok: true; readonly picks: readonly string[] }
  | { readonly ok: false; readonly why: 'taken' | 'limit' };

export function toggle(
  picks: readonly string[],
  seat: { readonly id: string },
  taken: ReadonlySet<string>,
  seatsLeft: number,
): Toggled {
  if (picks.includes(seat.id)) return { ok: true, picks: picks.filter((id) => id !== seat.id) };
  if (taken.has(seat.id)) return { ok: false, why: 'taken' };
  if (picks.length >= seatsLeft) return { ok: false, why: 'limit' };
  return { ok: true, picks: [...picks, seat.id] };
}

/** The picks that are left, and those that went. */
export function afterNews(
  picks: readonly string[],
  taken: ReadonlySet<string>,
): { readonly picks: readonly string[]; readonly gone: readonly string[] } {
  const gone = picks.filter((id) => taken.has(id));
  return gone.length === 0 ? { picks, gone } : { picks: picks.filter((id) => !taken.has(id)), gone };
}
