import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../contracts/ledger.ts';
import type { Board, LineFile } from '../../contracts/line.ts';
import type { Joined } from '../../contracts/line-requests.ts';
import { published } from '../../contracts/paths.ts';
import { findCloud, operate } from '../../rehearsal/cloud.gateway.ts';
import { boardHead, rollHeadAfter } from '../../rules/roll.ts';
import { usualChain } from '../../stand-ins/beacon/chain.ts';
import { infoOf } from '../../stand-ins/beacon/fake-beacon.ts';
import { forged } from '../forged.ts';
import { until } from '../until.ts';
import { ask } from './fan.ts';
import type { Playhouse } from './running.ts';

/* Whether a stranger may trust the line, over HTTP: the acts of operations are on record, and a place can be proved. */

const run = promisify(execFile);
const verifier = join(import.meta.dirname, '../../verify/stampede-verify.js');

/** The output of the verifier, and its exit status. */
async function verify(...given: readonly string[]): Promise<{ readonly status: number; readonly said: string }> {
  try {
    const { stdout } = await run(process.execPath, [verifier, ...given]);
    return { status: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, said: `${stdout}${stderr}` };
  }
}

/** The rounds whose roll was late, as the ledger in a folder has it: a busy machine may close a round after its beacon. */
function lateIn(folder: string): readonly number[] {
  const { entries } = JSON.parse(readFileSync(join(folder, 'ledger', '0.json'), 'utf8')) as Ledger;
  return entries
    .map(({ text }) => JSON.parse(text) as { readonly act: string; readonly detail: { readonly round?: number } })
    .flatMap(({ act, detail }) => (act === 'commitment-late' ? (detail.round ?? []) : []));
}

/** The faults that the verifier names, each beneath its check, but for what the ledger owns up to. */
function faultsIn({ said }: { readonly said: string }, late: readonly number[]): readonly string[] {
  const named = said.split('\n').flatMap((line) => /^ {6}(\S.*)/.exec(line)?.[1] ?? []);
  return named.filter((fault) => !late.some((round) => fault.startsWith(`round ${round} was committed to at `)));
}

