import { describe, expect, test } from '@jest/globals';
import type { SwitchNote } from '../../../contracts/switch.ts';
import { type Flip, type FlipDoors, flip } from '../../../lib/failover/flip.ts';

const there: Flip = {
  ...{ to: 'fallback', domainName: 'tickets.example.org', fallback: 'old.example.net', keepCalling: false },
};
const back: Flip = { ...there, to: 'primary' };
const two = ['Ruth Okafor', 'the API is down', 'tickets.example.org', 'Mei-Ling Tan', 'fallback'];
const twoBack = [...two.slice(0, 4), 'primary'];

/** A switch that a name follows after so many milliseconds. */
function aSwitch(answers: readonly string[], more: { readonly isOn?: boolean; readonly followsMs?: number } = {}) {
  const { followsMs = 7_000 } = more;
  let isOn = more.isOn ?? false;
  let leads = isOn ? there.fallback : 'd1.cloudfront.net';
  let now = 1_000_000;
  let turnedAt = 0;
  const since = now - 600_000;
  const said: string[] = [];
  const did: string[] = [];
  const notes: SwitchNote[] = [];
  const left = [...answers];
  const doors: FlipDoors = {
    say: (line) => void said.push(line),
    ask: async () => left.shift(),
    onSince: async () => (isOn ? since : undefined),
    turn: async (on) => {
      did.push(`turn ${on ? 'on' : 'off'}`);
      isOn = on;
      turnedAt = now;
    },
    note: async (note) => {
      did.push('note');
      notes.push(note);
    },
    leadsTo: async () => {
      if (now - turnedAt >= followsMs) leads = isOn ? there.fallback : 'd1.cloudfront.net';
      return leads;
    },
    linesToPause: async () => [{ onSale: 'friends', waiting: 640, isOpen: true }],
    pause: async (onSale, { reason, elsewhere, away }) => {
      const told = [
        ...(elsewhere ? [', sold elsewhere'] : []),
        ...(away ? [`, away for ${away.to - away.from} ms`] : []),
      ];
      did.push(`pause ${onSale}: ${reason}${told.join('')}`);
    },
    now: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
  return { doors, said, did, notes, isOn: () => isOn };
}

describe('turning the switch', () => {
  test('takes two people, writes down who and why, and watches the name', async () => {
    const { doors, said, did, notes } = aSwitch(two);
    expect(await flip(there, doors)).toEqual({ ok: true });
    expect(did).toEqual(['note', 'turn on', 'pause friends: the API is down, sold elsewhere']);
    expect(notes).toEqual([
      { to: 'fallback', by: 'Ruth Okafor', and: 'Mei-Ling Tan', reason: 'the API is down', at: 1_000_000 },
    ]);
    expect(said[0]).toBe('The switch is off. tickets.example.org leads to d1.cloudfront.net.');
    expect(said.at(-1)).toBe(
      'tickets.example.org leads to old.example.net, after 7 s. The last resolver follows within 60 s.',
    );
  });

  test('the way there does not wait for lines, nor end with them', async () => {
    const { doors, said, did } = aSwitch(two);
    const linesToPause = () => Promise.reject(new Error('the published season cannot be read.'));
    expect(await flip(there, { ...doors, linesToPause })).toEqual({ ok: true });
    expect(did).toEqual(['note', 'turn on']);
    expect(said.join('\n')).toContain(
      'Lines were not paused: the published season cannot be read. Those who are called',
    );
  });

  test('line-only keeps the name, and every place', async () => {
    const lineOnly: Flip = { ...there, to: 'line-only' };
    const said = [...two.slice(0, 4), 'line-only'];
    const paused = 'pause friends: the API is down, sold elsewhere';
    const atHome = aSwitch(said);
    expect(await flip(lineOnly, atHome.doors)).toEqual({ ok: true });
    expect(atHome.did).toEqual([paused, 'note']);
    const away = aSwitch(said, { isOn: true });
    expect(await flip(lineOnly, away.doors)).toEqual({ ok: true });
    expect(away.did).toEqual([`${paused}, away for 600000 ms`, 'note', 'turn off']);
  });

  test('the way back pauses lines first, unless they shall stay as they are', async () => {
    const { doors, said, did } = aSwitch(twoBack, { isOn: true });
    expect(await flip(back, doors)).toEqual({ ok: true });
    expect(did).toEqual(['pause friends: the API is down, away for 600000 ms', 'note', 'turn off']);
    expect(said).toContain('The line of friends is paused; 640 wait, and keep their places.');
    const kept = aSwitch(twoBack, { isOn: true });
    expect(await flip({ ...back, keepCalling: true }, kept.doors)).toEqual({ ok: true });
    expect(kept.did).toEqual(['note', 'turn off']);
  });

  test('on the way back turns are given once more in a line that was paused already, too', async () => {
    const { doors, did } = aSwitch(twoBack, { isOn: true });
    const asked: boolean[] = [];
    const linesToPause: FlipDoors['linesToPause'] = async (withPaused) => {
      asked.push(withPaused);
      return doors.linesToPause(withPaused);
    };
    await flip(back, { ...doors, linesToPause });
    expect(asked).toEqual([true]);
    expect(did[0]).toContain('away for 600000 ms');
    // A line that waits for its doors gave no turns.
    const inLobby = aSwitch(twoBack, { isOn: true });
    const lobby = async () => [{ onSale: 'friends', waiting: 640, isOpen: false }];
    await flip(back, { ...inLobby.doors, linesToPause: lobby });
    expect(inLobby.did[0]).toBe('pause friends: the API is down');
    // Where the switch is not seen, nobody knows since when.
    const unseen = aSwitch(twoBack, { isOn: true });
    await flip(back, { ...unseen.doors, onSince: () => Promise.reject(new Error('403')) });
    expect(unseen.did[0]).toBe('pause friends: the API is down');
  });

  test('the way back is not gone when a line cannot be paused', async () => {
    const { doors, did, isOn } = aSwitch(twoBack, { isOn: true });
    const broken = { ...doors, pause: () => Promise.reject(new Error('The home region is down')) };
    expect(await flip(back, broken)).toEqual({
      ok: false,
      why: 'Lines are not paused: friends: The home region is down. With --keep-calling they stay as they are. Nothing was turned.',
    });
    expect([isOn(), did]).toEqual([true, []]);
  });

  test.each([
    ['nobody says who', ['', ...two.slice(1)], 'who turns it'],
    ['nobody says why', [two[0], ' ', ...two.slice(2)], 'why'],
    ['the name is another one', [...two.slice(0, 2), 'live.example.org', ...two.slice(3)], 'not tickets.example.org'],
    ['the same person says it twice', [...two.slice(0, 3), ' ruth  OKAFOR', 'fallback'], 'two people, and'],
    ['there is nobody else', two.slice(0, 3), 'two people'],
    ['the other one means another way', [...two.slice(0, 4), 'primary'], 'not fallback'],
  ])('nothing is turned when %s', async (_name, answers, why) => {
    const { doors, did } = aSwitch(answers as string[]);
    const outcome = await flip(there, doors);
    expect(outcome).toEqual({ ok: false, why: expect.stringContaining(why) });
    expect(outcome).toEqual({ ok: false, why: expect.stringContaining('Nothing was turned') });
    expect(did).toEqual([]);
  });

  test('nobody is asked when it stands so already, and the name is watched all the same', async () => {
    const { doors, did } = aSwitch([], { isOn: true });
    expect(await flip(there, { ...doors, linesToPause: async () => [] })).toEqual({ ok: true });
    expect(did).toEqual([]);
  });

  test('turned once more, it pauses what an earlier try left calling, each line by itself', async () => {
    const { doors, said, did } = aSwitch(two, { isOn: true });
    const lines = ['first', 'friends', 'last'].map((onSale) => ({ onSale, waiting: 7, isOpen: true }));
    const pause: FlipDoors['pause'] = async (onSale) => {
      if (onSale === 'first') throw new Error('no answer');
      did.push(`pause ${onSale}`);
    };
    expect(await flip(there, { ...doors, linesToPause: async () => lines, pause })).toEqual({ ok: true });
    expect(did).toEqual(['note', 'pause friends', 'pause last']);
    expect(said).toContain(
      'Lines were not paused: first: no answer Those who are called meanwhile stand first among the late.',
    );
  });

  test('is turned also when it cannot be seen how it stands', async () => {
    const { doors, said, did } = aSwitch(two);
    expect(await flip(there, { ...doors, onSince: () => Promise.reject(new Error('403')) })).toEqual({ ok: true });
    expect(said.slice(0, 2)).toEqual(['403', expect.stringContaining('The switch is not seen.')]);
    expect(did).toContain('turn on');
  });

  test('somebody else who turns it meanwhile is named as the reason', async () => {
    const { doors } = aSwitch(two, { followsMs: 10 * 60_000 });
    const turnedBack = { ...doors, onSince: async () => undefined };
    expect(await flip(there, turnedBack)).toEqual({ ok: false, why: 'Somebody turned the switch off meanwhile.' });
  });

  test('a name that does not follow is said', async () => {
    const { doors } = aSwitch(two, { followsMs: 10 * 60_000 });
    expect(await flip(there, doors)).toEqual({
      ok: false,
      why: 'The switch was turned on 120 s ago. tickets.example.org still leads to d1.cloudfront.net. Look at the health check in Route 53.',
    });
    const silent = aSwitch(two);
    const nobody = { ...silent.doors, leadsTo: async () => undefined };
    expect(await flip(there, nobody)).toMatchObject({
      ok: false,
      why: expect.stringContaining('it is not seen where'),
    });
  });
});
