import { refuse } from '../../contracts/refusals.ts';
import { apiRoute } from './api-route.ts';

/** Every address that no other route answers, so that a wrong one gets a problem document too. */
export const answerUnknownRoute = apiRoute({}, async () =>
  refuse('not-found', 'Check the address and the method. All addresses of the API are on the page /developers.'),
);
