import { z } from 'zod';
import { freezeAct } from '../freeze.ts';
import { slug } from '../ids.ts';
import { goAct, goSaid } from '../line-go.ts';
import { runUpAct, runUpShown } from '../run-up.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests about the weeks before an on-sale, and the answers to them. */

const path = z.object({ onSale: slug.describe('The on-sale, as the season names it.') });
const headers = z.object({ authorization: z.string().optional() });
const refusals = ['sign-in-missing', 'sign-in-over', 'staff-unknown', 'not-allowed', 'line-unknown'] as const;

export const runUpRoutes = {
  'run-up/plan/show-run-up': {
    title: 'Read a run-up',
    about: 'The plan and the risks of an on-sale, what was checked, and whether the house is frozen.',
    path,
    headers,
    answers: { 200: { when: 'The run-up.', body: runUpShown } },
    refusals,
  },
  'run-up/plan/change-run-up': {
    title: 'Change a run-up',
    about:
      'Imports a plan, a risk register or the brochure’s prices; writes or takes out one row; or says what was checked. ' +
      'Done twice, each act is done once. A row that somebody else changed since it was seen stays as it is.',
    path,
    headers,
    body: runUpAct,
    answers: { 200: { when: 'The run-up as it is now.', body: runUpShown } },
    refusals: [...refusals, 'run-up-moved'],
  },
  'run-up/freeze/turn-freeze': {
    title: 'Freeze the house, or lift it',
    about:
      'While the house is frozen nothing is published and nothing is deployed. It is set by schedule; from then on it can ' +
      'be made longer and no shorter. An owner can lift it for some hours, with a reason.',
    path,
    headers,
    body: freezeAct,
    answers: { 200: { when: 'The run-up as it is now.', body: runUpShown } },
    refusals: [...refusals, 'freeze-begun', 'not-frozen'],
  },
  'waiting-room/line/say-go': {
    title: 'Say go or no go',
    about: 'It is an entry of the line’s public ledger, with the role and no name. Said twice, it stands twice.',
    path,
    headers,
    body: goAct,
    answers: { 200: { when: 'As it was said. The ledger has it with the line’s next tick.', body: goSaid } },
    refusals: [...refusals, 'line-closed'],
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
