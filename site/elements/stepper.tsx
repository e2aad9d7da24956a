import { hallWords } from '../../words/en/hall.ts';

/** A small number, by two large buttons or by typing. */
export function Stepper(props: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, least, most, onChange } = props;
  const within = (wanted: number) => Math.max(least, Math.min(most, Math.round(wanted) || least));
  return (
    <div class="stepper">
      <label for="stepper">{label}</label>
      <button type="button" aria-label={hallWords.fewer} disabled={value <= least} onClick={() => onChange(value - 1)}>
        −
      </button>
      <input
        id="stepper"
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        value={value}
        onChange={(change) => {
          const input = change.currentTarget as HTMLInputElement;
          const wanted = within(input.valueAsNumber);
          input.value = `${wanted}`;
          onChange(wanted);
        }}
      />
      <button type="button" aria-label={hallWords.more} disabled={value >= most} onClick={() => onChange(value + 1)}>
        +
      </button>
    </div>
  );
}
