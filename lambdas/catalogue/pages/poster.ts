import type { ShowFile } from '../../../contracts/catalogue.ts';
import { lettering } from '../../../rules/poster-colour.ts';
import { motifOf } from '../../../rules/poster-motif.ts';
import { posterLetters } from '../../../rules/poster-title.ts';
import { type Markup, markup } from '../../foundation/plain/plain-markup.ts';

export type PosterOf = Pick<ShowFile, 'id' | 'title' | 'poster'>;

/** As `Motif` of site/elements/poster.tsx. The field behind it is a class of `posterStyles`. */
export function motif({ id, poster }: PosterOf, reversed = false): Markup {
  const ink = reversed ? poster.paper : poster.ink;
  const shapes = motifOf(id, poster.motif).map((shape) => {
    if (shape.shape === 'circle') return markup`<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="${ink}"/>`;
    if (shape.line === undefined)
      return markup`<path d="${shape.d}" fill="${ink}"${shape.veil && markup` opacity="0.6"`}/>`;
    return markup`<path d="${shape.d}" fill="none" stroke="${ink}" stroke-width="${shape.line}"/>`;
  });
  const field = `${reversed ? 'field' : 'paper'}-${id}`;
  return markup`<svg class="motif ${field}" viewBox="0 150 300 250" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">${shapes}</svg>`;
}

/** The site's policy takes no styles inside of a page, so the colours of all posters are a file beside the pages. */
export function posterStyles(posters: readonly PosterOf[]): string {
  return posters
    .map(
      ({ id, title, poster }) =>
        `.paper-${id}{background-color:${poster.paper};color:${lettering(poster)}}` +
        `.field-${id}{background-color:${poster.ink}}` +
        `.letters-${id}{font-size:${posterLetters(title)}cqi}\n`,
    )
    .join('');
}
