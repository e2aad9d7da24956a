import type { Plan, PlanSection } from '../../contracts/plan.ts';
import { lettering } from '../season/colour.ts';
import { boxAround, middleOf, seatsOf } from './geometry.ts';

/** A section as one shape. Where its seats are not drawn it is itself something to press. */
export function PlanGround(props: {
  readonly section: PlanSection;
  readonly path: string;
  readonly spacing: number;
  readonly color: string;
  readonly seatsShown: boolean;
  readonly label: string;
  readonly free: number;
}) {
  const { section, path, spacing, color, seatsShown, label, free } = props;
  if (seatsShown) {
    return <path class="ground" d={path} stroke-width={spacing * 1.7} data-section={section.id} />;
  }
  const { x, y } = middleOf(section);
  const box = boxAround(seatsOf(section), 0);
  const short = section.name.replace(/^.*?(\d+)$/, '$1');
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG shape cannot be a button element
    <g
      class={free === 0 ? 'block block-full' : 'block'}
      role="button"
      tabindex={0}
      aria-label={label}
      data-section={section.id}
    >
      <path d={path} fill={color} stroke={color} stroke-width={spacing * 0.8} />
      <text
        x={x}
        y={y}
        font-size={letterSize(box, short, spacing * 6)}
        fill={lettering({ ink: '#ffffff', paper: color })}
      >
        {short}
      </text>
    </g>
  );
}

/** Stage, exits and lettering: seen, never pressed. */
export function PlanScenery({ plan, spacing }: { readonly plan: Plan; readonly spacing: number }) {
  return (
    <g class="scenery">
      {plan.scenery.map((piece, index) => {
        if (piece.kind === 'text') {
          return (
            <text key={index} x={piece.x} y={piece.y} font-size={spacing * 1.4}>
              {piece.text}
            </text>
          );
        }
        const box = boxAround(
          piece.points.map(([x, y]) => ({ x, y })),
          0,
        );
        const label = piece.label ?? '';
        return (
          <g key={index}>
            <path class={`scenery-${piece.kind}`} d={`M${piece.points.map(([x, y]) => `${x} ${y}`).join('L')}Z`} />
            <text
              x={box.x + box.width / 2}
              y={box.y + box.height / 2}
              font-size={letterSize(box, label, plan.width * 0.035)}
            >
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** As large as fits into the box, up to a limit; a letter is about 0.6 of its height wide. */
function letterSize(box: { readonly width: number; readonly height: number }, words: string, most: number): number {
  return Math.min(most, box.height * 0.4, (box.width * 0.75) / (0.6 * Math.max(1, words.length)));
}
