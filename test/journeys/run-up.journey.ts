import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { type Invoke, invokerOf, localStage } from '../../bin/stage.ts';
import { api } from '../../contracts/api.ts';
import type { FreezeFile } from '../../contracts/freeze.ts';
import type { Ledger } from '../../contracts/ledger.ts';
import { published } from '../../contracts/paths.ts';
import type { CheckReport, RunUpShown } from '../../contracts/run-up.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* The weeks before an on-sale, over HTTP: a plan, a freeze that an owner lifts, what was checked, and go. */

export function runUpJourneys(of: () => Playhouse): void {
  let house: Playhouse;
  let invoke: Invoke;
  beforeAll(async () => {
    house = of();
    invoke = invokerOf(await localStage(house.state));
  });

  const post = async (role: 'ops' | 'owner', url: string, given: object) => {
    const headers = { ...(await house.staff(role)), 'content-type': 'application/json' };
    const body = JSON.stringify(given);
    return await ask<RunUpShown>(`${house.site}${url}`, { method: 'POST', headers, body });
  };
  const { url: runUp } = api('POST staff/run-up/{onSale}', { onSale: 'friends' });
  const { url: freeze } = api('POST staff/run-up/{onSale}/freeze', { onSale: 'friends' });

  test('a plan is imported, and a program says what it checked', async () => {
    const file = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'run-up-plan.csv')).toString('base64');
    expect(await post('ops', runUp, { act: 'import', what: 'plan', file, version: 0 })).toMatchObject({ status: 200 });
    await post('ops', runUp, { act: 'report', check: 'drill', good: true, says: 'The switch took ninety seconds' });
    await invoke(
      'ReportChecksFunction',
      { reports: [{ check: 'rehearsal', good: true, says: 'No finding' }] },
      'reports',
    );
    const headers = await house.staff('auditor');
    const { body } = await ask<RunUpShown>(`${house.site}${runUp}`, { headers });
    expect([body.runUp.plan.length, body.facts.lineOpened]).toEqual([16, true]);
    // That of a trial is there too once a canary has run.
    const reports = body.reports.map(({ check, by }) => [check, by]);
    for (const report of [
      ['drill', 'person'],
      ['rehearsal', 'program'],
    ])
      expect(reports).toContainEqual(report);
  });

  test('the fallback is asked as fans would reach it, and the run-up knows what it answered', async () => {
    const { report } = await invoke<{ readonly report: CheckReport }>('ReachFallbackFunction', {}, 'the fallback');
    expect(report).toMatchObject({ check: 'fallback', good: true, by: 'program' });
    const address = { at: 'http://127.0.0.1:1' };
    await expect(invoke('ReachFallbackFunction', address, 'the fallback')).rejects.toThrow('the fallback');
    const { body } = await ask<RunUpShown>(`${house.site}${runUp}`, { headers: await house.staff('auditor') });
    expect(body.reports).toContainEqual(report);
  });

  test('while the house is frozen no plan is imported, until an owner lifts it', async () => {
    const now = Date.now();
    const imported = () => invoke('ImportPlanFunction', {}, 'a plan');
    await post('ops', freeze, { act: 'schedule', from: now - 1000, until: now + 3_600_000 });
    expect(JSON.stringify(await imported().catch((error: Error) => error.message))).toContain('the house is frozen');
    const lift = { act: 'lift', until: now + 1_800_000, reason: 'The journeys go on' };
    expect(await post('ops', freeze, lift)).toMatchObject({ status: 403 });
    expect(await post('owner', freeze, lift)).toMatchObject({ status: 200 });
    expect(JSON.stringify(await imported().catch((error: Error) => error.message))).not.toContain(
      'the house is frozen',
    );
    const { body } = await ask<FreezeFile>(`${house.site}${published.freeze()}`);
    expect(JSON.stringify(body)).not.toMatch(/journeys|@/);
  });

  test('go stands in the line’s ledger by role', async () => {
    const { url } = api('POST staff/lines/{onSale}/go', { onSale: 'friends' });
    expect(await post('ops', url, { go: true, red: 1, reason: 'It is a journey' })).toMatchObject({ status: 200 });
    await until('go stands in the ledger', async () => {
      const { body } = await ask<Ledger>(`${house.site}${published.ledger('friends', 0)}`);
      return body.entries.find(({ text }) => text.includes('"go-said"') && text.includes('"ops"'));
    });
  });
}
