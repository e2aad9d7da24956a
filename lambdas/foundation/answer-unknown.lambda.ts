import { answerUnknownRoute } from './answer-unknown.route.ts';
import { readEnv } from './env.ts';
import { http } from './http.ts';
import { readSecrets } from './secrets.gateway.ts';

const env = readEnv('foundation/answer-unknown', process.env);

/** Answers every route that no other handler answers, so that a wrong address gets a problem document too. */
export const handler = http(answerUnknownRoute, await readSecrets(env.ORIGIN_SECRET_ARNS));
