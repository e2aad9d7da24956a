import type { FanHelp, FanHolds, FoundFan } from '../../../contracts/find-fan.ts';
import type { SoughtOrders, StaffAct } from '../../../contracts/order.ts';
import type { Trouble } from '../../api.ts';
import type { LineNews } from './told-place.ts';
import type { Kind } from './what-was-typed.ts';

export type SoughtOrder = SoughtOrders['orders'][number];

/** Somebody, by the key that a place and an order have in common. */
export interface Caller {
  readonly fan: string;
  readonly found?: FoundFan | undefined;
  readonly orders: readonly SoughtOrder[];
}

export type MailAct = Extract<StaffAct['act'], 'resend-mail' | 'correct-email'>;

/** An act that was begun, and waits for its reason. */
export type AskedAct =
  | { readonly of: 'place'; readonly act: FanHelp['act']; readonly key: string }
  | { readonly of: 'order'; readonly order: string; readonly act: MailAct };

/** The one whom staff talk to. */
export interface OpenFan extends Caller {
  /** All rooms were asked. */
  readonly isRead: boolean;
  readonly news?: LineNews | undefined;
  readonly holds?: FanHolds['holds'] | undefined;
  /** Of the performances whose seats they hold: title and time. */
  readonly nights?: ReadonlyMap<string, string>;
  /** Parts that did not come. */
  readonly unread: readonly ('line' | 'orders' | 'holds')[];
  /** Milliseconds since the epoch, by the theatre's clock. */
  readonly readAt?: number;
  readonly asked?: AskedAct | undefined;
  readonly acting: boolean;
  readonly actTrouble?: Trouble | undefined;
  readonly done?: string | undefined;
  /** To be read out; kept on this page alone. */
  readonly code?: string | undefined;
}

export interface FansState {
  readonly typed: string;
  readonly kind: Kind | 'auto';
  readonly busy: boolean;
  /** The button was pressed before anything was typed. */
  readonly missing?: boolean;
  readonly trouble?: Trouble | undefined;
  /** What was found by the last look, and by what it was looked for. */
  readonly matches?: readonly Caller[] | undefined;
  readonly looked?: readonly Kind[] | undefined;
  readonly more?: boolean;
  readonly open?: OpenFan | undefined;
}

export const nobodyLooked: FansState = { typed: '', kind: 'auto', busy: false };
