import type { KeptReceipt } from '../kept.store.ts';
import type { Page } from '../page.tsx';
import type { LineState } from './line-state.ts';

/** The means that the parts that are loaded later have of the page. */
export interface LaterDeps {
  readonly page: Page<LineState>;
  readonly onSale: string;
  readonly wake: () => void;
  readonly forgetPlace: () => void;
  readonly keepPlace: (held: KeptReceipt) => void;
}
