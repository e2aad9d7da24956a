import { beforeEach, describe, expect, test } from '@jest/globals';
import { published } from '../../../../contracts/paths.ts';
import type { StaffRole } from '../../../../contracts/staff.ts';
import type { SwitchAct } from '../../../../contracts/switch.ts';
import type { ActingMember } from '../../../../lambdas/foundation/staff/who-asks.ts';
import { showSwitch } from '../../../../lambdas/waiting-room/switch/show-switch.ts';
import { handsFile } from '../../../../lambdas/waiting-room/switch/switch-hands.ts';
import { type TurnSwitchDeps, turnSwitch } from '../../../../lambdas/waiting-room/switch/turn-switch.ts';
import { may, roleFor } from '../../../../rules/permissions.ts';
import { switchIn } from '../../../../simulation/stage/kept-switch.ts';
import { publishedFiles } from '../../../../simulation/stage/published-files.ts';
import { LeverStage } from '../levers/lever-stage.ts';
import { onSale, opensAt } from '../small-stage.ts';

/** Somebody with this role for the whole house. */
function member(role: StaffRole, email = `${role}@example.org`): ActingMember {
  const grants = [{ role, scope: { of: 'everything' as const } }];
  return {
    email,
    may: (permission, places) => may(grants, permission, places, 0),
    roleFor: (permission, place) => roleFor(grants, permission, place, 0),
  };
}

const [owner, ruth, mei] = [member('owner'), member('ops', 'ruth@example.org'), member('ops', 'mei@example.org')];
const names = { domainName: 'tickets.example.org', fallback: 'old.example.net' };

let stage: LeverStage;
let files: Map<string, unknown>;
let deps: TurnSwitchDeps;

beforeEach(async () => {
  stage = new LeverStage();
  await stage.open();
  await stage.run(opensAt + 3000);
  files = new Map();
  deps = {
    switch: { ...switchIn(files, () => stage.now), hands: handsFile(publishedFiles(files, new Map())) },
    lines: stage.stores.lines,
    audit: stage.audit,
    twoPeople: true,
    newId: () => stage.key(),
  };
});

const shown = (asker = ruth) => showSwitch({ ...deps, names }, asker, stage.now);

async function turn(asker: ActingMember, act: Partial<SwitchAct>, at: Partial<TurnSwitchDeps> = {}) {
  const { turns, on } = await shown();
  const whole = { act: 'turn', key: stage.key(), seen: { turns, on }, reason: 'the API is down', ...act };
  return turnSwitch({ ...deps, ...at }, asker, whole as SwitchAct, stage.now);
}

async function confirm(asker: ActingMember) {
  const { asked } = await shown();
  return turn(asker, { act: 'confirm', asked: asked?.key ?? 'nothing-is-asked', reason: undefined } as never);
}

const isPaused = async () => (await stage.line()).dials.paused;

describe('two people', () => {
  test('one asks, another confirms, and only then everyone goes to the fallback and nobody is called', async () => {
    expect(await turn(ruth, { to: 'fallback' })).toMatchObject({ ok: true, turned: { outcome: 'asked', on: false } });
    expect(await shown(mei)).toMatchObject({ on: false, asked: { to: 'fallback', own: false, role: 'ops' } });
    expect(await isPaused()).toBe(false);
    expect(await confirm(mei)).toMatchObject({ ok: true, turned: { outcome: 'done', on: true, paused: [onSale] } });
    expect(await shown()).toMatchObject({ on: true, last: { to: 'fallback', role: 'ops' } });
    expect((await shown()).asked).toBeUndefined();
    await stage.run(stage.now + 1000);
    expect(stage.files.get(published.board(onSale))).toMatchObject({ phase: 'paused', prepared: 'sold-elsewhere' });
    expect(stage.audit.entries).toMatchObject([
      { person: 'ruth@example.org', act: 'switch-asked', on: 'fallback', note: 'the API is down' },
      { person: 'mei@example.org', act: 'switch-confirm', on: 'fallback' },
    ]);
  });

  test('who asked cannot confirm, and what is asked for ends after ten minutes', async () => {
    await turn(ruth, { to: 'fallback' });
    expect((await shown(ruth)).asked).toMatchObject({ own: true });
    expect(await confirm(ruth)).toMatchObject({ refusal: 'second-person-needed' });
    const { asked } = await shown();
    stage.now += 10 * 60_000;
    expect((await shown()).asked).toBeUndefined();
    const late = { act: 'confirm', asked: asked?.key, reason: undefined } as never;
    expect(await turn(mei, late)).toMatchObject({ refusal: 'lever-not-now' });
    expect(files.has('switch/fallback')).toBe(false);
  });

  test('an owner decides alone, as does anybody where the settings say so', async () => {
    expect(await turn(owner, { to: 'fallback' })).toMatchObject({ turned: { outcome: 'done', on: true } });
    expect(await turn(ruth, { to: 'primary' }, { twoPeople: false })).toMatchObject({
      turned: { outcome: 'done', on: false },
    });
  });

  test('no other role turns it, nor does ops of one on-sale', async () => {
    expect(await turn(member('box-office-supervisor'), { to: 'fallback' })).toMatchObject({ refusal: 'not-allowed' });
    const grants = [{ role: 'ops' as const, scope: { of: 'on-sale' as const, id: onSale } }];
    const ofOne: ActingMember = {
      email: 'one@example.org',
      may: (permission, places) => may(grants, permission, places, 0),
      roleFor: (permission, place) => roleFor(grants, permission, place, 0),
    };
    expect(await turn(ofOne, { to: 'fallback' })).toMatchObject({ refusal: 'not-allowed' });
    expect(stage.audit.entries).toEqual([]);
  });
});

