import type { FanHelp } from '../../contracts/find-fan.ts';
import type { EndedPasses } from '../../contracts/pass.ts';
import { published } from '../../contracts/paths.ts';
import type { ActingMember } from '../../lambdas/foundation/staff/who-asks.ts';
import { helpFan } from '../../lambdas/waiting-room/find/help-fan.ts';
import { takeOverPlace } from '../../lambdas/waiting-room/place/take-over-place.ts';
import { tendDevices } from '../../lambdas/waiting-room/place/tend-devices.ts';
import { claimPass } from '../../lambdas/waiting-room/turn/claim-pass.ts';
import { Breach } from '../audit/breach.ts';
import { onSale } from '../morning.ts';
import { keys } from '../stage/platform.ts';
import type { FanLife } from './fan.ts';

/**
 * The fan's phone breaks. They telephone, staff make a code, and the fan types it on another device, which has the place
 * from then on. The phone, whoever found it, begins nothing more. Each act is sent again until it is answered.
 */
export async function handOver(life: FanLife): Promise<void> {
  const { morning, name, fan, place, receipt: phone } = life;
  if (!place || phone === undefined) return;
  const breach = (sentence: string) => new Breach('devices', `${sentence}, of ${name}`, [name]);
  const help: FanHelp = {
    act: 'hand-over',
    fan: place.fan,
    reason: 'the phone broke',
    codes: 0,
    key: `code-of-fan-${fan.number}-of-this-morning`,
  };
  const helped = await morning.ask('staff', `make a code for ${name}`, (api, now) =>
    helpFan(
      { ...api, lines: { ...api.lines, ...api.turnLine }, keys: keys.line, newId: () => `code-${fan.number}` },
      staff,
      { onSale, help },
      now,
    ),
  );
  // The line may have closed by now, or staff removed the place.
  if (!helped.ok && helped.refusal === 'help-not-now') return;
  const code = helped.ok ? helped.helped.code : undefined;
  if (code === undefined) throw breach(`Staff may not make a code: ${helped.ok ? 'none came' : helped.refusal}`);

  const device = `handed-${fan.number}`.padEnd(22, '_');
  const take = () =>
    morning.ask(name, 'take the place over', (api, now) =>
      takeOverPlace({ ...api, keys: keys.line }, { onSale, code, device }, now),
    );
  const taken = await take();
  if (!taken.ok && (taken.refusal === 'place-removed' || taken.refusal === 'line-closed')) return;
  if (!taken.ok) throw breach(`A code brings no place: ${taken.refusal}`);
  const { device: named, ...same } = taken.joined.place;
  const { device: _before, ...stood } = place;
  if (named === undefined || JSON.stringify(same) !== JSON.stringify(stood))
    throw breach('A place that was handed over is another place');
  const again = await take();
  if (again.ok && again.joined.receipt !== taken.joined.receipt)
    throw breach('A code brings two receipts to one device');

  const claim = await morning.ask(name, 'claim on the phone that broke', (api, now) =>
    claimPass({ ...api, receipts: keys.line.receipts }, { onSale, receipt: phone }, now),
  );
  if (claim.ok) throw breach('A device of before claims a pass');
  const all = await morning.ask(name, 'list devices after the handover', (api, now) =>
    tendDevices(
      { ...api, receipts: keys.line.receipts },
      { onSale, receipt: taken.joined.receipt, end: undefined },
      now,
    ),
  );
  if (all.ok && !all.devices.devices[0]?.here)
    throw breach('The device that a place was handed over to is not its first');
  await untilListed(life, place.mark, breach);
}

const staff: ActingMember = {
  email: 'supervisor@example.org',
  may: () => true,
  roleFor: () => 'box-office-supervisor',
};

/** The pacemaker lists them within seconds; in the worst weather it dies now and then, until it calms down. */
async function untilListed({ morning }: FanLife, mark: string, breach: (sentence: string) => Breach): Promise<void> {
  const isListed = () =>
    morning.platform.published<EndedPasses>(published.ended(onSale))?.devices?.includes(mark) ?? false;
  for (let calm = 0; !isListed(); calm += morning.cloud.calm ? 1 : 0) {
    if (calm > 60) throw breach('The devices of before are never listed');
    await morning.wait(1000);
  }
}
