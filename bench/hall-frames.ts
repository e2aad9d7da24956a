import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { serveHall } from './hall-page.ts';
import { median } from './measure.ts';

/*
 * `node bench/hall-frames.ts [--before <commit>] [--rounds 2]` measures how smoothly the plan of a 20,000-seat arena
 * moves under two fingers on a middling phone. The phone is Chromium with its processor slowed to a quarter, 360 × 740
 * at three pixels to one, without a graphics card. Seats change every second. It prints the times between frames while
 * the plan is pinched and pushed about, and the time to its first picture. It measures an older commit too, with the
 * plan drawn as SVG, in the same run on the same machine.
 */

const { values } = parseArgs({
  options: { before: { type: 'string', default: 'cebf146' }, rounds: { type: 'string', default: '2' } },
});
const home = join(import.meta.dirname, '..');
const phone = { width: 360, height: 740, dense: 3, slowed: 4 } as const;
const frame = 1_000 / 60;
const scratch = mkdtempSync(join(tmpdir(), 'stampede-frames-'));

interface Frames {
  readonly frames: readonly number[];
  /** Milliseconds from the address to the first picture of the plan. */
  readonly first: number;
  /** Milliseconds that the page's own thread worked for a frame: a busy machine cannot spoil this number. */
  readonly work: number;
}

const path = [process.env.STAMPEDE_BROWSER ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (one) => one !== '' && existsSync(one),
);
if (path === undefined) throw new Error('Frames need a browser: install chromium, or set STAMPEDE_BROWSER.');

const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const older = olderTree(values.before);
  const now = { name: 'now', dist: built(home), runs: [] as Frames[] };
  const before = older && { name: values.before, dist: built(older), runs: [] as Frames[] };
  for (let round = 0; round < Number(values.rounds); round += 1) {
    // One after the other in each round, so that whatever else the machine does is shared.
    for (const one of before ? [before, now] : [now]) one.runs.push(await measure(browser, one.dist));
  }
  for (const { name, runs } of before ? [before, now] : [now]) console.log(line(name, runs));
  if (before) console.log(ratio(before.runs, now.runs));
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

function line(name: string, runs: readonly Frames[]): string {
  const frames = runs.flatMap((run) => run.frames);
  const late = frames.filter((one) => one > frame * 1.5).length / frames.length;
  const longer = frames.filter((one) => one > frame + 0.1).length / frames.length;
  return [
    name.padEnd(8),
    `${frames.length} frames`,
    `p50 ${at(frames, 0.5).toFixed(1)} ms`,
    `p95 ${at(frames, 0.95).toFixed(1)} ms`,
    `p99 ${at(frames, 0.99).toFixed(1)} ms`,
    `longest ${Math.max(...frames).toFixed(0)} ms`,
    `over 16.7 ms ${(100 * longer).toFixed(1)} %`,
    `a frame missed ${(100 * late).toFixed(1)} %`,
    `work a frame ${median(runs.map(({ work }) => work)).toFixed(1)} ms`,
    `first picture ${median(runs.map(({ first }) => first)).toFixed(0)} ms`,
  ].join('   ');
}

