import { checkWords as words } from '../../words/en/check.ts';
import { ReceiptField } from '../elements/receipt-field.tsx';

/** The field to paste a receipt that this browser does not keep. */
export function ReceiptForm({
  wrong,
  filled,
  onCheck,
}: {
  readonly wrong: boolean | undefined;
  readonly filled: string | undefined;
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
      <ReceiptField
        label={words.receipt}
        hint={words.receiptHint}
        error={wrong ? words.pasteFirst : undefined}
        filled={filled}
      />
      <button type="submit" class="button">
        {words.check}
      </button>
    </form>
  );
}
