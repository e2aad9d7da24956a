import type { Season } from '../contracts/catalogue.ts';
import { languageCookie, languageNamed } from '../contracts/languages.ts';
import { header, published } from '../contracts/paths.ts';
import type { SiteConfig } from '../contracts/site-config.ts';
import { type Answer, ask, type Browser, type Sighting } from './api.ts';
import { anyOffset, type Bounds, boundsOf, narrow, notBefore, offsetOf } from './clock.ts';
import { keepHouseName } from './house-name.store.ts';
import type { Timers } from './poll.ts';

/*
 * The one place that touches the device: its network, clock, chance and address bar.
 */

export const browser: Browser = {
  send: (url, init, timeout) => fetch(url, { ...init, signal: AbortSignal.timeout(timeout) }),
  wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  chance: Math.random,
  now: Date.now,
};

export const timers: Timers = {
  set: (act, milliseconds) => window.setTimeout(act, milliseconds),
  clear: (timer) => window.clearTimeout(timer),
  report: (fault) => reportError(fault),
};

/** 128 random bits in base64url, 22 characters. (`randomUUID` exists on secure origins only.) */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}

let bounds: Bounds = anyOffset;

/** Milliseconds since the epoch by the theatre's clock, as well as we know it. */
export function theatreTime(): number {
  return Date.now() + offsetOf(bounds);
}

/** Milliseconds by which this device's clock is off, as well as we know it; undefined while nothing is known. */
export function deviceClockOff(): number | undefined {
  return Number.isFinite(bounds.low) && Number.isFinite(bounds.high) ? offsetOf(bounds) : undefined;
}

/** By an answer that was asked for anew (`no-store`, `no-cache`, a POST): one that this device kept is older than it says. */
export function learnTime(seen: Sighting, writtenAt?: number): void {
  bounds = narrow(bounds, boundsOf(seen));
  if (writtenAt !== undefined) bounds = narrow(bounds, notBefore(writtenAt, seen.gotAt));
}

/** Never fails: without a configuration everything is on this origin. Also tells the time. */
export async function readConfig(): Promise<SiteConfig> {
  const answer = await ask<Partial<SiteConfig>>(browser, { url: '/config.json', cache: 'no-store', tries: 2 });
  if (!answer.ok) return { live: '' };
  learnTime(answer.seen);
  return { ...answer.body, live: (answer.body.live ?? '').replace(/\/$/, '') };
}

export async function readSeason(): Promise<Answer<Season>> {
  const answer = await ask<Season>(browser, { url: published.season() });
  if (answer.ok) keepHouseName(answer.body.venue);
  return answer;
}

/** Whether the page came with its content: see lambdas/catalogue/pages. */
export function isPublished(): boolean {
  return document.querySelector('[data-published]') !== null;
}

/** `/cy` and `/cy/shows/lear` are in Welsh. A fan who came there goes on in Welsh, unless they have chosen a language before. */
export function keepLanguageOfAddress(): void {
  const language = languageNamed(/^\/([a-z]{2})(?:\/|$)/.exec(location.pathname)?.[1]);
  if (language === undefined || document.cookie.includes(`${languageCookie}=`)) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the edge reads it, and the other way to set one is not in every browser
  document.cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; Secure; SameSite=Lax`;
}

/** The header of what only a pass allows. */
export function withPass(pass: string): Record<string, string> {
  return { [header.pass]: pass };
}

/** A wish in the address, e.g. `on-sale` in `/line?on-sale=friends`. */
export function asked(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}

/** This very address in another language. */
export function addressIn(language: string): string {
  const query = new URLSearchParams(location.search);
  query.set('lang', language);
  return `?${query}${location.hash}`;
}

/** A value of the fragment, e.g. `link` in `/line?on-sale=friends#link=e1…`; it leaves the address bar at once. */
export function takeFromFragment(name: string): string | undefined {
  const found = new URLSearchParams(location.hash.slice(1)).get(name) ?? undefined;
  if (found !== undefined) history.replaceState(null, '', location.pathname + location.search);
  return found;
}

/** A link followed to the page that is open already changes the fragment alone: then it is opened anew. */
export function reopenOnFragment(): void {
  window.addEventListener('hashchange', () => location.reload());
}

export function go(url: string): void {
  location.assign(url);
}

export function isVisible(): boolean {
  return document.visibilityState === 'visible';
}

/** Runs when somebody comes back: to the tab, to the network, or through the back button. */
export function onReturn(act: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (isVisible()) act();
  });
  window.addEventListener('online', act);
  window.addEventListener('pageshow', (shown) => {
    if (shown.persisted) act();
  });
}
