import type { ComponentChildren } from 'preact';
import { refusalWords } from '../../words/en/refusals.ts';
import type { Trouble } from '../api.ts';
import { TroubleNotice } from './notice.tsx';

/** A trouble on the pages of the shop, where seats are held, paid for and given back. */
export function ShopTrouble(props: { readonly trouble: Trouble; readonly children?: ComponentChildren }) {
  return <TroubleNotice {...props} words={refusalWords} />;
}
