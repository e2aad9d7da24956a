import { describe, expect, test } from '@jest/globals';
import { lineKeys, memberIdentity, normalAddress } from '../../../../lambdas/waiting-room/line/line-keys.ts';
import { seedChain } from '../../../../lambdas/waiting-room/line/seed-chain.ts';
import { openReceipt, receiptOf } from '../../../../lambdas/waiting-room/place/receipt.ts';
import { normalised } from '../../../../rules/member-number.ts';

const keysOf = (secret: string) => lineKeys(secret, (bytes) => seedChain(bytes, 16));
const keys = keysOf('secret');

describe('who a fan is', () => {
  test('a number is the same however it is typed', () => {
    for (const typed of ['FR-12 345', 'fr12345', ' FR.12.345 ', 'ＦＲ１２３４５', 'fr\u00a012\u2013345'])
      expect(normalised(typed)).toBe('FR12345');
  });

  test('zeros that a spreadsheet lost do not count, for a number and a postcode', () => {
    for (const typed of ['00412', '412', ' 0 412', '０４１２', '000-412']) expect(normalised(typed)).toBe('412');
    expect(keys.memberKey('friends', '00412')).toBe(keys.memberKey('friends', '412'));
    expect(keys.postcodeSeal('m', '01067')).toBe(keys.postcodeSeal('m', '1067'));
    expect(normalised('0000')).toBe('0');
    // Where there are letters a zero was kept.
    expect(normalised('FR007')).not.toBe(normalised('FR7'));
    expect(normalised('0A')).toBe('0A');
  });

  test('one member of one roster is one fan in one on-sale, and others elsewhere', () => {
    const fan = (member: string, onSale = 'friends', rosters = ['friends']) =>
      keys.fanKey(onSale, memberIdentity(rosters, member));
    expect(fan('12-34')).toBe(fan('1234'));
    expect(new Set([fan('1234'), fan('1235'), fan('1234', 'public'), fan('1234', 'friends', ['others'])]).size).toBe(4);
    expect(fan('1234')).toMatch(/^[A-Za-z0-9_-]{43}$/);
    // The text that lines opened before there were tiers were hashed with.
    expect(memberIdentity(['friends'], '12-34')).toBe('member|friends|1234');
  });

  test('with several rosters a member is the number, whichever roster knows it', () => {
    expect(memberIdentity(['benefactors', 'friends'], '12-34')).toBe(memberIdentity(['friends', 'others'], '1234'));
    expect(memberIdentity(['benefactors', 'friends'], '1234')).not.toBe(memberIdentity(['friends'], '1234'));
  });

  test.each([
    ['Ada@Example.org', 'ada@example.org'],
    ['  ada+tickets+more@example.org ', 'ada@example.org'],
    ['a.d.a@gmail.com', 'ada@gmail.com'],
    ['A.Da+x@googlemail.com', 'ada@gmail.com'],
    ['a.d.a@example.org', 'a.d.a@example.org'],
    ['ａｄａ@example.org', 'ada@example.org'],
    ['+only@example.org', '+only@example.org'],
  ])('the address %j is %j', (typed, normal) => {
    expect(normalAddress(typed)).toBe(normal);
    expect(keys.mailboxKey(typed)).toBe(keys.mailboxKey(normal));
    expect(keys.mailboxKey(typed)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  test('hashes of members and postcodes are bound to roster, member and secret', () => {
    const member = keys.memberKey('friends', '1234');
    expect(keys.memberKey('others', '1234')).not.toBe(member);
    expect(keysOf('other').memberKey('friends', '1234')).not.toBe(member);
    expect(keys.postcodeSeal(member, 'sw1a 1aa')).toBe(keys.postcodeSeal(member, 'SW1A1AA'));
    expect(keys.postcodeSeal(keys.memberKey('friends', '1235'), 'SW1A1AA')).not.toBe(
      keys.postcodeSeal(member, 'SW1A1AA'),
    );
  });

  test('seeds differ by on-sale and are computed once', () => {
    expect(keys.seeds('friends')).toBe(keys.seeds('friends'));
    expect(keys.seeds('friends').anchor).not.toBe(keys.seeds('public').anchor);
  });
});

describe('receipts', () => {
  const place = { v: 2, onSale: 'friends', fan: 'f', mark: 'm', round: 0, shard: 1, index: 2, joinedAt: 3 } as const;
  const receipt = receiptOf(keys.receipts, place);

  test('one place has one receipt, whatever the order of its fields', () => {
    const { joinedAt, ...rest } = place;
    expect(receiptOf(keys.receipts, { joinedAt, ...rest })).toBe(receipt);
    expect(openReceipt(keys.receipts, receipt, 'friends')).toEqual({ ok: true, place });
  });

  test('what is missing, forged, altered or borrowed is refused', () => {
    const [kind, payload = '', signature] = receipt.split('.');
    const better = Buffer.from(JSON.stringify({ ...place, index: 0 })).toString('base64url');
    const altered = [
      `${kind}.${better}.${signature}`,
      `${kind}.${payload}.${signature?.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
      `r1.${payload}.${signature}`,
      `${receipt}x`,
      'r2..',
      'x'.repeat(100_000),
      '{"$ne":null}',
      receiptOf(keysOf('other').receipts, place),
    ];
    for (const text of altered) {
      expect(openReceipt(keys.receipts, text, 'friends')).toMatchObject({ ok: false, refusal: 'receipt-forged' });
    }
    expect(openReceipt(keys.receipts, receipt, 'public')).toMatchObject({ ok: false, refusal: 'receipt-elsewhere' });
    for (const nothing of [undefined, '']) {
      expect(openReceipt(keys.receipts, nothing, 'friends')).toMatchObject({ ok: false, refusal: 'receipt-missing' });
    }
  });
});
