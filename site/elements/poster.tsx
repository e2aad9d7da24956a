import type { PublishedPoster } from '../../contracts/catalogue.ts';
import { lettering } from '../../rules/poster-colour.ts';
import { motifOf } from '../../rules/poster-motif.ts';
import { posterLetters } from '../../rules/poster-title.ts';

/** A show's poster: its title as large as it goes, over a picture made from its name. */
export function Poster(props: {
  readonly id: string;
  readonly title: string;
  readonly byline: string;
  readonly colours: PublishedPoster;
}) {
  const { id, title, byline, colours } = props;
  return (
    <div class="poster" style={{ backgroundColor: colours.paper, color: lettering(colours) }}>
      <div class="poster-words">
        <p class="poster-title" dir="auto" style={{ fontSize: `${posterLetters(title)}cqi` }}>
          {title}
        </p>
        <p class="poster-byline" dir="auto">
          {byline}
        </p>
      </div>
      <Motif id={id} colours={colours} />
    </div>
  );
}

/** The picture alone; with its colours exchanged it becomes a field of its own beside the words. */
export function Motif(props: { readonly id: string; readonly colours: PublishedPoster; readonly reversed?: boolean }) {
  const { id, colours, reversed } = props;
  const ink = reversed ? colours.paper : colours.ink;
  return (
    <svg
      class="motif"
      viewBox="0 150 300 250"
      preserveAspectRatio="xMidYMax slice"
      style={{ backgroundColor: reversed ? colours.ink : colours.paper }}
      aria-hidden="true"
      focusable="false"
    >
      {motifOf(id, colours.motif).map((shape, index) =>
        shape.shape === 'circle' ? (
          <circle key={index} cx={shape.x} cy={shape.y} r={shape.r} fill={ink} />
        ) : shape.line === undefined ? (
          <path key={index} d={shape.d} fill={ink} opacity={shape.veil ? 0.6 : 1} />
        ) : (
          <path key={index} d={shape.d} fill="none" stroke={ink} stroke-width={shape.line} />
        ),
      )}
    </svg>
  );
}
