import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Board } from '../../../../contracts/line.ts';
import { inviteRequest } from '../../../../contracts/line-requests.ts';
import { published } from '../../../../contracts/paths.ts';
import type { Message } from '../../../../lambdas/foundation/mail.ts';
import { rememberHeads } from '../../../../lambdas/foundation/mail-head.ts';
import { inviteTwin } from '../../../../lambdas/waiting-room/entry/invite.twin.ts';
import { linkOf, openLink } from '../../../../lambdas/waiting-room/entry/invite-link.ts';
import { inviteMessage } from '../../../../lambdas/waiting-room/entry/invite-mail.ts';
import { sendInvite } from '../../../../lambdas/waiting-room/entry/send-invite.ts';
import { rememberLines } from '../../../../lambdas/waiting-room/line/remembered-lines.ts';
import { headText } from '../../../../rules/head-text.ts';
import { anOpening, joined, keys, onSale, opensAt, SmallStage } from '../small-stage.ts';

let stage: SmallStage;
let mails: { readonly to: string; readonly message: Message }[];
let deps: Parameters<typeof sendInvite>[0];

beforeEach(async () => {
  stage = new SmallStage();
  await stage.open(anOpening({ entry: 'email' }));
  mails = [];
  deps = {
    lines: rememberLines(stage.stores.lines),
    invites: inviteTwin(),
    keys,
    send: async (to, message) => {
      mails.push({ to, message });
      return 'sent';
    },
    findHead: rememberHeads(async (path) => stage.files.get(path) as Board | undefined),
    site: 'https://tickets.example.org',
  };
});

const ask = (email: string, line = onSale) => sendInvite(deps, { onSale: line, email, language: 'en' }, stage.now);
const linkIn = ({ message }: { readonly message: Message }) => /#link=(\S+)/.exec(message.text)?.[1] ?? '';

describe('an invitation', () => {
  test('brings a link that lets its reader in, once, from any device', async () => {
    expect(await ask('Ada@Example.org')).toEqual({ ok: true, sent: true });
    const [mail] = mails;
    if (!mail) throw new Error('No mail was sent');
    expect(mail.to).toBe('Ada@Example.org');
    expect(mail.message.text).toContain(`https://tickets.example.org/line?on-sale=${onSale}#link=e1.`);
    const link = linkIn(mail);
    const first = joined(await stage.joinAs({ entry: 'email', link }));
    expect(first.place.round).toBe(0);
    expect(await stage.joinAs({ entry: 'email', link })).toMatchObject({ isNew: false, joined: first });
    // Asked again, spelt otherwise: the same place.
    await ask('ada+again@example.org');
    const other = linkIn(mails[1] as (typeof mails)[number]);
    expect(joined(await stage.joinAs({ entry: 'email', link: other })).receipt).toBe(first.receipt);
  });

  test('carries the head of the board, behind the # and after its own link; without a board it goes without', async () => {
    await ask('ada@example.org');
    const head = headText(stage.files.get(published.board(onSale)) as Board);
    const url = `https://tickets.example.org/ledger?on-sale=${onSale}#head=${head}`;
    const { text, html } = (mails[0] as (typeof mails)[number]).message;
    expect(text.indexOf(url)).toBeGreaterThan(text.indexOf('#link='));
    expect(html).toContain(`href="${url}"`);
    for (const broken of [async () => undefined, () => Promise.reject(new Error('S3 is away'))]) {
      deps = { ...deps, findHead: rememberHeads(broken) };
      expect(await ask('bob@example.org')).toEqual({ ok: true, sent: true });
      expect(mails.at(-1)?.message.text).not.toContain('h1.');
    }
  });

  test('says nothing of the address, neither in the link nor in what is stored', async () => {
    await ask('ada@example.org');
    const [, payload = ''] = linkIn(mails[0] as (typeof mails)[number]).split('.');
    const read = Buffer.from(payload, 'base64url').toString();
    expect(read).not.toMatch(/ada|example/);
    expect(Object.keys(JSON.parse(read) as object)).toEqual(['o', 'e', 'x']);
  });

  test('is answered alike the fourth time in an hour, when nothing is sent, and whoever joined', async () => {
    const answers = [];
    for (const email of ['ada@gmail.com', 'a.da@gmail.com', 'ada+1@googlemail.com', 'ADA@gmail.com'])
      answers.push((await ask(email)).ok);
    expect(answers).toEqual([true, true, true, true]);
    expect(mails).toHaveLength(3);
    await ask('bob@gmail.com');
    expect(mails).toHaveLength(4);
    stage.now += 60 * 60_000;
    await stage.open(anOpening({ onSale: 'long', entry: 'email', closesAt: opensAt + 10 * 60 * 60_000 }));
    expect(await ask('ada@gmail.com', 'long')).toEqual({ ok: true, sent: true });
  });

  test('an address that the mail service does not take is answered alike', async () => {
    deps = { ...deps, send: async () => 'no-such-address' };
    expect(await ask('nobody@example.org')).toEqual({ ok: true, sent: false });
  });

  test('in SES’s sandbox says so to whoever tries it with an address that is not verified, and counts nothing', async () => {
    deps = { ...deps, send: async () => 'not-verified' };
    for (let tries = 0; tries < 5; tries += 1)
      expect(await ask('ada@gmail.com')).toMatchObject({ ok: false, refusal: 'mail-unavailable' });
  });

  test('that the mail service has no time for is not counted, and the fan is asked to try again', async () => {
    let answers: ('busy' | 'down' | 'sent')[] = ['busy', 'busy', 'busy', 'down', 'down', 'busy'];
    const { send } = deps;
    deps = {
      ...deps,
      send: async (to, message) => {
        const [answer = 'sent', ...rest] = answers;
        answers = rest;
        if (answer === 'down') throw new Error('down');
        return answer === 'busy' ? 'busy' : ((await send?.(to, message)) ?? 'busy');
      },
    };
    for (let at = 0; at < 3; at += 1)
      expect(await ask('ada@example.org')).toMatchObject({ refusal: 'mail-busy', retryAfterMs: 5000 });
    await expect(ask('ada@example.org')).rejects.toThrow('down');
    await expect(ask('ada@example.org')).rejects.toThrow('down');
    expect(await ask('ada@example.org')).toMatchObject({ refusal: 'mail-busy' });
    expect(await ask('ada@example.org')).toEqual({ ok: true, sent: true });
    expect(mails).toHaveLength(1);
  });

  test('is refused where it leads nowhere', async () => {
    expect(await ask('ada@example.org', 'nowhere')).toMatchObject({ refusal: 'line-unknown' });
    await stage.open(anOpening({ onSale: 'open-to-all' }));
    expect(await ask('ada@example.org', 'open-to-all')).toMatchObject({ refusal: 'entry-wrong' });
    expect(
      await sendInvite({ ...deps, send: undefined }, { onSale, email: 'a@b.org', language: 'en' }, stage.now),
    ).toMatchObject({
      refusal: 'mail-unavailable',
    });
    stage.now = anOpening().closesAt;
    expect(await ask('ada@example.org')).toMatchObject({ refusal: 'line-closed' });
    expect(mails).toEqual([]);
  });
});