export function recordJourneys(of: () => Playhouse): void {
  describe('a line on record', () => {
    let house: Playhouse;
    let folder: string;
    let beacon: string;
    beforeAll(() => {
      house = of();
      folder = mkdtempSync(join(tmpdir(), 'stampede-proof-'));
      beacon = mkdtempSync(join(tmpdir(), 'stampede-beacon-'));
      writeFileSync(join(beacon, 'info.json'), JSON.stringify(infoOf(usualChain())));
    });
    afterAll(() => {
      for (const one of [folder, beacon]) rmSync(one, { recursive: true, force: true });
    });
    /** As by somebody who takes the stand-in for what it is. */
    const verifyHere = (...given: readonly string[]) => verify(...given, '--beacon', join(beacon, 'info.json'));

    const board = async () => (await ask<Board>(`${house.site}${published.board('record')}`)).body;
    const turn = async (dials: object, reason: string) => {
      const cloud = findCloud(house.state);
      if (!cloud) throw new Error('The cloud of this test is not running');
      await operate(cloud, 'TurnDialsFunction', { onSale: 'record', dials, role: 'ops', reason });
    };

    test('paused, slowed, a message: the board shows it, and the ledger holds three entries that chain', async () => {
      await turn({ paused: true }, 'the lift is stuck');
      await turn({ perMinute: 120 }, 'two of us are ill');
      await turn({ message: 'Back in five minutes' }, 'so that they know');
      const seen = await until('the board shows all three', async () => {
        const now = await board();
        return now.halt === 'staff' && now.message === 'Back in five minutes' && now.ledger.n >= 4 ? now : undefined;
      });
      const { body: line } = await ask<LineFile>(`${house.site}${published.line('record')}`);
      const { body: ledger } = await ask<Ledger>(`${house.site}${published.ledger('record', 0)}`);
      const heads = [line.chain.anchor];
      for (const { text } of ledger.entries)
        heads.push(
          createHash('sha256')
            .update(`${heads.at(-1)}${text}`)
            .digest('hex'),
        );
      expect(ledger.entries.map(({ hash }) => hash)).toEqual(heads.slice(1));
      let rolls = line.chain.anchor;
      for (let round = 0; round < seen.ledger.rolls; round += 1) {
        const commitment = await fetch(`${house.site}${published.rollCommitment('record', round)}`);
        rolls = rollHeadAfter(rolls, await commitment.text());
      }
      expect(boardHead(heads[seen.ledger.n] ?? '', rolls)).toBe(seen.ledger.head);
      const reasons = ledger.entries.map(({ text }) => (JSON.parse(text) as { reason: string }).reason);
      expect(reasons.slice(-3)).toEqual(['the lift is stuck', 'two of us are ill', 'so that they know']);
      await turn({ paused: false, message: '' }, 'the lift is mended');
      await until('the line goes on', async () => ((await board()).phase === 'open' ? true : undefined));
    });

    test('a stranger with the published files and one receipt computes the position offline; an altered file is named', async () => {
      const fans = Array.from({ length: 12 }, () => house.fan('record'));
      const joined = await Promise.all(fans.map((fan) => fan.join()));
      const positions = await Promise.all(fans.map((fan, n) => fan.position(joined[n]?.body as Joined)));
      const receipt = joined[0]?.body.receipt ?? '';
      expect(await verify('fetch', house.site, 'record', folder)).toMatchObject({ status: 0 });

      const proved = await verifyHere(receipt, folder);
      expect(proved.said).toContain(`${positions[0]}`);
      const late = lateIn(folder);
      // Without a word from whoever asks, a rehearsal proves nothing, and says so.
      const plain = await verify(receipt, folder);
      expect(plain.said).not.toContain('✓ The public beacon');
      expect(plain.status).toBe(plain.said.includes('✗') ? 1 : 3);
      if (plain.status === 3) expect(plain.said).toContain('? The beacon is a rehearsal stand-in');
      for (const found of [proved, await verifyHere(folder)]) {
        expect(faultsIn(found, late)).toEqual([]);
        expect(found.status).toBe(found.said.includes('✗') ? 1 : 0);
      }

      // A round with somebody in it, so that what is altered matters.
      const sheet = join(folder, 'rounds', `${joined[0]?.body.place.round}`, '0.json');
      const sealed = readFileSync(sheet, 'utf8');
      writeFileSync(
        sheet,
        sealed.replace(/"seed":"(.)/, (_, digit: string) => `"seed":"${digit === '0' ? '1' : '0'}`),
      );
      expect(await verify(receipt, folder)).toMatchObject({ status: 1 });
      writeFileSync(sheet, sealed);

      const ledger = join(folder, 'ledger', '0.json');
      writeFileSync(ledger, readFileSync(ledger, 'utf8').replace('the lift is stuck', 'a friend rang up'));
      const tampered = await verify(folder);
      expect(tampered).toMatchObject({ status: 1, said: expect.stringContaining('a friend rang up') });
      expect(await verify(forged(receipt), folder)).toMatchObject({ status: 1 });
    });

    test('forged, altered and borrowed receipts are refused with what to do', async () => {
      const [one, other] = [house.fan('record'), house.fan('friends')];
      await one.join();
      const [kind, payload = '', signature] = one.receipt.split('.');
      const place = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { index: number };
      const altered = Buffer.from(JSON.stringify({ ...place, index: place.index + 1 })).toString('base64url');
      await other.join(house.nextMember());
      for (const [receipt, status, type] of [
        ['', 401, '/problems/receipt-missing'],
        ['nonsense', 401, '/problems/receipt-forged'],
        [`${kind}.${altered}.${signature}`, 401, '/problems/receipt-forged'],
        [other.receipt, 403, '/problems/receipt-elsewhere'],
      ] as const) {
        one.receipt = receipt;
        const answer = await one.claim();
        expect(answer).toMatchObject({ status, body: { type, detail: expect.stringMatching(/join/i) } });
      }
    });
  });
}