describe('the way back', () => {
  test('lines that call are paused before anybody comes back, and stay so', async () => {
    await turn(owner, { to: 'fallback' });
    await stage.stores.lines.turn(onSale, { paused: false, prepared: 'nothing' }, []);
    const order: string[] = [];
    const at = {
      lines: {
        ...deps.lines,
        turn: (...given: Parameters<TurnSwitchDeps['lines']['turn']>) => {
          order.push('line');
          return deps.lines.turn(...given);
        },
      },
      switch: {
        ...deps.switch,
        turn: (on: boolean) => {
          order.push('switch');
          return deps.switch.turn(on);
        },
      },
    };
    expect(await turn(owner, { to: 'primary' }, at)).toMatchObject({ turned: { on: false, paused: [onSale] } });
    expect(order).toEqual(['line', 'switch']);
    expect(await isPaused()).toBe(true);
  });

  test('turns that ran meanwhile are given once more, also in a line that was paused all the time', async () => {
    const from = stage.now;
    await turn(owner, { to: 'fallback' });
    expect((await stage.line()).aways).toBeUndefined();
    stage.now += 600_000;
    expect(await turn(owner, { to: 'primary' })).toMatchObject({ turned: { on: false, paused: [] } });
    expect((await stage.line()).aways).toEqual([{ from, to: stage.now }]);
    await stage.run(stage.now + 1000);
    expect(await stage.acts()).toContainEqual({
      ...{ act: 'turns-given-again', role: 'owner', reason: 'the API is down' },
      detail: { awayFrom: from, awayUntil: from + 600_000 },
    });
  });

  test('a line whose doors were closed all the time gave no turns', async () => {
    const live = async () => [{ onSale, opensAt: stage.now + 700_000, endsAt: stage.now + 9e6 }];
    const lines = { ...deps.lines, live };
    await turn(owner, { to: 'fallback' }, { lines });
    stage.now += 600_000;
    await turn(owner, { to: 'primary' }, { lines });
    expect((await stage.line()).aways).toBeUndefined();
  });

  test('while lines cannot be paused nobody comes back, and the act can be sent again', async () => {
    await turn(owner, { to: 'fallback' });
    await stage.stores.lines.turn(onSale, { paused: false }, []);
    const key = stage.key();
    const { turns, on } = await shown();
    const act = { act: 'turn', key, seen: { turns, on }, to: 'primary', reason: 'all is well' } as const;
    const broken = { ...deps.lines, turn: () => Promise.reject(new Error('throttled')) };
    expect(await turnSwitch({ ...deps, lines: broken }, owner, act, stage.now)).toMatchObject({
      refusal: 'lines-not-paused',
      detail: expect.stringContaining(onSale),
    });
    expect(await shown()).toMatchObject({ on: true });
    expect(await turnSwitch(deps, owner, act, stage.now)).toMatchObject({ turned: { outcome: 'done', on: false } });
    expect(await turnSwitch(deps, owner, act, stage.now)).toMatchObject({ turned: { outcome: 'stood', on: false } });
  });

  test('on the way there a line that cannot be paused is said, and keeps nobody', async () => {
    const lines = { ...deps.lines, turn: () => Promise.reject(new Error('throttled')) };
    expect(await turn(owner, { to: 'fallback' }, { lines })).toMatchObject({
      turned: { outcome: 'done', on: true, paused: [], notPaused: [onSale] },
    });
  });

  test('the line alone: a line that is paused already says that tickets are sold elsewhere', async () => {
    await stage.stores.lines.turn(onSale, { paused: true }, []);
    expect(await turn(owner, { to: 'line-only' })).toMatchObject({ turned: { on: false, paused: [onSale] } });
    expect((await stage.line()).dials).toMatchObject({ paused: true, prepared: 'sold-elsewhere' });
    expect(await turn(owner, { to: 'line-only' })).toMatchObject({ turned: { paused: [] } });
  });

  test('a line whose doors are far, and one that is over, are left alone', async () => {
    const live = async () => [{ onSale, opensAt: stage.now + 3_600_001, endsAt: stage.now + 9e6 }];
    expect(await turn(owner, { to: 'fallback' }, { lines: { ...deps.lines, live } })).toMatchObject({
      turned: { paused: [], notPaused: [] },
    });
    const { closesAt } = (await stage.line()).facts;
    stage.now = closesAt;
    expect(await turn(owner, { to: 'line-only' })).toMatchObject({ turned: { paused: [], notPaused: [] } });
  });
});

