import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { api } from '../../contracts/api.ts';
import type { Challenge } from '../../contracts/line-requests.ts';
import type { Problem } from '../../contracts/refusals.ts';
import { memberAt } from '../../examples/roster.ts';
import { until } from '../until.ts';
import { ask, type Fan } from './fan.ts';
import { member, type Playhouse } from './running.ts';

/* The ways into a line, on the whole platform: members of two rosters, a link by e-mail, a proof of work; in windows one after another. */

let house: Playhouse;

const benefactor = (n: number) => ({ entry: 'members', ...memberAt(n, 6) });

/** Asks for a link and reads it in the mailbox. */
async function linkTo(email: string): Promise<string> {
  const invited = await invite({ email, language: 'de' });
  expect(invited).toMatchObject({ status: 202, body: {} });
  const mail = await until(`mail for ${email}`, async () => (await mails()).find(({ to }) => to.includes(email)));
  // Its address is one of this machine, so that it can be clicked.
  expect(mail.text).toContain(`${house.site}/line?on-sale=windows#link=e1.`);
  return /#link=(\S+)/.exec(mail.text)?.[1] ?? '';
}

const invite = (body: object, onSale = 'windows') =>
  ask<Problem>(`${house.site}${api('POST lines/{onSale}/invite', { onSale }).url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const mails = async () =>
  (
    await ask<{ readonly to: readonly string[]; readonly subject: string; readonly text: string }[]>(
      `${house.mailbox}.json`,
    )
  ).body;

export function entryJourneys(of: () => Playhouse): void {
  beforeAll(() => {
    house = of();
  });
  describe('a line in windows', () => {
    test('takes everybody from the start, and draws each tier behind those before', async () => {
      const come = async (body: object) => {
        const fan = house.fan('windows');
        const { status, body: joined } = await fan.join(body);
        expect(status).toBe(201);
        return { fan, joined };
      };
      const email = `${randomUUID()}@example.org`;
      const first = await come(benefactor(0));
      const second = await come(house.nextMember());
      const third = await come({ entry: 'email', link: await linkTo(email) });
      const visitor = await come(await house.fan('windows').visitor());
      expect(visitor.joined.place.round).toBe(3 * 65_536);

      const drawn: { readonly round: number; readonly position: number }[] = [];
      for (const { fan, joined } of [first, second, third])
        drawn.push({ round: joined.place.round, position: await fan.position(joined) });
      expect(new Set(drawn.map(({ position }) => position)).size).toBe(3);
      // On a slow machine the doors may be open before they came: then they share rounds, which have any order.
      for (const one of drawn)
        for (const other of drawn) if (one.round < other.round) expect(one.position).toBeLessThan(other.position);

      // The one by e-mail shops like anybody else.
      await third.fan.takePass();
      expect(third.fan.pass).toMatch(/^p1\./);
      expect((await visitor.fan.claim()).body.type).toMatch(/not-drawn-yet|line-not-open-yet/);
    });

    test('a link is a place however often it is opened, and says what is wrong when it is', async () => {
      const email = `${randomUUID()}@example.org`;
      const link = await linkTo(email);
      const [phone, laptop] = [house.fan('windows'), house.fan('windows')];
      const both = await Promise.all([phone, laptop].map((fan: Fan) => fan.join({ entry: 'email', link })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
      expect(phone.receipt).toBe(laptop.receipt);
      const [kind, payload = '', seal = ''] = link.split('.');
      for (const wrong of [`${kind}.${payload}A.${seal}`, `${kind}.${payload}`, 'e1.e30.AAAA', '💺']) {
        const refused = await house.fan('windows').join({ entry: 'email', link: wrong });
        expect(refused).toMatchObject({ status: 403, body: { type: '/problems/link-wrong' } });
      }
      expect((await invite({ email }, 'friends')).body.type).toBe('/problems/entry-wrong');
      expect((await invite({ email: 'not an address' })).status).toBe(400);
      // Neither the address nor the link is in any log.
      const logs = join(house.state, 'logs');
      for (const file of readdirSync(logs)) {
        const text = readFileSync(join(logs, file), 'utf8');
        expect([file, text.includes(email) || text.includes(payload)]).toEqual([file, false]);
      }
    });
  });

  describe('a line that is open to all', () => {
    test('asks each visitor for work of their own', async () => {
      const fan = house.fan();
      const body = (await fan.visitor()) as { visitor: string; work: string };
      const borrowed = { ...body, visitor: `${body.visitor.slice(0, 21)}${body.visitor.endsWith('A') ? 'B' : 'A'}` };
      expect(await house.fan().join(borrowed)).toMatchObject({ status: 403, body: { type: '/problems/work-wrong' } });
      expect((await fan.join(body)).status).toBe(201);
      expect((await house.fan().join(body)).status).toBe(200);
      const { body: challenge, status } = await ask<Challenge>(
        `${house.site}${api('GET lines/{onSale}/challenge', { onSale: 'everyone' }).url}?visitor=${body.visitor}`,
      );
      expect([status, challenge.maxnumber >= 20_000]).toEqual([200, true]);
    });
  });

  test('postcodes cannot be guessed for long, and nobody learns which numbers exist', async () => {
    const guess = (number: string, at: number) =>
      house.fan('friends').join({ entry: 'members', member: number, postcode: `X${at} 1AA` });
    for (const number of [memberAt(690, 5).member, '99999999']) {
      for (let at = 0; at < 10; at += 1) expect((await guess(number, at)).status).toBe(403);
      expect(await guess(number, 10)).toMatchObject({ status: 429, body: { type: '/problems/too-many-tries' } });
    }
    expect((await house.fan('friends').join(member(691))).status).toBe(201);
  });
}
