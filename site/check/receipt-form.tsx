import { checkWords as words } from '../../words/en/check.ts';

/** The field to paste a receipt that this browser does not keep. */
export function ReceiptForm({
  wrong,
  onCheck,
}: {
  readonly wrong: boolean | undefined;
  readonly onCheck: (receipt: string) => void;
}) {
  return (
    <form
      class="card"
      noValidate
      onSubmit={(submitted) => {
        submitted.preventDefault();
        onCheck(`${new FormData(submitted.currentTarget).get('receipt') ?? ''}`);
      }}
    >
      <h2>{words.noReceipt}</h2>
      <p>{words.noReceiptDetail}</p>
      <div class={wrong ? 'field field-wrong' : 'field'}>
        <label for="receipt">{words.receipt}</label>
        <p class="hint" id="receipt-hint">
          {words.receiptHint}
        </p>
        <textarea
          id="receipt"
          name="receipt"
          rows={5}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? 'receipt-hint receipt-error' : 'receipt-hint'}
        />
        {wrong && (
          <p class="field-error" id="receipt-error">
            {words.pasteFirst}
          </p>
        )}
      </div>
      <button type="submit" class="button">
        {words.check}
      </button>
    </form>
  );
}
