/** The field to paste a receipt that this browser does not keep. */
export function ReceiptField({
  label,
  hint,
  error,
  filled,
}: {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** What it has at first. */
  readonly filled?: string | undefined;
}) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for="receipt">{label}</label>
      <p class="hint" id="receipt-hint">
        {hint}
      </p>
      <textarea
        id="receipt"
        name="receipt"
        rows={5}
        defaultValue={filled}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? 'receipt-hint receipt-error' : 'receipt-hint'}
      />
      {error && (
        <p class="field-error" id="receipt-error">
          {error}
        </p>
      )}
    </div>
  );
}
