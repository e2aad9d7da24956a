import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { CheckpointFile, HeadLog } from '../../contracts/head-log.ts';
import type { DrawSheet } from '../../contracts/line.ts';
import { published } from '../../contracts/paths.ts';
import { headText } from '../../rules/head-text.ts';
import { checkLine } from '../../verify/src/check-line.ts';
import { findBrowser, openBrowser } from '../browser.ts';
import { publishedFiles } from '../verify/published-files.ts';
import { sampleLine } from '../verify/sample-line.ts';
import { witnessedLine } from '../verify/witnessed-line.ts';
import { builtSite } from './built-site.ts';
import { openTheatre, type Theatre } from './theatre/theatre.ts';
import { expectAccessible, type Visit, visit } from './visitor.ts';

const path = findBrowser();

const sample = sampleLine('spring');
const mine = sample.receiptOf({ round: 65_537, shard: 1, index: 2 });

(path ? describe : describe.skip)('check and ledger', () => {
  let browser: Browser;
  let site: string;
  let theatre: Theatre;
  let base: string;
  let fan: Visit;
  let page: Page;

  beforeAll(async () => {
    site = builtSite();
    browser = await openBrowser(path as string);
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    theatre = await openTheatre({ site });
    ({ base } = theatre);
    for (const [path, text] of publishedFiles(sample)) await publish(path, JSON.parse(text));
    await publish(published.line('spring'), { ...sample.line, title: 'Spring booking' });
    fan = await visit(browser);
    page = fan.page;
  });
  afterEach(async () => {
    expect(fan.complaints).toEqual([]);
    await fan.context.close();
    await theatre.close();
  });

  /** In place of what the pacemaker wrote, so that each may be spoilt; and kept by no browser, so that this is seen. */
  const publish = (path: string, file: unknown) => theatre.stage.platform.publisher.write(path, file, 'no-store');
  const unpublishLine = () => {
    const { files } = theatre.stage.platform;
    for (const path of files.keys()) if (path.startsWith('/lines/spring/')) files.delete(path);
  };
  const keep = async (receipt: string) => {
    await page.goto(`${base}/check`);
    await page.evaluate(
      ([kept]) => localStorage.setItem('stampede.receipt.spring', JSON.stringify({ receipt: kept, place: {} })),
      [receipt],
    );
    await page.goto(`${base}/check?on-sale=spring`);
  };
  const marks = () => page.locator('.step').evaluateAll((steps) => steps.map((step) => step.className.split('-')[1]));

  test('computes the number of the receipt that this browser keeps, and says why, step by step', async () => {
    await keep(mine);
    await page.locator('.slip-number').waitFor();
    expect(await page.locator('.slip-number').textContent()).toBe(`${checkLine(sample, mine).position}`);
    // The beacon of a sample is nobody's: a fan is told that before all else.
    expect(await marks()).toEqual([...Array(6).fill('ok'), 'unproved', ...Array(3).fill('ok')]);
    await page.locator('.slip').getByText('is not a public one that is known here: the draw is not proved').waitFor();
    await page.getByText(sample.line.beacon?.chainHash ?? '').waitFor();
    await expectAccessible(page);
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save my receipt' }).click();
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(`${mine}\n`);
    for (const link of await page.locator('.files li a').all()) {
      const answer = await page.request.get(`${base}${await link.getAttribute('href')}`);
      expect(answer.status()).toBe(200);
    }
  });

  test('takes a pasted receipt where none is kept, however it was broken into lines', async () => {
    await page.goto(`${base}/check?on-sale=spring`);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('paste a receipt').waitFor();
    await expectAccessible(page);
    await page.getByLabel('Your receipt').fill(`${mine.slice(0, 60)}\n  ${mine.slice(60)}\n`);
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.locator('.slip-good').waitFor();
    await page.getByRole('button', { name: 'Check another receipt' }).click();
    await page.getByLabel('Your receipt').fill('r2.nonsense');
    await page.getByRole('button', { name: 'Check it' }).click();
    await page.getByText('this is not a receipt').first().waitFor();
  });

  test('a receipt that was back-dated is not in the roll, and is said so', async () => {
    await keep(sample.receiptOf({ round: 0, shard: 0, index: 0 }, { mark: 'A'.repeat(22) }));
    await page.locator('.slip-bad').waitFor();
    await page.getByText('the roll of the lobby does not have your mark at your place').first().waitFor();
    await expectAccessible(page);
  });

  test('a head that this browser kept is held against what is published now', async () => {
    await page.goto(`${base}/check`);
    await page.evaluate(
      ([heads]) => localStorage.setItem('stampede.heads.spring', heads ?? ''),
      [JSON.stringify([{ ...sample.board.ledger, head: 'ab'.repeat(32), seenAt: 5 }])],
    );
    await keep(mine);
    await page.locator('.slip-bad').waitFor();
    await page.getByText('this browser saw another hash').first().waitFor();
  });

  test('an altered receipt has no number, and is said so', async () => {
    const [, payload = '', signature] = mine.split('.');
    const place = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const better = Buffer.from(JSON.stringify({ ...place, round: 0, shard: 0, index: 0 })).toString('base64url');
    await keep(`r2.${better}.${signature}`);
    await page.locator('.slip-bad').waitFor();
    expect(await page.locator('.slip-number').count()).toBe(0);
    await page.getByText('the signature does not belong to this receipt').first().waitFor();
    await expectAccessible(page);
  });

  test('an altered draw is said so, by its round', async () => {
    const altered = { ...(sample.sheets[0] as DrawSheet), seed: 'ab'.repeat(32) };
    await publish(published.drawSheet('spring', 0, 0), altered);
    await keep(mine);
    await page.locator('.slip-bad').waitFor();
    await page.getByText('the seed of the lobby is not the one that was bound').first().waitFor();
  });

  test('a draw that is listed and not there is named; the number is shown, and the open points', async () => {
    theatre.stage.platform.files.delete(published.drawSheet('spring', 1, 0));
    await keep(mine);
    await page.getByText('The published file /lines/spring/rounds/1/0.json is listed, but it is not there.').waitFor();
    expect(await page.locator('.slip-number').count()).toBe(1);
    expect(await marks()).toContain('unchecked');
    await expectAccessible(page);
  });

  test('a round that is not drawn yet, a line that is not there, and no line at all', async () => {
    await publish(published.rounds('spring'), { ...sample.rounds[0], spans: [[0, 2]] });
    await keep(mine);
    await page.getByRole('heading', { name: 'Your place is taken, and not drawn yet' }).waitFor();
    await expectAccessible(page);
    unpublishLine();
    await page.reload();
    await page.getByText('This is not on the bill').waitFor();
    await page.goto(`${base}/check`);
    await page.getByText('This address names no on-sale').waitFor();
    await expectAccessible(page);
  });

  test('the ledger reads as what happened, and holds', async () => {
    await page.goto(`${base}/ledger?on-sale=spring`);
    await page.getByText('4 entries, unbroken').waitFor();
    await page.getByText('The board that everybody reads shows the same head').waitFor();
    expect(await page.locator('.entry h4').allTextContents()).toEqual([
      'The line was opened',
      'The doors opened for more people, and their lobby was drawn',
      'The line was paused',
      'The line goes on',
    ]);
    await page.getByText('at most 60 are called a minute').waitFor();
    await page.locator('.seal summary').click();
    await page.locator('.seal').getByText(sample.board.ledger.head).waitFor();
    await expectAccessible(page);
  });

  test('a tampered entry is marked, and no other', async () => {
    const [segment] = sample.ledger;
    const entries = segment?.entries.map((entry, at) =>
      at === 2 ? { ...entry, text: entry.text.replace('the payment provider is down', 'a break') } : entry,
    );
    await publish(published.ledger('spring', 0), { ...segment, entries });
    await page.goto(`${base}/ledger?on-sale=spring`);
    await page.getByText('1 entry does not hold').waitFor();
    expect(await page.locator('.entry-broken h4').allTextContents()).toEqual(['The line was paused']);
    await expectAccessible(page);
  });

  test('the head in the link of a mail is held against the ledger, and leaves the address bar', async () => {
    const head = headText(sample.board);
    await page.goto(`${base}/ledger?on-sale=spring#head=${head}`);
    await page.getByText('The hash in your mail is of this ledger').waitFor();
    expect(page.url()).not.toContain('#');
    await expectAccessible(page);
    // Another mail's link, in the page that is open already.
    await page.goto(`${base}/ledger?on-sale=spring#head=${head.replace(sample.board.ledger.head, 'ab'.repeat(32))}`);
    await page.getByText('The hash in your mail is not of this ledger').waitFor();
    await expectAccessible(page);
    // A ledger that is shorter by now is not the one of the mail either.
    await page.goto(`${base}/ledger?on-sale=spring#head=${head.replace(`.${sample.board.ledger.n}.`, '.9000.')}`);
    await page.getByText('The hash in your mail is not of this ledger').waitFor();
  });

  test('the witnesses that signed are named, and a log of another history is told', async () => {
    const { files } = await witnessedLine();
    for (const [path, text] of files) await publish(path, JSON.parse(text));
    const at = (path: string) => JSON.parse(files.get(path) ?? '{}');
    const ledger = async () => page.goto(`${base}/ledger?on-sale=friends`);
    await ledger();
    await page.getByText('2 of 3 witnesses outside the venue signed').waitFor();
    await page.getByText('two.example/w').waitFor();
    await expectAccessible(page);

    const checkpoint: CheckpointFile = at(published.checkpoint('friends'));
    const unsigned = checkpoint.note.replace(/— (one|two)\..*\n/g, '');
    await publish(published.checkpoint('friends'), { ...checkpoint, note: unsigned, cosigned: [] });
    await ledger();
    await page.getByText('0 of the 2 witnesses that are needed').waitFor();

    const log: HeadLog = at(published.headLog('friends', 0));
    const [first = '', ...rest] = log.leaves;
    await publish(published.headLog('friends', 0), {
      ...log,
      leaves: [first.replace(/.{64}$/, 'ab'.repeat(32)), ...rest],
    });
    await ledger();
    await page.getByText('What the witnesses were shown is not this ledger').waitFor();
  });

  test('a ledger written anew, an empty one, and none', async () => {
    await publish(published.board('spring'), {
      ...sample.board,
      ledger: { ...sample.board.ledger, head: 'ab'.repeat(32) },
    });
    await page.goto(`${base}/ledger?on-sale=spring`);
    await page.getByText('This is not the ledger that the board showed').waitFor();
    await publish(published.ledger('spring', 0), { v: 2, onSale: 'spring', segment: 0, entries: [] });
    await publish(published.board('spring'), { ...sample.board, ledger: { ...sample.board.ledger, n: 0 } });
    await page.reload();
    await page.getByText('Nothing has been done to this line yet').waitFor();
    unpublishLine();
    await page.reload();
    await page.getByText('This is not on the bill').waitFor();
  });
});
