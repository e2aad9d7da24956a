import type { PublishedOnSale, ShowFile } from '../../../contracts/catalogue.ts';
import { addressOfShow } from '../../../contracts/pages.ts';
import { minorDigits } from '../../../rules/money.ts';
import { timeWithOffset } from '../../../rules/wall-clock.ts';

/**
 * A show's performances as search engines read them: schema.org's `TheaterEvent`, one for each. A price is a decimal with
 * its ISO currency, a time has the venue's offset. Whether seats are left is known to nobody at publication: an offer is
 * in stock from its doors to its end, and a performance that no on-sale sells has none.
 */
export function performanceFacts(
  show: ShowFile,
  onSales: readonly PublishedOnSale[],
  site: string,
  now: number,
): readonly object[] {
  const page = `${site}${addressOfShow(show.id)}`;
  const time = (at: number) => timeWithOffset(at, show.timeZone);
  return show.performances
    .filter(({ startsAt }) => startsAt > now)
    .map((performance) => {
      const { cancelled, moved } = performance;
      const sold = cancelled
        ? []
        : onSales.filter(({ id, closesAt }) => performance.onSales.includes(id) && closesAt > now);
      const opensAt = Math.min(...sold.map((onSale) => onSale.opensAt));
      const closesAt = Math.max(...sold.map((onSale) => onSale.closesAt));
      return {
        '@context': 'https://schema.org',
        '@type': 'TheaterEvent',
        '@id': `${page}#${performance.id}`,
        name: show.title,
        ...(show.description !== '' && { description: show.description }),
        startDate: time(performance.startsAt),
        ...(moved && { previousStartDate: time(moved.from.startsAt) }),
        eventStatus: `https://schema.org/${cancelled ? 'EventCancelled' : moved ? 'EventRescheduled' : 'EventScheduled'}`,
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
        location: { '@type': 'PerformingArtsTheater', name: performance.venue ?? show.venue },
        url: page,
        ...(sold.length > 0 && {
          offers: {
            '@type': 'AggregateOffer',
            lowPrice: decimal(performance.priceFrom, show.currency),
            highPrice: decimal(performance.priceTo, show.currency),
            priceCurrency: show.currency,
            availability: opensAt > now ? 'https://schema.org/PreSale' : 'https://schema.org/InStock',
            validFrom: time(opensAt),
            validThrough: time(closesAt),
            url: page,
          },
        }),
      };
    });
}

/** `12.50` of 1250 pence. */
function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = `${minor}`.padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
