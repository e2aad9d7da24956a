import type { Season, ShowFile } from '../../contracts/catalogue.ts';
import { published } from '../../contracts/paths.ts';
import type { GrantScope } from '../../contracts/staff.ts';
import { staffWords } from '../../words/en/staff.ts';
import { shortMoment } from '../../words/en/written.ts';
import { isolated } from '../../words/isolated.ts';
import { ask } from '../api.ts';
import { browser, readSeason } from '../browser.gateway.ts';

/** All of the published season that a grant can be for, each by its name. */
export interface Scopes {
  /** Of the venue; undefined if nothing is published: then times are by this device. */
  readonly timeZone: string | undefined;
  readonly show: readonly NamedScope[];
  readonly 'on-sale': readonly NamedScope[];
  readonly performance: readonly NamedScope[];
}

interface NamedScope {
  readonly id: string;
  readonly title: string;
  /** Of a performance. */
  readonly when?: string;
}

const nothing: Scopes = { timeZone: undefined, show: [], 'on-sale': [], performance: [] };

/** Never fails: what cannot be read has no names, and is called by its id. */
export async function readScopes(): Promise<Scopes> {
  const season = await readSeason();
  if (!season.ok) return nothing;
  const files = await Promise.all(
    season.body.shows.map(({ id }) => ask<ShowFile>(browser, { url: published.show(id), tries: 2 })),
  );
  return scopesOf(
    season.body,
    files.flatMap((file) => (file.ok ? [file.body] : [])),
  );
}

export function scopesOf({ timeZone, shows, onSales }: Season, files: readonly ShowFile[]): Scopes {
  const nights = files.flatMap(({ title, timeZone: zone, performances }) =>
    performances.map(({ id, startsAt }) => ({ id, title, startsAt, when: shortMoment(startsAt, zone) })),
  );
  return {
    timeZone,
    show: shows.map(({ id, title }) => ({ id, title })),
    'on-sale': onSales.map(({ id, title }) => ({ id, title })),
    performance: nights.sort((one, other) => one.startsAt - other.startsAt),
  };
}

/** The clocks that times are by: the venue's, or this device's while nothing is published. */
export const zoneOf = (scopes: Scopes | undefined): string =>
  scopes?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Show: King Lear`, by its id if the season has it no more. */
export function scopeInWords(scope: GrantScope, scopes: Scopes | undefined): string {
  const { scopes: words } = staffWords;
  if (scope.of === 'everything') return words.everything;
  if (scope.of === 'allocation') return words.allocation(isolated(scope.id));
  const { title, when } = scopes?.[scope.of].find(({ id }) => id === scope.id) ?? {};
  const named = isolated(title ?? scope.id);
  if (scope.of !== 'performance') return words[scope.of](named);
  return when === undefined ? words.performanceUnknown(named) : words.performance(named, when);
}
