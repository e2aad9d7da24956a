import { minorDigits } from '../../../../rules/money.ts';

/* What a published page says, as a program reads it. */

interface Fact {
  readonly '@id'?: string;
  readonly startDate?: string;
  readonly location?: { readonly name: string };
  readonly offers?: { readonly lowPrice: string; readonly highPrice: string; readonly priceCurrency: string };
}

/** The performances that the page states for search engines. */
export function factsIn(html: string) {
  const [, json = '[]'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
  return (JSON.parse(json) as readonly Fact[]).map((fact) => ({
    id: fact['@id']?.split('#')[1] ?? '',
    startsAt: Date.parse(fact.startDate ?? ''),
    venue: fact.location?.name,
    low: fact.offers?.lowPrice,
    high: fact.offers?.highPrice,
    currency: fact.offers?.priceCurrency,
  }));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Its text, with its signs as they are read. */
export function textIn(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

export function decimalOf(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}