describe('a link', () => {
  const given = { onSale, mailbox: keys.mailboxKey('ada@example.org'), expiresAt: opensAt };
  const link = linkOf(keys, given);

  test('opens for its on-sale until its second', () => {
    expect(openLink(keys, link, onSale, opensAt - 1)).toEqual({ ok: true, mailbox: given.mailbox });
    expect(openLink(keys, link, onSale, opensAt)).toMatchObject({
      refusal: 'link-wrong',
      detail: expect.stringContaining('too old'),
    });
    expect(openLink(keys, link, 'public', 0)).toMatchObject({
      refusal: 'link-wrong',
      detail: expect.stringContaining(onSale),
    });
  });

  test('forged, altered, cut or of another kind is refused', () => {
    const [kind, payload = '', seal = ''] = link.split('.');
    const later = Buffer.from(JSON.stringify({ o: onSale, e: given.mailbox, x: 9e9 })).toString('base64url');
    for (const text of [
      `${kind}.${later}.${seal}`,
      `r1.${payload}.${seal}`,
      `${kind}.${payload}.${seal.slice(1)}A`,
      link.slice(0, -1),
      `${link} `,
      'e1..',
      '',
      '💺',
      `e1.${'A'.repeat(501)}.${seal}`,
    ]) {
      expect(openLink(keys, text, onSale, 0)).toMatchObject({
        refusal: 'link-wrong',
        errors: [{ field: 'body.link' }],
      });
    }
  });

  test('leads back to the place when the on-sale is over, and says to a newcomer that it is', async () => {
    await ask('ada@example.org');
    await ask('bob@example.org');
    const [ada = '', bob = ''] = mails.map(linkIn);
    const first = joined(await stage.joinAs({ entry: 'email', link: ada }));
    stage.now = anOpening().closesAt + 60_000;
    expect(joined(await stage.joinAs({ entry: 'email', link: ada }))).toEqual(first);
    // To ask for a new one, as a link that is too old says, would lead nowhere.
    expect(await stage.joinAs({ entry: 'email', link: bob })).toMatchObject({ refusal: 'line-closed' });
  });

  test('valid a day', async () => {
    await stage.open(anOpening({ onSale: 'long', entry: 'email', closesAt: opensAt + 90 * 86_400_000 }));
    await ask('ada@example.org', 'long');
    const long = linkIn(mails[0] as (typeof mails)[number]);
    expect(openLink(keys, long, 'long', stage.now + 86_399_000)).toMatchObject({ ok: true });
    expect(openLink(keys, long, 'long', stage.now + 86_400_000)).toMatchObject({ ok: false });
  });
});

describe('the message', () => {
  const url = 'https://tickets.example.org/line?on-sale=x&a="b"#link=e1.x.y';
  const languages = inviteRequest.shape.language.unwrap().options;

  test.each(languages)('in %s has the link in text and HTML, and nothing to load', (language) => {
    const { subject, text, html } = inviteMessage(language, 'Winter <b>& more</b>\nBcc: x', url);
    expect(text).toContain(url);
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain('href="https://tickets.example.org/line?on-sale=x&amp;a=&quot;b&quot;#link=e1.x.y"');
    expect(html).not.toMatch(/<b>|src=|<script|@import/);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject).toContain('Winter <b>& more</b> Bcc: x');
  });

  test('differs by language', () => {
    expect(new Set(languages.map((language) => inviteMessage(language, 'Winter', url).text)).size).toBe(5);
  });
});
