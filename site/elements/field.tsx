import type { InputHTMLAttributes } from 'preact';

/** A labelled input with its hint and, when something is wrong with it, what to do. */
export function Field(
  props: {
    readonly label: string;
    readonly hint?: string;
    readonly error?: string | undefined;
    readonly name: string;
  } & InputHTMLAttributes<HTMLInputElement>,
) {
  const { label, hint, error, name, ...input } = props;
  const hintId = `${name}-hint`;
  const errorId = `${name}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={hintId}>
          {hint}
        </p>
      )}
      <input
        {...input}
        id={name}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy || undefined}
      />
      {error && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}

/** The text of a form's fields by name. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, `${value}`.trim()]));
}
