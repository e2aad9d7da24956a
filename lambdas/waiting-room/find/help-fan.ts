import type { FanHelp, FanHelped } from '../../../contracts/find-fan.ts';
import type { PersonRole } from '../../../contracts/ledger.ts';
import { type Refusal, refuse } from '../../../contracts/refusals.ts';
import { codeLastsMs, codeShown } from '../../../rules/handover-code.ts';
import { actingRole } from '../../foundation/staff/acting-role.ts';
import { deedOf, fanInAudit } from '../../foundation/staff/audit-entries.ts';
import type { AuditStore } from '../../foundation/staff/audit-store.ts';
import { type ActingMember, notAllowed } from '../../foundation/staff/who-asks.ts';
import type { LineKeys } from '../line/line-keys.ts';
import type { LineRecord, LineStore } from '../line/line-store.ts';
import type { RememberedLines } from '../line/remembered-lines.ts';
import type { ShoppersStore } from '../line/shoppers-store.ts';
import { callOf } from '../pace/calls.ts';
import { isRecalled } from '../pace/recalls.ts';
import type { AppealStore } from '../place/appeal-store.ts';
import type { FanRecord, FanStore } from '../place/fan-store.ts';
import type { HandoverStore } from '../place/handover-store.ts';
import { judgePlace } from '../place/judge-place.ts';
import { openReadmission, readmissionMs } from '../turn/readmission.ts';
import { lineUnknown } from './find-fan.ts';
import { nextPass } from './found-fan.ts';
import { type LookDeps, lookAtFan, placeOf } from './look-at-fan.ts';
import { whyNotNow } from './why-not-now.ts';

/*
 * Staff help a fan who telephones. Each act is written into the audit first, with who did it and why; an act that changes
 * the line for others, a readmission, a removal, a restoration, is noted for the public ledger before it is done, by role.
 * Done twice, each is done once.
 *
 *   nudge     a wish, as the fan's own page would note it: the next free slot is theirs, and costs nobody a turn
 *   readmit   their next claim comes on top of the dial, as with a voucher; the ledger says so
 *   hand-over a code for ten minutes, made of the act's key and kept as a keyed hash; the newest of a place is good
 *   remove    as `judge-place.ts`: the pass ends as well
 */

export interface HelpFanDeps extends LookDeps {
  readonly lines: Pick<RememberedLines, 'read'> & Pick<LineStore, 'turn'>;
  readonly fans: Pick<FanStore, 'read' | 'readmit' | 'setSlowerLane' | 'endPass' | 'offerHandover'>;
  readonly handovers: Pick<HandoverStore, 'put'>;
  readonly keys: Pick<LineKeys, 'handoverCode' | 'handoverSeal'>;
  readonly shoppers: Pick<ShoppersStore, 'wishes' | 'wish' | 'end'>;
  readonly appeals: Pick<AppealStore, 'find' | 'settle'>;
  readonly audit: Pick<AuditStore, 'add'>;
  /** 96 random bits in letters and digits. */
  readonly newId: () => string;
}

export async function helpFan(
  deps: HelpFanDeps,
  asker: ActingMember,
  { onSale, help }: { readonly onSale: string; readonly help: FanHelp },
  now: number,
): Promise<{ readonly ok: true; readonly helped: FanHelped } | Refusal> {
  const role = actingRole(asker, 'help-fans', onSale);
  if (!role) return notAllowed();
  const line = await deps.lines.read(onSale, now);
  if (!line) return lineUnknown();
  const fan = await deps.fans.read(onSale, help.fan);
  if (!fan) return fanUnknown();
  const { place, position } = await placeOf(deps, line, fan, now);
  if (help.act === 'hand-over' && !place)
    return refuse(
      'help-not-now',
      'The join was cut short on their device, and no place stands there. Ask them to join anew.',
    );
  const no = whyNotNow(help, { line, fan, position }, now);
  if (no) return no;
  const deed = { act: `${help.act}-fan`, on: fanInAudit(onSale, help.fan), note: help.reason };
  await deps.audit.add(deedOf(asker, deed, { id: deps.newId(), now }));
  const refused = await done(deps, { line, fan, position, help, role }, now);
  if (refused) return refused;
  const [lineNow = line, fanNow = fan] = await Promise.all([
    deps.lines.read(onSale, now),
    deps.fans.read(onSale, help.fan),
  ]);
  const code = help.act === 'hand-over' ? codeShown(deps.keys.handoverCode(onSale, help.fan, help.key)) : undefined;
  const seen = await lookAtFan(deps, asker, lineNow, fanNow, now);
  return { ok: true, helped: { fan: seen, ...(code !== undefined && { code }) } };
}

