import type { ComponentChildren } from 'preact';
import type { RefusalWords } from '../../words/en/refusals.ts';
import { siteWords } from '../../words/en/site.ts';
import { codeOf, type Trouble } from '../api.ts';

/** Something to know. `alert` interrupts a screen reader, `status` waits for a pause. */
export function Notice(props: {
  readonly title: string;
  readonly tone?: 'calm' | 'trouble' | 'good';
  readonly role?: 'alert' | 'status';
  readonly children?: ComponentChildren;
}) {
  const { title, tone = 'calm', role, children } = props;
  return (
    <div class={`notice notice-${tone}`} {...(role && { role, tabIndex: -1 })}>
      <p class="notice-title">{title}</p>
      {children}
    </div>
  );
}

/** A trouble in plain words, with what to do about it as children. */
export function TroubleNotice(props: {
  readonly trouble: Trouble;
  /** Says what was refused in place of the platform, which speaks English. */
  readonly words?: Partial<RefusalWords>;
  readonly children?: ComponentChildren;
}) {
  const { trouble, words } = props;
  const { title, detail } = troubleWords(trouble, words);
  const trace = trouble.kind === 'refused' && trouble.problem.trace;
  return (
    <Notice title={title} tone="trouble" role="alert">
      <p>{detail}</p>
      {trace && (
        <p>
          {siteWords.trace} <code>{trace}</code>
        </p>
      )}
      {props.children}
    </Notice>
  );
}

/** The event, and the remedy. */
function troubleWords(
  trouble: Trouble,
  words: Partial<RefusalWords> = {},
): { readonly title: string; readonly detail: string } {
  if (trouble.kind === 'refused') return words[codeOf(trouble) as keyof RefusalWords] ?? trouble.problem;
  return { title: siteWords[trouble.kind], detail: siteWords[`${trouble.kind}Detail`] };
}
