/**
 * The ways to pay that a stage offers, as its setting names them. `methods` is `PAYMENT_METHODS`, a comma list;
 * `localCloud` is `LOCAL_CLOUD`, `1` on the local cloud alone. The pretend card is offered only there: a stage file that
 * lists it by mistake still cannot give seats away on AWS.
 */
export function stageMethods(methods: string, localCloud: string | undefined): readonly string[] {
  return methods
    .split(',')
    .map((method) => method.trim())
    .filter((method) => method !== '' && (method !== 'sandbox-card' || localCloud === '1'));
}
