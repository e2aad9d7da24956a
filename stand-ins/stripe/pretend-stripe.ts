/*
 * Pages on this machine load this in place of Stripe.js: the few functions that they call, and a form in place of
 * Stripe's. The form says plainly that it is pretend. Runs in the browser as it stands, so it imports nothing. Styles
 * are set one by one, since the site's policy lets in no style sheet but its own.
 */

interface Options {
  readonly clientSecret: string;
  readonly appearance?: { readonly variables?: Readonly<Record<string, string>> };
}

interface PretendAnswer {
  readonly error?: object;
  readonly [field: string]: unknown;
}

function pretendStripe(publishableKey: string) {
  const origin = '%ORIGIN%';
  const fields = [
    { name: 'number', label: 'Card number', sample: '4242 4242 4242 4242', most: 19, form: /^\d{14,19}$/ },
    { name: 'expiry', label: 'Expires', sample: 'MM / YY', most: 7, form: /^\d{4}$/ },
    { name: 'cvc', label: 'Security code', sample: 'CVC', most: 4, form: /^\d{3,4}$/ },
  ];
  const fates = [
    ['4242 4242 4242 4242', 'is approved'],
    ['4000 0000 0000 0002', 'is declined'],
    ['4000 0000 0000 0259', 'is approved, and disputed once it is paid'],
    ['4000 0000 0000 0010', 'is approved, and the answer is lost'],
    ['4000 0000 0000 0028', 'is approved a quarter of a minute later'],
  ];

  const make = (tag: string, style: Readonly<Record<string, string>>, text = '') => {
    const element = document.createElement(tag);
    element.textContent = text;
    for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
    return element;
  };

  function elements({ clientSecret, appearance = {} }: Options) {
    const { colorDanger = '#a5112d', borderRadius = '4px' } = appearance.variables ?? {};
    const form = make('fieldset', { display: 'grid', gap: '0.9rem', 'grid-template-columns': '1fr 1fr', padding: '0' });
    const inputs = new Map<string, HTMLInputElement>();
    const wrong = new Map<string, HTMLElement>();
    const listeners = new Map<string, () => void>();

    const build = () => {
      form.append(
        make('legend', { 'font-weight': '650', 'margin-bottom': '0.6rem' }, 'Pretend card form: no money moves'),
      );
      for (const { name, label, sample, most } of fields) {
        const field = make('div', name === 'number' ? { 'grid-column': '1 / -1' } : { 'min-width': '0' });
        const title = make(
          'label',
          { display: 'block', 'font-weight': '650', 'margin-bottom': '0.3rem' },
          label,
        ) as HTMLLabelElement;
        const input = make('input', {
          width: '100%',
          'min-height': '3rem',
          padding: '0 0.75rem',
          font: 'inherit',
          color: 'inherit',
          background: 'transparent',
          border: '1px solid currentColor',
          'border-radius': borderRadius,
        }) as HTMLInputElement;
        const error = make('p', { color: colorDanger, margin: '0.3rem 0 0' });
        title.htmlFor = `pretend-${name}`;
        error.id = `pretend-${name}-error`;
        input.id = `pretend-${name}`;
        input.inputMode = 'numeric';
        input.autocomplete = 'off';
        input.placeholder = sample;
        input.maxLength = most;
        input.addEventListener('input', () => say(name, ''));
        inputs.set(name, input);
        wrong.set(name, error);
        field.append(title, input, error);
        form.append(field);
      }
      const list = make('ul', { 'grid-column': '1 / -1', margin: '0', padding: '0 0 0 1.2em', 'font-size': '0.9em' });
      for (const [number, fate] of fates) {
        const line = make('li', {});
        line.append(make('code', {}, number), ` ${fate}`);
        list.append(line);
      }
      form.append(list);
    };
    const say = (name: string, text: string) => {
      const input = inputs.get(name);
      const error = wrong.get(name);
      if (!input || !error) return;
      error.textContent = text;
      if (text === '') input.removeAttribute('aria-invalid');
      else input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', text === '' ? '' : error.id);
    };

    return {
      clientSecret,
      number: () => inputs.get('number')?.value ?? '',
      /** Whether all is filled in; says where it is not. */
      check() {
        const faulty = fields.filter(
          ({ name, form }) => !form.test((inputs.get(name)?.value ?? '').replace(/\D/g, '')),
        );
        for (const { name } of fields) say(name, faulty.some((one) => one.name === name) ? 'Fill this in.' : '');
        inputs.get(faulty[0]?.name ?? '')?.focus();
        return faulty.length === 0;
      },
      create: () => ({
        on: (happens: string, act: () => void) => void listeners.set(happens, act),
        mount(place: HTMLElement) {
          build();
          place.append(form);
          queueMicrotask(() => listeners.get('ready')?.());
        },
        destroy: () => form.remove(),
      }),
    };
  }

  async function confirmPayment({ elements: given }: { readonly elements: ReturnType<typeof elements> }) {
    if (!given.check()) return { error: { type: 'validation_error', message: 'Your card details are incomplete.' } };
    const { clientSecret } = given;
    const id = clientSecret.split('_secret_')[0];
    try {
      const answer = await fetch(`${origin}/v1/payment_intents/${id}/confirm`, {
        method: 'POST',
        headers: { authorization: `Bearer ${publishableKey}` },
        body: new URLSearchParams({
          client_secret: clientSecret,
          'payment_method_data[card][number]': given.number(),
        }),
      });
      const body = (await answer.json()) as PretendAnswer;
      return body.error ? { error: body.error } : { paymentIntent: body };
    } catch {
      return { error: { type: 'api_connection_error', message: 'No answer.' } };
    }
  }

  return { elements, confirmPayment };
}

Object.assign(globalThis, { Stripe: pretendStripe });
