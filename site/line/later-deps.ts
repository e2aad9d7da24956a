import type { Trouble } from '../api.ts';
import type { KeptReceipt } from '../kept.store.ts';
import type { Page } from '../page.tsx';
import type { LineState } from './line-state.ts';

/** The means that the parts that are loaded later have of the page. */
export interface LaterDeps {
  readonly page: Page<LineState>;
  readonly onSale: string;
  readonly wake: () => void;
  /** `why` if not at the fan's own wish. */
  readonly forgetPlace: (why?: Trouble) => void;
  readonly keepPlace: (held: KeptReceipt) => void;
  /** Changes the state, and does what follows from it. */
  readonly turn: (change: Partial<LineState>) => void;
  /** Until the parts that few fans need are there, or did not come. */
  readonly loadLater: () => Promise<void>;
}
