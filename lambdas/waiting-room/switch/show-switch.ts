import type { SwitchShown } from '../../../contracts/switch.ts';
import { everywhere } from '../../../rules/permissions.ts';
import type { ActingMember } from '../../foundation/staff/who-asks.ts';
import { askedForMs } from '../levers/pull-lever.ts';
import { askedIn, type KeptSwitch } from './switch-hands.ts';

/** How the failover switch stands, for somebody of the house. */
export interface ShowSwitchDeps {
  readonly switch: Pick<KeptSwitch, 'onSince' | 'hands'>;
  readonly names: Pick<SwitchShown, 'domainName' | 'fallback'>;
  readonly twoPeople: boolean;
}

export async function showSwitch(deps: ShowSwitchDeps, asker: ActingMember, now: number): Promise<SwitchShown> {
  const [since, hands] = await Promise.all([deps.switch.onSince(), deps.switch.hands.read()]);
  const last = hands.hands.find(({ is }) => is === 'done');
  const asked = askedIn(hands, now);
  const role = asker.roleFor('turn-switch', everywhere);
  return {
    ...deps.names,
    on: since !== undefined,
    turns: hands.turns,
    ...(last && { last: { at: last.at, to: last.to, role: last.role } }),
    ...(asked && {
      asked: {
        ...{ key: asked.key, to: asked.to, role: asked.role, reason: asked.reason },
        until: asked.at + askedForMs,
        own: asked.by === asker.email,
      },
    }),
    needsTwo: deps.twoPeople && role !== 'owner',
    may: { turn: role !== undefined },
  };
}
