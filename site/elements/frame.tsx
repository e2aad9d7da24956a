import type { ComponentChildren } from 'preact';
import { siteWords } from '../../words/en/site.ts';
import { countdown } from '../../words/writing.ts';
import { LanguageSwitch } from './language-switch.tsx';

/** The frame of every page: the name over the door, the time left to shop, the small print. */
export function Frame(props: {
  readonly venue?: string | undefined;
  /** Milliseconds; only with a pass. */
  readonly timeLeft?: number | undefined;
  readonly width?: 'narrow' | 'wide' | 'full';
  /** For pages in English alone. */
  readonly english?: boolean;
  readonly children: ComponentChildren;
}) {
  const { venue, timeLeft, width = 'narrow', english, children } = props;
  return (
    <>
      <header class="masthead">
        <a class="masthead-name" href="/">
          {venue ?? siteWords.home}
        </a>
        {timeLeft !== undefined && timeLeft > 0 && <TimeLeft milliseconds={timeLeft} />}
      </header>
      <main id="main" class={width}>
        {children}
      </main>
      <footer class="small-print">
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
