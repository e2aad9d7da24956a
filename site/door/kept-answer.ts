/**
 * An answer that was kept, as the page gets it: without the time that it was given at. The page tells the theatre's time by
 * the `Date` of each answer (site/clock.ts), and a door that was opened without a network would be as late as its files are old.
 */
export function withoutDate(kept: Response): Response {
  const headers = new Headers(kept.headers);
  headers.delete('date');
  headers.delete('age');
  return new Response(kept.body, { status: kept.status, statusText: kept.statusText, headers });
}
