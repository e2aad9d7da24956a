import { type PaymentMethod, paymentMethod } from '../../contracts/order.ts';

/**
 * The ways to pay that a stage offers, as its setting names them. `methods` is `PAYMENT_METHODS`, a comma list;
 * `localCloud` is `LOCAL_CLOUD`, `1` on the local cloud alone. The pretend card is offered only there: a stage file that
 * lists it by mistake still cannot give seats away on AWS. Throws, with its name, if one is none of ours: that is a
 * fault of the deployment.
 */
export function stageMethods(methods: string, localCloud: string | undefined): readonly PaymentMethod[] {
  return methods
    .split(',')
    .map((method) => method.trim())
    .filter((method) => method !== '' && (method !== 'sandbox-card' || localCloud === '1'))
    .map(known);
}

function known(method: string): PaymentMethod {
  const { success, data } = paymentMethod.safeParse(method);
  if (success) return data;
  throw new Error(`PAYMENT_METHODS names ${method}; there is ${paymentMethod.options.join(', ')}`);
}
