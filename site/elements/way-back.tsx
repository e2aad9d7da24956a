import { voucherWords } from '../../words/en/voucher.ts';
import { Notice } from './notice.tsx';

/** For a fan whose checkout an error of ours spoilt: a way in that does not begin at the end of the line. */
export function WayBack({ onSale }: { readonly onSale: string }) {
  return (
    <Notice title={voucherWords.title} tone="good" role="status">
      <p>{voucherWords.detail}</p>
      <p>
        <a class="button" href={`/line?on-sale=${encodeURIComponent(onSale)}`}>
          {voucherWords.back}
        </a>
      </p>
    </Notice>
  );
}