describe('two of everything, and crashes', () => {
  test('of two at one switch the second is told, and asked again', async () => {
    const { turns, on } = await shown();
    const wish = (to: 'fallback' | 'line-only') =>
      ({ act: 'turn', key: stage.key(), seen: { turns, on }, to, reason: 'a test' }) as const;
    const both = await Promise.all([
      turnSwitch(deps, owner, wish('fallback'), stage.now),
      turnSwitch(deps, member('owner', 'second@example.org'), wish('line-only'), stage.now),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: 'turned-meanwhile' });
  });

  test('an act that died and is sent again does not undo what somebody else did since', async () => {
    await turn(owner, { to: 'fallback' });
    const key = stage.key();
    const act = { act: 'turn', key, to: 'primary', reason: 'a test', seen: { turns: 1, on: true } } as const;
    const dying = { ...deps, switch: { ...deps.switch, turn: () => Promise.reject(new Error('died')) } };
    await expect(turnSwitch(dying, owner, act, stage.now)).rejects.toThrow('died');
    // It is not done, so it is not told as the last.
    expect(await shown()).toMatchObject({ on: true, last: { to: 'fallback' } });
    const second = member('owner', 'second@example.org');
    expect(await turn(second, { to: 'fallback' })).toMatchObject({ turned: { outcome: 'done', on: true } });
    expect(await turnSwitch(deps, owner, act, stage.now)).toMatchObject({ refusal: 'turned-meanwhile' });
    expect(await shown()).toMatchObject({ on: true });
  });

  test('turned at a keyboard meanwhile: what was wished for another switch is not done', async () => {
    const { turns } = await shown();
    await deps.switch.turn(true);
    const act = { act: 'turn', key: stage.key(), to: 'primary', reason: 'a test' } as const;
    expect(await turnSwitch(deps, owner, { ...act, seen: { turns, on: false } }, stage.now)).toMatchObject({
      refusal: 'turned-meanwhile',
      detail: expect.stringContaining('the switch is on'),
    });
    const there = { ...act, to: 'fallback', key: stage.key(), seen: { turns, on: false } } as const;
    expect(await turnSwitch(deps, owner, there, stage.now)).toMatchObject({ turned: { outcome: 'done', on: true } });
  });

  test.each(['fallback', 'line-only', 'primary'] as const)(
    'to %s: a crash at each call heals when the act is sent again',
    async (to) => {
      for (let dies = 1; ; dies += 1) {
        await deps.switch.turn(to !== 'fallback');
        files.delete('/notes/hands.json');
        await stage.stores.lines.turn(onSale, { paused: false, prepared: 'nothing' }, []);
        let calls = 0;
        const mortal = <Port extends object>(port: Port): Port =>
          Object.fromEntries(
            Object.entries(port).map(([name, call]) => [
              name,
              async (...given: unknown[]) => {
                calls += 1;
                if (calls === dies) throw new Error('died');
                return call(...given);
              },
            ]),
          ) as Port;
        const dying: TurnSwitchDeps = {
          ...deps,
          switch: {
            ...mortal(switchIn(files, () => stage.now)),
            hands: handsFile(mortal(publishedFiles(files, new Map()))),
          },
          lines: mortal(deps.lines),
          audit: mortal(deps.audit),
        };
        const { turns, on } = await shown();
        const act = { act: 'turn', key: stage.key(), seen: { turns, on }, to, reason: 'a test' } as const;
        const first = await turnSwitch(dying, owner, act, stage.now).catch(() => undefined);
        const again = await turnSwitch(deps, owner, act, stage.now);
        expect(again).toMatchObject({ ok: true, turned: { on: to === 'fallback' } });
        expect(files.has('switch/fallback')).toBe(to === 'fallback');
        // On the way there a line that could not be paused is said, and keeps nobody from leaving.
        const isSaid = first?.ok === true && first.turned.notPaused.length > 0;
        expect((await isPaused()) || isSaid).toBe(true);
        if (dies > calls) break;
        expect(dies).toBeLessThan(40);
      }
    },
  );
});
