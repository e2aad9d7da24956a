import { forgetfulWords } from '../../words/en/forgetful.ts';
import { Notice } from './notice.tsx';

/** For the browser of an app: said before the fan joins, since it may not keep the place for long. */
export function InApp() {
  return (
    <Notice title={forgetfulWords.inApp}>
      <p>{forgetfulWords.inAppDetail}</p>
    </Notice>
  );
}

/** For a browser that keeps nothing: said before the fan joins, since a place is lost with the page. */
export function Forgetful({ onSale }: { readonly onSale?: string | undefined }) {
  return (
    <Notice title={forgetfulWords.title} tone="trouble">
      <p>{forgetfulWords.detail}</p>
      <p>
        <a href={onSale === undefined ? '/plain' : `/plain/${encodeURIComponent(onSale)}`}>{forgetfulWords.toPlain}</a>
      </p>
    </Notice>
  );
}