interface Help {
  readonly line: LineRecord;
  readonly fan: FanRecord;
  readonly position: number | undefined;
  readonly help: FanHelp;
  readonly role: PersonRole;
}

async function done(deps: HelpFanDeps, of: Help, now: number): Promise<Refusal | undefined> {
  const { line, fan, help, role } = of;
  const { onSale } = line.facts;
  const { reason } = help;
  switch (help.act) {
    case 'nudge':
      return nudge(deps, of, now);
    case 'readmit':
      return readmit(deps, of, now);
    case 'hand-over':
      return offerCode(deps, line, fan, help, now);
    case 'remove':
    case 'restore': {
      const judged = await judgePlace(deps, { onSale, fan: fan.pin.fan, judgement: help.act, role, reason }, now);
      return judged.ok ? undefined : refuse('help-not-now', judged.detail);
    }
  }
}

/** A fan whose slot is kept needs none. */
async function nudge(deps: HelpFanDeps, { line, fan, position }: Help, now: number): Promise<undefined> {
  const name = nextPass(fan, position);
  if (name === undefined || position === undefined) return;
  const { calls, recalls } = line.progress;
  const call = fan.pass || fan.slowerLane ? undefined : callOf(calls, position);
  if ((call && now <= call.claimBy) || isRecalled(recalls, name, now)) return;
  await deps.shoppers.wish(line.facts.onSale, { position, number: (fan.pass?.number ?? 0) + 1 }, now);
}

async function readmit(deps: HelpFanDeps, of: Help, now: number): Promise<Refusal | undefined> {
  const { line, fan, help, role } = of;
  if (openReadmission(fan, line.dials, now)) return undefined;
  const { onSale } = line.facts;
  // A place is named in public by its mark, which leads to it in the roll.
  const mark = await deps.marks(onSale, fan.pin.fan, now);
  if (!mark) return lineUnknown();
  const noted = { notedAt: now, act: 'place-readmitted', role, reason: help.reason, detail: { mark } } as const;
  if (!(await deps.lines.turn(onSale, {}, [noted]))) return lineUnknown();
  const readmission = { after: fan.pass?.number ?? 0, until: now + readmissionMs };
  const written = await deps.fans.readmit(onSale, fan.pin.fan, readmission);
  // They took a pass meanwhile.
  return written.ok ? undefined : whyNotNow(help, { ...of, fan: written.fan }, now);
}

/**
 * The code is noted first and the place second, so a code that was read out always leads to its place. Of two people who
 * make one at once the second is told. The same key is the same code, also after it was used.
 */
async function offerCode(
  deps: HelpFanDeps,
  { facts: { onSale } }: LineRecord,
  { pin, handover }: FanRecord,
  { key, codes }: Extract<FanHelp, { act: 'hand-over' }>,
  now: number,
): Promise<Refusal | undefined> {
  const code = deps.keys.handoverSeal(onSale, deps.keys.handoverCode(onSale, pin.fan, key));
  if (handover?.code === code) return undefined;
  if ((handover?.number ?? 0) !== codes) return madeMeanwhile();
  await deps.handovers.put(onSale, code, pin.fan);
  const offered = await deps.fans.offerHandover(onSale, pin.fan, { number: codes + 1, code, until: now + codeLastsMs });
  return offered.ok || offered.fan.handover?.code === code ? undefined : madeMeanwhile();
}

function madeMeanwhile(): Refusal {
  return refuse(
    'help-not-now',
    'Somebody made a code for this place meanwhile. Look again: a newer one takes its place.',
  );
}

function fanUnknown(): Refusal {
  return refuse('fan-unknown', 'Look the fan up again: this on-sale has no such place.');
}
