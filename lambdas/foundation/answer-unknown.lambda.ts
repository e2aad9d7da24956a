import { refuse } from '../../contracts/refusals.ts';
import { readEnv } from './env.ts';
import { http } from './http.ts';
import { readSecret } from './secrets.gateway.ts';

const env = readEnv('foundation/answer-unknown', process.env);

/** Answers every route that no other handler answers, so that a wrong address gets a problem document too. */
export const handler = http({}, await readSecret(env.ORIGIN_SECRET_ARN), async () =>
  refuse('not-found', 'Check the address and the method. The addresses of the API are in docs/api.md.'),
);
