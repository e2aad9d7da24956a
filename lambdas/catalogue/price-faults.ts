import { type Concession, type PerformanceDraft, reduced, type SeasonDraft } from '../../contracts/catalogue.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { FieldError } from '../../contracts/refusals.ts';
import { minorDigits } from '../../rules/money.ts';
import { chargeable, leastCharge } from '../../rules/stripe-amount.ts';

/*
 * The prices of a performance: one for each category of its plan, and each of them, reduced or not, one that the stage's
 * card company can take. It takes no charge below a least one, and no coin that it does not know. A price of 0 needs no
 * card.
 */

export interface PriceRules extends Pick<SeasonDraft, 'currency' | 'concessions'> {
  /** Whether cards are taken by Stripe here. */
  readonly byStripe: boolean;
}

/** `field`: of the performance. */
export function* priceFaults(
  plan: Plan,
  { prices, concessions: held }: Pick<PerformanceDraft, 'prices' | 'concessions'>,
  { currency, concessions = [], byStripe }: PriceRules,
  field: string,
): Generator<FieldError> {
  for (const { id, name } of plan.categories)
    if (!Object.hasOwn(prices, id))
      yield { field: `${field}.prices.${id}`, message: `price ${name}: ${plan.name} has it` };
  const reductions = concessions.filter(({ id }) => held?.includes(id) ?? true);
  for (const [id, price] of Object.entries(prices)) {
    const where = `${field}.prices.${id}`;
    if (!plan.categories.some((category) => category.id === id))
      yield {
        field: where,
        message: `${plan.name} has no such category; it has ${plan.categories.map((category) => category.id).join(', ')}`,
      };
    else if (byStripe) yield* chargeFaults(price, currency, reductions, where);
  }
}

function* chargeFaults(
  price: number,
  currency: string,
  reductions: readonly Concession[],
  field: string,
): Generator<FieldError> {
  const whole = faultOf(price, currency);
  if (whole) yield { field, message: whole };
  else
    for (const concession of reductions) {
      const less = faultOf(reduced(price, concession), currency);
      if (less) yield { field, message: `with ${concession.name} it ${less}` };
    }
}

function faultOf(price: number, currency: string): string | undefined {
  if (price === 0) return undefined;
  const can = chargeable(price, currency);
  const said = `is ${written(price, currency)}, and Stripe takes`;
  if (can === 'too-small') return `${said} no less than ${written(leastCharge(currency), currency)}, or 0`;
  if (can === 'too-large') return `${said} no charge as large`;
  return can === 'no-such-coin' ? `${said} no such part of a coin: round it` : undefined;
}

/** `0.20 GBP`: as a person checks it against what they meant, where 20 could be either. */
function written(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
}
