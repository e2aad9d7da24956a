import type { KnownBasket } from './basket/known-basket.ts';

/*
 * News between the tabs of one browser. A tab that learned something of what the fan has tells the others, so that no two
 * of them disagree. Browsers without the channel hear of it with their next look.
 */
export type TabNews =
  | { readonly of: 'basket'; readonly onSale: string; readonly known: KnownBasket }
  /** An order was placed, paid, changed or ended: who shows it, or its seats, looks anew. */
  | { readonly of: 'order'; readonly order: string };

const channel = 'BroadcastChannel' in window ? new BroadcastChannel('stampede') : undefined;

export function tellTabs(news: TabNews): void {
  channel?.postMessage(news);
}

export function hearTabs(act: (news: TabNews) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<TabNews>) => act(data));
}
