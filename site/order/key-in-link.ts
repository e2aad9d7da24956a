import { takeFromFragment } from '../browser.gateway.ts';
import { shopping } from '../shopping.store.ts';

/**
 * The link in the mail with the tickets carries the order's key behind the `#`: `/order?id=…#key=…`. It is kept as if
 * the order had been made here, and leaves the address bar at once. The page finds out whether it is the right one.
 */
export function keepKeyInLink(order: string): void {
  const key = takeFromFragment('key');
  if (key !== undefined && order !== '' && /^[A-Za-z0-9_-]{20,64}$/.test(key)) shopping.keepOrderKey(order, key);
}
