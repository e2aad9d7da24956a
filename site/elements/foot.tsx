import { boxOfficeWords } from '../../words/en/box-office.ts';
import { BoxOfficeLine } from './box-office-line.tsx';

/** The ways that are left when a page is not enough: a person, and the page that needs no script. */
export function Foot() {
  return (
    <>
      <BoxOfficeLine />
      <PlainLink />
    </>
  );
}

/** `onSale`: whose line the plain page is of, where one is known. */
export function PlainLink({ onSale, class: look }: { readonly onSale?: string; readonly class?: string }) {
  return (
    <p class={look}>
      <a href={onSale === undefined ? '/plain' : `/plain/${encodeURIComponent(onSale)}`}>{boxOfficeWords.plainPage}</a>
    </p>
  );
}
