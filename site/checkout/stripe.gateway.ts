import type { Confirmed } from './stripe-outcome.ts';

/*
 * Stripe's own script, loaded from Stripe as it demands and only when somebody pays with it. The form it puts into the
 * page is a frame of Stripe's: no script of ours can read the text typed there.
 */

/** The events of Stripe's form of payment. */
interface PaymentElement {
  mount(at: HTMLElement): void;
  destroy(): void;
  on(happens: 'ready' | 'loaderror', act: () => void): void;
}

interface Elements {
  create(kind: 'payment', options: { readonly layout: 'tabs' }): PaymentElement;
}

/** The little that we use of https://docs.stripe.com/js */
export interface StripeJs {
  elements(options: {
    readonly clientSecret: string;
    readonly appearance: Appearance;
    readonly loader: 'never';
  }): Elements;
  confirmPayment(options: {
    readonly elements: Elements;
    readonly confirmParams: { readonly return_url: string };
    readonly redirect: 'if_required';
  }): Promise<Confirmed>;
}

export interface Appearance {
  readonly theme: 'stripe' | 'night';
  readonly variables: Readonly<Record<string, string>>;
}

type MakeStripe = (publishableKey: string, options: { readonly locale: string }) => StripeJs;

const loading = new Map<string, Promise<MakeStripe>>();

/** Throws if the script cannot be had; asked again it tries again. */
export function loadStripe(js: string): Promise<MakeStripe> {
  const begun = loading.get(js);
  if (begun) return begun;
  const script = document.createElement('script');
  const loaded = new Promise<MakeStripe>((done, fail) => {
    const failed = () => {
      loading.delete(js);
      script.remove();
      fail(new Error(`${js} did not load`));
    };
    script.addEventListener('error', failed);
    script.addEventListener('load', () => {
      const made = (globalThis as { Stripe?: MakeStripe }).Stripe;
      if (made) done(made);
      else failed();
    });
  });
  loading.set(js, loaded);
  script.src = js;
  script.async = true;
  document.head.append(script);
  return loaded;
}

/** The look of our page for the form inside Stripe's frame, which no style sheet of ours reaches. */
export function appearanceOf(page: Element): Appearance {
  const style = getComputedStyle(page);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    theme: dark ? 'night' : 'stripe',
    variables: {
      colorPrimary: token('focus'),
      colorBackground: token('wall'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-soft'),
      colorDanger: token('red-text'),
      borderRadius: token('round'),
      fontFamily: token('sans'),
      fontSizeBase: style.fontSize,
    },
  };
}

/** The address that methods come back to after they led away, to a bank's page say. */
export function comeBackTo(orderId: string): string {
  return `${location.origin}/order?id=${encodeURIComponent(orderId)}`;
}

/**
 * A fan who comes back from a bank's page has Stripe's words in the address, one of them a secret: this takes them out.
 */
export function forgetComingBack(): void {
  const query = new URLSearchParams(location.search);
  const theirs = [...query.keys()].filter((name) => /^(?:payment_intent|redirect_status|source_)/.test(name));
  if (theirs.length === 0) return;
  for (const name of theirs) query.delete(name);
  history.replaceState(null, '', `${location.pathname}?${query}${location.hash}`);
}
