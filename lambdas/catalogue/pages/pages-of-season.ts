import type { Season, ShowFile } from '../../../contracts/catalogue.ts';
import { languages } from '../../../contracts/languages.ts';
import { published } from '../../../contracts/paths.ts';
import { posterStyles } from './poster.ts';
import { seasonPage } from './season-page.ts';
import { showPage } from './show-page.ts';

export interface PagesGiven {
  readonly season: Season;
  /** The shows that are published now. A show that is carried over from an earlier season keeps its page. */
  readonly shows: readonly ShowFile[];
  readonly site: string;
  readonly now: number;
}

/** What is no JSON. */
export interface PublishedText {
  readonly type: 'text/html; charset=utf-8' | 'text/css; charset=utf-8';
  readonly text: string;
}

type PublishedFile = PublishedText & { readonly path: string };

/** The pages of a season in every language, with the colours of their posters. */
export function pagesOf({ season, shows, site, now }: PagesGiven): {
  readonly ofShows: readonly PublishedFile[];
  readonly ofSeason: readonly PublishedFile[];
} {
  const html = (path: string, text: string): PublishedFile => ({ path, type: 'text/html; charset=utf-8', text });
  return {
    ofShows: [
      { path: published.posterColours(), type: 'text/css; charset=utf-8', text: posterStyles(season.shows) },
      ...shows.flatMap((show) =>
        languages.map((language) =>
          html(published.showPage(language, show.id), showPage(show, season, language, site, now)),
        ),
      ),
    ],
    ofSeason: languages.map((language) =>
      html(published.seasonPage(language), seasonPage(season, language, site, now)),
    ),
  };
}
