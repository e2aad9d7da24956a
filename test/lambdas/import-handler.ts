import { handlers } from '../../contracts/handlers.ts';

/** The module of a handler by its verb and noun, e.g. `join-line`. It reads its environment while it loads. */
export async function importHandler<Handler>(verb: string): Promise<Handler> {
  const name = Object.keys(handlers).find((one) => one.endsWith(`/${verb}`));
  if (name === undefined) throw new Error(`contracts/handlers.ts has no handler ${verb}`);
  const { handler } = (await import(`../../lambdas/${name}.lambda.ts`)) as { readonly handler: Handler };
  return handler;
}
