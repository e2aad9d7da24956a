import type { ComponentChildren } from 'preact';
import { siteWords } from '../../words/en/site.ts';
import { countdown } from '../../words/writing.ts';
import { houseName } from '../house-name.store.ts';
import { LanguageSwitch } from './language-switch.tsx';

/** The frame of every page: the name over the door, the time left to shop, the small print. */
export function Frame(props: {
  /** Milliseconds; only with a pass. */
  readonly timeLeft?: number | undefined;
  readonly width?: 'narrow' | 'wide' | 'full';
  /** For pages in English alone: what stands over the door as long as nobody has said the name. */
  readonly english?: string;
  /** Before the small print. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { timeLeft, width = 'narrow', english, foot, children } = props;
  // The name of the house, and no other, on every page; none as long as nobody has said it.
  const name = houseName() ?? english;
  return (
    <>
      <header class="masthead">
        {name && (
          <a class="masthead-name" href="/">
            {name}
          </a>
        )}
        {timeLeft !== undefined && timeLeft > 0 && <TimeLeft milliseconds={timeLeft} />}
      </header>
      <main id="main" class={width}>
        {children}
      </main>
      <footer class="small-print">
        {foot}
        <p>{siteWords.footer}</p>
        {!english && <LanguageSwitch />}
      </footer>
    </>
  );
}

function TimeLeft({ milliseconds }: { readonly milliseconds: number }) {
  const left = countdown(milliseconds);
  return (
    <p class={milliseconds < 120_000 ? 'time-left time-short' : 'time-left'} role="timer">
      <span>{siteWords.timeLeft} </span>
      <b>{left}</b>
    </p>
  );
}
