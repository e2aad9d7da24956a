import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import { ageOf, isOld } from './ages.ts';

/** One figure, readable across a room; what it is of stands below. */
export interface FigureOf {
  readonly name: string;
  readonly value: string;
  readonly of?: string | undefined;
  /** Not as it should be. */
  readonly isBad?: boolean;
}

/** A longer one, such as the money of a morning, has the room of two. */
const widest = 7;

/** Figures that were counted together, with their age. */
export function Figures({
  title,
  figures,
  at,
  now,
}: {
  readonly title: string;
  readonly figures: readonly FigureOf[];
  readonly at: number | undefined;
  readonly now: number;
}) {
  return (
    <section class={`figures${at !== undefined && isOld(at, now) ? ' figures-old' : ''}`}>
      <h2>
        {title} <Age at={at} now={now} />
      </h2>
      {at !== undefined && (
        <dl>
          {figures.map(({ name, value, of, isBad }) => (
            <div key={name} class={`figure${isBad ? ' figure-bad' : ''}${value.length > widest ? ' figure-long' : ''}`}>
              <dt>{name}</dt>
              <dd>
                <b>{value}</b>
                {of !== undefined && <small>{of}</small>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

/** `oldMs`: from which age on it says nothing of now; left out, as for what is counted all the time. */
export function Age({
  at,
  now,
  oldMs,
}: {
  readonly at: number | undefined;
  readonly now: number;
  readonly oldMs?: number;
}) {
  if (at === undefined) return <small class="age">{words.notCounted}</small>;
  const age = words.age(Math.floor(ageOf(at, now) / 1000));
  const isPast = isOld(at, now, oldMs);
  return <small class={isPast ? 'age age-old' : 'age'}>{isPast ? words.old(age) : age}</small>;
}