function ratio(before: readonly Frames[], now: readonly Frames[]): string {
  const mean = (runs: readonly Frames[]) => {
    const frames = runs.flatMap((run) => run.frames);
    return frames.reduce((sum, one) => sum + one, 0) / frames.length;
  };
  const first = (runs: readonly Frames[]) => median(runs.map((run) => run.first));
  const p95 = (runs: readonly Frames[]) =>
    at(
      runs.flatMap((run) => run.frames),
      0.95,
    );
  const work = (runs: readonly Frames[]) => median(runs.map((run) => run.work));
  return `before / now: work a frame ${(work(before) / work(now)).toFixed(1)}×, mean frame ${(mean(before) / mean(now)).toFixed(1)}×, p95 ${(p95(before) / p95(now)).toFixed(1)}×, first picture ${(first(before) / first(now)).toFixed(1)}×`;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The site of an older commit, beside our packages; undefined where the history does not go so far back. */
function olderTree(commit: string): string | undefined {
  const folder = join(scratch, 'before');
  mkdirSync(folder);
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: home, stdio: 'ignore' });
  } catch {
    console.log(`There is no commit ${commit} here: only what is now is measured.`);
    return undefined;
  }
  const tar = join(scratch, 'before.tar');
  execFileSync('git', ['archive', '-o', tar, commit], { cwd: home });
  execFileSync('tar', ['-xf', tar, '-C', folder]);
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function built(tree: string): string {
  const dist = mkdtempSync(join(scratch, 'site-'));
  const vite = join(home, 'node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build', '--config', join(tree, 'site/vite.config.ts'), '--outDir', dist], {
    cwd: tree,
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return dist;
}

async function measure(chrome: Browser, dist: string): Promise<Frames> {
  const { base, stop } = await serveHall(dist);
  const context = await chrome.newContext({
    viewport: { width: phone.width, height: phone.height },
    deviceScaleFactor: phone.dense,
    hasTouch: true,
    isMobile: true,
  });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: phone.slowed });
    await page.addInitScript(watchFirstPicture);
    await page.goto(`${base}/hall?performance=arena-1`);
    await page.waitForFunction(() => 'firstPicture' in globalThis);
    const first = await page.evaluate(() => (globalThis as unknown as { firstPicture: number }).firstPicture);
    const drawing = page.locator('.plan svg, .plan canvas[data-detail]').first();
    await drawing.scrollIntoViewIfNeeded();
    const box = await drawing.boundingBox();
    if (!box) throw new Error('the plan has no place on the page');
    await page.waitForTimeout(500);
    await page.evaluate(watchFrames);
    const before = await worked(cdp);
    await play(cdp, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, Math.min(box.width, box.height) * 0.4);
    const after = await worked(cdp);
    const frames = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes);
    return { frames, first, work: (after - before) / frames.length };
  } finally {
    await context.close();
    await stop();
  }
}

/** Milliseconds of its processor that the page's own thread has used, as slow as the phone's. */
async function worked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}

/** Runs in the page, before anything of it: the second frame after the plan stands in the page shows it. */
function watchFirstPicture(): void {
  const look = () => {
    if (document.querySelector('.plan svg, .plan canvas[data-detail]')) {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => Object.assign(globalThis, { firstPicture: performance.now() })),
      );
    } else setTimeout(look, 5);
  };
  look();
}

/** Runs in the page. */
function watchFrames(): void {
  const frameTimes: number[] = [];
  Object.assign(globalThis, { frameTimes });
  let last = performance.now();
  const next = (time: number) => {
    frameTimes.push(time - last);
    last = time;
    requestAnimationFrame(next);
  };
  requestAnimationFrame((time) => {
    last = time;
    requestAnimationFrame(next);
  });
}

interface At {
  readonly x: number;
  readonly y: number;
}

/** Closer, about, closer still, about, and out again: some eight seconds under one or two fingers. */
async function play(cdp: CDPSession, middle: At, reach: number): Promise<void> {
  await pinch(cdp, middle, reach * 0.3, reach, 900);
  await circle(cdp, middle, reach, 2_000);
  await pinch(cdp, middle, reach * 0.35, reach, 900);
  await circle(cdp, middle, reach, 2_000);
  await pinch(cdp, middle, reach, reach * 0.2, 1_200);
  await pinch(cdp, middle, reach, reach * 0.2, 900);
}

type TouchPoints = readonly (At & { readonly id: number })[];

async function touch(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  points: TouchPoints,
): Promise<void> {
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point) => ({ ...point })) });
}

async function gesture(cdp: CDPSession, duration: number, fingers: (share: number) => TouchPoints): Promise<void> {
  await touch(cdp, 'touchStart', fingers(0));
  const began = Date.now();
  for (let share = 0; share < 1; share = Math.min(1, (Date.now() - began) / duration)) {
    await touch(cdp, 'touchMove', fingers(share));
    await new Promise((done) => setTimeout(done, 8));
  }
  await touch(cdp, 'touchEnd', []);
}

function pinch(cdp: CDPSession, middle: At, from: number, to: number, duration: number): Promise<void> {
  return gesture(cdp, duration, (share) => {
    const apart = from + (to - from) * share;
    return [
      { id: 0, x: middle.x - apart, y: middle.y },
      { id: 1, x: middle.x + apart, y: middle.y },
    ];
  });
}

function circle(cdp: CDPSession, middle: At, reach: number, duration: number): Promise<void> {
  return gesture(cdp, duration, (share) => {
    const angle = share * 4 * Math.PI;
    return [{ id: 0, x: middle.x + reach * Math.sin(angle), y: middle.y + reach * 0.8 * (Math.cos(angle) - 0.2) }];
  });
}
