import type { ComponentChildren } from 'preact';
import type { Trouble } from '../api.ts';
import { troubleWords } from '../words/site.ts';

/** Something to know. `alert` interrupts a screen reader, `status` waits for a pause. */
export function Notice(props: {
  readonly title: string;
  readonly tone?: 'calm' | 'trouble' | 'good';
  readonly role?: 'alert' | 'status';
  readonly children?: ComponentChildren;
}) {
  const { title, tone = 'calm', role, children } = props;
  return (
    <div class={`notice notice-${tone}`} {...(role && { role })}>
      <p class="notice-title">{title}</p>
      {children}
    </div>
  );
}

/** A trouble in plain words, with what to do about it as children. */
export function TroubleNotice(props: { readonly trouble: Trouble; readonly children?: ComponentChildren }) {
  const { title, detail } = troubleWords(props.trouble);
  return (
    <Notice title={title} tone="trouble" role="alert">
      <p>{detail}</p>
      {props.children}
    </Notice>
  );
}
