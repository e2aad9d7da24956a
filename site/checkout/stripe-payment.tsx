import { Component, createRef } from 'preact';
import { checkoutWords } from '../../words/en/checkout.ts';
import { language } from '../../words/en/written.ts';
import { Notice } from '../elements/notice.tsx';
import { appearanceOf, comeBackTo, loadStripe, type StripeJs } from './stripe.gateway.ts';
import {
  languageOfForm,
  outcomeOf,
  type StripeOutcome,
  type StripeRefusal,
  type StripeTrouble,
} from './stripe-outcome.ts';

export interface StripePaymentProps {
  /** Of this order's payment; shown to nobody else. */
  readonly clientSecret: string;
  readonly publishableKey: string;
  /** Address of Stripe's script. */
  readonly js: string;
  readonly orderId: string;
  /** The sum on the button, e.g. `£84.00`. */
  readonly price?: string;
  /** There is nothing more to do on this form: the order says what came of it. */
  readonly onDone: () => void;
  /** The bank is being asked, or no longer: meanwhile the form must not be taken away. */
  readonly onSending?: (sending: boolean) => void;
  readonly onTrouble?: (trouble: StripeTrouble) => void;
}

interface State {
  readonly step: 'loading' | 'ready' | 'sending';
  readonly trouble?: StripeRefusal | undefined;
}

const words = checkoutWords.stripe;

/**
 * Stripe's form in our page, and the button that pays. It keeps a state of its own, as no other element does. Nothing
 * inside Stripe's frame is a value of ours, and drawing the page anew must not begin it anew.
 */
export class StripePayment extends Component<StripePaymentProps, State> {
  override state: State = { step: 'loading' };
  readonly #place = createRef<HTMLDivElement>();
  #stripe: StripeJs | undefined;
  #elements: ReturnType<StripeJs['elements']> | undefined;
  #destroy: () => void = () => {};

  override componentDidMount(): void {
    void this.#open();
  }

  override componentDidUpdate({ clientSecret }: StripePaymentProps): void {
    if (clientSecret !== this.props.clientSecret) void this.#open();
  }

  override componentWillUnmount(): void {
    this.#destroy();
  }

  async #open(): Promise<void> {
    const { js, publishableKey, clientSecret } = this.props;
    this.#destroy();
    this.setState({ step: 'loading', trouble: undefined });
    let gone = false;
    this.#destroy = () => {
      gone = true;
    };
    try {
      const makeStripe = await loadStripe(js);
      const place = this.#place.current;
      if (gone || !place) return;
      this.#stripe = makeStripe(publishableKey, { locale: languageOfForm(language) });
      this.#elements = this.#stripe.elements({ clientSecret, appearance: appearanceOf(place), loader: 'never' });
      const form = this.#elements.create('payment', { layout: 'tabs' });
      form.on('ready', () => {
        if (!gone) this.setState({ step: 'ready' });
      });
      form.on('loaderror', () => {
        if (!gone) this.#trouble({ ok: false, trouble: 'unreachable' });
      });
      this.#destroy = () => {
        gone = true;
        form.destroy();
      };
      form.mount(place);
    } catch (fault) {
      if (gone) return;
      reportError(fault);
      this.#trouble({ ok: false, trouble: 'unreachable' });
    }
  }

  #trouble(trouble: StripeRefusal): void {
    this.setState({ step: trouble.trouble === 'unreachable' ? 'loading' : 'ready', trouble });
    this.props.onTrouble?.(trouble.trouble);
  }

  readonly #pay = async (submit: Event): Promise<void> => {
    submit.preventDefault();
    if (this.state.step !== 'ready' || !this.#stripe || !this.#elements) return;
    this.setState({ step: 'sending', trouble: undefined });
    this.props.onSending?.(true);
    const outcome = await this.#confirm(this.#stripe, this.#elements);
    this.props.onSending?.(false);
    if (outcome.ok) this.props.onDone();
    else this.#trouble(outcome);
  };

  async #confirm(stripe: StripeJs, elements: ReturnType<StripeJs['elements']>): Promise<StripeOutcome> {
    try {
      const return_url = comeBackTo(this.props.orderId);
      return outcomeOf(
        await stripe.confirmPayment({ elements, confirmParams: { return_url }, redirect: 'if_required' }),
      );
    } catch (fault) {
      reportError(fault);
      return { ok: false, trouble: 'unsure' };
    }
  }

  override render({ price }: StripePaymentProps, { step, trouble }: State) {
    const unreachable = trouble?.trouble === 'unreachable';
    return (
      <form class="card stripe-payment" noValidate onSubmit={this.#pay} aria-labelledby="stripe-title">
        <h2 id="stripe-title">{words.title}</h2>
        <p class="hint">{words.hint}</p>
        {step === 'loading' && !unreachable && (
          <p class="stripe-loading" role="status" aria-busy="true">
            {words.loading}
          </p>
        )}
        <div ref={this.#place} class="stripe-form" hidden={unreachable} />
        {trouble && trouble.trouble !== 'incomplete' && (
          <Notice title={words[trouble.trouble]} tone="trouble" role="alert">
            {trouble.says !== undefined && <p>{trouble.says}</p>}
            <p>{words[`${trouble.trouble}Detail`]}</p>
            {unreachable && (
              <button type="button" class="button" onClick={() => void this.#open()}>
                {words.again}
              </button>
            )}
          </Notice>
        )}
        {!unreachable && (
          <button type="submit" class="button button-grand" aria-disabled={step !== 'ready'}>
            {step === 'sending' ? words.sending : price === undefined ? words.pay : words.payPrice(price)}
          </button>
        )}
      </form>
    );
  }
}
