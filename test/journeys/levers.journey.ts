import { beforeAll, expect, test } from '@jest/globals';
import { type ApiCall, api } from '../../contracts/api.ts';
import type { FoundFans } from '../../contracts/find-fan.ts';
import type { LeverPulled, LineLevers, PlaceActed, RunningLog } from '../../contracts/levers.ts';
import type { AuditPage } from '../../contracts/staff.ts';
import { persons } from '../../stand-ins/sign-in/persons.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* Those who run a line pull its levers: fans see it on the board, strangers in the ledger, and the house in its audit. */

const onSale = 'friends';

export function leverJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  beforeAll(() => {
    house = of();
  });
  const url = (what: Extract<ApiCall, `${string} staff/lines/{onSale}/${string}`>) => api(what, { onSale }).url;

  test('a dial, a message, a place and a note: on the board within five seconds, and in the log by role', async () => {
    const headers = await house.staff('ops');
    const get = <Body>(path: string) => ask<Body>(`${house.site}${path}`, { headers });
    const post = <Body>(path: string, body: object) =>
      ask<Body & { readonly type?: string }>(`${house.site}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const levers = url('POST staff/lines/{onSale}/levers');
    const before = (await get<LineLevers>(levers)).body;
    expect(before).toMatchObject({ onSale, ended: false, may: { turn: true, say: true, judge: true, note: true } });

    const faster = { perMinute: before.dials.perMinute + 1 };
    const turn = { act: 'turn', dials: faster, reason: 'The house keeps up', seen: before.turns };
    const turned = await post<LeverPulled>(levers, { ...turn, key: 'journey-turn-1' });
    expect(turned).toMatchObject({ status: 200, body: { outcome: 'done', dials: faster } });
    // Sent again it is done once; another person, who saw what stood before, is told.
    expect((await post<LeverPulled>(levers, { ...turn, key: 'journey-turn-1' })).body.outcome).toBe('stood');
    const late = { ...turn, dials: { perMinute: faster.perMinute + 1 }, key: 'journey-turn-2' };
    expect(await post(levers, late)).toMatchObject({ status: 409, body: { type: '/problems/turned-meanwhile' } });

    const text = 'The bar on the first floor is open.';
    const said = { say: 'text', text, seen: turned.body.turns, key: 'journey-say-1' };
    const saidAt = Date.now();
    const spoken = await post<LeverPulled>(url('POST staff/lines/{onSale}/message'), said);
    expect(spoken).toMatchObject({ status: 200, body: { outcome: 'done' } });
    const fan = await house.friend();
    await until('the message is on the board', async () => ((await fan.board()).message === text ? true : undefined));
    expect(Date.now() - saidAt).toBeLessThan(5000);
    const silent = { say: 'nothing', seen: spoken.body.turns, key: 'journey-say-2' };
    expect((await post<LeverPulled>(url('POST staff/lines/{onSale}/message'), silent)).status).toBe(200);

    const found = await post<FoundFans>(url('POST staff/lines/{onSale}/fans'), { by: 'receipt', receipt: fan.receipt });
    const act = (what: string) =>
      post<PlaceActed>(url('POST staff/lines/{onSale}/places'), {
        act: what,
        fan: found.body.fans[0]?.fan,
        reason: 'It looked like a program',
        key: `journey-${what}-1`,
      });
    expect(await act('slow')).toMatchObject({ status: 200, body: { place: 'slower' } });
    expect(await act('restore')).toMatchObject({ status: 200, body: { place: 'ordinary' } });

    const log = url('POST staff/lines/{onSale}/log');
    const note = { key: 'journey-note-1', text: 'The queue outside is dry.' };
    for (let times = 0; times < 2; times += 1) expect((await post<RunningLog>(log, note)).status).toBe(200);
    const { entries } = (await get<RunningLog>(log)).body;
    expect(entries.filter((entry) => entry.kind === 'note')).toMatchObject([
      { text: note.text, person: persons.find(({ role }) => role === 'ops')?.email },
    ]);
    const acts = entries.flatMap((entry) => (entry.kind === 'act' && entry.role === 'ops' ? [entry.act] : []));
    for (const one of ['dials-turned', 'message-set', 'place-slowed', 'place-restored']) expect(acts).toContain(one);
    const { body: audit } = await ask<AuditPage>(`${house.site}${api('GET staff/audit').url}`, {
      headers: await house.staff('auditor'),
    });
    expect(audit.entries.filter((entry) => entry.act === 'lever-turn')).toHaveLength(1);
  });
}
