import type { OrderView } from '../../contracts/order.ts';
import { newsConsentWords } from '../../words/en/news-consent.ts';
import { longMoment } from '../../words/en/written.ts';
import { ShopTrouble } from '../elements/shop-trouble.tsx';
import type { OrderPageState } from './order.tsx';

/** What the buyer allowed at the checkout, and the button that takes it back. Nothing, where they allowed nothing. */
export function NewsConsent({
  order,
  state,
  onTakeBack,
}: {
  readonly order: OrderView;
  readonly state: OrderPageState;
  readonly onTakeBack: () => void;
}) {
  if (!order.news) return null;
  const { givenAt, takenBackAt } = order.news;
  const when = (at: number) => longMoment(at, order.timeZone);
  return (
    <section class="order-news" aria-labelledby="news-title">
      <h2 id="news-title" tabIndex={-1}>
        {newsConsentWords.title}
      </h2>
      {takenBackAt !== undefined ? (
        <p role="status">{newsConsentWords.takenBack(when(takenBackAt))}</p>
      ) : (
        <>
          <p>{newsConsentWords.given(when(givenAt))}</p>
          {state.newsTrouble && <ShopTrouble trouble={state.newsTrouble} />}
          <p>
            <button
              type="button"
              class="button button-quiet"
              onClick={onTakeBack}
              aria-disabled={state.takingBackNews === true}
            >
              {state.takingBackNews ? newsConsentWords.takingBack : newsConsentWords.takeBack}
            </button>
          </p>
        </>
      )}
      <p class="hint">{newsConsentWords.still}</p>
    </section>
  );
}
