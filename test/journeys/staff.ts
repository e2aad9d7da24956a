import { api } from '../../contracts/api.ts';
import type { DoorDevices, Pairing } from '../../contracts/pairing.ts';
import type { StaffRole } from '../../contracts/staff.ts';
import { signedInAs as tokenOf } from '../../rehearsal/fuzz/signed-in.gateway.ts';
import { ask } from './fan.ts';

/* People of the house, signed in through the issuer as their browsers are. */

/** The headers of somebody with this role. */
export async function signedInAs(site: string, role: StaffRole): Promise<{ readonly authorization: string }> {
  return { authorization: `Bearer ${await tokenOf(site, role)}` };
}

/** The headers of a device that took the code of a supervisor, who asks with these. */
export async function pairedWith(
  site: string,
  performance: string,
  supervisor: { readonly authorization: string },
): Promise<{ readonly authorization: string }> {
  const json = { 'content-type': 'application/json' };
  const post = async <Body>(path: string, headers: Readonly<Record<string, string>>, body: object) =>
    (
      await ask<Body>(`${site}${path}`, {
        method: 'POST',
        headers: { ...json, ...headers },
        body: JSON.stringify(body),
      })
    ).body;
  const devices = api('POST staff/door/{performance}/devices', { performance }).url;
  const { offer } = await post<DoorDevices>(devices, supervisor, { act: 'offer' });
  const taken = { code: offer?.code, device: 'the-phone-of-a-journey', name: 'A journey' };
  const { right } = await post<Pairing>(api('POST pairings/{performance}', { performance }).url, {}, taken);
  return { authorization: `Bearer ${right}` };
}
