/**
 * Puts this page into the device, so that it opens without a network: the worker keeps the page and every file that it
 * has loaded so far. If workers are not to be had, the page works as long as it stays open.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/door-worker.js', { scope: '/door' });
  const { active } = await navigator.serviceWorker.ready;
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && /\.(?:js|css|svg)$|^\/catalogue\//.test(pathname))
    .map(({ pathname }) => pathname);
  active?.postMessage({ keep: ['/door', ...new Set(loaded)] });
}
