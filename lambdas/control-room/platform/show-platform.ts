import type { PlatformReadings } from '../../../contracts/platform.ts';
import type { Refusal } from '../../../contracts/refusals.ts';
import { everywhere } from '../../../rules/permissions.ts';
import { notAllowed, type StaffMember } from '../../foundation/staff/who-asks.ts';

export interface ShowPlatformDeps {
  readonly platform: (now: number) => Promise<PlatformReadings>;
}

/** How the platform goes: for those who may see the readings of the whole house, since it serves all of it. */
export async function showPlatform(
  { platform }: ShowPlatformDeps,
  asker: StaffMember,
  now: number,
): Promise<{ readonly ok: true; readonly body: PlatformReadings } | Refusal> {
  if (!asker.may('see-readings', [everywhere])) return notAllowed();
  return { ok: true, body: await platform(now) };
}
