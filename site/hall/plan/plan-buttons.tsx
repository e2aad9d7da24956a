import { hallWords } from '../../../words/en/hall.ts';

/** The acts of fingers and keys on the plan, for a fan who would rather press a button. */
export function PlanButtons(props: {
  /** The whole plan is seen: there is nothing to go back to. */
  readonly whole: boolean;
  readonly onZoom: (factor: number) => void;
  readonly onWhole: () => void;
}) {
  const { whole, onZoom, onWhole } = props;
  return (
    <div class="plan-buttons">
      <p class="hint" id="plan-help">
        {hallWords.planHelp}
      </p>
      <button type="button" onClick={() => onZoom(1.6)} aria-label={hallWords.closer}>
        +
      </button>
      <button type="button" onClick={() => onZoom(1 / 1.6)} aria-label={hallWords.further}>
        −
      </button>
      {!whole && (
        <button type="button" onClick={onWhole}>
          {hallWords.whole}
        </button>
      )}
    </div>
  );
}
