import { isByCapacity, type Plan, type PlanSection } from '../../../contracts/plan.ts';
import { hallWords } from '../../../words/en/hall.ts';
import { isolated } from '../../../words/isolated.ts';
import { manySeats } from './detail.ts';
import { PlanButtons } from './plan-buttons.tsx';
import { PlanLayer } from './plan-layer.tsx';
import type { PlanModel } from './plan-model.ts';
import type { PlanProps } from './plan-props.ts';
import { entrySeat } from './plan-reading.ts';

/** In plans of so few seats every seat can be reached at any time; in others, those of one section. */
const allWithin = 1_500;

/** Whether a section is itself something to press. */
export const isPressable = (plan: Pick<Plan, 'seats'>) => (section: PlanSection) =>
  plan.seats > manySeats || isByCapacity(section);

/** The elements that the drawing holds on to: its frame, and in it the picture, the layer, the tip beside a mouse and the name of a block. */
export interface PlanParts {
  root: HTMLElement | null;
  canvas: HTMLCanvasElement | null;
  layer: HTMLElement | null;
  tip: HTMLElement | null;
  where: HTMLElement | null;
}

export interface PlanFrameProps extends PlanProps {
  readonly model: PlanModel;
  readonly parts: PlanParts;
  /** The seat that the keyboard stands on. */
  readonly at: string | undefined;
  /** The block that the keyboard stands on, or stood on last. */
  readonly block: string | undefined;
  readonly whole: boolean;
  readonly layered: boolean;
  readonly onKey: (key: KeyboardEvent) => void;
  readonly onClick: (click: MouseEvent) => void;
  readonly onFocus: (focus: FocusEvent) => void;
  readonly onBlur: () => void;
  readonly onZoom: (factor: number) => void;
  readonly onWhole: () => void;
}

/** A canvas, over it what keyboard and screen reader meet, and the buttons. */
export function PlanFrame(props: PlanFrameProps) {
  const { plan, model, parts, whole } = props;
  const { width, height } = model.whole;
  return (
    <div class="plan">
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
      <div
        ref={(root: HTMLElement | null) => {
          parts.root = root;
        }}
        class={whole ? 'plan-view' : 'plan-view plan-near'}
        style={{ aspectRatio: `${Math.round(width)} / ${Math.round(height)}` }}
        role="group"
        aria-label={hallWords.planLabel(isolated(plan.name))}
        aria-describedby="plan-help"
        onKeyDown={props.onKey}
        onClick={props.onClick}
        onFocusIn={props.onFocus}
        onFocusOut={props.onBlur}
      >
        <canvas
          ref={(canvas: HTMLCanvasElement | null) => {
            parts.canvas = canvas;
          }}
        />
        <div
          class="plan-layer"
          ref={(layer: HTMLElement | null) => {
            parts.layer = layer;
          }}
        >
          {props.layered && <Layer {...props} />}
        </div>
        <div
          class="plan-tip"
          aria-hidden="true"
          hidden
          ref={(tip: HTMLElement | null) => {
            parts.tip = tip;
          }}
        />
        <p
          class="plan-where"
          aria-hidden="true"
          hidden
          ref={(where: HTMLElement | null) => {
            parts.where = where;
          }}
        />
      </div>
      <PlanButtons whole={whole} onZoom={props.onZoom} onWhole={props.onWhole} />
    </div>
  );
}

function Layer({ plan, model, at, block, taken, mine, picks, marks, describe, describeSection }: PlanFrameProps) {
  const standsIn = at === undefined ? undefined : model.placeOf(at)?.section;
  const open = plan.seats <= allWithin ? model.sections : standsIn ? [standsIn] : [];
  return (
    <PlanLayer
      model={model}
      open={open}
      block={block}
      taken={taken}
      mine={mine}
      picks={picks}
      marks={marks}
      entry={entrySeat(
        open.map(({ section }) => section),
        at,
        taken,
        plan.focalPoint,
      )}
      pressable={isPressable(plan)}
      describe={describe}
      describeSection={describeSection}
    />
  );
}
