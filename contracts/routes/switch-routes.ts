import { z } from 'zod';
import { switchAct, switchShown, switchTurned } from '../switch.ts';
import type { RouteShape } from './route-shape.ts';

/** The requests of those who send everyone to the fallback, and the answers to them. */

const headers = z.object({ authorization: z.string().optional() });
/** Of who signed in, and of the roles that they have. */
const refusals = ['sign-in-missing', 'sign-in-over', 'staff-unknown', 'not-allowed'] as const;

export const switchRoutes = {
  'waiting-room/switch/show-switch': {
    title: 'Read the failover switch',
    about: 'Whether it is on, who turned it last, and what waits for a second person.',
    headers,
    answers: { 200: { when: 'The switch.', body: switchShown } },
    refusals,
  },
  'waiting-room/switch/turn-switch': {
    title: 'Turn the failover switch',
    about:
      'Sends everyone to the fallback, brings them back, or keeps the line alone; or confirms what somebody else asked for. ' +
      'Lines are paused with it, and stay so until each is resumed. Sent again with its key, it is done once.',
    headers,
    body: switchAct,
    answers: { 200: { when: 'What became of it.', body: switchTurned } },
    refusals: [...refusals, 'turned-meanwhile', 'lever-not-now', 'second-person-needed', 'lines-not-paused'],
  },
} as const satisfies Readonly<Record<string, RouteShape>>;
