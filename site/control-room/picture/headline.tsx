import { pictureWords as words } from '../../../words/en/control-room-picture.ts';
import type { HowItGoes } from './how-it-goes.ts';
import type { Matter } from './what-needs-somebody.ts';

const minute = 60_000;

/** How it goes, in words. */
export function headline(goes: HowItGoes, timeZone: string): string {
  const { goes: says } = words;
  const clock = (at: number) => words.timeOfDay(at, timeZone);
  switch (goes.kind) {
    case 'not-open-yet':
      return says['not-open-yet'];
    case 'old':
      return says.old(clock(goes.since));
    case 'over':
      return goes.sold === undefined ? says.over : says.overSold(words.count(goes.sold));
    case 'asleep':
      return says.asleep(clock(goes.opensAt));
    case 'lobby':
      return says.lobby(waitOf(goes.opensIn), says.stand(goes.joined));
    case 'drawing':
      return says.drawing(says.drawn(goes.joined));
    case 'on-pace':
      return says['on-pace'](clock(goes.soldOutAt), says.waits(goes.waiting));
    default:
      return says[goes.kind](says.waits(goes.waiting));
  }
}

/** Minutes upwards, the last one in seconds. */
function waitOf(milliseconds: number): string {
  if (milliseconds < minute) return words.seconds(Math.max(1, Math.ceil(milliseconds / 1000)));
  return words.minutes(Math.ceil(milliseconds / minute));
}

/** One line on top; a screen reader hears it when it changes. */
export function Headline({
  goes,
  needs,
  timeZone,
}: {
  readonly goes: HowItGoes;
  readonly needs: readonly Matter[];
  readonly timeZone: string;
}) {
  const isOld = goes.kind === 'old' || needs.some(({ tone }) => tone === 'urgent');
  return (
    <p class={`headline${isOld ? ' headline-bad' : ''}`} role="status">
      {headline(goes, timeZone)} {needs.length === 0 && goes.kind !== 'not-open-yet' && words.needsNothing}
    </p>
  );
}

/** What needs a person, before all figures. */
export function Needs({ needs }: { readonly needs: readonly Matter[] }) {
  if (needs.length === 0) return null;
  return (
    <section class="needs" aria-label={words.needsTitle}>
      <h2>{words.needsTitle}</h2>
      <ul>
        {needs.map(({ kind, tone, runbook, count, of, seconds, routes }) => {
          const [title, detail] = words.needs[kind];
          return (
            <li key={`${kind} ${of ?? ''}`} class={`need need-${tone}`}>
              <b>
                {of !== undefined && words.about(words.platform.called[of])} {title}
              </b>
              <span>
                {detail} {count !== undefined && words.times(words.count(count))}
                {seconds !== undefined && words.oldest(words.platform.waits(seconds))}
              </span>
              {routes !== undefined && (
                <ul class="need-routes">
                  {routes.map((route) => (
                    <li key={route}>
                      <code>{route}</code>
                    </li>
                  ))}
                </ul>
              )}
              {runbook !== undefined && (
                <span class="need-runbook">
                  {words.runbook} <code>docs/runbooks/{runbook}.md</code>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
